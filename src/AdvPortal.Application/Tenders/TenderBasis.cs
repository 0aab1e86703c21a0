using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Inquiries;
using AdvPortal.Domain.Products;
using AdvPortal.Domain.Tenders;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Tenders;

/// <summary>All that is known when somebody says what a client wants prices for: the client, its codes, our products. Read in one visit.</summary>
internal sealed record TenderBasis(
    ClientId ClientId, string Currency, IReadOnlyDictionary<TenderForm.Line, TenderLine> Stands, IReadOnlyDictionary<ProductId, Product> Known, ILookup<string, ProductId> Codes, ILookup<ProductId, string> CodeOf, ILookup<ProductId, decimal> PriceBases)
{
    // As the trade writes it in EDIFACT.
    private const string Piece = "PCE";

    /// <param name="stands">The tender that is put right; null for a new one. What does not change of it is not asked again, whatever was archived or erased since.</param>
    public static async Task<Result<TenderBasis>> ReadAsync(AdvDbContext db, TenderForm form, Tender? stands, CancellationToken ct)
    {
        var (client, inquiry, contact) = (form.ClientId, stands is null ? form.InquiryId : null, form.ContactId == stands?.ContactId ? null : form.ContactId);
        var same = Same(form, stands);
        var named = form.Lines.FindAll(line => !same.ContainsKey(line));
        var kept = same.Values.Select(line => line.ProductId).OfType<ProductId>().Distinct().ToList();
        var ours = named.Select(line => line.ProductCode?.Trim()).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var theirs = named.Select(line => line.BuyerCode?.Trim()).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var clientsAsked = stands is null ? db.Clients : db.Clients.IgnoreQueryFilters([Filters.Archived]);
        var whose = clientsAsked.Where(c => c.Id == client || (client == null && db.Inquiries.Any(i => i.Id == inquiry && i.ClientId == c.Id)));
        var codes = db.BuyerCodes.Where(code => whose.Any(c => c.Id == code.ClientId));
        var visit = new Visit(db);
        var clients = visit.Ask(whose.Select(c => new { c.Id, c.Currency }));
        var inquiries = visit.Ask(db.Inquiries.Where(i => i.Id == inquiry).Select(i => new { i.ClientId }));
        var contacts = visit.Ask(db.Contacts.Where(c => c.Id == contact && c.ErasedAt == null).Select(c => new { c.ClientId }));
        var meanings = visit.Ask(codes.Where(code => theirs.Contains(code.Code)));
        var meant = db.Products.IgnoreQueryFilters(new[] { Filters.Archived })
            .Where(p => kept.Contains(p.Id) || (!p.IsArchived && (ours.Contains(p.Code) || codes.Any(code => theirs.Contains(code.Code) && code.ProductId == p.Id))));
        var products = visit.Ask(meant.AsNoTracking());
        var called = visit.Ask(codes.Where(code => db.Products.Any(p => p.Id == code.ProductId && ours.Contains(p.Code))).OrderBy(code => code.Code));
        var bases = visit.Ask(PricesOf(db, whose, meant));
        await visit.GoAsync(ct);

        if (inquiry is not null && inquiries.Rows.Count == 0)
        {
            return new NoSuchInquiry();
        }

        if (clients.Only is not { } found)
        {
            return client is null ? new TenderNeedsClient() : new NoSuchClient();
        }

        if (inquiries.Only?.ClientId is { } other && other != found.Id)
        {
            return new InquiryOfAnother();
        }

        if (contact is not null && contacts.Only?.ClientId != found.Id)
        {
            return new NoSuchContact();
        }

        return new TenderBasis(
            found.Id, found.Currency, same, products.Rows.ToDictionary(p => p.Id), meanings.Rows.ToLookup(code => code.Code, code => code.ProductId, StringComparer.Ordinal),
            called.Rows.ToLookup(code => code.ProductId, code => code.Code), bases.Rows.ToLookup(price => price.ProductId, price => price.PriceBaseQuantity));
    }

    public Result<IReadOnlyList<AskedItem>> Of(TenderForm form)
    {
        List<AskedItem> asked = [];
        var sold = Known.Values.Where(p => !p.IsArchived).ToDictionary(p => p.Code, StringComparer.Ordinal);

        foreach (var line in form.Lines)
        {
            var (ours, theirs) = (Said(line.ProductCode), Said(line.BuyerCode));
            var same = Stands.GetValueOrDefault(line);
            var product = same is not null ? same.ProductId is { } kept ? Known[kept] : null
                : ours is not null ? sold.GetValueOrDefault(ours)
                : theirs is not null ? sold.Values.FirstOrDefault(p => Codes[theirs].Contains(p.Id)) : null;

            if (ours is not null && product is null)
            {
                return new UnknownProductCode(ours);
            }

            if (product is null && Said(line.Description) is null && same is null)
            {
                return new UnknownProductCode(theirs!);
            }

            asked.Add(new(
                Said(line.Description) ?? product?.Name ?? same!.Description, Said(line.Unit) ?? product?.Unit ?? Piece, line.Quantities, product?.Id, same?.ProductCode ?? product?.Code, theirs ?? (product is null ? null : CodeOf[product.Id].FirstOrDefault()),
                line.TargetPrice, line.PriceBaseQuantity ?? (product is null ? 1 : PriceBases[product.Id].FirstOrDefault(1)), line.Id, Said(line.LineNo)));
        }

        return asked;
    }

    // The lines of the tender that name the same goods still.
    private static Dictionary<TenderForm.Line, TenderLine> Same(TenderForm form, Tender? stands)
    {
        var lines = (stands?.Lines ?? []).ToDictionary(line => line.Id);

        return form.Lines.Select(line => (Line: line, Was: lines.GetValueOrDefault(line.Id ?? default)))
            .Where(each => each.Was is { } was && was.ProductCode == Said(each.Line.ProductCode) && was.BuyerCode == Said(each.Line.BuyerCode))
            .ToDictionary(each => each.Line, each => each.Was!);
    }

    // For how many units a price is in the contract, the last one first.
    private static IQueryable<ContractPrice> PricesOf(AdvDbContext db, IQueryable<Client> clients, IQueryable<Product> products) =>
        db.ContractPrices.Where(price => clients.Any(c => c.Id == price.ClientId) && products.Any(p => p.Id == price.ProductId)).OrderByDescending(price => price.ValidFrom);

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

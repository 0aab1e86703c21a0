using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Products;
using AdvPortal.Domain.Tenders;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Tenders;

/// <summary>All that is known when somebody says what a client wants prices for: the client, its codes, our products. Read in one visit.</summary>
internal sealed record TenderBasis(ClientId ClientId, string Currency, IReadOnlyDictionary<string, Product> Products, ILookup<string, ProductId> Codes, ILookup<ProductId, string> CodeOf, ILookup<ProductId, decimal> PriceBases)
{
    // As the trade writes it in EDIFACT.
    private const string Piece = "PCE";

    public static async Task<Result<TenderBasis>> ReadAsync(AdvDbContext db, TenderForm form, CancellationToken ct)
    {
        var (client, inquiry, contact) = (form.ClientId, form.InquiryId, form.ContactId);
        var ours = form.Lines.Select(line => line.ProductCode?.Trim()).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var theirs = form.Lines.Select(line => line.BuyerCode?.Trim()).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var whose = db.Clients.Where(c => c.Id == client || (client == null && db.Inquiries.Any(i => i.Id == inquiry && i.ClientId == c.Id)));
        var codes = db.BuyerCodes.Where(code => whose.Any(c => c.Id == code.ClientId));
        var visit = new Visit(db);
        var clients = visit.Ask(whose.Select(c => new { c.Id, c.Currency }));
        var inquiries = visit.Ask(db.Inquiries.Where(i => i.Id == inquiry).Select(i => new { i.ClientId }));
        var contacts = visit.Ask(db.Contacts.Where(c => c.Id == contact && c.ErasedAt == null).Select(c => new { c.ClientId }));
        var named = visit.Ask(codes.Where(code => theirs.Contains(code.Code)));
        var meant = db.Products.Where(p => ours.Contains(p.Code) || codes.Any(code => theirs.Contains(code.Code) && code.ProductId == p.Id));
        var products = visit.Ask(meant.AsNoTracking());
        var called = visit.Ask(codes.Where(code => db.Products.Any(p => p.Id == code.ProductId && ours.Contains(p.Code))).OrderBy(code => code.Code));
        var bases = visit.Ask(PricesOf(db, whose, meant));
        await visit.GoAsync(ct);

        if (inquiry is not null && inquiries.Rows.Count == 0)
        {
            return new Domain.Inquiries.NoSuchInquiry();
        }

        if (clients.Only is not { } found)
        {
            return client is null ? new TenderNeedsClient() : new NoSuchClient();
        }

        if (inquiries.Only?.ClientId is { } other && other != found.Id)
        {
            return new TenderOfAnother();
        }

        if (contact is not null && contacts.Only?.ClientId != found.Id)
        {
            return new NoSuchContact();
        }

        return new TenderBasis(
            found.Id, found.Currency, products.Rows.ToDictionary(p => p.Code, StringComparer.Ordinal), named.Rows.ToLookup(code => code.Code, code => code.ProductId, StringComparer.Ordinal),
            called.Rows.ToLookup(code => code.ProductId, code => code.Code), bases.Rows.ToLookup(price => price.ProductId, price => price.PriceBaseQuantity));
    }

    public Result<IReadOnlyList<AskedItem>> Of(TenderForm form)
    {
        List<AskedItem> asked = [];

        foreach (var line in form.Lines)
        {
            var (ours, theirs) = (Said(line.ProductCode), Said(line.BuyerCode));
            var product = ours is not null ? Products.GetValueOrDefault(ours) : theirs is not null ? Products.Values.FirstOrDefault(p => Codes[theirs].Contains(p.Id)) : null;

            if (ours is not null && product is null)
            {
                return new UnknownProductCode(ours);
            }

            if (product is null && Said(line.Description) is null)
            {
                return new UnknownProductCode(theirs!);
            }

            asked.Add(new(
                Said(line.Description) ?? product!.Name, Said(line.Unit) ?? product?.Unit ?? Piece, line.Quantities, product?.Id, product?.Code, theirs ?? (product is null ? null : CodeOf[product.Id].FirstOrDefault()),
                line.TargetPrice, line.PriceBaseQuantity ?? (product is null ? 1 : PriceBases[product.Id].FirstOrDefault(1)), line.Id, Said(line.LineNo)));
        }

        return asked;
    }

    // For how many units a price is in the contract, the last one first.
    private static IQueryable<ContractPrice> PricesOf(AdvDbContext db, IQueryable<Client> clients, IQueryable<Product> products) =>
        db.ContractPrices.Where(price => clients.Any(c => c.Id == price.ClientId) && products.Any(p => p.Id == price.ProductId)).OrderByDescending(price => price.ValidFrom);

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

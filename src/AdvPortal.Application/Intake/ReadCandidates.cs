using AdvPortal.Application.Orders;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Intake;
using AdvPortal.Domain.Orders;
using AdvPortal.Exchange.Intake;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Intake;

/// <summary>What may be meant by a document's buyer, place of delivery and codes, where nobody knows for certain: the nearest, with why.</summary>
[UseCase]
public sealed class ReadCandidates(UnitOfWork unitOfWork, TenantClock clock)
{
    private const int MostClients = 20;

    /// <param name="client">The client that somebody is about to choose, where the document has none yet.</param>
    public Task<Result<Page<OrderCandidates>>> ExecuteAsync(OrderDocumentId id, ClientId? client = null, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<Page<OrderCandidates>>(this, Permission.ReadOrders, async db =>
        {
            if (await ReceiveOrderDocument.FindAsync(db, id, ct) is not { } document)
            {
                return new NoSuchOrderDocument();
            }

            var reading = OrderDocumentView.Read(document);
            var open = (reading?.Orders ?? []).Select((order, index) => (Order: order, Index: index)).Where(o => document.OrderAt(o.Index) is null).ToList();

            return new Page<OrderCandidates>(open.Count == 0 ? [] : await WeighAsync(db, document.ClientId ?? client, reading!, open, ct), null);
        }, ct);

    private async Task<List<OrderCandidates>> WeighAsync(AdvDbContext db, ClientId? told, DocumentReading reading, List<(PurchaseOrder Order, int Index)> open, CancellationToken ct)
    {
        var (parties, domain) = (open.SelectMany(o => PartyCandidates.Of(o.Order)).ToList(), PartyCandidates.DomainOf(reading.Sender?.Address));
        var names = parties.Select(p => p.Name).Append(reading.Sender?.Name).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var postcodes = parties.Select(p => p.Address?.Postcode).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var (identifiers, suffix) = (open.Select(o => PartyIdentifiers.Of(o.Order)).ToList(), $"%@{domain}");
        var (glns, vats, sirens) = (identifiers.SelectMany(i => i.Glns).ToList(), identifiers.SelectMany(i => i.VatIds).ToList(), identifiers.SelectMany(i => i.Sirens).ToList());

        var visit = new Visit(db);
        var similar = db.FindSimilarClients(names, MostClients).Select(alike => alike.Id);
        var clients = visit.Ask(db.Clients.AsNoTracking().Include(c => c.Sites).Include(c => c.Contacts).Where(c => told != null
            ? c.Id == told
            : similar.Contains(c.Id) || glns.Contains(c.Gln!) || vats.Contains(c.VatId!) || sirens.Contains(c.Siren!)
                || c.Sites.Any(s => postcodes.Contains(s.Address.Postcode!)) || (domain != null && c.Contacts.Any(p => EF.Functions.ILike(p.Email!, suffix)))).OrderBy(c => c.Id).Take(100));
        var requirements = visit.Ask(db.Requirements.AsNoTracking().Include(r => r.Revisions).Where(r => r.ClientId == told));
        var known = visit.Ask(db.BuyerCodes.AsNoTracking().Where(c => c.ClientId == told));
        await visit.GoAsync(ct);

        var rules = Domain.Requirements.Rulebook.Of(requirements.Rows);
        var codes = new CodeBook<BuyerCode>(known.Rows, c => c.Code);
        var wanted = open.ConvertAll(o => o.Order.Lines.Where(l => l.BuyerCode is not { } code || codes.Find(code) is null)
            .Select(l => new ProductCandidates.Wanted(l.LineNo ?? "", DocumentPlacing.CodeOf(l), l.SupplierCode, l.Gtin, l.Description ?? l.Name, l.BuyerCode is { } code ? [.. rules.OurCodes(code, null, clock.Today)] : [])).ToList());
        var near = await ProductCandidates.Of(db, [.. wanted.SelectMany(lines => lines)], told).ToListAsync(ct);
        var weighed = new Queue<LineCandidates>(ProductCandidates.Weigh([.. wanted.SelectMany(lines => lines)], near, known.Rows));

        return open.ConvertAll(o => new OrderCandidates(
            o.Index,
            told is not null ? [] : Candidate.Nearest(clients.Rows.Select(c => PartyCandidates.Weigh(c, o.Order, reading.Sender?.Name, domain))),
            told is null ? [] : Candidate.Nearest(clients.Rows.SelectMany(c => c.Sites).Select(s => PartyCandidates.Weigh(s, o.Order))),
            [.. wanted[open.IndexOf(o)].Select(_ => weighed.TryDequeue(out var line) ? line : null).OfType<LineCandidates>().Where(l => !IsKnown(l, near))]));
    }

    // A code of ours, as it stands, is asked of nobody.
    private static bool IsKnown(LineCandidates line, List<ProductCandidates.Near> near) => near.Exists(n => line.Code is { } code && (n.Product.Code.Equals(code, StringComparison.OrdinalIgnoreCase) || n.Product.Gtin == code));
}

/// <summary>The nearest products for the lines of an order whose product nobody knows.</summary>
[UseCase]
public sealed class ReadProductCandidates(UnitOfWork unitOfWork, TenantClock clock)
{
    public Task<Result<Page<LineCandidates>>> ExecuteAsync(OrderId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<Page<LineCandidates>>(this, Permission.ReadOrders, async db =>
        {
            if (await ReadOrder.FindAsync(db, id, ct) is not { } order)
            {
                return new NoSuchOrder();
            }

            var visit = new Visit(db);
            var requirements = visit.Ask(db.Requirements.AsNoTracking().Include(r => r.Revisions).Where(r => r.ClientId == order.ClientId));
            var known = visit.Ask(db.BuyerCodes.AsNoTracking().Where(c => c.ClientId == order.ClientId));
            await visit.GoAsync(ct);
            var rules = Domain.Requirements.Rulebook.Of(requirements.Rows);
            List<ProductCandidates.Wanted> wanted =
            [
                .. order.Lines.Where(l => l.ProductId is null).OrderBy(l => l.Position).Select(l => new ProductCandidates.Wanted(
                    l.LineNo, l.SentBuyerCode, null, null, l.Description, l.SentBuyerCode is { } code ? [.. rules.OurCodes(code, order.SiteId, clock.Today)] : [])),
            ];

            return new Page<LineCandidates>(wanted.Count == 0 ? [] : ProductCandidates.Weigh(wanted, await ProductCandidates.Of(db, wanted, order.ClientId).ToListAsync(ct), known.Rows), null);
        }, ct);
}

using AdvPortal.Domain.Deliveries;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Tenders;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Common;

/// <summary>Ctrl+K: the few orders, deliveries, clients, products and tenders that best fit what was typed, as far as whoever asks may see them.</summary>
[UseCase]
public sealed class SearchEverything(UnitOfWork unitOfWork, CurrentMember member)
{
    private const int MostOfAKind = 8;

    // With which the numbers of tenders begin: nothing else of them is searched.
    private const string TenderPrefix = "AO";

    public async Task<Result<Hits>> ExecuteAsync(string term, CancellationToken ct = default)
    {
        var (orders, clients) = (member.May(Permission.ReadOrders), member.May(Permission.ReadClients));

        if (!orders && !clients)
        {
            return new NotAllowed();
        }

        // No text of the database holds that character: nothing is compared with it.
        return string.IsNullOrWhiteSpace(term) || term.Contains('\0', StringComparison.Ordinal)
            ? new Hits([], [], [])
            : await unitOfWork.ReadAsAnyoneAsync(this, db => SearchAsync(db, term, orders, clients, ct), ct);
    }

    // What was found is asked for in a second visit, for it is found in the order of how well it fits.
    private static async Task<Hits> SearchAsync(AdvDbContext db, string term, bool orders, bool clients, CancellationToken ct)
    {
        var finding = new Visit(db);
        var foundOrders = orders ? finding.Ask(db.FindOrders(term, MostOfAKind)) : null;
        var foundClients = clients ? finding.Ask(db.FindClients(term, MostOfAKind)) : null;
        var foundProducts = clients ? finding.Ask(db.FindProducts(term, MostOfAKind)) : null;
        var deliveries = orders ? finding.Ask(Deliveries(db, term.Trim())) : null;
        var tenders = orders && term.Trim().StartsWith(TenderPrefix, StringComparison.OrdinalIgnoreCase) ? finding.Ask(Tenders(db, term)) : null;
        await finding.GoAsync(ct);

        var (orderIds, clientIds, productIds) = (foundOrders?.Rows.ToList() ?? [], foundClients?.Rows.ToList() ?? [], foundProducts?.Rows.ToList() ?? []);
        var hits = new Hits([], [], []) { Deliveries = deliveries?.Rows ?? [], Tenders = tenders?.Rows ?? [] };

        if (orderIds.Count + clientIds.Count + productIds.Count == 0)
        {
            return hits;
        }

        var reading = new Visit(db);
        var orderHits = reading.Ask(db.Orders.Where(o => orderIds.Contains(o.Id)).Select(o => new OrderHit(
            o.Id, o.Number, o.CustomerReference, o.ClientId, db.Clients.IgnoreQueryFilters(new[] { Filters.Archived }).Where(c => c.Id == o.ClientId).Select(c => c.Name).First(), o.Status)));
        var clientHits = reading.Ask(db.Clients.Where(c => clientIds.Contains(c.Id)).Select(c => new ClientHit(c.Id, c.Code, c.Name)));
        var productHits = reading.Ask(db.Products.Where(p => productIds.Contains(p.Id)).Select(p => new ProductHit(p.Id, p.Code, p.Name)));
        await reading.GoAsync(ct);

        return hits with
        {
            Orders = [.. orderHits.Rows.OrderBy(hit => orderIds.IndexOf(hit.Id))],
            Clients = [.. clientHits.Rows.OrderBy(hit => clientIds.IndexOf(hit.Id))],
            Products = [.. productHits.Rows.OrderBy(hit => productIds.IndexOf(hit.Id))],
        };
    }

    private static IQueryable<TenderHit> Tenders(AdvDbContext db, string term)
    {
        var number = term.Trim().ToUpperInvariant();

        return db.Tenders.Where(t => t.Number.StartsWith(number)).OrderByDescending(t => t.Number).Take(MostOfAKind)
            .Select(t => new TenderHit(t.Id, t.Number, t.Title, db.Clients.IgnoreQueryFilters(new[] { Filters.Archived }).Where(c => c.Id == t.ClientId).Select(c => c.Name).First(), t.Status));
    }

    // A number is typed as it is written, or without what all of them begin with: an index finds it.
    private static IQueryable<DeliveryHit> Deliveries(AdvDbContext db, string term)
    {
        term = term.Replace("\0", " ", StringComparison.Ordinal);
        var number = term.ToUpperInvariant();
        string[] numbers = [number, $"BL{number}"];

        return db.Deliveries.Where(d => numbers.Contains(d.Number) || d.Reference == term || d.TrackingNumber == term)
            .OrderByDescending(d => d.ArriveOn).ThenByDescending(d => d.Id).Take(MostOfAKind)
            .Select(d => new DeliveryHit(
                d.Id, d.Number, d.Reference, d.ClientId, db.Clients.IgnoreQueryFilters(new[] { Filters.Archived }).Where(c => c.Id == d.ClientId).Select(c => c.Name).First(), d.Status, d.ArriveOn));
    }

    public sealed record Hits(IReadOnlyList<OrderHit> Orders, IReadOnlyList<ClientHit> Clients, IReadOnlyList<ProductHit> Products)
    {
        public IReadOnlyList<DeliveryHit> Deliveries { get; init; } = [];
        public IReadOnlyList<TenderHit> Tenders { get; init; } = [];
    }

    /// <param name="Reference">The number that a warehouse or a carrier gave it.</param>
    public sealed record DeliveryHit(DeliveryId Id, string Number, string? Reference, ClientId ClientId, string ClientName, DeliveryStatus Status, DateOnly ArriveOn);

    public sealed record OrderHit(OrderId Id, string Number, string? CustomerReference, ClientId ClientId, string ClientName, OrderStatus Status);

    public sealed record ClientHit(ClientId Id, string Code, string Name);

    public sealed record ProductHit(ProductId Id, string Code, string Name);

    public sealed record TenderHit(TenderId Id, string Number, string Title, string ClientName, TenderStatus Status);
}

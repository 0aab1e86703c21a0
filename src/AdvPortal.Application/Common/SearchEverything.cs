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
            : await unitOfWork.ReadAsAnyoneAsync(this, async db => new Hits(
                orders ? await OrdersAsync(db, term, ct) : [],
                clients ? await ClientsAsync(db, term, ct) : [],
                clients ? await ProductsAsync(db, term, ct) : [])
            {
                Deliveries = orders ? await DeliveriesAsync(db, term.Trim(), ct) : [],
                Tenders = orders && term.Trim().StartsWith(TenderPrefix, StringComparison.OrdinalIgnoreCase) ? await TendersAsync(db, term, ct) : [],
            }, ct);
    }

    private static async Task<List<OrderHit>> OrdersAsync(AdvDbContext db, string term, CancellationToken ct)
    {
        var found = await db.FindOrders(term, MostOfAKind).ToListAsync(ct);
        var hits = await db.Orders.Where(o => found.Contains(o.Id))
            .Select(o => new OrderHit(
                o.Id, o.Number, o.CustomerReference, o.ClientId,
                db.Clients.IgnoreQueryFilters(new[] { Filters.Archived }).Where(c => c.Id == o.ClientId).Select(c => c.Name).First(), o.Status))
            .ToListAsync(ct);

        return [.. hits.OrderBy(hit => found.IndexOf(hit.Id))];
    }

    private static async Task<List<ClientHit>> ClientsAsync(AdvDbContext db, string term, CancellationToken ct)
    {
        var found = await db.FindClients(term, MostOfAKind).ToListAsync(ct);
        var hits = await db.Clients.Where(c => found.Contains(c.Id)).Select(c => new ClientHit(c.Id, c.Code, c.Name)).ToListAsync(ct);

        return [.. hits.OrderBy(hit => found.IndexOf(hit.Id))];
    }

    private static async Task<List<ProductHit>> ProductsAsync(AdvDbContext db, string term, CancellationToken ct)
    {
        var found = await db.FindProducts(term, MostOfAKind).ToListAsync(ct);
        var hits = await db.Products.Where(p => found.Contains(p.Id)).Select(p => new ProductHit(p.Id, p.Code, p.Name)).ToListAsync(ct);

        return [.. hits.OrderBy(hit => found.IndexOf(hit.Id))];
    }

    private static Task<List<TenderHit>> TendersAsync(AdvDbContext db, string term, CancellationToken ct)
    {
        var number = term.Trim().ToUpperInvariant();

        return db.Tenders.Where(t => t.Number.StartsWith(number)).OrderByDescending(t => t.Number).Take(MostOfAKind)
            .Select(t => new TenderHit(t.Id, t.Number, t.Title, db.Clients.IgnoreQueryFilters(new[] { Filters.Archived }).Where(c => c.Id == t.ClientId).Select(c => c.Name).First(), t.Status))
            .ToListAsync(ct);
    }

    // A number is typed as it is written, or without what all of them begin with: an index finds it.
    private static Task<List<DeliveryHit>> DeliveriesAsync(AdvDbContext db, string term, CancellationToken ct)
    {
        term = term.Replace("\0", " ", StringComparison.Ordinal);
        var number = term.ToUpperInvariant();
        string[] numbers = [number, $"BL{number}"];

        return db.Deliveries.Where(d => numbers.Contains(d.Number) || d.Reference == term || d.TrackingNumber == term)
            .OrderByDescending(d => d.ArriveOn).ThenByDescending(d => d.Id).Take(MostOfAKind)
            .Select(d => new DeliveryHit(
                d.Id, d.Number, d.Reference, d.ClientId, db.Clients.IgnoreQueryFilters(new[] { Filters.Archived }).Where(c => c.Id == d.ClientId).Select(c => c.Name).First(), d.Status, d.ArriveOn))
            .ToListAsync(ct);
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

using AdvPortal.Domain.Deliveries;
using AdvPortal.Domain.Orders;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Deliveries;

/// <summary>One delivery with what it brings, its parcels and its proofs.</summary>
[UseCase]
public sealed class ReadDelivery(UnitOfWork unitOfWork)
{
    public Task<Result<DeliveryView>> ExecuteAsync(DeliveryId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<DeliveryView>(this, Permission.ReadOrders, async db =>
            await DeliveryBasis.FindAsync(db, id, ct) is { } delivery ? (await DeliveryReading.ViewsAsync(db, [delivery], ct))[0] : new NoSuchDelivery(), ct);
}

/// <summary>Deliveries for programs, those that arrive last first: what was sent on a day, under which number it is followed, what is on its way to a client.</summary>
[UseCase]
public sealed class ListDeliveries(UnitOfWork unitOfWork)
{
    public Task<Result<Page<DeliveryView>>> ExecuteAsync(Query query, CancellationToken ct = default) =>
        unitOfWork.ReadAsync(this, Permission.ReadOrders, async db =>
        {
            var deliveries = Filter(db.Deliveries, query);

            if (query.OrderId is { } order)
            {
                deliveries = deliveries.Where(d => d.Lines.Any(l => l.OrderId == order));
            }

            if (Cursor.Read<DateOnly, Guid>(query.After) is var (day, id))
            {
                deliveries = deliveries.Where(d => EF.Functions.LessThan(ValueTuple.Create(d.ArriveOn, d.Id), ValueTuple.Create(day, new DeliveryId(id))));
            }

            var page = await deliveries.OrderByDescending(d => d.ArriveOn).ThenByDescending(d => d.Id).Take(query.Size + 1).Include(d => d.Lines).AsSingleQuery().ToListAsync(ct);
            var views = await DeliveryReading.ViewsAsync(db, page, ct, withUnits: true);

            return views.Cut(query.Size, d => Cursor.Write(d.ArriveOn, d.Id.Value));
        }, ct);

    private static IQueryable<Delivery> Filter(IQueryable<Delivery> deliveries, Query query)
    {
        deliveries = query.Status is { } status ? deliveries.Where(d => d.Status == status) : deliveries;
        deliveries = query.ClientId is { } client ? deliveries.Where(d => d.ClientId == client) : deliveries;
        deliveries = query.From is { } from ? deliveries.Where(d => d.ArriveOn >= from) : deliveries;
        deliveries = query.Until is { } until ? deliveries.Where(d => d.ArriveOn <= until) : deliveries;
        deliveries = query.Number is { Length: > 0 } number ? deliveries.Where(d => d.Number == number) : deliveries;

        return query.Tracking is { Length: > 0 } tracking ? deliveries.Where(d => d.TrackingNumber == tracking) : deliveries;
    }

    /// <param name="From">Arrives on this day or later.</param>
    /// <param name="Until">Arrives on this day or earlier.</param>
    /// <param name="OrderId">Brings something of this order.</param>
    /// <param name="Number">Ours, such as BL26-00001.</param>
    /// <param name="Tracking">The carrier's number.</param>
    /// <param name="After">The cursor of the page before.</param>
    public sealed record Query(
        DeliveryStatus? Status = null, ClientId? ClientId = null, OrderId? OrderId = null, DateOnly? From = null, DateOnly? Until = null, string? Number = null, string? Tracking = null,
        string? After = null, int Size = 25);
}

/// <summary>What deliveries are shown with, for any number of them in one visit.</summary>
internal static class DeliveryReading
{
    private const string DeliveryKey = "DeliveryId";
    private const string OrderKey = "OrderId";

    /// <param name="db">The database.</param>
    /// <param name="deliveries">With their lines.</param>
    /// <param name="ct">Stops reading.</param>
    /// <param name="withUnits">Their parcels are still to read.</param>
    public static async Task<List<DeliveryView>> ViewsAsync(AdvDbContext db, IReadOnlyList<Delivery> deliveries, CancellationToken ct, bool withUnits = false)
    {
        var ids = deliveries.Select(d => d.Id).ToList();
        var clients = deliveries.Select(d => d.ClientId).Distinct().ToList();
        var sites = deliveries.Select(d => d.SiteId).OfType<SiteId>().Distinct().ToList();
        var orders = deliveries.SelectMany(d => d.Lines).Select(l => l.OrderId).Distinct().ToList();
        var lines = deliveries.SelectMany(d => d.Lines).Select(l => l.LineId).Distinct().ToList();

        var visit = new Visit(db);
        var names = visit.Ask(db.Clients.IgnoreQueryFilters([Filters.Archived]).Where(c => clients.Contains(c.Id)).Select(c => new { c.Id, c.Name }));
        var places = visit.Ask(db.Sites.Where(s => sites.Contains(s.Id)).Select(s => new { s.Id, s.Name }));
        var heads = visit.Ask(db.Orders.Where(o => orders.Contains(o.Id)).Select(o => new OrderHead(o.Id, o.Number, o.CustomerReference)));
        var ordered = visit.Ask(db.Set<OrderLine>().AsNoTracking().Where(l => orders.Contains(EF.Property<OrderId>(l, OrderKey)) && lines.Contains(l.Id)));
        var files = visit.Ask(db.DeliveryFiles.AsNoTracking().Where(f => ids.Contains(f.DeliveryId)).OrderBy(f => f.Id));
        var units = withUnits ? visit.Ask(db.Set<DeliveryUnit>().AsNoTracking().Where(u => ids.Contains(EF.Property<DeliveryId>(u, DeliveryKey))).Select(u => new { Delivery = EF.Property<DeliveryId>(u, DeliveryKey), Unit = u })) : null;
        await visit.GoAsync(ct);

        var around = new DeliverySurroundings(
            names.Rows.ToDictionary(c => c.Id, c => c.Name), places.Rows.ToDictionary(s => s.Id, s => s.Name), heads.Rows.ToDictionary(o => o.Id), ordered.Rows.ToDictionary(l => l.Id), files.Rows);
        var packed = units?.Rows.ToLookup(u => u.Delivery, u => u.Unit);

        return [.. deliveries.Select(d => DeliveryView.Of(d, around, packed is null ? d.Units : packed[d.Id]))];
    }
}

using AdvPortal.Domain.Orders;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;
using AdvPortal.Persistence.Portfolios;

namespace AdvPortal.Application.Orders;

/// <summary>The order book for programs: newest first, a page at a time, without what only the single order tells.</summary>
[UseCase]
public sealed class ListOrders(UnitOfWork unitOfWork, TenantClock clock)
{
    public Task<Result<Page<Row>>> ExecuteAsync(Query query, CancellationToken ct = default) =>
        unitOfWork.ReadAsync(Permission.ReadOrders, async db =>
        {
            var responsible = db.ResponsibilitiesAt(HalfDay.Of(clock.Local(clock.Now)));
            var orders = Filter(db, responsible, query);

            if (Cursor.Read<DateTimeOffset, Guid>(query.After) is var (at, id))
            {
                orders = orders.Where(o => EF.Functions.LessThan(ValueTuple.Create(o.ReceivedAt, o.Id), ValueTuple.Create(at, new OrderId(id))));
            }

            var page = orders.OrderByDescending(o => o.ReceivedAt).ThenByDescending(o => o.Id).Take(query.Size + 1);
            var rows = await Rows(page, responsible).ToListAsync(ct);

            // A join may lose the order of what it joins.
            return rows.OrderByDescending(o => o.ReceivedAt).ThenByDescending(o => o.Id.Value).ToList().Cut(query.Size, o => Cursor.Write(o.ReceivedAt, o.Id.Value));
        }, ct);

    private IQueryable<Order> Filter(AdvDbContext db, IQueryable<Responsibility> responsible, Query query)
    {
        var orders = db.Orders.In(query.View, clock.Today);
        orders = query.Status is { } status ? orders.Where(o => o.Status == status) : orders;
        orders = query.ClientId is { } client ? orders.Where(o => o.ClientId == client) : orders;
        orders = query.From is { } from ? orders.Where(o => o.PromisedOn >= from) : orders;
        orders = query.Until is { } until ? orders.Where(o => o.PromisedOn <= until) : orders;
        orders = query.Owner is { } owner
            ? orders.Where(o => responsible.Any(r => r.ClientId == o.ClientId && (r.OwnerId == owner || r.ActingOwnerId == owner)))
            : orders;

        return query.Search is { Length: > 0 } text ? orders.Among(db.FindOrders(text)) : orders;
    }

    private static IQueryable<Row> Rows(IQueryable<Order> page, IQueryable<Responsibility> responsible) =>
        from order in page
        join answering in responsible on order.ClientId equals answering.ClientId
        select new Row(
            order.Id, order.Number, order.Version, order.Status, order.ClientId, order.SiteId, answering.OwnerId, answering.ActingOwnerId,
            order.CustomerReference, order.Currency, order.RequestedOn, order.PromisedOn, order.ReceivedAt, order.AcknowledgementDueAt,
            order.OrderDocumentId, order.CancelReason, order.TotalNet, order.Lines.Count, order.Findings.Count(f => f.State == FindingState.Open));

    /// <param name="View">A view of the order book.</param>
    /// <param name="Search">Our number or the client's reference, or a part of either.</param>
    /// <param name="From">Promised on this day or later.</param>
    /// <param name="Until">Promised on this day or earlier.</param>
    /// <param name="After">The cursor of the page before.</param>
    public sealed record Query(
        OrderBookView View = OrderBookView.All, OrderStatus? Status = null, ClientId? ClientId = null, MemberId? Owner = null, string? Search = null,
        DateOnly? From = null, DateOnly? Until = null, string? After = null, int Size = 25);

    /// <summary>An order's head, with how many lines it has and how many findings are open.</summary>
    public sealed record Row(
        OrderId Id, string Number, int Version, OrderStatus Status, ClientId ClientId, SiteId? SiteId, MemberId? OwnerId, MemberId? ActingOwnerId,
        string? CustomerReference, string Currency, DateOnly? RequestedOn, DateOnly? PromisedOn, DateTimeOffset ReceivedAt, DateTimeOffset AcknowledgementDueAt,
        OrderDocumentId? OrderDocumentId, string? CancelReason, decimal TotalNet, int LineCount, int OpenFindings);
}

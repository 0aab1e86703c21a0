using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;
using AdvPortal.Persistence.Portfolios;

namespace AdvPortal.Application.Orders;

/// <summary>One page of the order book as the eye runs over it: a row for each order, nothing that is not shown.</summary>
[UseCase]
public sealed class ReadOrderBook(UnitOfWork unitOfWork, TenantClock clock)
{
    private const int PageSize = 25;

    public Task<Result<Book>> ExecuteAsync(Query query, CancellationToken ct = default) =>
        unitOfWork.ReadAsync(this, Permission.ReadOrders, async db =>
        {
            var today = clock.Today;
            var monday = OrderBookViews.Monday(today);
            var responsible = db.ResponsibilitiesAt(HalfDay.Of(clock.Local(clock.Now)));
            var filtered = Filter(db, responsible, query);

            // One round trip for all the tabs.
            var counts = await filtered.GroupBy(_ => 1).Select(all => new Counts(
                all.Count(o => o.Status == OrderStatus.ToReview),
                all.Count(o => o.PromisedOn < today && (o.Status == OrderStatus.Confirmed || o.Status == OrderStatus.InPreparation)),
                all.Count(o => o.PromisedOn >= monday && o.PromisedOn <= monday.AddDays(6) && o.Status != OrderStatus.Cancelled),
                all.Count(o => o.Status == OrderStatus.Confirmed),
                all.Count())).SingleOrDefaultAsync(ct) ?? new(0, 0, 0, 0, 0);

            var page = Cut(filtered.In(query.View, today), query);
            var rows = await Rows(db, page, responsible).ToListAsync(ct);

            return new Book(today, clock.Now, counts, Sorted(rows, query.View).ToList().Cut(PageSize, row => KeyOf(row, query.View)));
        }, ct);

    private static IQueryable<Row> Rows(AdvDbContext db, IQueryable<Order> page, IQueryable<Responsibility> responsible) =>
        from order in page
        join answering in responsible on order.ClientId equals answering.ClientId
        select new Row(
            order.Id, order.Number, order.CustomerReference, order.ClientId,
            db.Clients.Where(c => c.Id == order.ClientId).Select(c => c.Name).FirstOrDefault() ?? "",
            db.Sites.Where(s => s.Id == order.SiteId).Select(s => s.Name).FirstOrDefault(),
            order.Lines.Count, order.RequestedOn, order.PromisedOn, order.Status, order.AcknowledgementDueAt, order.ReceivedAt,
            order.Findings.Count(f => f.State == FindingState.Open && f.Step == Moments.None), order.TotalNet, order.Currency,
            db.Members.Where(m => m.Id == answering.OwnerId).Select(m => m.Name).FirstOrDefault(),
            db.Members.Where(m => m.Id == answering.ActingOwnerId).Select(m => m.Name).FirstOrDefault());

    private static IQueryable<Order> Filter(AdvDbContext db, IQueryable<Responsibility> responsible, Query query)
    {
        var orders = query.ClientId is { } client ? db.Orders.Where(o => o.ClientId == client) : db.Orders;
        orders = query.Owner is { } owner
            ? orders.Where(o => responsible.Any(r => r.ClientId == o.ClientId && (r.ActingOwnerId == owner || (r.ActingOwnerId == null && r.OwnerId == owner))))
            : orders;

        return query.Reference is { Length: > 0 } text ? orders.Among(db.FindOrders(text)) : orders;
    }

    // Each view is read in the order of what presses: the answer due, the day promised, else the newest first.
    private static IQueryable<Order> Cut(IQueryable<Order> orders, Query query) => query.View switch
    {
        OrderBookView.ToReview => (Cursor.Read<DateTimeOffset, Guid>(query.After) is var (due, id)
            ? orders.Where(o => EF.Functions.GreaterThan(ValueTuple.Create(o.AcknowledgementDueAt, o.Id), ValueTuple.Create(due, new OrderId(id))))
            : orders).OrderBy(o => o.AcknowledgementDueAt).ThenBy(o => o.Id).Take(PageSize + 1),
        OrderBookView.Late or OrderBookView.ThisWeek => (Cursor.Read<DateOnly, Guid>(query.After) is var (day, id)
            ? orders.Where(o => EF.Functions.GreaterThan(ValueTuple.Create(o.PromisedOn!.Value, o.Id), ValueTuple.Create(day, new OrderId(id))))
            : orders).OrderBy(o => o.PromisedOn).ThenBy(o => o.Id).Take(PageSize + 1),
        _ => (Cursor.Read<DateTimeOffset, Guid>(query.After) is var (at, id)
            ? orders.Where(o => EF.Functions.LessThan(ValueTuple.Create(o.ReceivedAt, o.Id), ValueTuple.Create(at, new OrderId(id))))
            : orders).OrderByDescending(o => o.ReceivedAt).ThenByDescending(o => o.Id).Take(PageSize + 1),
    };

    // A join may lose the order of what it joins.
    private static IEnumerable<Row> Sorted(List<Row> rows, OrderBookView view) => view switch
    {
        OrderBookView.ToReview => rows.OrderBy(r => r.AcknowledgementDueAt).ThenBy(r => r.Id.Value),
        OrderBookView.Late or OrderBookView.ThisWeek => rows.OrderBy(r => r.PromisedOn).ThenBy(r => r.Id.Value),
        _ => rows.OrderByDescending(r => r.ReceivedAt).ThenByDescending(r => r.Id.Value),
    };

    private static string KeyOf(Row row, OrderBookView view) => view switch
    {
        OrderBookView.ToReview => Cursor.Write(row.AcknowledgementDueAt, row.Id.Value),
        OrderBookView.Late or OrderBookView.ThisWeek => Cursor.Write(row.PromisedOn!.Value, row.Id.Value),
        _ => Cursor.Write(row.ReceivedAt, row.Id.Value),
    };

    /// <param name="View">Which orders, and in which order.</param>
    /// <param name="Owner">Orders of clients this member answers for today.</param>
    /// <param name="Reference">Our number or the client's reference, or a part of either.</param>
    /// <param name="ClientId">Orders of one client.</param>
    /// <param name="After">The cursor of the page before.</param>
    public sealed record Query(OrderBookView View, MemberId? Owner = null, string? Reference = null, ClientId? ClientId = null, string? After = null);

    public sealed record Book(DateOnly Today, DateTimeOffset Now, Counts Counts, Page<Row> Page);

    public sealed record Counts(int ToReview, int Late, int ThisWeek, int Confirmed, int All)
    {
        public int Of(OrderBookView view) => view switch
        {
            OrderBookView.ToReview => ToReview,
            OrderBookView.Late => Late,
            OrderBookView.ThisWeek => ThisWeek,
            OrderBookView.Confirmed => Confirmed,
            _ => All,
        };
    }

    public sealed record Row(
        OrderId Id, string Number, string? Reference, ClientId ClientId, string ClientName, string? SiteName, int Lines, DateOnly? RequestedOn, DateOnly? PromisedOn,
        OrderStatus Status, DateTimeOffset AcknowledgementDueAt, DateTimeOffset ReceivedAt, int OpenFindings, decimal TotalNet, string Currency, string? OwnerName, string? ActingOwnerName);
}

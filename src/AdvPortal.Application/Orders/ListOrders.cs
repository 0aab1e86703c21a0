using AdvPortal.Application.Deliveries;
using AdvPortal.Domain.Orders;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;
using AdvPortal.Persistence.Portfolios;

namespace AdvPortal.Application.Orders;

/// <summary>The order book for programs: newest first, a page at a time, each as it is read alone.</summary>
[UseCase]
public sealed class ListOrders(UnitOfWork unitOfWork, TenantClock clock)
{
    private const string OrderKey = "OrderId";

    public Task<Result<Page<OrderView>>> ExecuteAsync(Query query, CancellationToken ct = default) =>
        unitOfWork.ReadAsync(this, Permission.ReadOrders, async db =>
        {
            var responsible = db.ResponsibilitiesAt(HalfDay.Of(clock.Local(clock.Now)));
            var orders = Filter(db, query, query.View is OrderBookView.AtRisk ? (await Departures.ReadAsync(db, ct)).First(clock) : clock.Today);

            if (Cursor.Read<DateTimeOffset, Guid>(query.After) is var (at, id))
            {
                orders = orders.Where(o => EF.Functions.LessThan(ValueTuple.Create(o.ReceivedAt, o.Id), ValueTuple.Create(at, new OrderId(id))));
            }

            var page = orders.OrderByDescending(o => o.ReceivedAt).ThenByDescending(o => o.Id).Take(query.Size + 1);
            var heads = await (
                from order in page
                join answering in responsible on order.ClientId equals answering.ClientId
                select new Head(order, answering)).ToListAsync(ct);
            var views = await ViewsAsync(db, heads, ct);

            // A join may lose the order of what it joins.
            return views.OrderByDescending(o => o.ReceivedAt).ThenByDescending(o => o.Id.Value).ToList().Cut(query.Size, o => Cursor.Write(o.ReceivedAt, o.Id.Value));
        }, ct);

    private IQueryable<Order> Filter(AdvDbContext db, Query query, DateOnly firstDeparture)
    {
        var orders = db.Orders.In(query.View, clock.Today, firstDeparture);
        orders = query.Status is { } status ? orders.Where(o => o.Status == status) : orders;
        orders = query.WaitingFor is { } whom ? orders.Where(o => o.WaitingFor == whom) : orders;
        orders = query.ClientId is { } client ? orders.Where(o => o.ClientId == client) : orders;
        orders = query.From is { } from ? orders.Where(o => o.PromisedOn >= from) : orders;
        orders = query.Until is { } until ? orders.Where(o => o.PromisedOn <= until) : orders;

        if (query.Owner is { } owner)
        {
            var theirs = db.ClientsOf(owner, HalfDay.Of(clock.Local(clock.Now)));
            orders = orders.Where(o => theirs.Contains(o.ClientId));
        }

        return query.Search is { Length: > 0 } text ? orders.Among(db.FindOrders(text)) : orders;
    }

    // The page is known by now: one visit for all its lines, findings and promises, and the mails that tell of them.
    private static async Task<IEnumerable<OrderView>> ViewsAsync(AdvDbContext db, List<Head> heads, CancellationToken ct)
    {
        var ids = heads.ConvertAll(h => h.Order.Id);
        var visit = new Visit(db);
        var lines = visit.Ask(db.Set<OrderLine>().Where(l => ids.Contains(EF.Property<OrderId>(l, OrderKey))).Select(l => new { Order = EF.Property<OrderId>(l, OrderKey), Part = l }));
        var findings = visit.Ask(db.Set<Finding>().Where(f => ids.Contains(EF.Property<OrderId>(f, OrderKey))).Select(f => new { Order = EF.Property<OrderId>(f, OrderKey), Part = f }));
        var promises = visit.Ask(db.Set<PromiseChange>().Where(p => ids.Contains(EF.Property<OrderId>(p, OrderKey))).Select(p => new { Order = EF.Property<OrderId>(p, OrderKey), Part = p }));
        var mails = visit.Ask(AcknowledgementProgress.Mails(db, [.. heads.Where(h => h.Order.IsAnswered).Select(h => (Guid?)h.Order.Id.Value)]));
        var told = visit.Ask(ToldPromises.Mails(db, ids.ConvertAll(id => (Guid?)id.Value)));
        await visit.GoAsync(ct);

        var (linesOf, findingsOf) = (lines.Rows.ToLookup(l => l.Order, l => l.Part), findings.Rows.ToLookup(f => f.Order, f => f.Part));
        var (promisesOf, toldOf) = (promises.Rows.ToLookup(p => p.Order, p => p.Part), told.Rows.ToLookup(m => m.OrderId, m => m.Mail));
        var lastOf = mails.Rows.GroupBy(m => m.OrderId, m => m.Mail).ToDictionary(of => of.Key, of => of.First());

        return heads.Select(h => OrderView.Of(h.Order, h.Answering, [.. linesOf[h.Order.Id]], findingsOf[h.Order.Id]) with
        {
            Acknowledgement = AcknowledgementProgress.Of(db, h.Order, lastOf.GetValueOrDefault(h.Order.Id.Value)),
            Promises = [.. promisesOf[h.Order.Id].OrderBy(p => p.Id.Value).Select(p => OrderView.Promise.Of(p) with { ToldAt = ToldPromises.At(p, toldOf[h.Order.Id.Value]) })],
            Notice = ToldPromises.Notice(db, h.Order.Id, promisesOf[h.Order.Id], toldOf[h.Order.Id.Value]),
        });
    }

    /// <param name="View">A view of the order book.</param>
    /// <param name="Search">Our number or the client's reference, or a part of either.</param>
    /// <param name="From">Promised on this day or later.</param>
    /// <param name="Until">Promised on this day or earlier.</param>
    /// <param name="WaitingFor">Those that wait for somebody's answer.</param>
    /// <param name="After">The cursor of the page before.</param>
    public sealed record Query(
        OrderBookView View = OrderBookView.All, OrderStatus? Status = null, ClientId? ClientId = null, MemberId? Owner = null, string? Search = null,
        DateOnly? From = null, DateOnly? Until = null, string? After = null, int Size = 25, WaitingFor? WaitingFor = null);

    private sealed record Head(Order Order, Responsibility Answering);
}

using AdvPortal.Application.Deliveries;
using AdvPortal.Domain.Orders;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;
using AdvPortal.Persistence.Portfolios;

namespace AdvPortal.Application.Orders;

/// <summary>One order with its lines and findings.</summary>
[UseCase]
public sealed class ReadOrder(UnitOfWork unitOfWork, TenantClock clock)
{
    public Task<Result<OrderView>> ExecuteAsync(OrderId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<OrderView>(this, Permission.ReadOrders, async db =>
            await FindAsync(db, id, ct) is { } order ? await ViewAsync(db, clock, order, ct) : new NoSuchOrder(), ct);

    internal static async Task<Order?> FindAsync(AdvDbContext db, OrderId id, CancellationToken ct)
    {
        var visit = new Visit(db);
        var order = visit.Ask(db.Orders.AsTracking().Where(o => o.Id == id));
        visit.Ask(db.Set<OrderLine>().AsTracking().Where(l => EF.Property<OrderId>(l, "OrderId") == id));
        visit.Ask(db.Set<Finding>().AsTracking().Where(f => EF.Property<OrderId>(f, "OrderId") == id));
        visit.Ask(db.Set<PromiseChange>().AsTracking().Where(p => EF.Property<OrderId>(p, "OrderId") == id).OrderBy(p => p.Id));
        var departures = Departures.Ask(db, visit);
        await visit.GoAsync(ct);
        order.Only?.GoBy(departures().Calendars.TransportOf(order.Only.TransportDays));

        return order.Only;
    }

    /// <summary>The same of many, in one visit; what is not there, or not of this company, is left out.</summary>
    internal static async Task<IReadOnlyList<Order>> FindAsync(AdvDbContext db, IReadOnlyCollection<OrderId> ids, CancellationToken ct)
    {
        var visit = new Visit(db);
        var orders = visit.Ask(db.Orders.AsTracking().Where(o => ids.Contains(o.Id)));
        visit.Ask(db.Set<OrderLine>().AsTracking().Where(l => ids.Contains(EF.Property<OrderId>(l, "OrderId"))));
        visit.Ask(db.Set<Finding>().AsTracking().Where(f => ids.Contains(EF.Property<OrderId>(f, "OrderId"))));
        visit.Ask(db.Set<PromiseChange>().AsTracking().Where(p => ids.Contains(EF.Property<OrderId>(p, "OrderId"))).OrderBy(p => p.Id));
        var departures = Departures.Ask(db, visit);
        await visit.GoAsync(ct);
        var ways = departures().Calendars;

        foreach (var order in orders.Rows)
        {
            order.GoBy(ways.TransportOf(order.TransportDays));
        }

        return orders.Rows;
    }

    internal static async Task<OrderView> ViewAsync(AdvDbContext db, TenantClock clock, Order order, CancellationToken ct)
    {
        var visit = new Visit(db);
        var around = Around(db, visit, clock, order.Id, order.ClientId);
        await visit.GoAsync(ct);

        return View(db, order, around());
    }

    internal static OrderView View(AdvDbContext db, Order order, Surroundings around) => OrderView.Of(order, around.Responsible) with
    {
        Acknowledgement = AcknowledgementProgress.Of(db, order, around.LastMail),
        Promises = [.. order.Promises.Select(change => OrderView.Promise.Of(change) with { ToldAt = ToldPromises.At(change, around.Told) })],
        Notice = ToldPromises.Notice(db, order.Id, order.Promises, around.Told),
    };

    /// <summary>Asks among other questions.</summary>
    internal static Func<Surroundings> Around(AdvDbContext db, Visit visit, TenantClock clock, OrderId order, ClientId client)
    {
        var mails = AcknowledgementProgress.Mails(db, order);
        var answering = visit.Ask(db.ResponsibilitiesAt(HalfDay.Of(clock.Local(clock.Now))).Where(r => r.ClientId == client).Select(r => new { Responsible = r, LastMail = mails.FirstOrDefault() }));
        var told = visit.Ask(ToldPromises.Mails(db, order));

        return () => new(answering.Only?.Responsible, answering.Only?.LastMail, told.Rows);
    }

    /// <summary>What an order is shown with, and is no part of it.</summary>
    internal sealed record Surroundings(Responsibility? Responsible, AcknowledgementProgress.Mail? LastMail, IReadOnlyList<ToldMail> Told);
}

using System.Text.Json.Serialization;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Orders;

/// <summary>What is asked of the database to hold an order against the steps after its promise; it rides along with other questions.</summary>
internal sealed class OrderSteps
{
    private readonly Order _order;
    private readonly TenantClock _clock;
    private readonly Func<Rulebook> _rules;
    private readonly Func<string?> _zone;

    private OrderSteps(Order order, TenantClock clock, Func<Rulebook> rules, Func<string?> zone) => (_order, _clock, _rules, _zone) = (order, clock, rules, zone);

    private JudgedAt Now => JudgedAt.Instant(_clock.Now, _order.ReceivedAt, _clock.Zone, _zone() is { } zone ? TimeZoneInfo.FindSystemTimeZoneById(zone) : _clock.Zone);

    private Rulebook Rules => _rules();

    private Transport Transport => _order.Way;

    public static OrderSteps Ask(AdvDbContext db, Visit visit, TenantClock clock, Order order)
    {
        var requirements = visit.Ask(db.Requirements.AsNoTracking().Include(r => r.Revisions).Where(r => r.ClientId == order.ClientId));
        var zone = visit.Ask(db.Sites.Where(s => s.Id == order.SiteId).Select(s => s.TimeZone));

        return new(order, clock, () => Rulebook.Of(requirements.Rows), () => zone.Only);
    }

    /// <summary>The same for many orders: what their clients require is asked once.</summary>
    public static Func<Order, OrderSteps> Ask(AdvDbContext db, Visit visit, TenantClock clock, IReadOnlyCollection<Order> orders)
    {
        var (clients, places) = (orders.Select(o => o.ClientId).Distinct().ToList(), orders.Select(o => o.SiteId).OfType<SiteId>().Distinct().ToList());
        var requirements = visit.Ask(db.Requirements.AsNoTracking().Include(r => r.Revisions).Where(r => clients.Contains(r.ClientId)));
        var zones = visit.Ask(db.Sites.Where(s => places.Contains(s.Id)).Select(s => new { s.Id, s.TimeZone }));
        Dictionary<ClientId, List<Requirement>>? byClient = null;
        Dictionary<SiteId, string>? bySite = null;

        return order => new(
            order, clock,
            () => Rulebook.Of((byClient ??= requirements.Rows.GroupBy(r => r.ClientId).ToDictionary(of => of.Key, of => of.ToList())).GetValueOrDefault(order.ClientId) ?? []),
            () => order.SiteId is { } site ? (bySite ??= zones.Rows.ToDictionary(z => z.Id, z => z.TimeZone)).GetValueOrDefault(site) : null);
    }

    /// <summary>With what was read already, for several orders at once.</summary>
    public static OrderSteps Of(Order order, TenantClock clock, Rulebook rules, string? zone) => new(order, clock, () => rules, () => zone);

    public IReadOnlyList<StepAhead> Ahead() => _order.Status.IsOpen() ? StepsAhead.Of(_order.AsItStands(), Rules, Now, Transport) : [];

    /// <summary>The days on which what is outstanding may arrive.</summary>
    public ArrivalDays Days() => ArrivalDays.Of(_order.AsItStands(), Rules, Now, Transport);

    /// <summary>The order takes what is found at a step; true when anything is new.</summary>
    public bool Reach(Moments step) => _order.Reach(step, Judgement.AtStep(_order.AsItStands(), Rules, Now, step, Transport));
}

/// <summary>Holds an order against what counts at a step after its promise, so that a person can settle it there: tick, waive.</summary>
[UseCase]
public sealed class ReachStep(ActOnOrder act, TenantClock clock)
{
    public Task<Result<OrderView>> ExecuteAsync(OrderId id, Form form, int? version, CancellationToken ct = default) =>
        act.RunAsync(
            this, id, version,
            async (db, order, _) =>
            {
                if (form.Step is not { } step || !StepsAhead.All.Contains(step))
                {
                    return new NoSuchStep();
                }

                if (!order.IsAnswered || !order.Status.IsOpen())
                {
                    return new StepNotReached(order.Status);
                }

                var visit = new Visit(db);
                var steps = OrderSteps.Ask(db, visit, clock, order);
                await visit.GoAsync(ct);
                steps.Reach(step);

                return Result.Ok;
            },
            ct);

    /// <param name="Step">planning, packing, labelling or invoicing.</param>
    public sealed record Form([property: JsonConverter(typeof(CamelCaseEnum<Moments>))] Moments? Step);
}

using AdvPortal.Application.Orders;
using AdvPortal.Domain.Deliveries;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Deliveries;

/// <summary>All that is known when something is done with a delivery: its orders with all their parts, what their clients require, and what other deliveries hold of them. Read in one visit.</summary>
internal sealed class DeliveryBasis
{
    private const string DeliveryKey = "DeliveryId";
    private const string OrderKey = "OrderId";

    private readonly TenantClock _clock;
    private readonly Dictionary<ClientId, Rulebook> _rules;
    private readonly Dictionary<SiteId, string> _zones;
    private DeliverySurroundings _around;

    private DeliveryBasis(TenantClock clock, IReadOnlyList<Order> orders, IEnumerable<Requirement> requirements, Dictionary<SiteId, string> zones, DeliverySurroundings around)
    {
        (_clock, Orders, _zones, _around) = (clock, orders, zones, around);
        _rules = requirements.GroupBy(r => r.ClientId).ToDictionary(of => of.Key, Rulebook.Of);
    }

    public IReadOnlyList<Order> Orders { get; }

    /// <summary>What other deliveries are to bring, by the order lines' ids.</summary>
    public required IReadOnlyDictionary<Guid, decimal> Elsewhere { get; init; }

    /// <summary>Orders of which another delivery is on its way, or waits for a decision.</summary>
    public required IReadOnlySet<OrderId> Underway { get; init; }

    public required Domain.Tenants.TenantSettings Settings { get; init; }

    /// <summary>All that the clients require, with every revision.</summary>
    public required IReadOnlyList<Requirement> Requirements { get; init; }

    public DeliveryTolerance Tolerance => new(Settings.OverDeliveryPercent, Settings.UnderDeliveryPercent);

    private ShippingCalendars Calendars => Settings.Calendars ?? ShippingCalendars.Usual;

    /// <summary>How much can leave on a day; null where nobody counts it.</summary>
    public DayCapacity? Capacity => Settings.DeliveriesADay is { } most ? new(most, Settings.CapacityIn, Settings.CapacityHolds) : null;

    /// <param name="db">The database.</param>
    /// <param name="clock">What time it is.</param>
    /// <param name="orders">Those that it brings something of, and those that it shall.</param>
    /// <param name="but">This delivery, whose goods are not held by another one.</param>
    /// <param name="ct">Stops reading.</param>
    /// <param name="also">Other questions that ride along, after those for the orders: of what somebody does meanwhile, what they tell of is never older.</param>
    public static async Task<DeliveryBasis> ReadAsync(
        AdvDbContext db, TenantClock clock, IReadOnlyCollection<OrderId> orders, DeliveryId? but, CancellationToken ct, Action<Visit>? also = null)
    {
        var visit = new Visit(db);
        var ids = orders.ToList();
        var its = db.Orders.Where(o => ids.Contains(o.Id));
        var others =
            from line in db.Set<DeliveryLine>()
            join delivery in db.Deliveries on EF.Property<DeliveryId>(line, DeliveryKey) equals delivery.Id
            where ids.Contains(line.OrderId) && delivery.Id != but
            select new { line.OrderId, line.LineId, line.Quantity, delivery.Status, delivery.IsSentAgain };

        var heads = visit.Ask(its.AsTracking().OrderBy(o => o.Number));
        var lines = visit.Ask(db.Set<OrderLine>().AsTracking().Where(l => ids.Contains(EF.Property<OrderId>(l, OrderKey))));
        visit.Ask(db.Set<Finding>().AsTracking().Where(f => ids.Contains(EF.Property<OrderId>(f, OrderKey))));
        visit.Ask(db.Set<PromiseChange>().AsTracking().Where(p => ids.Contains(EF.Property<OrderId>(p, OrderKey))).OrderBy(p => p.Id));
        var requirements = visit.Ask(db.Requirements.AsNoTracking().Include(r => r.Revisions).Where(r => its.Any(o => o.ClientId == r.ClientId)));
        var clients = visit.Ask(db.Clients.IgnoreQueryFilters([Filters.Archived]).Where(c => its.Any(o => o.ClientId == c.Id)).Select(c => new { c.Id, c.Name }));
        var sites = visit.Ask(db.Sites.Where(s => its.Any(o => o.SiteId == s.Id)).Select(s => new { s.Id, s.Name, s.TimeZone }));
        var held = visit.Ask(others);
        var files = visit.Ask(db.DeliveryFiles.Where(f => f.DeliveryId == but).OrderBy(f => f.Id));
        var settings = visit.Ask(db.TenantSettings);
        also?.Invoke(visit);
        await visit.GoAsync(ct);
        var basis = new DeliveryBasis(
            clock, heads.Rows, requirements.Rows, sites.Rows.ToDictionary(s => s.Id, s => s.TimeZone),
            new(
                clients.Rows.ToDictionary(c => c.Id, c => c.Name), sites.Rows.ToDictionary(s => s.Id, s => s.Name),
                heads.Rows.ToDictionary(o => o.Id, o => new OrderHead(o.Id, o.Number, o.CustomerReference)), lines.Rows.ToDictionary(l => l.Id), files.Rows))
        {
            Elsewhere = held.Rows.Where(l => l.Status.HoldsGoods()).GroupBy(l => l.LineId).ToDictionary(l => l.Key, l => l.Sum(each => each.Quantity)),
            Underway = held.Rows
                .Where(l => l.Status is DeliveryStatus.Shipped || (l.Status is DeliveryStatus.PartlyRefused or DeliveryStatus.Refused && !l.IsSentAgain))
                .Select(l => l.OrderId).ToHashSet(),
            Settings = settings.Rows[0],
            Requirements = requirements.Rows,
        };
        basis.CarriedBy(null);

        return basis;
    }

    public static async Task<Delivery?> FindAsync(AdvDbContext db, DeliveryId id, CancellationToken ct)
    {
        var visit = new Visit(db);
        var delivery = visit.Ask(db.Deliveries.AsTracking().Where(d => d.Id == id));
        visit.Ask(db.Set<DeliveryLine>().AsTracking().Where(l => EF.Property<DeliveryId>(l, DeliveryKey) == id));
        visit.Ask(db.Set<DeliveryUnit>().AsTracking().Where(u => EF.Property<DeliveryId>(u, DeliveryKey) == id));
        await visit.GoAsync(ct);

        return delivery.Only;
    }

    /// <summary>Whoever else does something with one of these orders at this moment is told by its version: two deliveries that are settled at once would each leave the order to the other.</summary>
    public void HoldOrders(AdvDbContext db)
    {
        foreach (var order in Orders)
        {
            db.Touch(order);
        }
    }

    public Rulebook RulesOf(Order order) => _rules.GetValueOrDefault(order.ClientId) ?? Rulebook.Empty;

    /// <summary>The orders take what is found at steps after their promise.</summary>
    public void Reach(params IReadOnlyList<Moments> steps)
    {
        foreach (var order in Orders.Where(order => order.IsAnswered && order.Status.IsOpen()))
        {
            var its = StepsOf(order);

            foreach (var step in steps)
            {
                its.Reach(step);
            }
        }
    }

    /// <summary>What stands in the way of steps, of all orders.</summary>
    public List<Finding> Unmet(IReadOnlyList<Moments> steps) => [.. Orders.SelectMany(order => steps.SelectMany(order.Unmet))];

    /// <summary>When it leaves and arrives; a refusal where a day does not suit everybody.</summary>
    /// <param name="goods">What is brought.</param>
    /// <param name="arriveOn">The day wanted; null for the one promised, or the first possible after it.</param>
    /// <param name="shipOn">The day on which it leaves; null for the last one that does.</param>
    /// <param name="alreadyOn">The day on which it leaves as it is planned: nobody names that one.</param>
    public Result<Days> DaysFor(IReadOnlyList<Goods> goods, DateOnly? arriveOn, DateOnly? shipOn, DateOnly? alreadyOn = null)
    {
        var days = goods.GroupBy(each => each.Order).Select(of => (of.Key, StepsOf(of.Key).Days(), (IReadOnlyCollection<string>)[.. of.Select(each => each.LineNo)])).ToList();
        var promised = goods.Min(each => each.Order.Lines.First(line => line.LineNo == each.LineNo).NextDueOn) is { } due && due > _clock.Today ? due : _clock.Today;

        if ((arriveOn ?? DeliveryDay.First(days, promised)) is not { } arrival)
        {
            return new NoArrivalPossible(promised);
        }

        // In the past is another refusal than closed.
        if (arrival >= _clock.Today && arriveOn is not null && DeliveryDay.WhyNot(days, arrival) is { } refusal)
        {
            return refusal;
        }

        if (shipOn is { } named && named >= _clock.Today && named != alreadyOn && days.Max(each => each.Key.Way.DepartureFrom(named)) is var next && next > named)
        {
            return new DepartureNotPossible(named, next);
        }

        var leaves = shipOn ?? days.Min(each => each.Item2.ShipOn(arrival));

        return new Days(shipOn is null && leaves < _clock.Today && arrival >= _clock.Today ? _clock.Today : leaves, arrival);
    }

    /// <summary>From here on the goods go by the calendar of this carrier; as usual where it has none.</summary>
    public void CarriedBy(string? carrier)
    {
        foreach (var order in Orders)
        {
            order.GoBy(Calendars.TransportBy(carrier, order.TransportDays));
        }
    }

    /// <summary>Whether one carrier comes on other days than another, or takes another time.</summary>
    public bool GoesOtherwise(string? one, string? other) => Orders.Any(order => Calendars.TransportBy(one, order.TransportDays) != Calendars.TransportBy(other, order.TransportDays));

    /// <summary>What there is to say of the day on which it leaves: more is planned then than can leave. Null while there is room.</summary>
    public async Task<DayIsFull?> FullAsync(AdvDbContext db, DateOnly shipOn, int lines, DeliveryId? but, CancellationToken ct)
    {
        if (Capacity is not { } capacity)
        {
            return null;
        }

        var others = db.Deliveries.Where(d => d.ShipOn == shipOn && d.Status != DeliveryStatus.Cancelled && d.Id != but);
        var visit = new Visit(db);

        if (capacity.Holds)
        {
            // Two who fill the last place at once are told one after the other.
            visit.Lock($"departures:{db.Tenant!.Value.Value}:{shipOn:O}");
        }

        var planned = visit.Ask((capacity.Unit is CapacityUnit.Lines ? others.SelectMany(d => d.Lines, (_, _) => 1) : others.Select(_ => 1)).GroupBy(_ => 1).Select(all => all.Count()));
        await visit.GoAsync(ct);

        return capacity.Look(shipOn, planned.Only, lines);
    }

    public DeliveryView View(AdvDbContext db, Delivery delivery) => DeliveryView.Of(delivery, _around) with { Version = db.VersionAfterSaving(delivery) };

    /// <summary>As it is, nothing having changed.</summary>
    public DeliveryView View(Delivery delivery) => DeliveryView.Of(delivery, _around);

    /// <summary>A file that is kept with this work.</summary>
    public void Show(DeliveryFile file) => _around = _around with { Files = [.. _around.Files, file] };

    private OrderSteps StepsOf(Order order) => OrderSteps.Of(order, _clock, RulesOf(order), order.SiteId is { } site ? _zones.GetValueOrDefault(site) : null);

    internal sealed record Days(DateOnly ShipOn, DateOnly ArriveOn);
}

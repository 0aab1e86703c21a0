using AdvPortal.Application.Orders;
using AdvPortal.Domain.Deliveries;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;
using AdvPortal.Persistence.Portfolios;

namespace AdvPortal.Application.Deliveries;

/// <summary>The board of a week: what is planned, what is still to plan, where nobody receives and when nothing leaves any more.</summary>
[UseCase]
public sealed class ReadDeliveryBoard(UnitOfWork unitOfWork, TenantClock clock)
{
    /// <summary>Lines to plan: more of them nobody looks through.</summary>
    public const int MostUnplanned = 200;

    // Some of an order's lines may be due later.
    private const int MostRead = 1000;

    private const int DaysOfWeek = 7;
    // The calendar ends within the week of its last days.
    private static readonly DateOnly _lastMonday = OrderBookViews.Monday(DateOnly.MaxValue).AddDays(-DaysOfWeek);

    private const string DeliveryKey = "DeliveryId";
    private const string OrderKey = "OrderId";

    public Task<Result<DeliveryBoard>> ExecuteAsync(Query query, CancellationToken ct = default) =>
        unitOfWork.ReadAsync(this, Permission.ReadOrders, async db =>
        {
            var asked = OrderBookViews.Monday(query.Week ?? clock.Today);
            var monday = asked < _lastMonday ? asked : _lastMonday;
            var visit = new Visit(db);
            var cards = visit.Ask(Cards(db, Answered(db, query), monday, OrderBookViews.Monday(clock.Today)));
            var unplanned = visit.Ask(Unplanned(db, Answered(db, query), monday.AddDays(DaysOfWeek - 1)));
            var departures = visit.Ask(db.Deliveries.Where(d => d.ShipOn >= monday && d.ShipOn < monday.AddDays(DaysOfWeek) && d.Status != DeliveryStatus.Cancelled).GroupBy(d => d.ShipOn).Select(day => new { On = day.Key, Count = day.Count() }));
            var loads = visit.Ask(db.Deliveries.Where(d => d.ShipOn >= monday && d.ShipOn < monday.AddDays(DaysOfWeek) && d.Status != DeliveryStatus.Cancelled).SelectMany(d => d.Lines, (d, l) => d.ShipOn).GroupBy(on => on).Select(day => new { On = day.Key, Count = day.Count() }));
            var settings = visit.Ask(db.TenantSettings.Select(s => new { s.DeliveriesADay, s.DepartureAt, s.CapacityIn, s.CapacityHolds, s.Calendars }));
            await visit.GoAsync(ct);

            var toPlan = unplanned.Rows.Select(l => l.Line with { DueOn = l.DueOn }).Where(l => l.DueOn is null || l.DueOn < monday.AddDays(DaysOfWeek)).ToList();
            var places = cards.Rows.Select(c => (c.ClientId, c.SiteId)).Concat(toPlan.Take(MostUnplanned).Select(l => (l.ClientId, l.SiteId))).Distinct().ToList();
            var (now, leaves) = (clock.Local(clock.Now), settings.Rows[0].DepartureAt);
            var calendars = settings.Rows[0].Calendars ?? ShippingCalendars.Usual;
            var first = new Departures(calendars, leaves).First(clock);

            return new DeliveryBoard(
                monday, clock.Today, now, leaves, first, settings.Rows[0].DeliveriesADay,
                [.. Week(monday).Select(day => new DeliveryBoard.Day(day, calendars.Own.Contains(day), departures.Rows.FirstOrDefault(d => d.On == day)?.Count ?? 0)
                {
                    Lines = loads.Rows.FirstOrDefault(d => d.On == day)?.Count ?? 0,
                    Closure = calendars.Own.ClosureOn(day)?.Name,
                    Why = calendars.Transport.WhyNotLeave(day),
                })],
                await PlacesAsync(db, places, monday, ct),
                [.. cards.Rows.Select(c => c with { IsLate = c.Status.HoldsGoods() && c.ShipOn < first }).OrderBy(c => c.ArriveOn).ThenBy(c => c.Number, StringComparer.Ordinal)],
                [.. toPlan.Take(MostUnplanned)], toPlan.Count > MostUnplanned || unplanned.Rows.Count == MostRead)
            {
                CapacityIn = settings.Rows[0].CapacityIn,
                CapacityHolds = settings.Rows[0].CapacityHolds,
            };
        }, ct);

    private static IEnumerable<DateOnly> Week(DateOnly monday) => Enumerable.Range(0, DaysOfWeek).Select(monday.AddDays);

    // Clients that somebody answers for today; all of them when nobody is named.
    private IQueryable<ClientId>? Answered(AdvDbContext db, Query query) => query.Owner is { } owner
        ? db.AnsweredBy(owner, HalfDay.Of(clock.Local(clock.Now))).Select(r => r.ClientId)
        : null;

    private static IQueryable<DeliveryBoard.Card> Cards(AdvDbContext db, IQueryable<ClientId>? answered, DateOnly monday, DateOnly thisMonday)
    {
        // What this week and the next ones have yet to send is no business of a week after them.
        var over = monday < thisMonday ? monday : thisMonday;
        var deliveries = db.Deliveries.Where(d =>
            (d.ArriveOn >= monday && d.ArriveOn < monday.AddDays(DaysOfWeek) && d.Status != DeliveryStatus.Cancelled)
            || (d.ArriveOn < over && (d.Status == DeliveryStatus.Planned || d.Status == DeliveryStatus.Packed)));

        return (answered is null ? deliveries : deliveries.Where(d => answered.Contains(d.ClientId))).Select(d => new DeliveryBoard.Card(
            d.Id, d.Number, d.Version, d.Status, d.ClientId, d.SiteId, d.ShipOn, d.ArriveOn, d.Carrier, d.Lines.Count, d.Lines.Select(l => l.OrderId).Distinct().Count(), false));
    }

    private static IQueryable<LineLeft> Unplanned(AdvDbContext db, IQueryable<ClientId>? answered, DateOnly sunday)
    {
        var held = db.Set<DeliveryLine>().Where(l => db.Deliveries.Any(d => d.Id == EF.Property<DeliveryId>(l, DeliveryKey) && (d.Status == DeliveryStatus.Planned || d.Status == DeliveryStatus.Packed)));
        var due = db.Orders.Where(o => o.OpenLines > 0 && o.NextDueOn <= sunday).UnderWay();

        return (
            from order in answered is null ? due : due.Where(o => answered.Contains(o.ClientId))
            from line in db.Set<OrderLine>().Where(l => EF.Property<OrderId>(l, OrderKey) == order.Id && l.OutstandingQuantity > 0)
            let left = line.OutstandingQuantity - (held.Where(h => h.OrderId == order.Id && h.LineId == line.Id).Sum(h => (decimal?)h.Quantity) ?? 0)
            where left > 0
            orderby order.NextDueOn, order.Id, line.Position
            select new LineLeft(
                new(order.Id, order.Number, order.CustomerReference, order.ClientId, order.SiteId, line.LineNo, line.ProductCode, line.Description, line.Unit, left, line.PromisedOn), line.Schedule)).Take(MostRead);
    }

    private static async Task<IReadOnlyList<DeliveryBoard.Place>> PlacesAsync(AdvDbContext db, List<(ClientId Client, SiteId? Site)> places, DateOnly monday, CancellationToken ct)
    {
        var clients = places.Select(p => p.Client).Distinct().ToList();
        var sites = places.Select(p => p.Site).OfType<SiteId>().Distinct().ToList();
        var visit = new Visit(db);
        var names = visit.Ask(db.Clients.IgnoreQueryFilters([Filters.Archived]).Where(c => clients.Contains(c.Id)).Select(c => new { c.Id, c.Name }));
        var its = visit.Ask(db.Sites.Where(s => sites.Contains(s.Id)).Select(s => new { s.Id, s.Name }));
        var requirements = visit.Ask(db.Requirements.Include(r => r.Revisions).Where(r => clients.Contains(r.ClientId) && r.Status != RequirementStatus.Draft));
        await visit.GoAsync(ct);

        var closing = requirements.Rows.SelectMany(r => InForce.Of(r).Where(it => it is { Rule: DeliveryDays, ProductFamily: null }).Select(it => (r.ClientId, Requirement: it))).ToLookup(it => it.ClientId, it => it.Requirement);
        var (client, site) = (names.Rows.ToDictionary(c => c.Id, c => c.Name), its.Rows.ToDictionary(s => s.Id, s => s.Name));

        return
        [
            .. places.Select(p => new DeliveryBoard.Place(
                p.Client, client.GetValueOrDefault(p.Client) ?? "", p.Site, p.Site is { } id ? site.GetValueOrDefault(id) : null, [.. Closed(closing[p.Client], p.Site, monday)]))
                .OrderBy(p => p.ClientName, StringComparer.CurrentCultureIgnoreCase).ThenBy(p => p.SiteName, StringComparer.CurrentCultureIgnoreCase),
        ];
    }

    private static IEnumerable<DeliveryBoard.ClosedDay> Closed(IEnumerable<InForce> requirements, SiteId? site, DateOnly monday) =>
        from day in Week(monday)
        let reasons =
            from each in requirements
            where each.Period.Contains(day) && each.Concerns(site, Moments.Review | Moments.Planning)
            orderby each.Narrowness descending
            let why = ((DeliveryDays)each.Rule).Closes(day)
            where why is not null
            select new DeliveryBoard.ClosedDay(day, why.Value, Requirement.Name(each.Number), each.Sentence)
        let reason = reasons.FirstOrDefault()
        where reason is not null
        select reason;

    // What arrives in parts is due with the first of them, which only the line itself knows.
    private sealed record LineLeft(DeliveryBoard.ToPlan Line, IReadOnlyList<PromisedPart> Schedule)
    {
        public DateOnly? DueOn => Schedule is [var next, ..] ? next.DeliverOn : Line.DueOn;
    }

    /// <param name="Week">Any day of it; null for this one.</param>
    /// <param name="Owner">What concerns the clients whom this member answers for today.</param>
    public sealed record Query(DateOnly? Week = null, MemberId? Owner = null);
}

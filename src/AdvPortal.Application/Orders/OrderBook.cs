using AdvPortal.Application.Deliveries;
using AdvPortal.Domain.Orders;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;
using AdvPortal.Persistence.Portfolios;

namespace AdvPortal.Application.Orders;

/// <summary>The order book as one person reads it today: who they are decides what « mine » is, and whose work they do beside their own.</summary>
internal sealed class OrderBook
{
    // What a search finds beyond this is found by typing more.
    private const int MostFound = 500;

    private readonly AdvDbContext _db;
    private readonly List<ClientId> _mine;
    private readonly MemberId? _me;
    private readonly (string Text, List<OrderId> Orders, List<ClientId> Clients)? _found;

    private OrderBook(AdvDbContext db, TenantClock clock, MemberId? me, DateOnly firstDeparture, IReadOnlyList<Responsibility> answered, (string, List<OrderId>, List<ClientId>)? found)
    {
        (_db, _me, Answered, _found) = (db, me, answered, found);
        (Today, FirstDeparture, Half) = (clock.Today, firstDeparture, HalfDay.Of(clock.Local(clock.Now)));
        _mine = [.. answered.Select(r => r.ClientId)];
    }

    public DateOnly Today { get; }

    /// <summary>The first day on which goods may still leave.</summary>
    public DateOnly FirstDeparture { get; }

    public int Half { get; }

    /// <summary>The clients that the person who asks answers for today.</summary>
    public IReadOnlyList<Responsibility> Answered { get; }

    /// <summary>The absent colleagues in whose place the person answers, and for which clients.</summary>
    public ILookup<MemberId, ClientId> Covered => Answered.Where(r => r is { ActingOwnerId: not null, OwnerId: not null }).ToLookup(r => r.OwnerId!.Value, r => r.ClientId);

    /// <param name="member">Null for a program, which has no clients of its own.</param>
    /// <param name="filter">Whose words are looked for at once.</param>
    /// <param name="beside">What else is asked in the same visit.</param>
    public static async Task<OrderBook> OpenAsync(AdvDbContext db, TenantClock clock, MemberId? member, BookFilter filter, Action<Visit>? beside, CancellationToken ct)
    {
        var visit = new Visit(db);
        var answered = member is { } me ? visit.Ask(db.AnsweredBy(me, HalfDay.Of(clock.Local(clock.Now)))) : null;
        var orders = filter.Text is { } number ? visit.Ask(db.FindOrders(number, MostFound)) : null;
        var clients = filter.Text is { } name ? visit.Ask(db.FindClients(name, MostFound)) : null;
        var departures = Departures.Ask(db, visit);
        beside?.Invoke(visit);
        await visit.GoAsync(ct);

        return new(db, clock, member, departures().First(clock), answered?.Rows ?? [], filter.Text is { } text ? (text, [.. orders!.Rows], [.. clients!.Rows]) : null);
    }

    /// <summary>Everybody's orders, or those of one's own clients that nobody else was given, and those that one was.</summary>
    public IQueryable<Order> Share(bool mine) => !mine ? _db.Orders : _me is { } me ? _db.Orders.Where(o => o.HandlerId == me || (o.HandlerId == null && _mine.Contains(o.ClientId))) : Of(_mine);

    public IQueryable<Order> Of(IReadOnlyCollection<ClientId> clients) => _db.Orders.Where(o => clients.Contains(o.ClientId));

    /// <summary>All that a filter shows.</summary>
    public IQueryable<Order> Orders(BookFilter filter)
    {
        var orders = filter.For is { } absent ? Of([.. Covered[absent]]) : Share(filter.Mine);
        orders = orders.In(filter.View, Today, FirstDeparture);
        orders = filter.From is { } from ? orders.Where(o => (o.NextDueOn ?? o.PromisedOn) >= from) : orders;
        orders = filter.Until is { } until ? orders.Where(o => (o.NextDueOn ?? o.PromisedOn) <= until) : orders;
        orders = filter.Statuses is { Count: > 0 } statuses ? orders.Where(o => statuses.Contains(o.Status)) : orders;
        orders = filter.Client is { } client ? orders.Where(o => o.ClientId == client) : orders;
        orders = filter.Site is { } site ? orders.Where(o => o.SiteId == site) : orders;
        orders = filter.Requirement is { } kind ? orders.Where(o => o.Findings.Any(f => f.RequirementId != null && f.Kind == kind)) : orders;

        if (filter.Owner is { } owner)
        {
            var answered = _db.AnsweredBy(owner, Half);
            orders = orders.Where(o => o.HandlerId == owner || (o.HandlerId == null && answered.Any(r => r.ClientId == o.ClientId)));
        }

        return filter.Text is { } text ? Saying(orders, text) : orders;
    }

    private IQueryable<Order> Saying(IQueryable<Order> orders, string text)
    {
        if (_found is (var sought, var foundOrders, var foundClients) && sought == text)
        {
            return orders.Where(o => foundOrders.Contains(o.Id) || foundClients.Contains(o.ClientId));
        }

        var (numbers, clients) = (_db.FindOrders(text, MostFound), _db.FindClients(text, MostFound));

        return orders.Where(o => numbers.Contains(o.Id) || clients.Contains(o.ClientId));
    }
}

using AdvPortal.Domain.Orders;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Orders;

/// <summary>Where a page of the order book begins, or ends: at a cursor of the page beside it.</summary>
/// <param name="After">The cursor of the last row before it.</param>
/// <param name="Before">The cursor of the first row behind it.</param>
public sealed record BookPlace(string? After = null, string? Before = null)
{
    public bool IsBack => Before is not null;
}

/// <summary>Orders by one column, from one end of the book or beyond a cursor, onwards or back: each order that is found has a cursor of its own.</summary>
internal static class BookPlaces
{
    // Orders without a day stand behind all that have one; the last day of all is another thing to PostgreSQL.
    private static readonly DateOnly _never = new(9999, 12, 30);

    public static Func<IReadOnlyList<Mark>> Ask(AdvDbContext db, Visit visit, IQueryable<Order> orders, BookFilter filter, BookPlace place, int most) => filter.Order.By switch
    {
        // The index by day, where the view has no order without one.
        BookSort.Promise when filter.View.HasDay() => Ask(visit, orders.Select(o => new Placed<DateOnly> { Order = o, Key = o.NextDueOn!.Value }), filter, place, most),
        BookSort.Promise => Ask(visit, orders.Select(o => new Placed<DateOnly> { Order = o, Key = o.NextDueOn ?? o.PromisedOn ?? _never }), filter, place, most),
        BookSort.Requested => Ask(visit, orders.Select(o => new Placed<DateOnly> { Order = o, Key = o.RequestedOn ?? _never }), filter, place, most),
        BookSort.Amount => Ask(visit, orders.Select(o => new Placed<decimal> { Order = o, Key = o.TotalNet }), filter, place, most),
        BookSort.Client => Ask(visit, ByClient(db, orders), filter, place, most),
        BookSort.Due => Ask(visit, orders.Select(o => new Placed<DateTimeOffset> { Order = o, Key = o.AcknowledgementDueAt }), filter, place, most),
        _ => Ask(visit, orders.Select(o => new Placed<DateTimeOffset> { Order = o, Key = o.ReceivedAt }), filter, place, most),
    };

    /// <summary>All of them in their order, for a list that is read from its beginning to its end.</summary>
    public static IQueryable<Order> InTurn(AdvDbContext db, IQueryable<Order> orders, BookFilter filter) => filter.Order switch
    {
        (BookSort.Promise, false) => orders.OrderBy(o => o.NextDueOn ?? o.PromisedOn ?? _never).ThenBy(o => o.Id),
        (BookSort.Promise, true) => orders.OrderByDescending(o => o.NextDueOn ?? o.PromisedOn ?? _never).ThenByDescending(o => o.Id),
        (BookSort.Requested, false) => orders.OrderBy(o => o.RequestedOn ?? _never).ThenBy(o => o.Id),
        (BookSort.Requested, true) => orders.OrderByDescending(o => o.RequestedOn ?? _never).ThenByDescending(o => o.Id),
        (BookSort.Amount, false) => orders.OrderBy(o => o.TotalNet).ThenBy(o => o.Id),
        (BookSort.Amount, true) => orders.OrderByDescending(o => o.TotalNet).ThenByDescending(o => o.Id),
        (BookSort.Client, false) => ByClient(db, orders).OrderBy(o => o.Key).ThenBy(o => o.Order.Id).Select(o => o.Order),
        (BookSort.Client, true) => ByClient(db, orders).OrderByDescending(o => o.Key).ThenByDescending(o => o.Order.Id).Select(o => o.Order),
        (BookSort.Due, false) => orders.OrderBy(o => o.AcknowledgementDueAt).ThenBy(o => o.Id),
        (BookSort.Due, true) => orders.OrderByDescending(o => o.AcknowledgementDueAt).ThenByDescending(o => o.Id),
        (_, false) => orders.OrderBy(o => o.ReceivedAt).ThenBy(o => o.Id),
        _ => orders.OrderByDescending(o => o.ReceivedAt).ThenByDescending(o => o.Id),
    };

    /// <summary>Makes a page of one mark more than it holds: the surplus tells that the list goes on, the way it was read.</summary>
    public static (IReadOnlyList<Mark> Rows, string? Previous, string? Next) Cut(IReadOnlyList<Mark> found, BookPlace place, int size)
    {
        var goesOn = found.Count > size;
        List<Mark> rows = [.. found.Take(size)];

        if (place.IsBack)
        {
            rows.Reverse();
        }

        var (first, last) = (rows.FirstOrDefault()?.Cursor, rows.LastOrDefault()?.Cursor);

        return place.IsBack ? (rows, goesOn ? first : null, last) : (rows, place.After is null ? null : first, goesOn ? last : null);
    }

    private static IQueryable<Placed<string>> ByClient(AdvDbContext db, IQueryable<Order> orders) =>
        from order in orders
        join client in db.Clients.IgnoreQueryFilters([Filters.Archived]) on order.ClientId equals client.Id
        select new Placed<string> { Order = order, Key = client.Name };

    private static Func<IReadOnlyList<Mark>> Ask<TKey>(Visit visit, IQueryable<Placed<TKey>> orders, BookFilter filter, BookPlace place, int most)
    {
        var falling = filter.Order.Descending != place.IsBack;

        if (Cursor.Read<TKey, Guid>(place.Before ?? place.After) is var (key, id))
        {
            var order = new OrderId(id);
            orders = falling
                ? orders.Where(o => EF.Functions.LessThan(ValueTuple.Create(o.Key, o.Order.Id), ValueTuple.Create(key, order)))
                : orders.Where(o => EF.Functions.GreaterThan(ValueTuple.Create(o.Key, o.Order.Id), ValueTuple.Create(key, order)));
        }

        orders = falling ? orders.OrderByDescending(o => o.Key).ThenByDescending(o => o.Order.Id) : orders.OrderBy(o => o.Key).ThenBy(o => o.Order.Id);
        var places = visit.Ask(orders.Take(most).Select(o => new Place<TKey> { Id = o.Order.Id, Key = o.Key }));

        return () => [.. places.Rows.Select(p => new Mark(p.Id, Cursor.Write(p.Key, p.Id.Value)))];
    }

    internal sealed record Mark(OrderId Id, string Cursor);

    private sealed class Placed<TKey>
    {
        public Order Order { get; init; } = null!;
        public TKey Key { get; init; } = default!;
    }

    private sealed class Place<TKey>
    {
        public OrderId Id { get; init; }
        public TKey Key { get; init; } = default!;
    }
}

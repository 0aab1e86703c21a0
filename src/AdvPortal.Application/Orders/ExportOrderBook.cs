using System.Runtime.CompilerServices;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Orders;

/// <summary>All that a filter of the order book shows, in its order, for a file: which they are is read at once, what they are a few hundred at a time.</summary>
[UseCase]
public sealed class ExportOrderBook(UnitOfWork unitOfWork, TenantClock clock, CurrentMember member)
{
    private const int AtOnce = 500;

    /// <param name="filter">What the person looks at.</param>
    /// <param name="only">These orders, and no others; null for all that the filter shows.</param>
    /// <param name="write">Reads the rows to their end, each once; it is not called when nothing may be read.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>How many there are.</returns>
    public Task<Result<int>> ExecuteAsync(BookFilter filter, IReadOnlyList<OrderId>? only, Func<IAsyncEnumerable<BookRow>, Task> write, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<int>(this, Permission.ReadOrders, async db =>
        {
            var book = await OrderBook.OpenAsync(db, clock, member.Id, filter, beside: null, ct);
            var orders = only is null ? book.Orders(filter) : db.Orders.Where(o => only.Contains(o.Id));
            var ids = await BookPlaces.InTurn(db, orders, filter).Select(o => o.Id).ToListAsync(ct);
            await write(RowsAsync(db, book, ids, ct));

            return ids.Count;
        }, ct);

    private static async IAsyncEnumerable<BookRow> RowsAsync(AdvDbContext db, OrderBook book, List<OrderId> ids, [EnumeratorCancellation] CancellationToken ct)
    {
        var names = await db.Members.Select(m => new { m.Id, m.Name }).ToDictionaryAsync(m => m.Id, m => m.Name, ct);

        foreach (var some in ids.Chunk(AtOnce))
        {
            var visit = new Visit(db);
            var stored = visit.Ask(BookRow.Read(db, db.Orders.Where(o => some.Contains(o.Id)), book.Half));
            await visit.GoAsync(ct);
            var rows = stored.Rows.ToDictionary(row => row.Row.Id);

            foreach (var id in some.Where(rows.ContainsKey))
            {
                yield return rows[id].On(book.Today, book.FirstDeparture, names);
            }
        }
    }
}

/// <summary>Which orders a filter shows, for something to be done with all of them; no more than can be done at once.</summary>
[UseCase]
public sealed class PickOrders(UnitOfWork unitOfWork, TenantClock clock, CurrentMember member)
{
    public Task<Result<Picked>> ExecuteAsync(BookFilter filter, CancellationToken ct = default) =>
        unitOfWork.ReadAsync(this, Permission.ReadOrders, async db =>
        {
            var book = await OrderBook.OpenAsync(db, clock, member.Id, filter, beside: null, ct);
            var rows = await BookPlaces.InTurn(db, book.Orders(filter), filter).Select(o => new Row { Id = o.Id, Net = o.TotalNet, Currency = o.Currency }).Take(ChangeOrders.Most).ToListAsync(ct);

            return new Picked(rows.ConvertAll(r => r.Id), [.. rows.GroupBy(r => r.Currency).Select(of => new Money(of.Sum(r => r.Net), of.Key))]);
        }, ct);

    /// <param name="Sums">By currency.</param>
    public sealed record Picked(IReadOnlyList<OrderId> Ids, IReadOnlyList<Money> Sums);

    private sealed class Row
    {
        public OrderId Id { get; init; }
        public decimal Net { get; init; }
        public string Currency { get; init; } = "";
    }
}

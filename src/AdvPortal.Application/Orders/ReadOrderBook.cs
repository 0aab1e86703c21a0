using AdvPortal.Domain.Orders;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Orders;

/// <summary>One page of the order book with how many orders each view holds. Three visits: whose, which and how many, what.</summary>
[UseCase]
public sealed class ReadOrderBook(UnitOfWork unitOfWork, TenantClock clock, CurrentMember member)
{
    public const int PageSize = 25;

    /// <summary>A list is counted no further.</summary>
    public const int MostCounted = 10_000;

    /// <summary>The orders of a saved view are counted no further.</summary>
    public const int MostOfSaved = 999;

    private const int MostSaved = 20;

    private static readonly OrderStatus[] _counted = [OrderStatus.ToReview, OrderStatus.OnHold, OrderStatus.Confirmed];

    public Task<Result<Book>> ExecuteAsync(BookFilter filter, BookPlace? place = null, CancellationToken ct = default) =>
        unitOfWork.ReadAsync(this, Permission.ReadOrders, async db =>
        {
            var at = place ?? new();
            Answer<Name>? members = null;
            Answer<SavedView>? saved = null;
            var book = await OrderBook.OpenAsync(
                db, clock, member.Id, filter,
                visit => (members, saved) = (visit.Ask(db.Members.Select(m => new Name { Id = m.Id, Text = m.Name, Columns = m.BookColumns })), visit.Ask(SavedViewRow.SeenBy(db, member.Id).Take(MostSaved))),
                ct);
            var names = members!.Rows.ToDictionary(m => m.Id, m => m.Text);
            var (covered, shown) = (book.Covered, book.Orders(filter));

            var visit = new Visit(db);
            var tallies = visit.Ask(Tallies(book.Share(filter.Mine), book.Today, book.FirstDeparture));
            var byStatus = visit.Ask(book.Share(filter.Mine).Where(o => _counted.Contains(o.Status)).GroupBy(o => o.Status).Select(of => new StatusCount { Status = of.Key, Count = of.Count() }));
            var ofColleagues = covered.Count == 0 ? null : visit.Ask(book.Of([.. covered.SelectMany(of => of)]).In(OrderBookView.Open, book.Today, book.FirstDeparture).GroupBy(o => o.ClientId).Select(of => new ClientCount { Client = of.Key, Count = of.Count() }));
            var count = visit.Ask(Count(db, shown, filter, MostCounted));
            var totals = visit.Ask(shown.Where(o => o.OpenLines > 0).GroupBy(o => o.Currency).Select(of => new Sum { Currency = of.Key, ToDeliver = of.Sum(o => o.OutstandingNet), Lines = of.Sum(o => o.OpenLines) }));
            var ofSaved = saved!.Rows.Select(v => (View: v, Count: visit.Ask(Count(db, book, BookFilter.Parse(v.Query))))).ToList();
            var places = BookPlaces.Ask(db, visit, shown, filter, at, PageSize + 1);
            await visit.GoAsync(ct);

            var (marks, previous, next) = BookPlaces.Cut(places(), at, PageSize);
            var rows = await RowsAsync(db, book, marks, names, ct);

            return new Book(
                book.Today, clock.Local(clock.Now), CountsOf(tallies.Rows, byStatus.Rows), Sums(tallies.Rows.Select(t => (t.ToDeliver, t.Currency))),
                [.. covered.Select(of => new Colleague(of.Key, names.GetValueOrDefault(of.Key) ?? "", ofColleagues!.Rows.Where(c => of.Contains(c.Client)).Sum(c => c.Count))).OrderBy(c => c.Name, StringComparer.CurrentCulture)],
                book.Answered.Count > 0,
                new(count.Only, Sums(totals.Rows.Select(t => (t.ToDeliver, t.Currency))), totals.Rows.Sum(t => t.Lines)), rows, previous, next)
            {
                Saved = [.. ofSaved.Select(each => new Kept(SavedViewRow.Of(each.View), each.Count.Only, each.View.OwnerId == member.Id))],
                Columns = members.Rows.FirstOrDefault(m => m.Id == member.Id)?.Columns,
                Members = [.. names.Select(n => new Person(n.Key, n.Value)).OrderBy(n => n.Name, StringComparer.CurrentCulture)],
            };
        }, ct);

    private static async Task<List<BookRow>> RowsAsync(AdvDbContext db, OrderBook book, IReadOnlyList<BookPlaces.Mark> marks, Dictionary<MemberId, string> names, CancellationToken ct)
    {
        if (marks.Count == 0)
        {
            return [];
        }

        var ids = marks.Select(m => m.Id).ToList();
        var visit = new Visit(db);
        var stored = visit.Ask(BookRow.Read(db, db.Orders.Where(o => ids.Contains(o.Id)), book.Half));
        await visit.GoAsync(ct);
        var rows = stored.Rows.ToDictionary(row => row.Row.Id, row => row.On(book.Today, book.FirstDeparture, names));

        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id])];
    }

    private static IQueryable<int> Count(AdvDbContext db, OrderBook book, BookFilter filter) => Count(db, book.Orders(filter), filter, MostOfSaved);

    // In the view's own order, which may be that of an index: any would do, and EF wants one said.
    private static IQueryable<int> Count(AdvDbContext db, IQueryable<Order> orders, BookFilter filter, int most) =>
        BookPlaces.InTurn(db, orders, filter with { Sort = null }).Take(most + 1).GroupBy(_ => 1).Select(all => all.Count());

    // One pass over what is open answers for all the views of it.
    private static IQueryable<Tally> Tallies(IQueryable<Order> orders, DateOnly today, DateOnly firstDeparture)
    {
        var monday = OrderBookViews.Monday(today);
        var sunday = monday.AddDays(6);

        return orders.Where(o => o.OpenLines > 0).GroupBy(o => o.Currency).Select(of => new Tally
        {
            Currency = of.Key,
            ToDeliver = of.Sum(o => o.OutstandingNet),
            Open = of.Count(),
            ThisWeek = of.Count(o => o.NextDueOn >= monday && o.NextDueOn <= sunday),
            Late = of.Count(o => o.NextDueOn < today && (o.Status == OrderStatus.Confirmed || o.Status == OrderStatus.InPreparation || o.Status == OrderStatus.PartlyShipped)),
            AtRisk = of.Count(o => (o.NextDueOn == null || o.NextDueOn >= today) && (o.IsThreatened || o.NextShipOn < firstDeparture)
                && (o.Status == OrderStatus.Confirmed || o.Status == OrderStatus.InPreparation || o.Status == OrderStatus.PartlyShipped)),
            BackOrders = of.Count(o => o.Status == OrderStatus.PartlyShipped),
        });
    }

    private static Dictionary<OrderBookView, int> CountsOf(IReadOnlyList<Tally> tallies, IReadOnlyList<StatusCount> byStatus) => new()
    {
        [OrderBookView.ToReview] = Of(byStatus, OrderStatus.ToReview),
        [OrderBookView.OnHold] = Of(byStatus, OrderStatus.OnHold),
        [OrderBookView.Confirmed] = Of(byStatus, OrderStatus.Confirmed),
        [OrderBookView.ThisWeek] = tallies.Sum(t => t.ThisWeek),
        [OrderBookView.Late] = tallies.Sum(t => t.Late),
        [OrderBookView.AtRisk] = tallies.Sum(t => t.AtRisk),
        [OrderBookView.BackOrders] = tallies.Sum(t => t.BackOrders),
        [OrderBookView.Open] = tallies.Sum(t => t.Open),
    };

    private static int Of(IReadOnlyList<StatusCount> byStatus, OrderStatus status) => byStatus.FirstOrDefault(s => s.Status == status)?.Count ?? 0;

    private static List<Money> Sums(IEnumerable<(decimal Amount, string Currency)> sums) => [.. sums.OrderByDescending(s => s.Amount).Select(s => new Money(s.Amount, s.Currency))];

    /// <param name="Counts">Of every view but that of all orders, which nobody counts.</param>
    /// <param name="ToDeliver">Of all that is open, by currency.</param>
    /// <param name="Covered">Absent colleagues in whose place the person answers today.</param>
    /// <param name="HasClients">Whether the person answers for any client today.</param>
    /// <param name="Previous">The cursor to ask with for the rows before; null at the beginning.</param>
    public sealed record Book(
        DateOnly Today, DateTimeOffset Now, IReadOnlyDictionary<OrderBookView, int> Counts, IReadOnlyList<Money> ToDeliver, IReadOnlyList<Colleague> Covered, bool HasClients,
        Totals Totals, IReadOnlyList<BookRow> Rows, string? Previous, string? Next)
    {
        public IReadOnlyList<Person> Members { get; init; } = [];

        /// <summary>The person's own views, and those that everybody has.</summary>
        public IReadOnlyList<Kept> Saved { get; init; } = [];

        /// <summary>The columns that the person looks at; null for the usual ones.</summary>
        public string? Columns { get; init; }
    }

    /// <param name="Orders">How many orders the filter shows; more than <see cref="MostCounted"/> means that many and more.</param>
    public sealed record Totals(int Orders, IReadOnlyList<Money> ToDeliver, int OpenLines);

    /// <param name="Orders">Up to one more than <see cref="MostOfSaved"/>.</param>
    /// <param name="IsMine">The person may change it.</param>
    public sealed record Kept(SavedViewRow View, int Orders, bool IsMine);

    /// <param name="Open">Open orders of the clients that are covered.</param>
    public sealed record Colleague(MemberId Id, string Name, int Open);

    public sealed record Person(MemberId Id, string Name);

    private sealed class Name
    {
        public MemberId Id { get; init; }
        public string Text { get; init; } = "";
        public string? Columns { get; init; }
    }

    private sealed class Tally
    {
        public string Currency { get; init; } = "";
        public decimal ToDeliver { get; init; }
        public int Open { get; init; }
        public int ThisWeek { get; init; }
        public int Late { get; init; }
        public int AtRisk { get; init; }
        public int BackOrders { get; init; }
    }

    private sealed class StatusCount
    {
        public OrderStatus Status { get; init; }
        public int Count { get; init; }
    }

    private sealed class ClientCount
    {
        public ClientId Client { get; init; }
        public int Count { get; init; }
    }

    private sealed class Sum
    {
        public string Currency { get; init; } = "";
        public decimal ToDeliver { get; init; }
        public int Lines { get; init; }
    }
}

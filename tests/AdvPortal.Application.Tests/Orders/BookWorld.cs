using AdvPortal.Application.Orders;
using AdvPortal.Application.Tests.Portfolios;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Orders;

namespace AdvPortal.Application.Tests.Orders;

/// <summary>A desk with orders in every place of their lives: they came a week before Monday 30 November 2026. Names of orders are their references.</summary>
internal sealed class BookWorld(TeamWorld team) : IAsyncDisposable
{
    public static readonly DateOnly Monday = TeamWorld.Monday.AddDays(7);

    private readonly Dictionary<string, OrderId> _orders = new(StringComparer.Ordinal);

    public TeamWorld Team => team;
    public World World => team.World;

    public static async Task<BookWorld> FoundAsync(TestDatabase database)
    {
        var book = new BookWorld(await TeamWorld.FoundAsync(database));
        await book.World.AProductAsync("VH-M8-30-ZN");

        return book;
    }

    public OrderId IdOf(string reference) => _orders[reference];

    /// <summary>An order of one line or more, asked for on a day of this week or another.</summary>
    public async Task<OrderId> PlacedAsync(string reference, Client client, DateOnly day, int lines = 1, decimal quantity = 100)
    {
        var placed = await World.PlacedAsync(new()
        {
            ClientId = client.Id,
            CustomerReference = reference,
            RequestedOn = day,
            Lines = [.. Enumerable.Range(1, lines).Select(n => new PlaceOrder.Line { LineNo = $"{n * 10}", ProductCode = "VH-M8-30-ZN", Quantity = quantity, NetPrice = 1 })],
        });

        World.Clock.Advance(TimeSpan.FromSeconds(1));

        return _orders[reference] = placed.Id;
    }

    public async Task<OrderId> ConfirmedAsync(string reference, Client client, DateOnly day, int lines = 1)
    {
        var id = await PlacedAsync(reference, client, day, lines);
        var confirmed = await World.Get<ConfirmOrder>().ExecuteAsync(id, null);
        Assert.True(confirmed.IsOk, confirmed.Refusal?.ToString());

        return id;
    }

    /// <summary>A week has gone by since the orders came.</summary>
    public void GoOn() => World.Clock.Advance(TimeSpan.FromDays(7));

    /// <summary>What only its own use cases of later do to an order.</summary>
    public Task DoAsync(string reference, Func<Order, Result> act) => World.StoreAsync(async db =>
    {
        var id = _orders[reference];
        var order = await db.Orders.Include(o => o.Lines).Include(o => o.Promises).SingleAsync(o => o.Id == id);
        var done = act(order);
        Assert.True(done.IsOk, done.Refusal?.ToString());
    });

    public async Task<ReadOrderBook.Book> ReadAsync(string query, BookPlace? place = null, World? by = null)
    {
        var read = await (by ?? World).Get<ReadOrderBook>().ExecuteAsync(BookFilter.Parse(query), place);
        Assert.True(read.IsOk, read.Refusal?.ToString());

        return read.Value;
    }

    public async Task<string> ReferencesAsync(string query, World? by = null) => string.Join(' ', (await ReadAsync(query, by: by)).Rows.Select(row => row.Reference));

    public ValueTask DisposeAsync() => team.DisposeAsync();
}

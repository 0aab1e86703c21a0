using AdvPortal.Application.Imports;
using AdvPortal.Application.Orders;
using AdvPortal.Application.Tests.Imports;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Orders;

namespace AdvPortal.Application.Tests.Orders;

/// <summary>What stock and workshop say, by list and by program. It is Monday 23 November 2026.</summary>
public sealed class StockDateTests(TestDatabase database) : IAsyncLifetime
{
    private static readonly DateOnly _tuesday = new(2026, 11, 24);
    private static readonly DateOnly _december = new(2026, 12, 7);

    private World _world = null!;
    private Client _client = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await database.ATenantAsync();
        _client = await _world.AClientAsync();
        await _world.AProductAsync("VH-M8-30-ZN");
        await _world.AProductAsync("RP-M8-ZN");
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Each_row_is_taken_or_refused_by_itself_and_the_same_rows_again_change_nothing()
    {
        var order = await AnOrderAsync("4500187342");
        StockDate[] rows =
        [
            new() { OrderNumber = order.Number, LineNo = "10", ReadyOn = _december, Note = " Zingage attendu " },
            new() { CustomerReference = "4500187342", ProductCode = "RP-M8-ZN", ReadyOn = _tuesday },
            new() { OrderNumber = "CV26-99999", LineNo = "10", ReadyOn = _tuesday },
            new() { OrderNumber = order.Number, LineNo = "70", ReadyOn = _tuesday },
            new() { OrderNumber = order.Number, LineNo = "10", ProductCode = "RP-M8-ZN", ReadyOn = _tuesday },
            new() { LineNo = "10", ReadyOn = _tuesday },
            new() { OrderNumber = order.Number, ReadyOn = _tuesday },
            new() { OrderNumber = order.Number, LineNo = "20", ReadyOn = _tuesday, Note = new string('x', Readiness.NoteMaxLength + 1) },
        ];
        var told = await TellAsync(rows);
        var read = (await _world.Get<ReadOrder>().ExecuteAsync(order.Id)).Value!;

        Assert.Equal((2, 0, 6), (told.Changed, told.Same, told.Refused));
        Assert.Equal(
            [
                null, null, nameof(StockDateOrderUnknown), nameof(StockDateLineUnknown), nameof(StockDateLineUnknown), nameof(StockDateNeedsOrder), nameof(StockDateNeedsLine), nameof(StockDateNoteTooLong),
            ],
            told.Rows.Select(row => row.Refusal));
        Assert.Equal((order.Id, "20"), (told.Rows[1].OrderId!.Value, told.Rows[1].LineNo));
        Assert.Equal([new Readiness(_december, "Zingage attendu"), new Readiness(_tuesday)], read.Lines.Select(line => line.Ready));

        var again = await TellAsync(rows);
        Assert.Equal((0, 2, 6), (again.Changed, again.Same, again.Refused));
        Assert.Equal(read.Version, (await _world.Get<ReadOrder>().ExecuteAsync(order.Id)).Value!.Version);
    }

    [Fact]
    public async Task Each_order_tells_in_its_own_history_that_its_goods_are_awaited()
    {
        var (first, second, third) = (await AnOrderAsync("A1"), await AnOrderAsync("A2"), await AnOrderAsync("A3"));
        await TellAsync(new() { OrderNumber = first.Number, LineNo = "10", ReadyOn = new(2026, 12, 1) }, new() { OrderNumber = second.Number, LineNo = "10", ReadyOn = new(2026, 12, 1) });

        Assert.Equal([first.Id.Value, second.Id.Value], await _world.ReadAsync(db => db.History.Where(h => h.UseCase == nameof(TellStockDates)).OrderBy(h => h.Position).Select(h => h.SubjectId).ToListAsync()));
        Assert.NotEqual(default, third.Id);
    }

    [Fact]
    public async Task A_date_is_taken_back_with_none()
    {
        var order = await AnOrderAsync("4500187342");
        await TellAsync(new StockDate { OrderNumber = order.Number, LineNo = "10", ReadyOn = _december });

        Assert.Equal(1, (await TellAsync(new StockDate { OrderNumber = order.Number, LineNo = "10" })).Changed);
        Assert.Null((await _world.Get<ReadOrder>().ExecuteAsync(order.Id)).Value!.Lines[0].Ready);
    }

    [Fact]
    public async Task Of_two_orders_with_one_reference_the_open_one_is_meant_and_of_two_open_ones_neither()
    {
        var (cancelled, open) = (await AnOrderAsync("4500187342"), await AnOrderAsync("4500187342"));
        var row = new StockDate { CustomerReference = "4500187342", LineNo = "10", ReadyOn = _december };
        Assert.Equal(nameof(StockDateOrderUnclear), (await TellAsync(row)).Rows[0].Refusal);

        Assert.True((await _world.Get<CancelOrder>().ExecuteAsync(cancelled.Id, new("En double"), cancelled.Version)).IsOk);
        Assert.Equal(open.Id, (await TellAsync(row)).Rows[0].OrderId);
        Assert.Equal(nameof(NothingOutstanding), (await TellAsync(new StockDate { OrderNumber = cancelled.Number, LineNo = "10", ReadyOn = _december })).Rows[0].Refusal);
    }

    [Fact]
    public async Task Another_companys_orders_are_of_nobody()
    {
        await using var other = await database.ATenantAsync();
        var order = await AnOrderAsync("4500187342");
        var told = (await other.Get<TellStockDates>().ExecuteAsync(new()
        {
            Rows = [new() { OrderNumber = order.Number, LineNo = "10", ReadyOn = _december }, new() { CustomerReference = "4500187342", LineNo = "10", ReadyOn = _december }],
        })).Value!;

        Assert.All(told.Rows, row => Assert.Equal(nameof(StockDateOrderUnknown), row.Refusal));
        Assert.Null((await _world.Get<ReadOrder>().ExecuteAsync(order.Id)).Value!.Lines[0].Ready);
    }

    [Fact]
    public async Task More_rows_than_are_taken_at_once_and_whoever_handles_no_orders_are_refused()
    {
        await using var reader = await _world.AsAsync(await _world.AMemberAsync("Rémi", Role.Reader), Role.Reader);

        Assert.IsType<TooManyStockDates>((await _world.Get<TellStockDates>().ExecuteAsync(new() { Rows = [.. Enumerable.Repeat(new StockDate(), TellStockDates.MostRows + 1)] })).Refusal);
        Assert.IsType<NotAllowed>((await reader.Get<TellStockDates>().ExecuteAsync(new())).Refusal);
    }

    [Fact]
    public async Task A_list_is_looked_at_first_and_brought_in_then_and_its_bad_rows_are_named()
    {
        var order = await AnOrderAsync("4500187342");
        var list = $"Commande;Commande client;Ligne;Article;Dispo;Remarques\n{order.Number};;10;;07/12/2026;Zingage\n;4500187342;;RP-M8-ZN;24/11/2026;\n{order.Number};;10;;;\nCV26-99999;;10;;demain;\n{order.Number};;10;;08/12/2026;\n";
        var seen = await _world.LookAsync(ImportKind.StockDates, list);

        Assert.Equal([ImportOutcome.Create, ImportOutcome.Create, ImportOutcome.Refuse, ImportOutcome.Refuse, ImportOutcome.Refuse], seen.Outcomes());
        Assert.Equal(["E4 ImportCellEmpty", "E5 ImportNotADate", "ImportRowTwice", "ImportRowTwice", "StockDateOrderUnknown"], seen.Problems().Order(StringComparer.Ordinal));
        Assert.Null((await _world.Get<ReadOrder>().ExecuteAsync(order.Id)).Value!.Lines[0].Ready);

        Assert.Equal(seen.Outcomes(), (await _world.ImportAsync(ImportKind.StockDates, list)).Outcomes());
        Assert.Equal([new Readiness(_december, "Zingage"), new Readiness(_tuesday)], (await _world.Get<ReadOrder>().ExecuteAsync(order.Id)).Value!.Lines.Select(line => line.Ready));
        Assert.Equal([ImportOutcome.Same, ImportOutcome.Same], (await _world.ImportAsync(ImportKind.StockDates, list)).Outcomes().Take(2));
    }

    private async Task<TellStockDates.Told> TellAsync(params StockDate[] rows)
    {
        var told = await _world.Get<TellStockDates>().ExecuteAsync(new() { Rows = [.. rows] });
        Assert.True(told.IsOk, told.Refusal?.ToString());

        return told.Value;
    }

    private async Task<OrderView> AnOrderAsync(string reference) => (await _world.Get<PlaceOrder>().ExecuteAsync(new()
    {
        ClientId = _client.Id,
        CustomerReference = reference,
        RequestedOn = _tuesday,
        Lines = [new() { LineNo = "10", ProductCode = "VH-M8-30-ZN", Quantity = 5000, NetPrice = 1 }, new() { LineNo = "20", ProductCode = "RP-M8-ZN", Quantity = 300, NetPrice = 1 }],
    })).Value!;
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using AdvPortal.Application.Intake;
using AdvPortal.Application.Orders;
using AdvPortal.Application.Tests.Common;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Orders;
using AdvPortal.Tests;

namespace AdvPortal.Application.Tests.Intake;

/// <summary>A file of many orders is placed in few visits, and what becomes of it is what becomes of each of them alone.</summary>
public sealed class BulkPlacingTests(TestDatabase database) : IAsyncLifetime
{
    private const int Many = 300;

    private World _world = null!;
    private Client _client = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await database.ATenantAsync();
        _client = await _world.AClientAsync();
        var (screw, nut) = (await _world.AProductAsync("VH-M8-30-ZN"), await _world.AProductAsync("EC-M8-ZN"));
        await _world.StoreAsync(db => db.AddRange(
            new BuyerCode(_client.Id, "4711", screw.Id), new BuyerCode(_client.Id, "4712", nut.Id), new ContractPrice(_client.Id, screw.Id, 8.40m, 100, "EUR", new(2026, 1, 1), null, null)));
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Orders_are_numbered_in_the_order_of_the_file_and_known_at_their_place()
    {
        var document = await ReceiveAsync(Enumerable.Range(0, Many).Select(n => $"P-{n:0000},1,4711,{n + 1},8.40"));
        var orders = await _world.ReadAsync(db => db.Orders.OrderBy(o => o.Number).ToDictionaryAsync(o => o.Id));

        Assert.Equal("done", document.Status);
        Assert.Equal(Enumerable.Range(0, Many).Select(n => $"P-{n:0000}"), orders.Values.Select(o => o.CustomerReference));
        Assert.Equal(orders.Keys, document.Orders.Select(o => o.OrderId!.Value));
        Assert.Equal(Enumerable.Range(1, Many).Select(n => $"{n:00000}"), orders.Values.Select(o => o.Number[^5..]));
    }

    [Theory]
    [InlineData("{0},1,4711,5000,8.40", "{0},2,4712,7,9.10")]
    [InlineData("{0},1,4711,,8.40", "{0},2,inconnu,3,1.00")]
    public async Task An_order_among_many_reads_back_as_it_does_alone(params string[] lines)
    {
        var alone = await ReceiveAsync(lines.Select(line => string.Format(CultureInfo.InvariantCulture, line, "SEUL")));
        var among = await ReceiveAsync(lines.Select(line => string.Format(CultureInfo.InvariantCulture, line, "PARMI")).Concat(Enumerable.Range(0, Many).Select(n => $"P-{n:0000},1,4711,{n + 1},8.40")));

        Assert.Equal(await SaidAsync(alone.Orders[0].OrderId!.Value), await SaidAsync(among.Orders[0].OrderId!.Value));
    }

    [Fact]
    public async Task Ten_times_the_orders_cost_no_more_visits()
    {
        await ReceiveAsync(["P-CHAUD,1,4711,5,8.40"]);
        var some = await RoundTrips.OfAsync(() => ReceiveAsync(Enumerable.Range(0, 100).Select(n => $"P-A{n:0000},1,4711,{n + 1},8.40")));
        var many = await RoundTrips.OfAsync(() => ReceiveAsync(Enumerable.Range(0, 1000).Select(n => $"P-B{n:0000},1,4711,{n + 1},8.40")));

        Assert.Equal(some.Count, many.Count);
    }

    [Fact]
    public async Task The_one_that_was_ordered_before_is_told_of_and_no_other()
    {
        await ReceiveAsync(["P-0007,1,4711,50,8.40"]);
        var document = await ReceiveAsync(Enumerable.Range(0, Many).Select(n => $"P-{n:0000},1,4712,{1000 + n},8.40"));
        var told = await _world.ReadAsync(db => db.Orders.Where(o => o.OrderDocumentId == document.Id && o.Findings.Any(f => f.Kind == FindingKinds.DuplicateReference)).Select(o => o.CustomerReference).ToListAsync());

        Assert.Equal(["P-0007"], told);
    }

    [Fact]
    public async Task Rows_written_in_bulk_stay_behind_the_walls_and_in_an_unbroken_history()
    {
        await using var stranger = await database.ATenantAsync();
        await ReceiveAsync(Enumerable.Range(0, Many).Select(n => $"P-{n:0000},1,4711,{n + 1},8.40"));
        await ReceiveAsync(Enumerable.Range(0, Many).Select(n => $"UN-GROS,{n + 1},4711,{n + 1},8.40"));

        Assert.Equal(Many + 1, await _world.ReadAsync(db => db.Orders.CountAsync()));
        Assert.Equal(2 * Many, await _world.ReadAsync(db => db.Set<OrderLine>().CountAsync()));
        Assert.Equal((0, 0), (await stranger.ReadAsync(db => db.Orders.CountAsync()), await stranger.ReadAsync(db => db.Set<OrderLine>().CountAsync())));
        Assert.All(await _world.ReadAsync(db => db.Orders.ToListAsync()), order => Assert.Equal(1, order.Version));
        await Chain.VerifyAsync(_world);
    }

    [Fact]
    public async Task History_tells_of_rows_written_in_bulk_what_it_tells_of_one_alone()
    {
        await ReceiveAsync(["SEUL,1,4711,5000,8.50"]);
        await ReceiveAsync(Enumerable.Range(0, Many).Select(n => $"P-{n:0000},1,4711,{n + 1},8.50"));
        var told = await _world.ReadAsync(db => db.History.Where(h => h.UseCase == nameof(ReceiveOrderDocument)).OrderBy(h => h.Position).ToListAsync());
        var (alone, many) = (Told(told[1].Changes), Told(told[3].Changes));
        var first = await _world.ReadAsync(db => db.Orders.SingleAsync(o => o.CustomerReference == "P-0000"));

        Assert.Equal(_client.Id, told[3].ClientId);
        Assert.All(new[] { nameof(Order), nameof(OrderLine), nameof(Finding), "DocumentOrder" }, kind => Assert.Equal(Names(alone[kind].First()), Names(many[kind].First())));
        Assert.All(new[] { nameof(Order), nameof(OrderLine), "DocumentOrder" }, kind => Assert.Equal(Many - ChangeRecord.MostRowsOfAKind, many[kind].Last().GetProperty("more").GetInt32()));
        Assert.Equal(first.Id.Value, many[nameof(Order)].First().GetProperty("id").GetGuid());
        Assert.Equal(first.Id.Value, many[nameof(OrderLine)].First().GetProperty("after").GetProperty("orderId").GetGuid());
    }

    [Fact]
    public async Task Rows_of_another_company_are_not_written_in_bulk()
    {
        await ReceiveAsync(Enumerable.Range(0, Many).Select(n => $"P-{n:0000},1,4711,{n + 1},8.40"));
        var theirs = await _world.ReadAsync(db => db.Orders.Include(o => o.Lines).Include(o => o.Findings).ToListAsync());
        await using var stranger = await database.ATenantAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => stranger.StoreAsync(db => db.AddMany(theirs)));
    }

    private static ILookup<string, JsonElement> Told(string changes) =>
        JsonSerializer.Deserialize<JsonElement[]>(changes)!.ToLookup(change => change.GetProperty("kind").GetString()!);

    private static List<string> Names(JsonElement change) => [.. change.GetProperty("after").EnumerateObject().Select(value => value.Name)];

    // Everything but what names it, that the other one came before, and what is said of the file as a whole.
    private async Task<string> SaidAsync(OrderId id)
    {
        var order = (await _world.Get<ReadOrder>().ExecuteAsync(id)).Value!;

        return JsonSerializer.Serialize(new
        {
            order.Version,
            order.Status,
            order.Currency,
            order.TotalNet,
            order.RequestedOn,
            order.PromisedOn,
            order.Lines,
            Findings = order.Findings.Where(f => f.Kind is not (FindingKinds.DuplicateContent or FindingKinds.DocumentDoubt)).OrderBy(f => f.LineNo, StringComparer.Ordinal).ThenBy(f => f.Kind, StringComparer.Ordinal)
                .Select(f => new { f.Kind, f.Severity, f.State, f.LineNo, f.Explanation, f.Before, f.After, f.Reasons }),
        });
    }

    private async Task<OrderDocumentView> ReceiveAsync(IEnumerable<string> rows) => (await _world.Get<ReceiveOrderDocument>().ExecuteAsync(
        Encoding.UTF8.GetBytes($"po_number,line_number,buyer_sku,quantity,unit_price\n{string.Join('\n', rows)}\n"), "commande.csv", "text/csv", _client.Id)).Value!;
}

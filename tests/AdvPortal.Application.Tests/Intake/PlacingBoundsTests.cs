using System.Globalization;
using System.Text;
using AdvPortal.Application.Intake;
using AdvPortal.Application.Orders;
using AdvPortal.Domain.Clients;

namespace AdvPortal.Application.Tests.Intake;

/// <summary>A file of a known client becomes an order, whatever one of its values is like.</summary>
public sealed class PlacingBoundsTests(TestDatabase database) : IAsyncLifetime
{
    private World _world = null!;
    private Client _client = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await database.ATenantAsync();
        _client = await _world.AClientAsync();
        var product = await _world.AProductAsync("VH-M8-30-ZN");
        await _world.StoreAsync(db => db.AddRange(new BuyerCode(_client.Id, "4711", product.Id), new ContractPrice(_client.Id, product.Id, 8.40m, 100, "EUR", new(2026, 1, 1), null, null)));
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Repeated_line_numbers_are_told_apart_and_no_order_of_the_file_is_lost()
    {
        var (document, orders) = await PlacedAsync("4500187342,1,4711,5,8.40", "4500187342,1,4711,6,8.40", "4500187343,1,4711,7,8.40");

        Assert.Equal(["1 1-2", "1"], orders.Select(o => string.Join(' ', o.Lines.Select(l => l.LineNo))));
        Assert.Contains(document.Problems, p => p.Code == "line-renumbered");
    }

    [Fact]
    public async Task An_endless_reference_is_cut_and_told()
    {
        var (document, orders) = await PlacedAsync($"{new string('9', 9_000)},1,4711,5,8.40");

        Assert.Equal(new string('9', 69) + "…", Assert.Single(orders).CustomerReference);
        Assert.Contains(document.Problems, p => p.Code == "text-too-long");
    }

    [Theory]
    [InlineData("999999999999999", "8.40", 0)]
    [InlineData("5", "999999999999", 5)]
    [InlineData("999999999", "99999999", 999_999_999)]
    [InlineData("999999999999999", "999999999999999", 0)]
    public async Task A_number_beyond_every_order_is_left_out_and_told(string quantity, string price, int kept)
    {
        var (document, orders) = await PlacedAsync($"4500187342,1,4711,{quantity},{price}");

        Assert.Equal(kept, Assert.Single(Assert.Single(orders).Lines).Quantity);
        Assert.Contains(document.Problems, p => p.Code == "number-out-of-bounds");
    }

    [Fact]
    public async Task What_is_outstanding_is_as_exact_as_what_was_ordered()
    {
        var (_, orders) = await PlacedAsync("4500187342,1,4711,0.125,8.40");

        Assert.Equal((0.125m, 0.125m), (orders[0].Lines[0].Quantity, (await _world.Get<ReadOrder>().ExecuteAsync(orders[0].Id)).Value!.Lines[0].OutstandingQuantity));
    }

    private async Task<(OrderDocumentView Document, List<OrderView> Orders)> PlacedAsync(params string[] lines)
    {
        var text = "po_number,line_number,buyer_sku,quantity,unit_price\n" + string.Concat(lines.Select(line => string.Create(CultureInfo.InvariantCulture, $"{line}\n")));
        var document = (await _world.Get<ReceiveOrderDocument>().ExecuteAsync(Encoding.UTF8.GetBytes(text), "commande.csv", "text/csv", _client.Id)).Value!;
        Assert.Equal("done", document.Status);
        var orders = new List<OrderView>();

        foreach (var entry in document.Orders)
        {
            orders.Add((await _world.Get<ReadOrder>().ExecuteAsync(entry.OrderId!.Value)).Value!);
        }

        return (document, orders);
    }
}

using AdvPortal.Application.Clients;
using AdvPortal.Application.Orders;
using AdvPortal.Domain.Clients;

namespace AdvPortal.Application.Tests.Orders;

public sealed class LookUpLinesTests(TestDatabase database) : IAsyncLifetime
{
    private World _world = null!;
    private ClientId _client;

    public async ValueTask InitializeAsync()
    {
        _world = await database.ATenantAsync();
        _client = (await _world.AClientAsync()).Id;
        await _world.AProductAsync("VH-M8", "Vis H M8×30");
        await _world.AProductAsync("EH-M8", "Écrou H M8");
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_code_is_the_client_s_first_and_ours_otherwise()
    {
        Assert.True((await _world.Get<ReplaceProductCodes>().ExecuteAsync(_client, [new("EH-M8", "VH-M8"), new("77", "EH-M8")], null)).IsOk);

        Assert.Equal(
            [("VH-M8", true, "Vis H M8×30"), ("VH-M8", false, "Vis H M8×30"), ("EH-M8", false, "Écrou H M8"), (null, false, "")],
            (await LookUpAsync("vh-m8", "EH-M8", "77", "ZZ")).Select(found => (found.ProductCode, found.IsOurs, found.Description)));
    }

    [Fact]
    public async Task The_order_finds_what_the_look_up_found()
    {
        Assert.True((await _world.Get<ReplaceProductCodes>().ExecuteAsync(_client, [new("77", "VH-M8")], null)).IsOk);
        var found = await LookUpAsync("VH-M8");
        var order = await _world.Get<PlaceOrder>().ExecuteAsync(new() { ClientId = _client, Lines = [new() { ProductCode = found[0].ProductCode, Quantity = 5 }] });

        // Typed by our code, the line still bears the client's.
        Assert.Equal(("VH-M8", "77"), (order.Value!.Lines[0].ProductCode, order.Value.Lines[0].BuyerCode));
    }

    [Fact]
    public async Task Another_company_s_client_is_nobody()
    {
        await using var stranger = await database.ATenantAsync();
        var theirs = (await stranger.AClientAsync()).Id;

        Assert.IsType<NoSuchClient>((await _world.Get<LookUpLines>().ExecuteAsync(theirs, null, [new() { BuyerCode = "VH-M8" }])).Refusal);
    }

    private async Task<IReadOnlyList<LookUpLines.Found>> LookUpAsync(params string[] codes) =>
        (await _world.Get<LookUpLines>().ExecuteAsync(_client, null, [.. codes.Select(code => new PlaceOrder.Line { BuyerCode = code, Quantity = 5 })])).Value!.Items;
}

using AdvPortal.Application.Clients;
using AdvPortal.Application.Orders;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Orders;

namespace AdvPortal.Application.Tests.Orders;

/// <summary>Codes are found as they are written, then whatever their case; two that differ by case only are two codes.</summary>
public sealed class CodeCaseTests(TestDatabase database) : IAsyncLifetime
{
    private World _world = null!;
    private Client _client = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await database.ATenantAsync();
        _client = await _world.AClientAsync();
        await _world.AProductAsync("VH-M8");
        await _world.AProductAsync("vh-m8");
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Theory]
    [InlineData("VH-M8", "VH-M8")]
    [InlineData("vh-m8", "vh-m8")]
    [InlineData("Vh-M8", "VH-M8")]
    public async Task Two_products_that_differ_by_case_are_each_found_and_capitals_are_tried_for_the_rest(string asked, string found) =>
        Assert.Equal(found, (await PlaceAsync(new() { ProductCode = asked, Quantity = 1 })).Lines[0].ProductCode);

    [Theory]
    [InlineData("Bolt", "VH-M8")]
    [InlineData("BOLT", "vh-m8")]
    [InlineData("bolt", null)]
    public async Task Two_codes_of_a_client_that_differ_by_case_are_each_found_and_never_guessed(string asked, string? found)
    {
        Assert.True((await _world.Get<ReplaceProductCodes>().ExecuteAsync(_client.Id, [new("Bolt", "VH-M8"), new("BOLT", "vh-m8")], null)).IsOk);

        var order = await PlaceAsync(new() { BuyerCode = asked, Quantity = 1 });

        Assert.Equal(found, order.Lines[0].ProductCode);
        Assert.Equal(found is null, order.Findings.Any(f => f.Kind == FindingKinds.UnknownProduct));
    }

    [Fact]
    public async Task A_code_that_is_known_whatever_its_case_is_not_learnt_twice_and_one_for_another_product_is()
    {
        Assert.True((await _world.Get<ReplaceProductCodes>().ExecuteAsync(_client.Id, [new("Bolt", "VH-M8")], null)).IsOk);
        await LearnAsync("BOLT", "VH-M8");
        Assert.Equal(["Bolt"], await CodesAsync());

        await LearnAsync("BOLT", "vh-m8");
        Assert.Equal(["BOLT", "Bolt"], await CodesAsync());
        Assert.Equal("vh-m8", (await PlaceAsync(new() { BuyerCode = "BOLT", Quantity = 1 })).Lines[0].ProductCode);
    }

    [Fact]
    public async Task A_code_learnt_meanwhile_is_not_written_over_by_a_list_read_before()
    {
        var read = (await _world.Get<ListProductCodes>().ExecuteAsync(_client.Id)).Value!;
        await LearnAsync("Bolt", "VH-M8");

        Assert.IsType<ChangedMeanwhile>((await _world.Get<ReplaceProductCodes>().ExecuteAsync(_client.Id, [], read.Version)).Refusal);
        Assert.Equal(["Bolt"], await CodesAsync());
    }

    private async Task LearnAsync(string theirs, string ours)
    {
        var order = await PlaceAsync(new() { BuyerCode = theirs, Quantity = 1 });
        var learnt = await _world.Get<CorrectOrder>().ExecuteAsync(
            order.Id,
            form =>
            {
                (form.Lines["10"].ProductCode, form.LearnCodes) = (ours, true);

                return form;
            },
            order.Version);
        Assert.True(learnt.IsOk, learnt.Refusal?.ToString());
    }

    private async Task<List<string>> CodesAsync() => [.. (await _world.ReadAsync(db => db.BuyerCodes.Select(c => c.Code).ToListAsync())).Order(StringComparer.Ordinal)];

    private async Task<OrderView> PlaceAsync(PlaceOrder.Line line) => (await _world.Get<PlaceOrder>().ExecuteAsync(new() { ClientId = _client.Id, Lines = [line] })).Value!;
}

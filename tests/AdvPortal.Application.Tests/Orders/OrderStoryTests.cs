using AdvPortal.Application.Orders;
using AdvPortal.Application.Requirements;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Application.Tests.Orders;

public sealed class OrderStoryTests(TestDatabase database) : IAsyncLifetime
{
    private static readonly DateOnly _wednesday = new(2026, 11, 25);
    private static readonly DateOnly _friday = new(2026, 11, 27);

    private World _world = null!;
    private Client _client = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await database.ATenantAsync();
        _client = await _world.AClientAsync(arrange: c => c.OpenSite("Entrepôt de Chartres", "Europe/Paris", PostalAddress.Empty));
        await _world.AProductAsync("VH-M8-30-ZN");
        await RequireAsync("Pas de livraison les mercredis et jeudis", Severity.Block, new DeliveryDays { Closed = Weekdays.Wednesday | Weekdays.Thursday });
        await RequireAsync("Il faut rajouter '0A-'", Severity.AutoFix, new ProductCode { Prefix = "0A-" });
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task An_order_for_a_closed_day_is_confirmed_for_the_next_open_one_in_the_clients_codes()
    {
        var order = await PlaceAsync("0A-VH-M8-30-ZN");
        var moved = Assert.Single(order.Findings, f => f.Kind == DeliveryDays.KindName);

        Assert.Equal((FindingState.Open, "EX-001", _friday), (moved.State, moved.RequirementNumber, moved.After!.DeliverOn!.Value));
        Assert.Equal(("VH-M8-30-ZN", "0A-VH-M8-30-ZN"), (order.Lines[0].ProductCode, order.Lines[0].BuyerCode));
        Assert.IsType<RequirementsNotMet>((await _world.Get<ConfirmOrder>().ExecuteAsync(order.Id, order.Version)).Refusal);

        var accepted = (await _world.Get<AcceptFinding>().ExecuteAsync(order.Id, moved.Id, order.Version)).Value!;
        Assert.IsType<ChangedMeanwhile>((await _world.Get<ConfirmOrder>().ExecuteAsync(order.Id, order.Version)).Refusal);
        var confirmed = (await _world.Get<ConfirmOrder>().ExecuteAsync(order.Id, accepted.Version)).Value!;

        Assert.Equal((OrderStatus.Confirmed, _friday), (confirmed.Status, confirmed.PromisedOn!.Value));
        Assert.Equal(confirmed.Version, (await _world.Get<ReadOrder>().ExecuteAsync(order.Id)).Value!.Version);
    }

    [Fact]
    public async Task An_unknown_code_is_asked_and_never_guessed()
    {
        var order = await PlaceAsync("0A-NOBODY-KNOWS");

        Assert.Null(order.Lines[0].ProductCode);
        Assert.Contains(order.Findings, f => f is { Kind: FindingKinds.UnknownProduct, State: FindingState.Open });
    }

    [Fact]
    public async Task The_same_reference_again_names_the_other_order()
    {
        var first = await PlaceAsync("0A-VH-M8-30-ZN");
        var second = await PlaceAsync("0A-VH-M8-30-ZN");

        Assert.Equal(first.Number, Assert.Single(second.Findings, f => f.Kind == FindingKinds.DuplicateReference).Before!.OrderNumber);
    }

    [Fact]
    public async Task Another_companys_order_does_not_exist_here()
    {
        var order = await PlaceAsync("0A-VH-M8-30-ZN");
        await using var them = await database.ATenantAsync();

        Assert.IsType<NoSuchOrder>((await them.Get<ReadOrder>().ExecuteAsync(order.Id)).Refusal);
        Assert.IsType<NoSuchOrder>((await them.Get<ConfirmOrder>().ExecuteAsync(order.Id, version: null)).Refusal);
        Assert.IsType<NoSuchClient>((await them.Get<PlaceOrder>().ExecuteAsync(AnOrder("X"))).Refusal);
    }

    private async Task<OrderView> PlaceAsync(string buyerCode) => (await _world.Get<PlaceOrder>().ExecuteAsync(AnOrder(buyerCode))).Value!;

    private PlaceOrder.Form AnOrder(string buyerCode) => new()
    {
        ClientId = _client.Id,
        CustomerReference = "4500187342",
        RequestedOn = _wednesday,
        Lines = [new() { BuyerCode = buyerCode, Quantity = 5000, NetPrice = 8.40m, PriceBaseQuantity = 100 }],
    };

    private async Task RequireAsync(string sentence, Severity severity, Rule rule)
    {
        var created = await _world.Get<CreateRequirement>().ExecuteAsync(_client.Id, new() { Sentence = sentence, Source = new(SourceKind.Email, "Karim Haddad"), Severity = severity, Rule = rule });
        Assert.True(created.IsOk, created.Refusal?.ToString());
    }
}

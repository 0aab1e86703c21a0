using AdvPortal.Application.Contracts;
using AdvPortal.Application.Orders;
using AdvPortal.Application.Tests.Orders;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Contracts;
using AdvPortal.Domain.Orders;

namespace AdvPortal.Application.Tests.Contracts;

/// <summary>What orders take of agreements, added up where it is read.</summary>
public sealed class CallOffTests(TestDatabase database) : IAsyncLifetime
{
    private World _world = null!;
    private Client _client = null!;
    private BlanketView _blanket = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await database.ATenantAsync();
        _client = await _world.AClientAsync();
        await _world.AProductAsync("VH-M8-30-ZN");
        _blanket = (await _world.Get<OpenBlanketOrder>().ExecuteAsync(new()
        {
            ClientId = _client.Id,
            CustomerReference = "CADRE-2026",
            ValidFrom = new(2026, 1, 1),
            ValidUntil = new(2027, 12, 31),
            Lines = [new() { ProductCode = "VH-M8-30-ZN", Quantity = 10_000, NetPrice = 8.20m, PriceBaseQuantity = 100 }],
        })).Value!;
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_promised_order_takes_its_quantity_and_gives_it_back_when_it_is_cancelled()
    {
        var placed = await _world.PlacedAsync(AnOrder(6_000));

        Assert.Equal((_blanket.Lines[0].Id, CallOffBasis.Proposed), (placed.Lines[0].BlanketLineId, placed.Lines[0].CallOffBasis));
        Assert.Equal(8.20m, placed.Lines[0].NetPrice);
        Assert.Equal((0, 6_000, 10_000), await BalanceAsync());

        var confirmed = (await _world.Get<ConfirmOrder>().ExecuteAsync(placed.Id, placed.Version)).Value!;
        Assert.Equal((6_000, 0, 4_000), await BalanceAsync());
        Assert.Equal(placed.Id, Assert.Single((await _world.Get<ListCallOffs>().ExecuteAsync(_blanket.Id)).Value!.Items).OrderId);

        Assert.True((await _world.Get<CancelOrder>().ExecuteAsync(confirmed.Id, new("Besoin terminé"), confirmed.Version)).IsOk);
        Assert.Equal((0, 0, 10_000), await BalanceAsync());
    }

    [Fact]
    public async Task Of_two_promises_at_once_one_finds_what_the_other_has_left_and_it_can_be_settled()
    {
        var (one, other) = (await _world.PlacedAsync(AnOrder(6_000)), await _world.PlacedAsync(AnOrder(6_000)));
        await using var colleague = await _world.AsAsync(await _world.AMemberAsync("Inès Caron", Role.Adv), Role.Adv);

        var results = await Task.WhenAll(
            Task.Run(() => _world.Get<ConfirmOrder>().ExecuteAsync(one.Id, one.Version)),
            Task.Run(() => colleague.Get<ConfirmOrder>().ExecuteAsync(other.Id, other.Version)));

        Assert.Single(results, result => result.IsOk);
        Assert.IsType<RequirementsNotMet>(Assert.Single(results, result => !result.IsOk).Refusal);
        Assert.Equal((6_000, 6_000, 4_000), await BalanceAsync());

        var second = (await _world.Get<ReadOrder>().ExecuteAsync(results[0].IsOk ? other.Id : one.Id)).Value!;
        var finding = Assert.Single(second.Findings, f => f.Kind == FindingKinds.BlanketExceeded);
        var reduced = (await _world.Get<AcceptFinding>().ExecuteAsync(second.Id, finding.Id, second.Version)).Value!;

        Assert.Equal(4_000, reduced.Lines[0].Quantity);
        Assert.True((await _world.Get<ConfirmOrder>().ExecuteAsync(reduced.Id, reduced.Version)).IsOk);
        Assert.Equal((10_000, 0, 0), await BalanceAsync());
    }

    [Fact]
    public async Task A_person_takes_a_line_out_and_another_clients_agreement_is_none_of_its()
    {
        var placed = await _world.PlacedAsync(AnOrder(1_000));
        var unlinked = (await _world.Get<LinkCallOff>().ExecuteAsync(placed.Id, "10", new(null), placed.Version)).Value!;

        Assert.Equal((null, CallOffBasis.Person), (unlinked.Lines[0].BlanketLineId, unlinked.Lines[0].CallOffBasis));

        var stranger = await _world.AClientAsync("Garage Beaulieu");
        var theirs = await _world.PlacedAsync(AnOrder(1_000, stranger.Id));

        Assert.IsType<NoSuchBlanketLine>((await _world.Get<LinkCallOff>().ExecuteAsync(theirs.Id, "10", new(_blanket.Lines[0].Id), theirs.Version)).Refusal);
    }

    [Fact]
    public async Task What_was_placed_before_the_agreement_was_closed_is_found_when_it_is_to_be_promised()
    {
        var placed = await _world.PlacedAsync(AnOrder(1_000));
        await using var manager = await _world.AsAsync(await _world.AMemberAsync("Sophie Leroy", Role.Manager), Role.Manager);
        Assert.True((await manager.Get<CloseBlanketOrder>().ExecuteAsync(_blanket.Id, new("Renégociée"), _blanket.Version)).IsOk);

        Assert.IsType<RequirementsNotMet>((await _world.Get<ConfirmOrder>().ExecuteAsync(placed.Id, placed.Version)).Refusal);
        Assert.Single((await _world.Get<ReadOrder>().ExecuteAsync(placed.Id)).Value!.Findings, f => f.Kind == FindingKinds.BlanketExceeded);
        Assert.Equal((0, 1_000, 10_000), await BalanceAsync());
    }

    private PlaceOrder.Form AnOrder(decimal quantity, ClientId? client = null) =>
        new() { ClientId = client ?? _client.Id, Lines = [new() { ProductCode = "VH-M8-30-ZN", Quantity = quantity }] };

    private async Task<(decimal CalledOff, decimal InReview, decimal Remaining)> BalanceAsync()
    {
        var line = (await _world.Get<ReadBlanketOrder>().ExecuteAsync(_blanket.Id)).Value!.Lines[0];

        Assert.Equal(line.AgreedQuantity, line.CalledOffQuantity + line.RemainingQuantity);

        return (line.CalledOffQuantity, line.InReviewQuantity, line.RemainingQuantity);
    }
}

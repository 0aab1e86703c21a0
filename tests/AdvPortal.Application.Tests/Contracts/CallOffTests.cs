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
        _blanket = (await _world.Get<OpenBlanketOrder>().ExecuteAsync(AnAgreement("CADRE-2026"))).Value!;
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

    [Fact]
    public async Task A_change_in_review_counts_as_asked_for_until_it_is_confirmed()
    {
        var confirmed = await _world.ConfirmedAsync(AnOrder(6_000));
        var seen = (await _world.Get<ReadOrderTerms>().ExecuteAsync(confirmed.Id)).Value!.Terms;
        var amended = (await _world.Get<AmendOrder>().ExecuteAsync(
            confirmed.Id, new() { Reason = "Appel de Nathalie", Side = AmendmentSide.Client, Seen = seen, Terms = seen with { Lines = [seen.Lines[0] with { Quantity = 8_000 }] } }, confirmed.Version)).Value!;

        Assert.Equal((6_000, 2_000, 4_000), await BalanceAsync());
        Assert.Equal((8_000, 6_000, true), Assert.Single((await CallOffsAsync()).Items) is var row ? (row.Quantity, row.TakenQuantity, row.CallsOff) : default);
        Assert.IsType<AgreedBelowCalledOff>((await ChangeAsync(5_999)).Refusal);

        Assert.True((await _world.Get<ConfirmOrder>().ExecuteAsync(amended.Id, amended.Version)).IsOk);
        Assert.Equal((8_000, 0, 2_000), await BalanceAsync());
    }

    [Fact]
    public async Task A_price_of_ours_follows_what_a_person_links_and_the_clients_does_not()
    {
        var product = await _world.ReadAsync(db => db.Products.SingleAsync(p => p.Code == "VH-M8-30-ZN"));
        await _world.StoreAsync(db => db.Add(new ContractPrice(_client.Id, product.Id, 8.60m, 100, "EUR", new(2026, 1, 1), null, null)));
        var (ours, theirs) = (await _world.PlacedAsync(AnOrder(1_000)), await _world.PlacedAsync(AnOrder(1_000, price: 8.20m)));

        Assert.Equal([8.60m, 8.20m], [(await LinkAsync(ours, null)).Lines[0].NetPrice, (await LinkAsync(theirs, null)).Lines[0].NetPrice]);
        var again = await LinkAsync((await _world.Get<ReadOrder>().ExecuteAsync(ours.Id)).Value!, _blanket.Lines[0].Id);
        Assert.Equal((8.20m, 82m), (again.Lines[0].NetPrice, again.TotalNet));
        Assert.DoesNotContain(again.Findings, f => f.Kind == FindingKinds.PriceDiffers);
    }

    [Fact]
    public async Task An_agreement_that_comes_later_changes_a_price_of_ours_that_nobody_promised_and_no_other()
    {
        var product = await _world.AProductAsync("RP-M8-ZN");
        await _world.StoreAsync(db => db.Add(new ContractPrice(_client.Id, product.Id, 3.10m, 100, "EUR", new(2026, 1, 1), null, null)));
        var (promised, inReview) = (await _world.ConfirmedAsync(AnOrder(1_000, product: "RP-M8-ZN")), await _world.PlacedAsync(AnOrder(1_000, product: "RP-M8-ZN")));
        var later = AnAgreement("CADRE-BIS");
        (later.Lines[0].ProductCode, later.Lines[0].NetPrice) = ("RP-M8-ZN", 2.90m);
        Assert.True((await _world.Get<OpenBlanketOrder>().ExecuteAsync(later)).IsOk);

        Assert.Equal(2.90m, (await CorrectAsync(inReview, "RP-M8-ZN")).Lines[0].NetPrice);
        var seen = (await _world.Get<ReadOrderTerms>().ExecuteAsync(promised.Id)).Value!.Terms;
        var amended = (await _world.Get<AmendOrder>().ExecuteAsync(
            promised.Id, new() { Reason = "Appel de Nathalie", Side = AmendmentSide.Client, Seen = seen, Terms = seen with { CustomerReference = "4500187342" } }, promised.Version)).Value!;
        Assert.Equal(3.10m, amended.Lines[0].NetPrice);
    }

    [Fact]
    public async Task What_an_order_names_by_hand_is_named_still_when_it_is_judged_again()
    {
        Assert.True((await _world.Get<OpenBlanketOrder>().ExecuteAsync(AnAgreement("CADRE-BIS"))).IsOk);
        var form = AnOrder(1_000);
        form.ContractReference = "cadre bis";
        form.Lines.Add(new() { ProductCode = "VH-M8-30-ZN", Quantity = 500, ContractReference = "CADRE-2026" });
        var placed = await _world.PlacedAsync(form);
        Assert.Equal(["Named", "Named"], placed.Lines.Select(line => line.CallOffBasis.ToString()));
        Assert.Equal(_blanket.Lines[0].Id, placed.Lines[1].BlanketLineId);

        // Another article in between, which nobody named an agreement for.
        await _world.AProductAsync("RP-M8-ZN");
        var other = await CorrectAsync(placed, "RP-M8-ZN");
        Assert.Equal([null, null], other.Lines.Select(line => line.BlanketLineId));
        var back = await CorrectAsync(other, "VH-M8-30-ZN");
        Assert.Equal(placed.Lines.Select(line => (line.BlanketLineId, line.CallOffBasis)), back.Lines.Select(line => (line.BlanketLineId, line.CallOffBasis)));
    }

    [Fact]
    public async Task An_article_that_is_no_longer_sold_stays_in_the_agreement_that_has_it_and_comes_into_no_other()
    {
        await _world.StoreAsync(async db => (await db.Products.AsTracking().SingleAsync(p => p.Code == "VH-M8-30-ZN")).Archive());

        var changed = await ChangeAsync(12_000);
        Assert.True(changed.IsOk, changed.Refusal?.ToString());
        Assert.Equal(12_000, changed.Value.Lines[0].AgreedQuantity);
        Assert.Equal(new UnknownProductCode("VH-M8-30-ZN"), (await _world.Get<OpenBlanketOrder>().ExecuteAsync(AnAgreement("CADRE-BIS"))).Refusal);
    }

    [Fact]
    public async Task Call_offs_are_read_page_by_page_and_none_is_left_out()
    {
        var orders = new List<OrderView>();

        for (var number = 0; number < 3; number++)
        {
            var form = AnOrder(100);
            form.Lines.Add(new() { ProductCode = "VH-M8-30-ZN", Quantity = 50 });
            orders.Add(await _world.PlacedAsync(form));
        }

        List<(OrderId, string)> read = [];
        string? next = null;

        do
        {
            var page = (await CallOffsAsync(next, size: 4)).Items;
            read.AddRange(page.Select(row => (row.OrderId, row.LineNo)));
            next = (await CallOffsAsync(next, size: 4)).Next;
        }
        while (next is not null);

        orders.Reverse();
        Assert.Equal(orders.SelectMany(order => order.Lines.Select(line => (order.Id, line.LineNo))), read);
    }

    private async Task<Page<ListCallOffs.Row>> CallOffsAsync(string? after = null, int size = 25) => (await _world.Get<ListCallOffs>().ExecuteAsync(_blanket.Id, after, size)).Value!;

    private async Task<OrderView> LinkAsync(OrderView order, BlanketLineId? line)
    {
        var linked = await _world.Get<LinkCallOff>().ExecuteAsync(order.Id, "10", new(line), order.Version);
        Assert.True(linked.IsOk, linked.Refusal?.ToString());

        return linked.Value;
    }

    private async Task<OrderView> CorrectAsync(OrderView order, string product)
    {
        var corrected = await _world.Get<CorrectOrder>().ExecuteAsync(
            order.Id,
            form =>
            {
                foreach (var line in form.Lines.Values)
                {
                    line.ProductCode = product;
                }

                return form;
            },
            order.Version);
        Assert.True(corrected.IsOk, corrected.Refusal?.ToString());

        return corrected.Value;
    }

    private Task<Result<BlanketView>> ChangeAsync(decimal quantity)
    {
        var form = AnAgreement("CADRE-2026");
        (form.Lines[0].Quantity, form.Reason) = (quantity, "Avenant");

        return _world.Get<ChangeBlanketOrder>().ExecuteAsync(_blanket.Id, form, version: null);
    }

    private BlanketForm AnAgreement(string reference) => new()
    {
        ClientId = _client.Id,
        CustomerReference = reference,
        ValidFrom = new(2026, 1, 1),
        ValidUntil = new(2027, 12, 31),
        Lines = [new() { ProductCode = "VH-M8-30-ZN", Quantity = 10_000, NetPrice = 8.20m, PriceBaseQuantity = 100 }],
    };

    private PlaceOrder.Form AnOrder(decimal quantity, ClientId? client = null, decimal? price = null, string product = "VH-M8-30-ZN") =>
        new() { ClientId = client ?? _client.Id, Lines = [new() { ProductCode = product, Quantity = quantity, NetPrice = price, PriceBaseQuantity = price is null ? null : 100 }] };

    private async Task<(decimal CalledOff, decimal InReview, decimal Remaining)> BalanceAsync()
    {
        var line = (await _world.Get<ReadBlanketOrder>().ExecuteAsync(_blanket.Id)).Value!.Lines[0];

        Assert.Equal(line.AgreedQuantity, line.CalledOffQuantity + line.RemainingQuantity);

        return (line.CalledOffQuantity, line.InReviewQuantity, line.RemainingQuantity);
    }
}

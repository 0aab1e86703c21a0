using AdvPortal.Application.Orders;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Products;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Application.Tests.Orders;

/// <summary>An order held against the orders before it, and against what we know of its products.</summary>
public sealed class OrderHistoryTests(TestDatabase database) : IAsyncLifetime
{
    private World _world = null!;
    private Client _client = null!;
    private Product _product = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await database.ATenantAsync();
        _client = await _world.AClientAsync();
        _product = await _world.AProductAsync("VH-M8-30-ZN");
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_zero_too_many_shows_against_the_last_orders()
    {
        foreach (var quantity in (int[])[4000, 5000, 6000])
        {
            await PlaceAsync(quantity);
        }

        Assert.Null(Finding(await PlaceAsync(50_000), FindingKinds.UnusualQuantity));
        var unusual = Finding(await PlaceAsync(60_000), FindingKinds.UnusualQuantity)!;

        Assert.Equal(new(MessageKeys.QuantityUnusuallyHigh, 60_000m, 5500m, 4), unusual.Explanation);
    }

    [Fact]
    public async Task Another_clients_habits_and_cancelled_orders_count_for_nothing()
    {
        var other = await _world.AClientAsync("Serrurerie Lacombe");

        for (var times = 0; times < 4; times++)
        {
            await PlaceAsync(10 + times, client: other.Id);
            var given = await PlaceAsync(20 + times);
            await _world.Get<CancelOrder>().ExecuteAsync(given.Id, new("Erreur"), given.Version);
        }

        Assert.Null(Finding(await PlaceAsync(5000), FindingKinds.UnusualQuantity));
    }

    [Fact]
    public async Task The_same_lines_for_the_same_day_are_most_likely_the_same_order()
    {
        await _world.AProductAsync("EH-M8-ZN");
        var first = await PlaceAsync(5000, "A-1", more: ("EH-M8-ZN", 300));
        var again = await PlaceAsync(5000, "A-2", more: ("EH-M8-ZN", 300));

        Assert.Equal((first.Number, first.Id), (Finding(again, FindingKinds.DuplicateContent)!.Before!.OrderNumber, Finding(again, FindingKinds.DuplicateContent)!.Before!.OrderId!.Value));
        Assert.Null(Finding(await PlaceAsync(5000, "A-3", more: ("EH-M8-ZN", 301)), FindingKinds.DuplicateContent));
        Assert.Null(Finding(await PlaceAsync(5000, "A-4"), FindingKinds.DuplicateContent));
        Assert.Null(Finding(await PlaceAsync(5000, "A-5", requestedOn: new(2026, 12, 8), more: ("EH-M8-ZN", 300)), FindingKinds.DuplicateContent));
    }

    [Fact]
    public async Task What_was_ordered_long_ago_may_be_ordered_again()
    {
        await PlaceAsync(5000, "A-1");
        _world.Clock.Advance(TimeSpan.FromDays(SameContent.Days + 1));

        Assert.Null(Finding(await PlaceAsync(5000, "A-2", requestedOn: null), FindingKinds.DuplicateContent));
    }

    [Fact]
    public async Task The_price_of_a_line_is_that_of_its_break_and_of_its_time()
    {
        var nut = await _world.AProductAsync("EH-M8-ZN");
        await _world.StoreAsync(db => db.AddRange(
            new ContractPrice(_client.Id, _product.Id, 8.40m, 100, "EUR", new(2026, 1, 1), null, null),
            new ContractPrice(_client.Id, _product.Id, 8.00m, 100, "EUR", new(2026, 1, 1), null, 10_000),
            new ContractPrice(_client.Id, nut.Id, 3.10m, 100, "EUR", new(2025, 1, 1), new(2025, 12, 31), null)));

        Assert.Equal(new(MessageKeys.PriceOfBreak, new UnitPrice(8.00m), new UnitPrice(8.40m), 4.8m, 10_000m), Finding(await PlaceAsync(5000, price: 8.00m), FindingKinds.PriceDiffers)!.Explanation);
        Assert.Null(Finding(await PlaceAsync(10_000, price: 8.00m), FindingKinds.PriceDiffers));
        Assert.Equal(new(MessageKeys.PriceEnded, new UnitPrice(0.031m), new DateOnly(2025, 12, 31)), Finding(await PlaceAsync(5000, price: 8.40m, more: ("EH-M8-ZN", 300)), FindingKinds.PriceEnded)!.Explanation);
    }

    [Fact]
    public async Task A_successor_is_taken_in_one_answer_with_its_own_price()
    {
        var successor = await _world.AProductAsync("VH-M8-30-ZF", "Vis H M8×30 zinc-nickel");
        await _world.StoreAsync(db =>
        {
            db.Attach(_product);
            _product.Discontinue(new(2026, 1, 1), successor.Id);
            db.Add(new ContractPrice(_client.Id, successor.Id, 9.00m, 100, "EUR", new(2026, 1, 1), null, null));
        });
        var order = await PlaceAsync(5000, price: 9.00m);
        var accepted = (await _world.Get<AcceptFinding>().ExecuteAsync(order.Id, Finding(order, FindingKinds.Discontinued)!.Id, order.Version)).Value!;

        Assert.Equal(("VH-M8-30-ZF", "Vis H M8×30 zinc-nickel", 9.00m), (accepted.Lines[0].ProductCode, accepted.Lines[0].Description, accepted.Lines[0].ContractPrice));
        Assert.Equal([(FindingKinds.Discontinued, FindingState.Accepted)], accepted.Findings.Select(f => (f.Kind, f.State)));
    }

    [Fact]
    public async Task Boxes_become_pieces_and_their_price_one_of_so_many_pieces()
    {
        await _world.StoreAsync(db =>
        {
            db.Attach(_product);
            _product.Pack(100, "BX");
            db.Add(new ContractPrice(_client.Id, _product.Id, 8.40m, 100, "EUR", new(2026, 1, 1), null, null));
        });
        var order = await PlaceAsync(5, unit: "BX", price: 8.40m, priceBase: 1);
        var line = order.Lines[0];

        Assert.Equal((500m, "PCE", 8.40m, 100m, 42.00m), (line.Quantity, line.Unit, line.NetPrice!.Value, line.PriceBaseQuantity, line.LineAmount!.Value));
        Assert.Equal(new OrderedAs(5, "BX", 100, ConversionBasis.Product), line.Ordered);
        Assert.Equal([FindingKinds.UnitConverted], order.Findings.Select(f => f.Kind));
    }

    [Fact]
    public async Task A_price_that_the_contract_knows_for_pieces_is_one_for_pieces()
    {
        await _world.StoreAsync(db => db.Add(new ContractPrice(_client.Id, _product.Id, 8.40m, 100, "EUR", new(2026, 1, 1), null, null)));
        var line = (await PlaceAsync(50, unit: "CEN", price: 8.40m, priceBase: 100)).Lines[0];

        Assert.Equal((5000m, 100m, 420.00m), (line.Quantity, line.PriceBaseQuantity, line.LineAmount!.Value));
    }

    [Fact]
    public async Task An_unknown_pack_is_asked_and_the_answer_converts_the_line()
    {
        var order = await PlaceAsync(5, unit: "BX");
        Assert.Equal((5m, "BX", true), (order.Lines[0].Quantity, order.Lines[0].Unit, Finding(order, FindingKinds.UnitUnknown) is not null));

        var answered = await CorrectAsync(order, form => form.Lines["10"].UnitsEach = 250);
        Assert.Equal((1250m, "PCE", ConversionBasis.Person), (answered.Lines[0].Quantity, answered.Lines[0].Unit, answered.Lines[0].Ordered!.Basis));
        Assert.Null(Finding(answered, FindingKinds.UnitUnknown));

        // A later correction of something else leaves it.
        var referred = await CorrectAsync(answered, form => form.CustomerReference = "4500187349");
        Assert.Equal((1250m, 5m), (referred.Lines[0].Quantity, referred.Lines[0].Ordered!.Quantity));

        var retyped = await CorrectAsync(referred, form => form.Lines["10"].Quantity = 1000);
        Assert.Equal((1000m, null, false), (retyped.Lines[0].Quantity, retyped.Lines[0].Ordered, retyped.Findings.Any(f => f.Kind == FindingKinds.UnitConverted)));
    }

    [Fact]
    public async Task What_was_said_of_a_pack_and_approved_is_not_asked_again()
    {
        var first = await PlaceAsync(5, "A-1", unit: "BX", price: 8.40m, priceBase: 1);
        var answered = await CorrectAsync(first, form => form.Lines["10"].UnitsEach = 250);

        // Nobody has approved it yet.
        Assert.NotNull(Finding(await PlaceAsync(4, unit: "BX"), FindingKinds.UnitUnknown));

        Assert.True((await _world.Get<ConfirmOrder>().ExecuteAsync(answered.Id, answered.Version)).IsOk);
        var line = (await PlaceAsync(4, unit: "BX")).Lines[0];

        Assert.Equal((1000m, "PCE", new OrderedAs(4, "BX", 250, ConversionBasis.Answered)), (line.Quantity, line.Unit, line.Ordered));
        Assert.NotNull(Finding(await PlaceAsync(4, unit: "PX"), FindingKinds.UnitUnknown));
    }

    [Fact]
    public async Task An_order_held_before_anybody_approved_it_answers_nothing()
    {
        var answered = await CorrectAsync(await PlaceAsync(5, "A-1", unit: "BX"), form => form.Lines["10"].UnitsEach = 250);
        var held = (await _world.Get<HoldOrder>().ExecuteAsync(answered.Id, new() { Reason = HoldReason.Other, Note = "À voir" }, answered.Version)).Value!;

        Assert.NotNull(Finding(await PlaceAsync(4, unit: "BX"), FindingKinds.UnitUnknown));

        var released = (await _world.Get<ReleaseOrder>().ExecuteAsync(held.Id, held.Version)).Value!;
        var confirmed = (await _world.Get<ConfirmOrder>().ExecuteAsync(released.Id, released.Version)).Value!;
        Assert.True((await _world.Get<HoldOrder>().ExecuteAsync(confirmed.Id, new() { Reason = HoldReason.Other, Note = "À voir" }, confirmed.Version)).IsOk);

        Assert.Equal(ConversionBasis.Answered, (await PlaceAsync(4, unit: "BX")).Lines[0].Ordered?.Basis);
    }

    [Fact]
    public async Task What_was_said_of_a_pack_holds_as_long_as_the_product_is_counted_in_the_same_unit()
    {
        var answered = await CorrectAsync(await PlaceAsync(5, "A-1", unit: "BX"), form => form.Lines["10"].UnitsEach = 250);
        Assert.True((await _world.Get<ConfirmOrder>().ExecuteAsync(answered.Id, answered.Version)).IsOk);
        await _world.StoreAsync(async db => (await db.Products.AsTracking().SingleAsync(p => p.Id == _product.Id)).Describe("Vis H M8×30", "CEN", null, null));

        Assert.NotNull(Finding(await PlaceAsync(4, unit: "BX"), FindingKinds.UnitUnknown));
    }

    private async Task<OrderView> CorrectAsync(OrderView order, Action<CorrectOrder.Form> change)
    {
        var corrected = await _world.Get<CorrectOrder>().ExecuteAsync(
            order.Id,
            form =>
            {
                change(form);
                return form;
            },
            order.Version);
        Assert.True(corrected.IsOk, corrected.Refusal?.ToString());

        return corrected.Value;
    }

    private async Task<OrderView> PlaceAsync(
        decimal quantity, string? reference = null, ClientId? client = null, DateOnly? requestedOn = null, string? unit = null, decimal? price = null, decimal? priceBase = 100, (string Code, decimal Quantity)? more = null)
    {
        var placed = await _world.Get<PlaceOrder>().ExecuteAsync(new()
        {
            ClientId = client ?? _client.Id,
            CustomerReference = reference,
            RequestedOn = requestedOn ?? new(2026, 12, 1),
            Lines =
            [
                new() { ProductCode = "VH-M8-30-ZN", Quantity = quantity, Unit = unit, NetPrice = price, PriceBaseQuantity = priceBase },
                .. more is var (code, others) ? [new PlaceOrder.Line { ProductCode = code, Quantity = others, NetPrice = 1 }] : Array.Empty<PlaceOrder.Line>(),
            ],
        });
        Assert.True(placed.IsOk, placed.Refusal?.ToString());

        return placed.Value;
    }

    private static OrderView.FindingRow? Finding(OrderView order, string kind) => order.Findings.SingleOrDefault(f => f.Kind == kind);
}

using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Tests.Orders;

/// <summary>What an order gives cause to say when it is held against what the client ordered before, and what we still sell.</summary>
public sealed class OrderHabitTests
{
    [Theory]
    [InlineData(3000, null, 900, 1000, 1100, 1000)] // three times is not yet unusual
    [InlineData(3001, 1000, 900, 1000, 1100, 1000)]
    [InlineData(334, null, 900, 1000, 1100, 1000)]
    [InlineData(333, 1000, 900, 1000, 1100, 1000)]
    [InlineData(9000, null, 900, 1000, 1100)] // too few to speak of a habit
    [InlineData(10000, 1000, 1000, 900, 100000, 1000, 1100)] // one slip in the past makes none usual
    [InlineData(5000, 950, 1000, 900, 900, 1000)] // even: between the two in the middle
    public void A_quantity_far_from_the_median_of_the_last_orders_is_unusual(int quantity, int? median, params int[] past) =>
        Assert.Equal(median, UnusualQuantity.Of(quantity, [.. past.Select(each => (decimal)each)])?.Median);

    [Theory]
    [InlineData(50000, MessageKeys.QuantityUnusuallyHigh)]
    [InlineData(500, MessageKeys.QuantityUnusuallyLow)]
    public void An_unusual_quantity_is_said_with_the_figures(int quantity, string key)
    {
        var found = Assert.Single(Check(Given.ALine(quantity: quantity) with { Facts = new() { PastQuantities = [5000, 4000, 6000, 5000] } }));

        Assert.Equal((FindingKinds.UnusualQuantity, false), (found.Evidence.Kind, found.Blocks));
        Assert.Equal(new(key, (decimal)quantity, 5000m, 4), found.Evidence.Explanation);
    }

    [Fact]
    public void A_product_that_is_no_longer_sold_blocks_and_its_successor_is_proposed()
    {
        var found = Assert.Single(Check(Given.ALine() with { Facts = new() { DiscontinuedOn = Given.Monday, ReplacedBy = "VH-M8-30-ZF" } }));

        Assert.Equal((FindingKinds.Discontinued, true, "VH-M8-30-ZF"), (found.Evidence.Kind, found.Blocks, found.Evidence.After!.ProductCode));
        Assert.Equal(new(MessageKeys.Discontinued, "VH-M8-30-ZN", Given.Monday), Assert.Single(Check(Given.ALine() with { Facts = new() { DiscontinuedOn = Given.Monday } })).Evidence.Explanation);
    }

    [Fact]
    public void A_successor_that_is_accepted_takes_the_place_and_stays_to_be_read()
    {
        var order = Given.AnOrder(Given.ADraft("2026-11-24", Given.ALine() with { Facts = new() { DiscontinuedOn = Given.Monday, ReplacedBy = "VH-M8-30-ZF" } }));
        Assert.True(order.Accept(order.Findings[0].Id, Given.Claire, Given.Now).IsOk);
        var draft = order.ToDraft() with { Lines = [order.ToDraft().Lines[0] with { ProductId = new(Guid.CreateVersion7()), Description = "Vis H M8×30 zinc-nickel" }] };
        Assert.True(order.Correct(draft, Given.Judge(draft)).IsOk);

        Assert.Equal(("VH-M8-30-ZF", FindingState.Accepted), (order.Lines[0].ProductCode, Assert.Single(order.Findings).State));
        Assert.True(order.Confirm(Given.Now).IsOk);
    }

    [Fact]
    public void A_price_whose_time_is_over_is_said_with_its_last_day()
    {
        var found = Assert.Single(Check(Given.ALine() with { ContractPrice = null, Facts = new() { EndedPrice = 8.20m, PriceEndedOn = Given.Day("2026-10-31") } }));

        Assert.Equal((FindingKinds.PriceEnded, false), (found.Evidence.Kind, found.Blocks));
        Assert.Equal(new(MessageKeys.PriceEnded, new UnitPrice(8.20m), Given.Day("2026-10-31")), found.Evidence.Explanation);
    }

    [Fact]
    public void A_price_of_another_break_is_told_as_such() =>
        Assert.Equal(
            new(MessageKeys.PriceOfBreak, new UnitPrice(8.00m), new UnitPrice(8.40m), 4.8m, 10000m),
            Assert.Single(Check(Given.ALine() with { NetPrice = 8.00m, Facts = new() { PriceOfBreak = 10000 } })).Evidence.Explanation);

    [Fact]
    public void The_same_lines_are_said_once_even_under_the_same_reference()
    {
        var same = new SameContent(Ids.New<OrderId>(), "CV26-00001", Given.Monday);
        var draft = Given.ADraft("2026-11-24");
        var found = Assert.Single(Judgement.Of(draft, Rulebook.Empty, Given.ThisMorning, facts: new(SameContent: same)).Findings);

        Assert.Equal((FindingKinds.DuplicateContent, false, same.Id), (found.Evidence.Kind, found.Blocks, found.Evidence.Before!.OrderId!.Value));
        Assert.Equal([FindingKinds.DuplicateReference], Judgement.Of(draft, Rulebook.Empty, Given.ThisMorning, facts: new(DuplicateOf: "CV26-00001", SameContent: same)).Findings.Select(f => f.Evidence.Kind));
    }

    [Fact]
    public void A_document_without_a_reference_is_told_unless_the_client_requires_one_anyway()
    {
        var draft = Given.ADraft("2026-11-24") with { CustomerReference = null };
        var required = Rulebook.Of([Given.ARequirement(new Reference { Required = true })]);

        Assert.Empty(Judgement.Of(draft, Rulebook.Empty, Given.ThisMorning).Findings);
        Assert.Equal([FindingKinds.ReferenceMissing], Judgement.Of(draft, Rulebook.Empty, Given.ThisMorning, facts: new(ReferenceExpected: true)).Findings.Select(f => f.Evidence.Kind));
        Assert.Equal([Reference.KindName], Judgement.Of(draft, required, Given.ThisMorning, facts: new(ReferenceExpected: true)).Findings.Select(f => f.Evidence.Kind));
    }

    [Theory]
    [InlineData("2031-11-23", false)]
    [InlineData("2031-11-24", true)]
    [InlineData("2206-11-25", true)]
    public void A_date_that_nobody_means_blocks(string requested, bool said) =>
        Assert.Equal(said, Given.Judge(Given.ADraft(requested)).Findings is [{ Evidence.Kind: FindingKinds.DateFarAhead, Blocks: true }]);

    [Fact]
    public void Somebodys_word_is_waited_for_while_the_order_is_reviewed_and_no_longer()
    {
        var order = Given.AnOrder(Given.ADraft("2026-11-24"));
        Assert.True(order.WaitFor(WaitingFor.Client, Given.Now).IsOk);
        Assert.Equal((WaitingFor.Client, Given.Now), (order.WaitingFor!.Value, order.WaitingSince!.Value));
        Assert.True(order.Confirm(Given.Now).IsOk);

        Assert.Null(order.WaitingFor);
        Assert.IsType<OrderNotToReview>(order.WaitFor(WaitingFor.Sales, Given.Now).Refusal);
    }

    [Fact]
    public void An_order_that_gives_way_is_cancelled_and_names_the_other()
    {
        var (order, other) = (Given.AnOrder(Given.ADraft("2026-11-24")), Ids.New<OrderId>());
        Assert.True(order.GiveWayTo(other, "Remplacée").IsOk);

        Assert.Equal((OrderStatus.Cancelled, other, "Remplacée"), (order.Status, order.SupersededById!.Value, order.CancelReason));
        Assert.IsType<OrderCannotBecome>(order.GiveWayTo(other, "Encore").Refusal);
    }

    private static IReadOnlyList<Found> Check(DraftLine line) => Judgement.Of(Given.ADraft("2026-11-24", line), Rulebook.Empty, Given.ThisMorning).Findings;
}

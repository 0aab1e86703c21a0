using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Tests.Orders;

public sealed class ShippingTests
{
    [Fact]
    public void What_leaves_is_outstanding_no_more_and_the_order_follows()
    {
        var order = OrderLifeTests.At(OrderStatus.Confirmed);
        Assert.Equal((2, 445.20m), (order.OpenLines, order.OutstandingNet));

        Assert.True(Ship(order, ("10", 2000), ("20", 300)).IsOk);
        Assert.Equal((OrderStatus.PartlyShipped, 1, 252.00m), (order.Status, order.OpenLines, order.OutstandingNet));
        Assert.Equal([LineStanding.PartlyShipped, LineStanding.Shipped], order.Lines.Select(line => line.StandingIn(order.Status)));

        Assert.True(Ship(order, ("10", 3000)).IsOk);
        Assert.Equal((OrderStatus.Shipped, 0, 0m, null), (order.Status, order.OpenLines, order.OutstandingNet, order.NextDueOn));
    }

    [Theory]
    [InlineData(0, 5001, 5000)]
    [InlineData(2, 5101, 5100)]
    public void More_than_ordered_leaves_only_as_far_as_the_client_tolerates_it(double over, double quantity, double most)
    {
        var order = OrderLifeTests.At(OrderStatus.Confirmed);
        var terms = new ShippingTerms(new((decimal)over, 0));

        Assert.Equal(new ShipsTooMuch("10", (decimal)most), Ship(order, terms, ("20", 300), ("10", (decimal)quantity)).Refusal);
        Assert.Equal((OrderStatus.Confirmed, 300m), (order.Status, order.Lines[1].OutstandingQuantity));

        Assert.True(Ship(order, terms, ("10", (decimal)most)).IsOk);
        Assert.Equal(0, order.Lines[0].OutstandingQuantity);
    }

    [Fact]
    public void Less_within_what_is_tolerated_settles_the_line()
    {
        var order = OrderLifeTests.At(OrderStatus.Confirmed);
        Ship(order, new ShippingTerms(new(0, 2)), ("10", 4900));

        Assert.Equal((0m, 100m, LineStanding.ClosedShort), (order.Lines[0].OutstandingQuantity, order.Lines[0].CancelledQuantity, order.Lines[0].StandingIn(order.Status)));
    }

    [Theory]
    [InlineData(BackOrderPolicy.Keep, 3000, 0)]
    [InlineData(BackOrderPolicy.Ask, 3000, 0)]
    [InlineData(BackOrderPolicy.Cancel, 0, 3000)]
    public void What_stays_behind_is_kept_or_cancelled_as_the_client_wants_it(BackOrderPolicy policy, double outstanding, double cancelled)
    {
        var order = OrderLifeTests.At(OrderStatus.Confirmed);
        Ship(order, ShippingTerms.Usual with { BackOrder = policy }, ("10", 2000));

        Assert.Equal(((decimal)outstanding, (decimal)cancelled), (order.Lines[0].OutstandingQuantity, order.Lines[0].CancelledQuantity));
        Assert.Equal(300, order.Lines[1].OutstandingQuantity);
    }

    [Fact]
    public void A_client_that_takes_one_delivery_gets_everything_or_nothing()
    {
        var order = OrderLifeTests.At(OrderStatus.Confirmed);
        var terms = ShippingTerms.Usual with { InParts = false };

        Assert.Equal(new GoesTogether("20"), Ship(order, terms, ("10", 5000)).Refusal);
        Assert.True(Ship(order, terms, ("10", 5000), ("20", 300)).IsOk);
    }

    [Fact]
    public void Nothing_and_less_than_nothing_do_not_leave_nor_does_what_is_gone()
    {
        var order = OrderLifeTests.At(OrderStatus.PartlyShipped);

        Assert.IsType<NothingToShip>(Ship(order).Refusal);
        Assert.Equal(new NoSuchLine("30"), Ship(order, ("30", 1)).Refusal);
        Assert.Equal(new ShippedQuantityNotPositive("10"), Ship(order, ("10", -1)).Refusal);
        Ship(order, ("20", 300));
        Assert.Equal(new NothingOutstanding("20"), Ship(order, ("20", 1)).Refusal);
    }

    [Fact]
    public void A_shipment_taken_back_is_outstanding_again()
    {
        var order = OrderLifeTests.At(OrderStatus.Shipped);

        Assert.Equal(new HasNotShipped("20", 300), TakeBack(order, ("10", 5000), ("20", 301)).Refusal);
        Assert.True(TakeBack(order, ("10", 1000)).IsOk);
        Assert.Equal((OrderStatus.PartlyShipped, 1000m, Given.Wednesday), (order.Status, order.Lines[0].OutstandingQuantity, order.NextDueOn));

        Assert.True(TakeBack(order, ("10", 4000), ("20", 300)).IsOk);
        Assert.Equal((OrderStatus.Confirmed, 2), (order.Status, order.OpenLines));
    }

    [Fact]
    public void A_shipment_taken_back_is_due_when_it_was_promised()
    {
        var order = OrderLifeTests.At(OrderStatus.Confirmed);
        var (first, last) = (Given.Wednesday.AddDays(1), Given.Wednesday.AddDays(8));
        order.Repromise(new Dictionary<string, IReadOnlyList<PromisedPart>> { ["10"] = [PromiseLedgerTests.Part(3000, first), PromiseLedgerTests.Part(2000, last)] }, new(PromiseCause.Production), Given.Claire, Given.Now, Given.Monday);

        Ship(order, ("10", 4000));
        Assert.Equal((last, 1000m), (order.Lines[0].NextDueOn, order.Lines[0].OutstandingQuantity));

        TakeBack(order, ("10", 4000));
        Assert.Equal([(3000m, first), (2000m, last)], order.Lines[0].Schedule.Select(part => (part.Quantity, part.DeliverOn)));

        Ship(order, ("10", 3500));
        TakeBack(order, ("10", 1000));
        Assert.Equal([(500m, first), (2000m, last)], order.Lines[0].Schedule.Select(part => (part.Quantity, part.DeliverOn)));
        Assert.Equal(first, order.Lines[0].NextDueOn);
    }

    [Fact]
    public void A_change_down_to_what_has_left_ends_the_shipping()
    {
        var order = OrderLifeTests.At(OrderStatus.PartlyShipped);
        Amend(order, draft => draft with { Lines = [draft.Lines[0] with { Quantity = 2000 }] });
        order.Confirm(Given.Now);

        Assert.Equal((OrderStatus.Shipped, 0), (order.Status, order.OpenLines));
        Assert.True(order.Deliver().IsOk);
    }

    [Fact]
    public void What_was_given_up_stays_so_when_something_else_is_changed_and_is_wanted_again_in_another_quantity()
    {
        var order = OrderLifeTests.At(OrderStatus.PartlyShipped);
        order.CloseShort(["10"], "Plus fabriqué");

        Amend(order, draft => draft with { Lines = [draft.Lines[0], draft.Lines[1] with { Quantity = 400 }] });
        Assert.Equal((3000m, 0m, "Plus fabriqué"), (order.Lines[0].CancelledQuantity, order.Lines[0].OutstandingQuantity, order.CancelReason));

        Amend(order, draft => draft with { Lines = [draft.Lines[0] with { Quantity = 4000 }, draft.Lines[1]] });
        Assert.Equal((0m, 2000m), (order.Lines[0].CancelledQuantity, order.Lines[0].OutstandingQuantity));
    }

    [Fact]
    public void A_line_closed_short_leaves_nothing_more_and_an_order_of_which_nothing_left_is_cancelled_instead()
    {
        var order = OrderLifeTests.At(OrderStatus.Confirmed);

        Assert.IsType<CancellationNeedsReason>(order.CloseShort(["20"], " ").Refusal);
        Assert.Equal(new NoSuchLine("30"), order.CloseShort(["30"], "Plus fabriqué").Refusal);
        Assert.IsType<CancelInstead>(order.CloseShort([], "Plus fabriqué").Refusal);

        Assert.True(order.CloseShort(["20"], "Plus fabriqué").IsOk);
        Assert.Equal((OrderStatus.Confirmed, LineStanding.Cancelled, 2), (order.Status, order.Lines[1].StandingIn(order.Status), order.Revision));
        Assert.IsType<CancelInstead>(order.CloseShort(["10"], "Plus fabriqué").Refusal);

        Ship(order, ("10", 2000));
        Assert.True(order.CloseShort([], "Soldée").IsOk);
        Assert.Equal((OrderStatus.Shipped, 3000m), (order.Status, order.Lines[0].CancelledQuantity));
        Assert.IsType<OrderDoesNotAllow>(order.CloseShort([], "Soldée").Refusal);
    }

    [Fact]
    public void Quantities_add_up_and_no_promise_moves_without_a_cause_whatever_is_done()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var order = OrderLifeTests.At(OrderStatus.Confirmed);

            for (var step = 0; step < 12; step++)
            {
                var before = order.Lines.ToDictionary(line => line.LineNo, line => (line.PromisedOn, line.Schedule));
                var (entries, line) = (order.Promises.Count, order.Lines[random.Next(2)]);
                var over = random.Next(3) * 5;
                var done = random.Next(7) switch
                {
                    0 => Ship(order, new ShippingTerms(new(over, random.Next(2) * 5), random.Next(4) > 0, (BackOrderPolicy?)random.Next(3)), (line.LineNo, random.Next(1, 5500))),
                    1 => Ship(order, (line.LineNo, Math.Max(1, line.OutstandingQuantity))),
                    2 => TakeBack(order, (line.LineNo, random.Next(1, 5500))),
                    3 => order.CloseShort([line.LineNo], "Soldée"),
                    4 => PromiseLedgerTests.Move(order, line.LineNo, Given.Wednesday.AddDays(random.Next(1, 9))),
                    5 => order.HoldBack(OrderLifeTests.AHold, Given.Monday),
                    _ => order.Release([HoldRelease.Anybody], Given.Monday),
                };

                Assert.All(order.Lines, each =>
                {
                    Assert.True(each is { OutstandingQuantity: >= 0, ShippedQuantity: >= 0, CancelledQuantity: >= 0 });
                    Assert.Equal(decimal.Max(0, each.Quantity - each.ShippedQuantity - each.CancelledQuantity), each.OutstandingQuantity);
                    Assert.True(each.ShippedQuantity <= each.Quantity * 1.10m);
                    Assert.True(each.Schedule.Count == 0 || each.Schedule.Sum(part => part.Quantity) == each.OutstandingQuantity);
                    Assert.True(before[each.LineNo].PromisedOn == each.PromisedOn || order.Promises.Skip(entries).Any(entry => entry.LineId == each.Id && entry.Was == before[each.LineNo].PromisedOn && entry.Now == each.PromisedOn), $"{seed}, {step}: {done.Refusal}");
                });
                Assert.Equal(order.Lines.Count(each => each.OutstandingQuantity > 0), order.OpenLines);
            }
        }
    }

    [Fact]
    public void What_comes_back_of_what_left_before_a_promise_in_parts_is_due_with_the_first_part()
    {
        var order = OrderLifeTests.At(OrderStatus.Confirmed);
        var (first, last) = (Given.Wednesday.AddDays(1), Given.Wednesday.AddDays(8));
        Ship(order, ("10", 1000));
        order.Repromise(new Dictionary<string, IReadOnlyList<PromisedPart>> { ["10"] = [PromiseLedgerTests.Part(1500, first), PromiseLedgerTests.Part(2500, last)] }, new(PromiseCause.Production), Given.Claire, Given.Now, Given.Monday);

        TakeBack(order, ("10", 600));
        Assert.Equal([(2100m, first), (2500m, last)], order.Lines[0].Schedule.Select(part => (part.Quantity, part.DeliverOn)));
    }

    [Fact]
    public void A_line_stands_where_it_was_promised_or_not_until_something_of_it_leaves()
    {
        var (reviewed, promised) = (OrderLifeTests.At(OrderStatus.ToReview), OrderLifeTests.At(OrderStatus.Confirmed));

        Assert.Equal(LineStanding.ToReview, reviewed.Lines[0].StandingIn(reviewed.Status));
        Assert.Equal(LineStanding.Promised, promised.Lines[0].StandingIn(promised.Status));
        Assert.Equal(LineStanding.Cancelled, promised.Lines[0].StandingIn(OrderStatus.Cancelled));
        promised.CloseShort(["20"], "Plus fabriqué");
        Assert.Equal(LineStanding.Cancelled, promised.Lines[1].StandingIn(promised.Status));
    }

    [Fact]
    public void Nothing_that_did_not_leave_is_taken_back()
    {
        var order = OrderLifeTests.At(OrderStatus.PartlyShipped);

        Assert.Equal(new NoSuchLine("30"), TakeBack(order, ("30", 1)).Refusal);
        Assert.Equal(new HasNotShipped("10", 2000), TakeBack(order, ("10", 0)).Refusal);
        Assert.Equal(new HasNotShipped("20", 0), TakeBack(order, ("10", 1), ("20", 1)).Refusal);
        Assert.Equal(2000, order.Lines[0].ShippedQuantity);
    }

    private static void Amend(Order order, Func<OrderDraft, OrderDraft> change)
    {
        var draft = change(order.ToDraft());
        Assert.True(order.Amend(draft, Given.Judge(draft), new(Ids.New<OrderDocumentId>(), 0, AmendmentOutcome.Applied, Given.Now)).IsOk);
    }

    private static Result Ship(Order order, params (string LineNo, decimal Quantity)[] lines) => Ship(order, ShippingTerms.Usual, lines);

    private static Result Ship(Order order, ShippingTerms terms, params (string LineNo, decimal Quantity)[] lines) => order.Ship(lines.ToDictionary(line => line.LineNo, line => line.Quantity), terms);

    private static Result TakeBack(Order order, params (string LineNo, decimal Quantity)[] lines) => order.TakeShipmentBack(lines.ToDictionary(line => line.LineNo, line => line.Quantity));
}

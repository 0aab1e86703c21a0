using AdvPortal.Domain.Orders;

namespace AdvPortal.Domain.Tests.Orders;

/// <summary>The table of an order's life, cell by cell, and that every verb keeps to it.</summary>
public sealed class OrderLifeTests
{
    public static readonly OrderHold AHold = new(HoldReason.ClientRequest, null, null, HoldRelease.Anybody, Given.Claire, Given.Now);

    private static readonly Dictionary<OrderAct, (Func<Order, Result> Verb, OrderStatus? To)> _verbs = new()
    {
        [OrderAct.Correct] = (order => order.Correct(order.ToDraft(), Given.Judge(order.ToDraft())), null),
        [OrderAct.Confirm] = (order => order.Confirm(Given.Now), OrderStatus.Confirmed),
        [OrderAct.TakeBack] = (order => order.TakeBack(), OrderStatus.ToReview),
        [OrderAct.Amend] = (order => order.Amend(order.ToDraft(), Given.Judge(order.ToDraft()), new(Ids.New<OrderDocumentId>(), 0, AmendmentOutcome.Applied, Given.Now)), null),
        [OrderAct.Repromise] = (order => order.Repromise(Parts(order), new(PromiseCause.Production), Given.Claire, Given.Now, Given.Monday), null),
        [OrderAct.StartPreparation] = (order => order.StartPreparation(), OrderStatus.InPreparation),
        [OrderAct.Ship] = (order => order.ShipAll(), OrderStatus.Shipped),
        [OrderAct.TakeShipmentBack] = (order => order.TakeShipmentBack(order.Lines.Where(line => line.ShippedQuantity > 0).ToDictionary(line => line.LineNo, line => line.ShippedQuantity)), OrderStatus.Confirmed),
        [OrderAct.Deliver] = (order => order.Deliver(), OrderStatus.Delivered),
        [OrderAct.CloseShort] = (order => order.CloseShort(["20"], "Plus fabriqué"), null),
        [OrderAct.Close] = (order => order.Close(), OrderStatus.Closed),
        [OrderAct.Hold] = (order => order.HoldBack(AHold, Given.Monday), OrderStatus.OnHold),
        [OrderAct.Release] = (order => order.Release([HoldRelease.Anybody], Given.Monday), OrderStatus.ToReview),
        [OrderAct.Cancel] = (order => order.Cancel("Plus besoin"), OrderStatus.Cancelled),
    };

    // r correct, C confirm, T take back, a amend, p repromise, P prepare, S ship, B take a shipment back, D deliver, c close short, X close, H hold, R release, A cancel.
    [Theory]
    [InlineData(OrderStatus.ToReview, "rCaHA")]
    [InlineData(OrderStatus.Confirmed, "TapPScHA")]
    [InlineData(OrderStatus.InPreparation, "apScHA")]
    [InlineData(OrderStatus.PartlyShipped, "apSBcH")]
    [InlineData(OrderStatus.Shipped, "BDX")]
    [InlineData(OrderStatus.Delivered, "X")]
    [InlineData(OrderStatus.Closed, "")]
    [InlineData(OrderStatus.OnHold, "aRA")]
    [InlineData(OrderStatus.Cancelled, "")]
    public void Every_act_is_allowed_or_not(OrderStatus status, string acts)
    {
        Assert.Equal(acts, string.Concat(Enum.GetValues<OrderAct>().Where(act => status.Allows(act)).Select(act => "rCTapPSBDcXHRA"[(int)act])));
        Assert.Equal(Enum.GetValues<OrderAct>().Where(act => status.Allows(act)), status.Acts().Order());
    }

    [Fact]
    public void Each_verb_does_what_the_table_allows_and_refuses_the_rest()
    {
        Assert.Equal(Enum.GetValues<OrderAct>(), _verbs.Keys);

        foreach (var status in Enum.GetValues<OrderStatus>())
        {
            Assert.All(_verbs, each =>
            {
                var order = At(status);
                var version = order.Version;
                var result = each.Value.Verb(order);

                Assert.True(status.Allows(each.Key) == result.IsOk, $"{status}, {each.Key}: {result.Refusal}");
                Assert.Equal(!result.IsOk ? status : each.Value.To ?? order.Status, order.Status);
                Assert.Equal(result.IsOk, order.Version != version);
            });
        }
    }

    [Theory]
    [InlineData(OrderStatus.ToReview)]
    [InlineData(OrderStatus.Confirmed)]
    [InlineData(OrderStatus.InPreparation)]
    [InlineData(OrderStatus.PartlyShipped)]
    public void A_held_order_goes_on_where_it_was_held(OrderStatus status)
    {
        var order = At(status);
        Assert.True(order.HoldBack(AHold with { Note = "  Attend son virement " }, Given.Monday).IsOk);
        Assert.Equal((OrderStatus.OnHold, status, "Attend son virement"), (order.Status, order.HeldFrom, order.Hold!.Note));

        Assert.IsType<NotYoursToRelease>(order.Release([], Given.Monday).Refusal);
        Assert.True(order.Release([HoldRelease.Anybody], Given.Monday).IsOk);
        Assert.Equal((status, null, null), (order.Status, order.HeldFrom, order.Hold));
    }

    [Theory]
    [InlineData(HoldRelease.Anybody, false, true)]
    [InlineData(HoldRelease.Finance, false, false)]
    [InlineData(HoldRelease.Finance, true, true)]
    [InlineData(HoldRelease.Manager, false, false)]
    public void Only_who_may_lets_a_held_order_go_on(HoldRelease release, bool holds, bool goesOn)
    {
        var order = At(OrderStatus.Confirmed);
        order.HoldBack(AHold with { Release = release, Until = Given.Wednesday }, Given.Monday);

        Assert.Equal(goesOn ? null : new NotYoursToRelease(release), order.Release(holds ? [HoldRelease.Anybody, release] : [HoldRelease.Anybody], Given.Wednesday).Refusal);
        Assert.Equal(goesOn ? OrderStatus.Confirmed : OrderStatus.OnHold, order.Status);
    }

    [Fact]
    public void A_hold_that_has_run_out_is_anybodys_to_release()
    {
        var order = At(OrderStatus.Confirmed);
        order.HoldBack(AHold with { Release = HoldRelease.Finance, Until = Given.Wednesday }, Given.Monday);

        Assert.True(order.Release([HoldRelease.Anybody], Given.Wednesday.AddDays(1)).IsOk);
    }

    [Fact]
    public void A_hold_ends_on_a_day_to_come_and_another_reason_is_told()
    {
        var order = At(OrderStatus.Confirmed);

        Assert.Equal(new HoldEndsInPast(Given.Monday.AddDays(-1)), order.HoldBack(AHold with { Until = Given.Monday.AddDays(-1) }, Given.Monday).Refusal);
        Assert.IsType<HoldNeedsNote>(order.HoldBack(AHold with { Reason = HoldReason.Other, Note = " " }, Given.Monday).Refusal);
        Assert.Equal(OrderStatus.Confirmed, order.Status);
    }

    [Theory]
    [InlineData(OrderStatus.ToReview, true)]
    [InlineData(OrderStatus.PartlyShipped, true)]
    [InlineData(OrderStatus.OnHold, true)]
    [InlineData(OrderStatus.Shipped, false)]
    [InlineData(OrderStatus.Closed, false)]
    [InlineData(OrderStatus.Cancelled, false)]
    public void The_order_book_holds_what_may_still_leave(OrderStatus status, bool open) => Assert.Equal(open, status.IsOpen());

    /// <summary>An order of two lines, 5 000 and 300 pieces for Wednesday, at that point of its life.</summary>
    internal static Order At(OrderStatus status)
    {
        var order = Given.AnOrder(Given.ADraft(Given.Wednesday, Given.ALine(), Given.ALine("20", quantity: 300)));
        Func<Result>[] steps = status switch
        {
            OrderStatus.ToReview => [],
            OrderStatus.Confirmed => [Confirm],
            OrderStatus.InPreparation => [Confirm, order.StartPreparation],
            OrderStatus.PartlyShipped => [Confirm, () => order.Ship(new Dictionary<string, decimal> { ["10"] = 2000 }, ShippingTerms.Usual)],
            OrderStatus.Shipped => [Confirm, order.ShipAll],
            OrderStatus.Delivered => [Confirm, order.ShipAll, order.Deliver],
            OrderStatus.Closed => [Confirm, order.ShipAll, order.Deliver, order.Close],
            OrderStatus.OnHold => [() => order.HoldBack(AHold, Given.Monday)],
            _ => [() => order.Cancel("Plus besoin")],
        };

        Assert.All(steps, step => Assert.True(step().IsOk));
        Assert.Equal(status, order.Status);

        return order;

        Result Confirm() => order.Confirm(Given.Now);
    }

    private static Dictionary<string, IReadOnlyList<PromisedPart>> Parts(Order order) =>
        new() { ["10"] = [new(order.Lines[0].OutstandingQuantity, Given.Wednesday.AddDays(2), Given.Wednesday.AddDays(1))] };
}

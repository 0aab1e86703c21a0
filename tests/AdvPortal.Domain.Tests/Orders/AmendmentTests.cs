using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Tests.Orders;

public sealed class AmendmentTests
{
    private static readonly DateOnly _thursday = Given.Wednesday.AddDays(1);

    [Fact]
    public void A_change_of_what_was_promised_is_judged_again_and_promised_anew_under_the_same_number()
    {
        var order = AConfirmedOrder();
        Assert.True(Amend(order, quantity: 6000, requestedOn: Given.Wednesday).IsOk);

        Assert.Equal((OrderStatus.ToReview, 2, (DateTimeOffset?)null, 6000m), (order.Status, order.Revision, order.ConfirmedAt, order.Lines[0].Quantity));
        Assert.Contains(order.Findings, finding => finding is { Kind: DeliveryDays.KindName, State: FindingState.Open });
        Assert.Equal([2], order.Amendments.Select(amendment => amendment.Revision));
    }

    [Fact]
    public void The_first_promise_outlasts_a_change_and_a_confirmation_taken_back()
    {
        var order = AConfirmedOrder();
        Amend(order, 6000, new(2026, 12, 1), ALine("20"));
        order.Confirm(Given.Now);
        Assert.Equal([(_thursday, null), (new(2026, 12, 1), 2)], order.Lines.Select(line => (line.FirstPromisedOn!.Value, line.FirstPromisedIn)));

        Assert.True(order.TakeBack().IsOk);
        Assert.Equal([_thursday, (DateOnly?)null], order.Lines.Select(line => line.FirstPromisedOn));
        Assert.Equal(2, order.Revision);
    }

    [Fact]
    public void Two_changes_before_one_answer_are_one_new_version_and_a_change_before_any_answer_is_none()
    {
        var order = AConfirmedOrder();
        Amend(order, 6000, _thursday);
        Amend(order, 7000, _thursday);
        Assert.Equal(2, order.Revision);

        var unanswered = Given.AnOrder(Given.ADraft(_thursday));
        Amend(unanswered, 6000, _thursday);
        Assert.Equal(1, unanswered.Revision);
    }

    [Fact]
    public void One_document_changes_an_order_once()
    {
        var (order, document) = (AConfirmedOrder(), Ids.New<OrderDocumentId>());
        Amend(order, 6000, _thursday, document: document);

        Assert.IsType<AmendmentDecided>(Amend(order, 8000, _thursday, document: document).Refusal);
        Assert.IsType<AmendmentDecided>(order.Decline(Decided(document)).Refusal);
        Assert.IsType<AmendmentDecided>(order.CancelFor(Decided(document), "Annulée").Refusal);
        Assert.Equal(6000, order.Lines[0].Quantity);
    }

    [Theory]
    [InlineData(OrderStatus.Shipped)]
    [InlineData(OrderStatus.Delivered)]
    [InlineData(OrderStatus.Closed)]
    [InlineData(OrderStatus.Cancelled)]
    public void What_has_left_or_was_given_up_is_not_changed(OrderStatus status)
    {
        var order = AConfirmedOrder();
        _ = status is OrderStatus.Cancelled ? order.Cancel("Plus besoin") : order.ShipAll();
        _ = status is OrderStatus.Delivered or OrderStatus.Closed ? order.Deliver() : Result.Ok;
        _ = status is OrderStatus.Closed ? order.Close() : Result.Ok;

        Assert.Equal(new OrderNotAmendable(status), Amend(order, 6000, _thursday).Refusal);
        Assert.Equal(new OrderNotAmendable(status), order.CancelFor(Decided(), "Annulée").Refusal);
        Assert.Empty(order.Amendments);
    }

    [Fact]
    public void What_was_being_prepared_is_so_again_once_it_is_confirmed()
    {
        var order = AConfirmedOrder();
        order.StartPreparation();
        Amend(order, 6000, _thursday);
        Assert.Equal(OrderStatus.ToReview, order.Status);

        order.Confirm(Given.Now);
        Assert.Equal((OrderStatus.InPreparation, (OrderStatus?)null), (order.Status, order.AmendedFrom));
    }

    [Fact]
    public void A_held_order_stays_held_and_is_reviewed_when_it_goes_on()
    {
        var order = AConfirmedOrder();
        order.HoldBack(OrderLifeTests.AHold, Given.Monday);
        Amend(order, 6000, _thursday);
        Assert.Equal((OrderStatus.OnHold, 2), (order.Status, order.Revision));

        order.Release([HoldRelease.Anybody], Given.Monday);
        Assert.Equal(OrderStatus.ToReview, order.Status);
    }

    [Fact]
    public void A_client_that_gives_up_what_was_promised_is_answered_in_a_new_version()
    {
        var order = AConfirmedOrder();
        Assert.True(order.CancelFor(Decided() with { IsCancellation = true }, "Projet arrêté").IsOk);

        Assert.Equal((OrderStatus.Cancelled, "Projet arrêté", 2), (order.Status, order.CancelReason, order.Revision));
        Assert.Equal(2, order.Amendments.Single().Revision);
    }

    [Fact]
    public void A_change_that_is_refused_leaves_everything_as_it_was()
    {
        var order = AConfirmedOrder();
        var before = (order.Status, order.Revision, order.ConfirmedAt, order.Lines[0].Quantity);
        Assert.True(order.Decline(Decided() with { Outcome = AmendmentOutcome.Refused, Reason = AmendmentRefusal.TooLate }).IsOk);

        Assert.Equal(before, (order.Status, order.Revision, order.ConfirmedAt, order.Lines[0].Quantity));
        Assert.Equal(AmendmentRefusal.TooLate, order.Amendments.Single().Reason);
    }

    [Fact]
    public void An_order_of_which_nothing_would_be_left_is_cancelled_not_changed()
    {
        var order = AConfirmedOrder();
        var nothing = order.ToDraft() with { Lines = [] };

        Assert.IsType<OrderWithoutLines>(order.Amend(nothing, Given.Judge(nothing), Decided()).Refusal);
    }

    [Fact]
    public void Each_line_is_decided_with_what_was_promised_and_what_is_wanted()
    {
        var order = AConfirmedOrder();
        var difference = OrderDifference.Of(order.ToDraft(), new([new() { LineNo = "10", Quantity = 6000 }, new() { LineNo = "20", BuyerCode = "X", Quantity = 1 }, new() { LineNo = "90", Action = AmendmentAction.Remove }], IsWhole: false));
        var decided = difference.Decide(order, new HashSet<string> { "10" });

        Assert.Equal([("10", true), ("20", false), ("90", false)], decided.Select(line => (line.LineNo, line.IsApplied)));
        Assert.Equal((5000m, _thursday, 6000m), (decided[0].Before!.Quantity, decided[0].Before!.PromisedOn!.Value, decided[0].Asked!.Quantity));
    }

    [Fact]
    public void Of_an_order_that_is_given_up_what_has_left_stays_and_nothing_more_is_charged()
    {
        var order = OrderLifeTests.At(OrderStatus.PartlyShipped);
        Assert.True(order.CancelFor(Decided() with { IsCancellation = true }, "Projet arrêté").IsOk);

        Assert.Equal((OrderStatus.Shipped, "Projet arrêté", 2, 168.00m), (order.Status, order.CancelReason, order.Revision, order.TotalNet));
        Assert.Equal(("10", 2000m, 0m, 0m), (Assert.Single(order.Lines).LineNo, order.Lines[0].Quantity, order.Lines[0].OutstandingQuantity, order.Lines[0].CancelledQuantity));
        Assert.Equal((2, true), (order.Amendments.Single().Revision, order.Amendments.Single().IsCancellation));
    }

    [Fact]
    public void Also_while_a_change_of_it_is_reviewed_or_a_line_was_closed_short_before()
    {
        var order = OrderLifeTests.At(OrderStatus.PartlyShipped);
        order.Ship(new Dictionary<string, decimal> { ["20"] = 100 }, ShippingTerms.Usual);
        order.CloseShort(["20"], "Plus fabriqué");
        Assert.True(order.Amend(order.ToDraft(), Given.Judge(order.ToDraft()), Decided()).IsOk);
        Assert.Equal(OrderStatus.PartlyShipped, order.AmendedFrom);

        Assert.True(order.CancelFor(Decided(), "Projet arrêté").IsOk);
        Assert.Equal((OrderStatus.Shipped, null, 176.40m, 0), (order.Status, order.AmendedFrom, order.TotalNet, order.OpenLines));
        Assert.Equal([(2000m, 0m, null), (100m, 0m, null)], order.Lines.Select(line => (line.Quantity, line.CancelledQuantity, line.ReservedQuantity)));
    }

    [Theory]
    [InlineData("10", "10")]
    [InlineData("000010", "10")]
    [InlineData("20", "0020")]
    [InlineData("a7", "0A7")]
    [InlineData("030", "030")] // as it is written, before what only means the same
    [InlineData("30", "0030")]
    [InlineData("40", null)]
    public void A_line_is_known_by_its_number_with_or_without_zeros(string number, string? line)
    {
        var order = Given.AnOrder(Given.ADraft(_thursday, ALine("10"), ALine("0020"), ALine("0A7"), ALine("0030"), ALine("030")));

        Assert.Equal(line, order.LineNumbered(number)?.LineNo);
    }

    [Fact]
    public void A_change_that_is_refused_is_news_of_the_order()
    {
        var order = AConfirmedOrder();
        var version = order.Version;

        Assert.True(order.Decline(Decided()).IsOk);
        Assert.NotEqual(version, order.Version);
    }

    [Theory]
    [InlineData(OrderStatus.InPreparation)]
    [InlineData(OrderStatus.PartlyShipped)]
    public void A_change_of_a_change_goes_on_where_the_first_one_began(OrderStatus status)
    {
        var order = OrderLifeTests.At(status);
        order.Amend(order.ToDraft(), Given.Judge(order.ToDraft()), Decided());
        order.HoldBack(OrderLifeTests.AHold, Given.Monday);
        order.Amend(order.ToDraft(), Given.Judge(order.ToDraft()), Decided());
        Assert.Equal((OrderStatus.OnHold, OrderStatus.ToReview, status), (order.Status, order.HeldFrom, order.AmendedFrom));

        order.Release([HoldRelease.Anybody], Given.Monday);
        order.Confirm(Given.Now);
        Assert.Equal((status, null), (order.Status, order.AmendedFrom));
    }

    [Fact]
    public void What_has_left_of_a_line_is_not_changed_any_more()
    {
        var order = OrderLifeTests.At(OrderStatus.PartlyShipped);
        var draft = order.ToDraft();
        DraftLine[] changed =
        [
            draft.Lines[0] with { Quantity = 1999 }, draft.Lines[0] with { Quantity = null }, draft.Lines[0] with { Unit = "KGM" },
            draft.Lines[0] with { ProductId = Ids.New<ProductId>() }, draft.Lines[0] with { LineNo = "11" },
        ];

        Assert.All(changed, line => Assert.Equal(new LineHasShipped("10", 2000), Take(line).Refusal));
        Assert.Null(Take(draft.Lines[0] with { Quantity = 2000 }).Refusal);

        Result Take(DraftLine line)
        {
            var after = draft with { Lines = [line, draft.Lines[1]] };

            return order.Amend(after, Given.Judge(after), Decided());
        }
    }

    private static Order AConfirmedOrder()
    {
        var order = Given.AnOrder(Given.ADraft(_thursday));
        Assert.True(order.Confirm(Given.Now).IsOk);

        return order;
    }

    private static Result Amend(Order order, decimal quantity, DateOnly requestedOn, DraftLine? added = null, OrderDocumentId? document = null)
    {
        var draft = order.ToDraft();
        draft = draft with { RequestedOn = requestedOn, Lines = [draft.Lines[0] with { Quantity = quantity }, .. added is null ? [] : new[] { added }] };

        return order.Amend(draft, Given.Judge(draft, Given.ARequirement(Given.NoDeliveryOn(DayOfWeek.Wednesday))), Decided(document));
    }

    private static DraftLine ALine(string no) => Given.ALine(no);

    private static DecidedAmendment Decided(OrderDocumentId? document = null) => new(document ?? Ids.New<OrderDocumentId>(), 0, AmendmentOutcome.Applied, Given.Now) { By = Given.Claire };
}

using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Tests.Orders;

public sealed class PromiseLedgerTests
{
    private static readonly DateOnly _friday = Given.Wednesday.AddDays(2);
    private static readonly PromiseReason _late = new(PromiseCause.Supplier, Note: " Zingage retardé ");

    [Fact]
    public void The_first_word_is_entered_when_the_order_is_confirmed()
    {
        var order = OrderLifeTests.At(OrderStatus.Confirmed);

        Assert.Equal(
            [("10", null, Given.Wednesday, PromiseCause.First, 1), ("20", null, Given.Wednesday, PromiseCause.First, 1)],
            order.Promises.Select(each => (each.LineNo, each.Was, each.Now!.Value, each.Cause, each.Revision)));
    }

    [Fact]
    public void A_promise_moves_with_its_cause_its_side_and_who_said_so_and_the_first_one_stays()
    {
        var order = OrderLifeTests.At(OrderStatus.Confirmed);

        Assert.True(Move(order, "10", _friday).IsOk);

        var (line, entry) = (order.Lines[0], order.Promises[^1]);
        Assert.Equal((_friday, _friday.AddDays(-1), Given.Wednesday), (line.PromisedOn, line.ShipOn, line.FirstPromisedOn));
        Assert.Equal((Given.Wednesday, _friday, PromiseCause.Supplier, PromiseSide.Us, "Zingage retardé", Given.Claire, 2), (entry.Was, entry.Now, entry.Cause, entry.Side, entry.Note, entry.By, entry.Revision));
        Assert.Equal((Given.Wednesday, _friday, 2), (order.NextDueOn, order.PromisedOn, order.Revision));
        Assert.Equal(Given.Wednesday, order.Lines[1].PromisedOn);
    }

    [Fact]
    public void All_lines_move_or_none_does()
    {
        var order = OrderLifeTests.At(OrderStatus.Confirmed);

        Assert.Equal(new NoSuchLine("30"), Move(order, new() { ["10"] = [Part(5000, _friday)], ["30"] = [Part(1, _friday)] }).Refusal);
        Assert.Equal((Given.Wednesday, 2, 1), (order.Lines[0].PromisedOn, order.Promises.Count, order.Revision));
    }

    [Fact]
    public void A_line_is_split_over_dates_and_what_is_promised_first_leaves_first()
    {
        var order = OrderLifeTests.At(OrderStatus.Confirmed);
        Assert.True(Move(order, new() { ["10"] = [Part(3500, _friday), Part(1500, Given.Wednesday)] }).IsOk);
        Assert.Equal((Given.Wednesday, _friday), (order.Lines[0].NextDueOn, order.Lines[0].PromisedOn));

        order.Ship(new Dictionary<string, decimal> { ["10"] = 1000 }, ShippingTerms.Usual);
        Assert.Equal([500m, 3500m], order.Lines[0].Schedule.Select(part => part.Quantity));

        order.Ship(new Dictionary<string, decimal> { ["10"] = 700 }, ShippingTerms.Usual);
        Assert.Equal((_friday, 3300m, 0), (order.Lines[0].NextDueOn, order.Lines[0].OutstandingQuantity, order.Lines[0].Schedule.Count));
    }

    [Fact]
    public void Nothing_is_promised_without_a_cause_for_the_past_in_other_quantities_or_for_nothing()
    {
        var order = OrderLifeTests.At(OrderStatus.Confirmed);

        Assert.IsType<PromiseNeedsReason>(Move(order, "10", _friday, new(PromiseCause.First)).Refusal);
        Assert.IsType<PromiseNeedsReason>(Move(order, "10", _friday, new(PromiseCause.Amendment)).Refusal);
        Assert.IsType<PromiseNeedsReason>(Move(order, "10", _friday, new(PromiseCause.Other, Note: " ")).Refusal);
        Assert.Equal(new PromiseInPast(Given.Monday.AddDays(-1)), Move(order, "10", Given.Monday.AddDays(-1)).Refusal);
        Assert.IsType<PromiseUnchanged>(Move(order, "10", Given.Wednesday).Refusal);
        Assert.Equal(new PartsDoNotAddUp("10", 5000), Move(order, new() { ["10"] = [Part(4999, _friday)] }).Refusal);
        Assert.Equal(new PartsDoNotAddUp("10", 5000), Move(order, new() { ["10"] = [Part(6000, _friday), Part(-1000, Given.Wednesday)] }).Refusal);
        Assert.Equal(new PartsOnOneDay("10", _friday), Move(order, new() { ["10"] = [Part(4000, _friday), Part(1000, _friday)] }).Refusal);
        Assert.Equal((2, 1), (order.Promises.Count, order.Revision));
    }

    [Fact]
    public void A_confirmation_taken_back_was_never_promised_and_one_promised_anew_is_not_taken_back()
    {
        var order = OrderLifeTests.At(OrderStatus.Confirmed);
        order.TakeBack();
        Assert.Empty(order.Promises);

        order.Confirm(Given.Now);
        Move(order, "10", _friday);
        Assert.DoesNotContain(OrderAct.TakeBack, order.Acts);
        Assert.IsType<ConfirmationHasLeft>(order.TakeBack().Refusal);
    }

    [Fact]
    public void A_date_that_was_moved_stays_when_the_client_changes_something_else()
    {
        var order = OrderLifeTests.At(OrderStatus.Confirmed);
        Move(order, "10", _friday);
        var draft = order.ToDraft();
        draft = draft with { Lines = [draft.Lines[0], draft.Lines[1] with { Quantity = 400 }] };
        var judged = Judgement.Of(draft, Rulebook.Of([]), Given.ThisMorning, facts: OrderFacts.None with { KeptDates = order.KeptDates });

        order.Amend(draft, judged, new(Ids.New<OrderDocumentId>(), 0, AmendmentOutcome.Applied, Given.Now));
        order.Confirm(Given.Now);

        Assert.Equal([_friday, Given.Wednesday], order.Lines.Select(line => line.PromisedOn!.Value));
        Assert.Equal(3, order.Promises.Count);
    }

    [Fact]
    public void What_the_client_is_told_by_telephone_is_told_once()
    {
        var order = OrderLifeTests.At(OrderStatus.Confirmed);
        Move(order, "10", _friday);

        Assert.True(order.TellPromises(Given.Now.AddHours(1)).IsOk);
        Assert.IsType<NothingToTell>(order.TellPromises(Given.Now.AddHours(2)).Refusal);
        Assert.Equal([null, Given.Now.AddHours(1), Given.Now.AddHours(1)], order.Promises.Select(each => each.ToldAt));
    }

    [Theory]
    [InlineData("2026-11-23", "2026-11-23", PromiseStanding.OnTime)]
    [InlineData("2026-11-24", "2026-11-24", PromiseStanding.OnTime)]
    [InlineData("2026-11-24", "2026-11-25", PromiseStanding.AtRisk)]
    [InlineData("2026-11-25", "2026-11-25", PromiseStanding.AtRisk)]
    [InlineData("2026-11-26", "2026-11-26", PromiseStanding.Late)]
    public void A_promise_is_at_risk_once_its_departure_is_missed_and_late_once_its_day_has_passed(string today, string firstDeparture, PromiseStanding standing) =>
        Assert.Equal(standing, OrderLifeTests.At(OrderStatus.Confirmed).StandingOn(Given.Day(today), Given.Day(firstDeparture)));

    [Fact]
    public void Of_an_order_in_danger_the_lines_that_are_in_danger_are_told_from_the_others()
    {
        var order = OrderLifeTests.At(OrderStatus.Confirmed);
        Move(order, "10", _friday);
        Assert.Equal([PromiseStanding.OnTime, PromiseStanding.Late], order.Lines.Select(line => order.StandingOn(line, Given.Wednesday.AddDays(1), Given.Wednesday.AddDays(1))));

        order.Bar(new("10", _friday, WhyNot.OwnClosed));
        Assert.Equal([PromiseStanding.AtRisk, PromiseStanding.OnTime], order.Lines.Select(line => order.StandingOn(line, Given.Monday, Given.Monday)));

        var reviewed = OrderLifeTests.At(OrderStatus.ToReview);
        Assert.Equal([PromiseStanding.None, PromiseStanding.None], reviewed.Lines.Select(line => reviewed.StandingOn(line, _friday, _friday)));
    }

    [Fact]
    public void A_line_that_is_not_ready_in_time_threatens_its_promise_until_it_moves()
    {
        var order = OrderLifeTests.At(OrderStatus.Confirmed);
        Assert.True(order.TellReadiness("10", new(Given.Wednesday, "Zingage attendu")).IsOk);
        Assert.Equal((true, PromiseStanding.AtRisk), (order.IsThreatened, order.StandingOn(Given.Monday, Given.Monday)));

        Move(order, "10", _friday);
        Assert.False(order.IsThreatened);

        Assert.Equal(new NoSuchLine("30"), order.TellReadiness("30", null).Refusal);
    }

    [Fact]
    public void When_goods_are_ready_is_news_once_and_of_what_is_still_to_leave()
    {
        var (order, ready) = (OrderLifeTests.At(OrderStatus.Confirmed), new Readiness(Given.Wednesday, "Zingage attendu"));
        var version = order.Version;
        Assert.True(order.TellReadiness("10", ready).IsOk);
        Assert.NotEqual(version, order.Version);

        version = order.Version;
        Assert.True(order.TellReadiness("10", ready).IsOk);
        Assert.Equal(version, order.Version);

        order.Ship(new Dictionary<string, decimal> { ["20"] = 300 }, ShippingTerms.Usual);
        Assert.Equal(new NothingOutstanding("20"), order.TellReadiness("20", ready).Refusal);
        Assert.Equal(new NothingOutstanding("10"), OrderLifeTests.At(OrderStatus.Cancelled).TellReadiness("10", ready).Refusal);
        Assert.Equal(new NothingOutstanding("20"), Move(order, new() { ["20"] = [Part(1, _friday)] }).Refusal);
    }

    [Fact]
    public void A_promise_may_be_for_today_and_is_told_once_it_is_made_again()
    {
        var order = OrderLifeTests.At(OrderStatus.Confirmed);
        Assert.True(Move(order, "10", Given.Monday).IsOk);
        var version = order.Version;

        Assert.True(order.TellPromises(Given.Now.AddHours(1)).IsOk);
        Assert.NotEqual(version, order.Version);
        Move(order, "10", _friday);
        Assert.True(order.TellPromises(Given.Now.AddHours(2)).IsOk);
        Assert.Equal([null, Given.Now.AddHours(1), Given.Now.AddHours(1), Given.Now.AddHours(2)], order.Promises.Select(each => each.ToldAt));
    }

    [Fact]
    public void Parts_stay_promised_when_something_else_is_changed_and_are_asked_anew_for_another_quantity()
    {
        var order = OrderLifeTests.At(OrderStatus.Confirmed);
        Move(order, new() { ["10"] = [Part(3000, Given.Wednesday), Part(2000, _friday)] });
        Amend(order.ToDraft() with { Lines = [order.ToDraft().Lines[0], order.ToDraft().Lines[1] with { Quantity = 400 }] });
        Assert.Equal([3000m, 2000m], order.Lines[0].Schedule.Select(part => part.Quantity));

        Amend(order.ToDraft() with { Lines = [order.ToDraft().Lines[0] with { Quantity = 6000 }, order.ToDraft().Lines[1]] });
        Assert.Empty(order.Lines[0].Schedule);
        Assert.Equal(_friday, order.Lines[0].PromisedOn);

        void Amend(OrderDraft draft)
        {
            var judged = Judgement.Of(draft, Rulebook.Of([]), Given.ThisMorning, facts: OrderFacts.None with { KeptDates = order.KeptDates });
            Assert.True(order.Amend(draft, judged, new(null, 0, AmendmentOutcome.Applied, Given.Now)).IsOk);
        }
    }

    [Theory]
    [InlineData(PromiseSide.Client, PromiseCause.Amendment, PromiseCause.ClientRequest, PromiseCause.ClientClosed, PromiseCause.ClientPayment)]
    [InlineData(PromiseSide.Carrier, PromiseCause.CarrierDelay, PromiseCause.CarrierCapacity)]
    [InlineData(PromiseSide.Us, PromiseCause.First, PromiseCause.StockShortage, PromiseCause.Production, PromiseCause.Supplier, PromiseCause.Quality, PromiseCause.OurMistake, PromiseCause.EarlierThanPromised, PromiseCause.Other)]
    public void A_cause_lies_on_a_side(PromiseSide side, params PromiseCause[] causes) => Assert.Equal(causes, Enum.GetValues<PromiseCause>().Where(cause => cause.UsualSide() == side));

    [Fact]
    public void A_person_gives_any_cause_that_does_not_follow_from_what_was_done() =>
        Assert.Equal([PromiseCause.First, PromiseCause.Amendment], Enum.GetValues<PromiseCause>().Except(PromiseReason.Given));

    [Fact]
    public void Nothing_that_is_not_promised_is_late()
    {
        Assert.Equal(PromiseStanding.None, OrderLifeTests.At(OrderStatus.ToReview).StandingOn(_friday, _friday));
        Assert.Equal(PromiseStanding.None, OrderLifeTests.At(OrderStatus.Shipped).StandingOn(_friday, _friday));
    }

    internal static PromisedPart Part(decimal quantity, DateOnly day) => new(quantity, day, day.AddDays(-1));

    internal static Result Move(Order order, string lineNo, DateOnly day, PromiseReason? why = null) =>
        Move(order, new() { [lineNo] = [Part(order.Lines.Single(line => line.LineNo == lineNo).OutstandingQuantity, day)] }, why);

    private static Result Move(Order order, Dictionary<string, IReadOnlyList<PromisedPart>> lines, PromiseReason? why = null) =>
        order.Repromise(lines, why ?? _late, Given.Claire, Given.Now.AddHours(1), Given.Monday);
}

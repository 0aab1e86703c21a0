using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Tests.Orders;

/// <summary>What the order book asks of an order: who handles it, whose word it waits for, what may be done with it.</summary>
public sealed class OrderStandingTests
{
    private static readonly DateOnly _friday = Given.Wednesday.AddDays(2);

    [Fact]
    public void An_order_is_given_to_somebody_and_back_while_there_is_something_to_handle()
    {
        var order = OrderLifeTests.At(OrderStatus.Confirmed);
        var version = order.Version;

        Assert.IsType<HandlerUnchanged>(order.Assign(null).Refusal);
        Assert.Equal(version, order.Version);
        Assert.True(order.Assign(Given.Claire).IsOk);
        Assert.Equal(Given.Claire, order.HandlerId);
        Assert.NotEqual(version, order.Version);
        Assert.IsType<HandlerUnchanged>(order.Assign(Given.Claire).Refusal);
        Assert.True(order.Assign(null).IsOk);
        Assert.Null(order.HandlerId);

        Assert.Equal(new NothingToHandle(OrderStatus.Shipped), OrderLifeTests.At(OrderStatus.Shipped).Assign(Given.Claire).Refusal);
    }

    [Fact]
    public void An_order_of_which_something_has_left_is_not_cancelled_though_a_change_of_it_is_reviewed()
    {
        var (whole, part) = (OrderLifeTests.At(OrderStatus.Confirmed), OrderLifeTests.At(OrderStatus.PartlyShipped));
        Assert.Contains(OrderAct.Cancel, whole.Acts);

        Assert.True(part.Amend(part.ToDraft(), Given.Judge(part.ToDraft()), new(null, 0, AmendmentOutcome.Applied, Given.Now)).IsOk);
        Assert.Equal(OrderStatus.ToReview, part.Status);
        Assert.DoesNotContain(OrderAct.Cancel, part.Acts);
        Assert.IsType<OrderCannotBecome>(part.Cancel("Plus besoin").Refusal);
    }

    [Fact]
    public void Whose_word_an_order_waits_for_is_news_and_so_is_the_answer_though_nobody_waited()
    {
        var order = OrderLifeTests.At(OrderStatus.ToReview);
        var versions = new List<int> { order.Version };

        Assert.True(order.WaitFor(WaitingFor.Client, Given.Now).IsOk);
        versions.Add(order.Version);
        Assert.Equal((WaitingFor.Client, Given.Now), (order.WaitingFor, order.WaitingSince));

        order.StopWaiting();
        versions.Add(order.Version);
        Assert.Equal((null, null), (order.WaitingFor, order.WaitingSince));

        order.StopWaiting();
        versions.Add(order.Version);
        Assert.Equal(4, versions.Distinct().Count());
        Assert.Equal(new OrderNotToReview(OrderStatus.Confirmed), OrderLifeTests.At(OrderStatus.Confirmed).WaitFor(WaitingFor.Sales, Given.Now).Refusal);
    }

    [Fact]
    public void What_is_next_of_an_order_is_the_first_of_its_lines_and_nothing_once_it_is_given_up()
    {
        var order = OrderLifeTests.At(OrderStatus.Confirmed);
        PromiseLedgerTests.Move(order, "10", _friday);
        Assert.Equal((Given.Wednesday, Given.Wednesday.AddDays(-1), _friday, 2, 445.20m), (order.NextDueOn, order.NextShipOn, order.PromisedOn, order.OpenLines, order.OutstandingNet));

        order.Cancel("Plus besoin");
        Assert.Equal((null, null, 0, 0m), (order.NextDueOn, order.NextShipOn, order.OpenLines, order.OutstandingNet));
    }

    [Fact]
    public void An_order_that_gives_way_to_another_is_cancelled_for_it()
    {
        var (order, other) = (OrderLifeTests.At(OrderStatus.ToReview), Ids.New<OrderId>());
        Assert.True(order.GiveWayTo(other, "Doublon").IsOk);
        Assert.Equal((OrderStatus.Cancelled, other), (order.Status, order.SupersededById));

        var shipped = OrderLifeTests.At(OrderStatus.Shipped);
        Assert.IsType<OrderCannotBecome>(shipped.GiveWayTo(other, "Doublon").Refusal);
        Assert.Null(shipped.SupersededById);
    }

    [Theory]
    [InlineData(OrderStatus.ToReview, false)]
    [InlineData(OrderStatus.OnHold, false)]
    [InlineData(OrderStatus.Confirmed, true)]
    [InlineData(OrderStatus.PartlyShipped, true)]
    [InlineData(OrderStatus.Cancelled, true)]
    public void A_client_is_answered_by_a_promise_or_that_there_is_none(OrderStatus status, bool isAnswered) => Assert.Equal(isAnswered, OrderLifeTests.At(status).IsAnswered);

    [Fact]
    public void Of_what_comes_in_parts_every_part_may_meet_a_closed_day_until_it_has_left()
    {
        var order = OrderLifeTests.At(OrderStatus.Confirmed);
        var parts = new Dictionary<string, IReadOnlyList<PromisedPart>> { ["10"] = [PromiseLedgerTests.Part(3000, Given.Wednesday.AddDays(1)), PromiseLedgerTests.Part(2000, _friday)] };
        Assert.True(order.Repromise(parts, new(PromiseCause.Production), Given.Claire, Given.Now, Given.Monday).IsOk);

        order.Bar(new("10", Given.Wednesday.AddDays(1), WhyNot.OwnClosed));
        Assert.Equal([PromiseStanding.AtRisk, PromiseStanding.OnTime], order.Lines.Select(line => order.StandingOn(line, Given.Monday, Given.Monday)));

        order.Ship(new Dictionary<string, decimal> { ["10"] = 3000 }, ShippingTerms.Usual);
        Assert.Equal((null, false, _friday), (order.Barrier, order.IsThreatened, order.Lines[0].NextDueOn));
        Assert.Equal([PromiseStanding.OnTime, PromiseStanding.OnTime], order.Lines.Select(line => order.StandingOn(line, Given.Monday, Given.Monday)));
    }

    [Fact]
    public void What_is_not_under_way_meets_no_closed_day()
    {
        var noWednesday = Given.ARequirement(Given.NoDeliveryOn(DayOfWeek.Wednesday));

        Assert.Equal(new PromiseBarrier("10", Given.Wednesday, WhyNot.Closed, 12), BarrierOf(OrderLifeTests.At(OrderStatus.Confirmed), noWednesday));
        Assert.Null(BarrierOf(OrderLifeTests.At(OrderStatus.ToReview), noWednesday));
    }

    [Fact]
    public void Whoever_agreed_to_a_closed_day_for_one_line_did_not_for_another()
    {
        var noWednesday = Given.ARequirement(Given.NoDeliveryOn(DayOfWeek.Wednesday));
        var order = Given.AnOrder(Given.ADraft(_friday, Given.ALine(), Given.ALine("20") with { RequestedOn = Given.Wednesday }), noWednesday);
        order.Waive(order.Findings.Single(finding => finding.LineNo == "20").Id, "Exceptionnellement", "Karim Haddad", Given.Claire, Given.Now);
        order.Confirm(Given.Now);
        Assert.Null(BarrierOf(order, noWednesday));

        PromiseLedgerTests.Move(order, "10", Given.Wednesday);
        Assert.Equal("10", BarrierOf(order, noWednesday)?.LineNo);
    }

    private static PromiseBarrier? BarrierOf(Order order, Requirement requirement) =>
        PromiseBarrier.Of(order, ArrivalDays.Of(order.AsItStands(), Rulebook.Of([requirement]), Given.ThisMorning, Transport.Default), Given.Monday);
}

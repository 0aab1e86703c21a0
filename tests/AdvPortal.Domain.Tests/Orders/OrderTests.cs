using AdvPortal.Domain.Orders;

namespace AdvPortal.Domain.Tests.Orders;

/// <summary>An order as it is taken in, promised and given up; see <see cref="OrderLifeTests"/> for the rest of its life.</summary>
public sealed class OrderTests
{
    [Theory]
    [InlineData(1_000_000_000, 1, 1)]
    [InlineData(1, 100_000_000, 1)]
    [InlineData(1, 1, 0.00001)]
    [InlineData(999_999_999, 99_999_999, 1)]
    public void A_line_that_cannot_be_reckoned_with_is_refused_by_its_number(double quantity, double price, double per)
    {
        var draft = Given.ADraft(Given.Wednesday, Given.ALine(quantity: (decimal)quantity) with { NetPrice = (decimal)price, PriceBaseQuantity = (decimal)per });

        Assert.Equal(new LineOutOfRange("10"), Order.Receive(Ids.New<OrderId>(), draft, Given.Judge(draft), Given.Now, Given.Now).Refusal);
    }

    [Fact]
    public void An_agreed_price_that_no_line_can_hold_is_refused_before_it_is_charged()
    {
        var draft = Given.ADraft(Given.Wednesday, Given.ALine(quantity: 999_999_999) with { NetPrice = null, PriceBaseQuantity = 1, ContractPrice = 99_999_999 });

        Assert.IsType<LineOutOfRange>(Order.Receive(Ids.New<OrderId>(), draft, Given.Judge(draft), Given.Now, Given.Now).Refusal);
    }

    [Fact]
    public void A_cancelled_order_keeps_its_reason_and_stays_cancelled()
    {
        var order = OrderLifeTests.At(OrderStatus.OnHold);

        Assert.IsType<CancellationNeedsReason>(order.Cancel(" ").Refusal);
        Assert.True(order.Cancel(" Plus besoin ").IsOk);
        Assert.Equal(("Plus besoin", null), (order.CancelReason, order.HeldFrom));
        Assert.IsType<OrderDoesNotAllow>(order.Release([HoldRelease.Anybody], Given.Monday).Refusal);

        var shipped = OrderLifeTests.At(OrderStatus.Shipped);
        Assert.IsType<OrderCannotBecome>(shipped.Cancel("Trop tard").Refusal);
        Assert.Null(shipped.CancelReason);
    }

    [Fact]
    public void A_cause_says_it_all_but_for_the_other_one()
    {
        var order = OrderLifeTests.At(OrderStatus.OnHold);

        Assert.IsType<CancellationNeedsReason>(order.Cancel(" ", CancelCause.Other).Refusal);
        Assert.True(order.Cancel(" ", CancelCause.Duplicate).IsOk);
        Assert.Equal((null, CancelCause.Duplicate), (order.CancelReason, order.CancelCause));
    }

    [Fact]
    public void The_first_promise_is_kept_apart_and_set_once()
    {
        var order = Given.AnOrder(Given.ADraft(Given.Wednesday));
        Assert.All(order.Lines, line => Assert.Null(line.FirstPromisedOn));

        order.Confirm(Given.Now);

        Assert.All(order.Lines, line => Assert.Equal((Given.Wednesday, Given.Wednesday), (line.FirstPromisedOn, line.PromisedOn)));
        Assert.Equal(Given.Now, order.ConfirmedAt);
    }

    [Fact]
    public void An_order_is_numbered_once()
    {
        var order = Given.AnOrder(Given.ADraft(Given.Wednesday));

        order.Numbered("CV26-04518");

        Assert.Equal("CV26-04518", order.Number);
        Assert.Throws<InvalidOperationException>(() => order.Numbered("CV26-04519"));
        Assert.Throws<ArgumentException>(() => Given.AnOrder(Given.ADraft(Given.Wednesday)).Numbered(" "));
    }

    [Fact]
    public void Amounts_add_up_and_the_last_arrival_is_the_promise()
    {
        var order = Given.AnOrder(Given.ADraft(
            Given.Wednesday,
            Given.ALine(),
            Given.ALine("20", quantity: 3) with { NetPrice = 0.125m, PriceBaseQuantity = 1, ContractPrice = null, RequestedOn = Given.Day("2026-12-01") },
            Given.ALine("30") with { NetPrice = null, ContractPrice = null }));

        Assert.Equal([420.00m, 0.38m, null], order.Lines.Select(line => line.LineAmount));
        Assert.Equal(420.38m, order.TotalNet);
        Assert.Equal((Given.Wednesday, Given.Day("2026-12-01")), (order.RequestedOn, order.PromisedOn));
        Assert.Equal([Given.Wednesday, Given.Day("2026-12-01"), Given.Wednesday], order.Lines.Select(line => line.RequestedOn));
        Assert.Equal([5000m, 3m, 5000m], order.Lines.Select(line => line.OutstandingQuantity));
    }

    [Fact]
    public void A_draft_that_is_no_order_is_refused()
    {
        Assert.IsType<OrderWithoutLines>(Receive(Given.ADraft(Given.Wednesday) with { Lines = [] }));
        Assert.Equal(new LineNumberRepeated("10"), Receive(Given.ADraft(Given.Wednesday, Given.ALine(), Given.ALine())));
        Assert.Equal(new PriceBaseNotPositive("10"), Receive(Given.ADraft(Given.Wednesday, Given.ALine() with { PriceBaseQuantity = 0, NetPrice = null, ContractPrice = null })));

        static Refusal? Receive(OrderDraft draft) => Order.Receive(Ids.New<OrderId>(), draft, Given.Judge(draft), Given.Now, Given.Now).Refusal;
    }
}

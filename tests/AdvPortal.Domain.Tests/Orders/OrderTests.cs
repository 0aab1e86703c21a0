using AdvPortal.Domain.Orders;

namespace AdvPortal.Domain.Tests.Orders;

/// <summary>The life of an order.</summary>
public sealed class OrderTests
{
    // R reviewed later, C confirmed, P in preparation, p partly shipped, S shipped, D delivered, X closed, H held, A cancelled.
    [Theory]
    [InlineData(OrderStatus.ToReview, "CHA")]
    [InlineData(OrderStatus.Confirmed, "PpSHA")]
    [InlineData(OrderStatus.InPreparation, "pSHA")]
    [InlineData(OrderStatus.PartlyShipped, "SXH")]
    [InlineData(OrderStatus.Shipped, "D")]
    [InlineData(OrderStatus.Delivered, "X")]
    [InlineData(OrderStatus.Closed, "")]
    [InlineData(OrderStatus.OnHold, "RCPpA")]
    [InlineData(OrderStatus.Cancelled, "")]
    public void Every_step_is_allowed_or_not(OrderStatus from, string next) =>
        Assert.Equal(next, string.Concat(Enum.GetValues<OrderStatus>().Where(to => from.CanBecome(to)).Select(to => "RCPpSDXHA"[(int)to])));

    [Fact]
    public void Each_verb_takes_the_step_it_names_and_refuses_the_others()
    {
        (Func<Order, Result> Verb, OrderStatus To)[] verbs =
        [
            (order => order.Confirm(Given.Now), OrderStatus.Confirmed),
            (order => order.StartPreparation(), OrderStatus.InPreparation),
            (order => order.ShipPartly(), OrderStatus.PartlyShipped),
            (order => order.Ship(), OrderStatus.Shipped),
            (order => order.Deliver(), OrderStatus.Delivered),
            (order => order.Close(), OrderStatus.Closed),
            (order => order.Hold(), OrderStatus.OnHold),
            (order => order.Cancel("Plus besoin"), OrderStatus.Cancelled),
        ];

        // A held order goes on only by Resume, which has its own test.
        foreach (var from in Enum.GetValues<OrderStatus>().Where(status => status is not OrderStatus.OnHold))
        {
            Assert.All(verbs, each =>
            {
                var order = At(from);
                var result = each.Verb(order);

                Assert.Equal(from.CanBecome(each.To), result.IsOk);
                Assert.Equal(result.IsOk ? each.To : from, order.Status);
                Assert.Equal(result.IsOk ? null : new OrderCannotBecome(from, each.To), result.Refusal);
            });
        }
    }

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

    [Theory]
    [InlineData(OrderStatus.ToReview)]
    [InlineData(OrderStatus.Confirmed)]
    [InlineData(OrderStatus.InPreparation)]
    [InlineData(OrderStatus.PartlyShipped)]
    public void A_held_order_goes_on_where_it_was_held(OrderStatus status)
    {
        var order = At(status);
        Assert.True(order.Hold().IsOk);
        Assert.Equal(status, order.HeldFrom);

        Assert.IsType<OrderCannotBecome>(order.Confirm(Given.Now).Refusal);
        Assert.IsType<OrderCannotBecome>(order.StartPreparation().Refusal);
        Assert.IsType<OrderCannotBecome>(order.ShipPartly().Refusal);

        Assert.True(order.Resume().IsOk);
        Assert.Equal((status, null), (order.Status, order.HeldFrom));
        Assert.IsType<OrderCannotBecome>(order.Resume().Refusal);
    }

    [Fact]
    public void A_cancelled_order_keeps_its_reason_and_stays_cancelled()
    {
        var order = At(OrderStatus.OnHold);

        Assert.IsType<CancellationNeedsReason>(order.Cancel(" ").Refusal);
        Assert.True(order.Cancel(" Plus besoin ").IsOk);
        Assert.Equal(("Plus besoin", null), (order.CancelReason, order.HeldFrom));
        Assert.IsType<OrderCannotBecome>(order.Resume().Refusal);

        var shipped = At(OrderStatus.Shipped);
        Assert.IsType<OrderCannotBecome>(shipped.Cancel("Trop tard").Refusal);
        Assert.Null(shipped.CancelReason);
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

    [Theory]
    [InlineData(OrderStatus.ToReview, true)]
    [InlineData(OrderStatus.PartlyShipped, true)]
    [InlineData(OrderStatus.OnHold, true)]
    [InlineData(OrderStatus.Shipped, false)]
    [InlineData(OrderStatus.Closed, false)]
    [InlineData(OrderStatus.Cancelled, false)]
    public void The_order_book_holds_what_may_still_leave(OrderStatus status, bool open) => Assert.Equal(open, status.IsOpen());

    private static Order At(OrderStatus status)
    {
        var order = Given.AnOrder(Given.ADraft(Given.Wednesday));
        Func<Result>[] steps = status switch
        {
            OrderStatus.ToReview => [],
            OrderStatus.Confirmed => [Confirm],
            OrderStatus.InPreparation => [Confirm, order.StartPreparation],
            OrderStatus.PartlyShipped => [Confirm, order.ShipPartly],
            OrderStatus.Shipped => [Confirm, order.Ship],
            OrderStatus.Delivered => [Confirm, order.Ship, order.Deliver],
            OrderStatus.Closed => [Confirm, order.Ship, order.Deliver, order.Close],
            OrderStatus.OnHold => [order.Hold],
            _ => [() => order.Cancel("Plus besoin")],
        };

        Assert.All(steps, step => Assert.True(step().IsOk));
        Assert.Equal(status, order.Status);

        return order;

        Result Confirm() => order.Confirm(Given.Now);
    }
}

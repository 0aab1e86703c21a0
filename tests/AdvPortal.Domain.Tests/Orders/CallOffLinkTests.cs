using AdvPortal.Domain.Contracts;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Tests.Orders;

/// <summary>What of an agreement a person says that a line calls off, and what is said of agreements that do not hold.</summary>
public sealed class CallOffLinkTests
{
    private static readonly ProductId _screw = Ids.New<ProductId>();

    private static readonly BlanketStanding _agreed = new(
        Ids.New<BlanketLineId>(), Ids.New<BlanketOrderId>(), "CO-00012", null, BlanketStatus.Open, new(2026, 1, 1), new(2026, 12, 31), "EUR", _screw, "VH-M8-30-ZN", 10_000, 8.40m, 100, 0, 0);

    [Theory]
    [InlineData(OrderStatus.Confirmed, 5_000, true)]
    [InlineData(OrderStatus.Confirmed, 5_001, false)]
    [InlineData(OrderStatus.Confirmed, 12_000, false)]
    [InlineData(OrderStatus.ToReview, 12_000, true)] // judged again before it is promised
    public void What_is_promised_takes_of_an_agreement_at_once_and_no_more_than_is_left(OrderStatus status, int calledOff, bool linked)
    {
        var order = AnOrder(status, ALine("10", 5_000));
        var left = decimal.Max(0, 10_000 - calledOff);

        Assert.Equal(linked ? null : new CallOffBeyondRest("CO-00012", 5_000, left), order.Link("10", _agreed with { CalledOff = calledOff }).Refusal);
        Assert.Equal((linked ? _agreed.Line : null, linked && status is OrderStatus.Confirmed ? 5_000m : 0), (order.Lines[0].BlanketLineId, order.CalledOff(_agreed.Line)));
    }

    [Fact]
    public void What_other_lines_of_the_order_take_is_left_to_none()
    {
        var order = AnOrder(OrderStatus.Confirmed, ALine("10", 6_000), ALine("20", 4_000), ALine("30", 1));
        Assert.True(order.Link("10", _agreed).IsOk);
        Assert.True(order.Link("20", _agreed).IsOk);

        Assert.Equal(new CallOffBeyondRest("CO-00012", 1, 0), order.Link("30", _agreed).Refusal);
        Assert.True(order.Link("20", _agreed).IsOk); // it has its part already
        Assert.True(order.Link("20", null).IsOk);
        Assert.True(order.Link("30", _agreed).IsOk);
        Assert.Equal(6_001, order.CalledOff(_agreed.Line));
    }

    [Fact]
    public void Nothing_is_linked_that_is_not_there_or_not_open_any_more()
    {
        var order = AnOrder(OrderStatus.Confirmed, ALine("10", 5_000));
        var version = order.Version;

        Assert.Equal(new NoSuchLine("30"), order.Link("30", _agreed).Refusal);
        Assert.Equal(new BlanketIsClosed("CO-00012"), order.Link("10", _agreed with { Status = BlanketStatus.Closed }).Refusal);
        Assert.Equal(version, order.Version);
        order.ShipAll();
        Assert.Equal(new OrderNotAmendable(OrderStatus.Shipped), order.Link("10", _agreed).Refusal);
    }

    [Fact]
    public void A_price_of_ours_goes_with_the_agreement_that_it_came_from()
    {
        var order = AnOrder(OrderStatus.ToReview, ALine("10", 5_000) with { NetPrice = null }, ALine("20", 100));
        Assert.Equal((8.40m, 428.40m), (order.Lines[0].NetPrice, order.TotalNet));

        Assert.True(order.Link("10", _agreed with { NetPrice = 0.08m, PriceBaseQuantity = 1 }).IsOk);
        Assert.Equal((8m, 408.40m), (order.Lines[0].NetPrice, order.TotalNet));

        // Until it is judged again nobody knows what the contract says.
        Assert.True(order.Link("10", null).IsOk);
        Assert.Equal((null, 8.40m), (order.Lines[0].NetPrice, order.TotalNet));
    }

    [Fact]
    public void A_held_order_keeps_its_price_when_it_calls_nothing_off_any_more()
    {
        var order = AnOrder(OrderStatus.ToReview, ALine("10", 5_000) with { NetPrice = null });
        order.Link("10", _agreed);
        order.HoldBack(OrderLifeTests.AHold, Given.Monday);

        Assert.True(order.Link("10", null).IsOk);
        Assert.Equal((8.40m, null), (order.Lines[0].NetPrice, order.Lines[0].BlanketLineId));
    }

    [Theory]
    [InlineData("2026-12-31", null)]
    [InlineData("2027-01-01", MessageKeys.BlanketOutsidePeriod)]
    public void An_agreement_that_does_not_hold_on_the_day_asked_for_is_told(string day, string? said)
    {
        var line = ALine("10", 5_000) with { CallOff = new(_agreed.Line, CallOffBasis.Named), Facts = new() { Agreement = _agreed } };

        Assert.Equal(said is null ? [] : [said], Told(Given.ADraft(day, line, ALine("20", 100))));
        Assert.Equal(said is null ? [] : [said], Told(Given.ADraft("2026-11-27", line with { RequestedOn = Given.Day(day) })));
    }

    [Fact]
    public void An_agreement_that_is_closed_is_named_in_vain() =>
        Assert.Equal([MessageKeys.BlanketClosed], Told(Given.ADraft("2026-11-27", ALine("10", 5_000), ALine("20", 100) with { Facts = new() { NamedInVain = "CO-00012" } })));

    [Fact]
    public void What_is_cut_to_the_rest_of_an_agreement_leaves_what_was_found_of_other_lines()
    {
        var packs = Given.ARequirement(new Packaging { MultipleOf = 3000 }, Severity.AutoFix);
        var line = ALine("10", 5_000) with { CallOff = new(_agreed.Line, CallOffBasis.Named), Facts = new() { Agreement = _agreed with { CalledOff = 6_000 } } };
        var order = Given.AnOrder(Given.ADraft("2026-11-27", line, ALine("20", 7_000)), packs);
        Assert.Equal([6_000m, 9_000m], order.Lines.Select(each => each.Quantity));

        Assert.True(order.Accept(order.Findings.Single(finding => finding.Kind == FindingKinds.BlanketExceeded).Id, Given.Claire, Given.Now).IsOk);
        Assert.Equal([4_000m, 9_000m], order.Lines.Select(each => each.Quantity));
        Assert.Equal("20", Assert.Single(order.Findings, finding => finding.Kind == Packaging.KindName).LineNo);
    }

    [Fact]
    public void What_is_found_of_call_offs_since_is_news()
    {
        var line = ALine("10", 5_000) with { CallOff = new(_agreed.Line, CallOffBasis.Named), Facts = new() { Agreement = _agreed } };
        var order = Given.AnOrder(Given.ADraft("2026-11-27", line));
        var version = order.Version;

        Assert.False(order.HoldCallOffs([_agreed]));
        Assert.Equal(version, order.Version);
        Assert.True(order.HoldCallOffs([_agreed with { CalledOff = 6_000 }]));
        Assert.NotEqual(version, order.Version);

        Assert.True(order.Confirm(Given.Now, agreed: [_agreed]).IsOk);
        Assert.Empty(order.Findings);
    }

    private static IEnumerable<string> Told(OrderDraft draft) =>
        Given.Judge(draft).Findings.Where(found => found.Evidence.Kind == FindingKinds.BlanketNotOpen).Select(found => found.Evidence.Explanation.Key);

    private static Order AnOrder(OrderStatus status, params DraftLine[] lines)
    {
        var order = Given.AnOrder(Given.ADraft("2026-11-27", lines));
        Assert.True(status is OrderStatus.ToReview || order.Confirm(Given.Now).IsOk);

        return order;
    }

    private static DraftLine ALine(string no, decimal quantity) => Given.ALine(no, quantity: quantity) with { ProductId = _screw };
}

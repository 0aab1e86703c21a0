using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Tests.Orders;

/// <summary>A draft corrected and judged again: what was decided stays where it is still the same matter.</summary>
public sealed class OrderCorrectionTests
{
    private readonly Requirement _requirement = Given.ARequirement(Given.NoDeliveryOn(DayOfWeek.Wednesday, DayOfWeek.Thursday));
    private readonly Requirement _prefix = Given.ARequirement(new ProductCode { Prefix = "0A-" }, Severity.AutoFix, family: "Inox");

    [Fact]
    public void What_is_found_again_stays_decided()
    {
        var order = Given.AnOrder(Given.ADraft(Given.Wednesday), _requirement);
        order.Waive(order.Findings[0].Id, "Quai ouvert", "Karim", Given.Claire, Given.Now);
        var waived = order.Findings[0];

        Correct(order, draft => draft with { Lines = [draft.Lines[0] with { Quantity = 100 }] });

        Assert.Same(waived, Assert.Single(order.Findings));
        Assert.Equal((Given.Wednesday, 8.40m), (order.PromisedOn, order.TotalNet));
    }

    [Fact]
    public void Another_date_is_another_matter()
    {
        var order = Given.AnOrder(Given.ADraft(Given.Wednesday), _requirement);
        order.Waive(order.Findings[0].Id, "Quai ouvert", "Karim", Given.Claire, Given.Now);

        Correct(order, draft => draft with { RequestedOn = Given.Day("2026-12-02") });

        Assert.Equal(FindingState.Open, Assert.Single(order.Findings).State);
        Assert.Equal(Given.Day("2026-12-04"), order.PromisedOn);
        Assert.All(order.Lines, line => Assert.Equal(Given.Day("2026-12-02"), line.RequestedOn));
    }

    [Fact]
    public void A_finding_without_cause_any_more_goes()
    {
        var order = Given.AnOrder(Given.ADraft(Given.Wednesday), _requirement);

        Correct(order, draft => draft with { RequestedOn = Given.Day("2026-11-24") });

        Assert.Empty(order.Findings);
        Assert.Equal(Given.Day("2026-11-24"), order.PromisedOn);
    }

    [Fact]
    public void A_price_taken_from_the_contract_is_remembered_until_the_line_says_otherwise()
    {
        var order = Given.AnOrder(Given.ADraft("2026-11-24", Given.ALine() with { NetPrice = 8 }));
        order.Accept(order.Findings[0].Id, Given.Claire, Given.Now);

        Correct(order, draft => draft);
        Assert.Equal(FindingState.Accepted, Assert.Single(order.Findings).State);

        Correct(order, draft => draft with { Lines = [draft.Lines[0] with { NetPrice = 9 }] });
        Assert.Equal((FindingState.Open, 9m), (Assert.Single(order.Findings).State, order.Findings[0].Before!.NetPrice));
    }

    [Fact]
    public void What_was_taken_of_the_contract_gives_way_to_what_the_contract_says_now_of_that_line()
    {
        var order = Given.AnOrder(Given.ADraft("2026-11-24", Given.ALine() with { NetPrice = 8 }, Given.ALine("20") with { NetPrice = 8 }));
        Assert.All(order.Findings.ToList(), finding => order.Accept(finding.Id, Given.Claire, Given.Now));

        Correct(order, draft => draft with { Lines = [draft.Lines[0] with { ContractPrice = 9 }, draft.Lines[1]] });

        Assert.Equal([("10", FindingState.Open, 9m), ("20", FindingState.Accepted, 8.40m)], order.Findings.OrderBy(finding => finding.LineNo).Select(finding => (finding.LineNo!, finding.State, finding.After!.NetPrice!.Value)));
    }

    [Fact]
    public void A_currency_that_was_taken_is_remembered_while_the_order_has_it()
    {
        var order = Order.Receive(Ids.New<OrderId>(), Given.ADraft("2026-11-24"), Judgement.Of(Given.ADraft("2026-11-24"), Rulebook.Empty, Given.ThisMorning, facts: new(ContractCurrency: "CHF")), Given.Now, Given.Now).Value!;
        order.Accept(order.Findings[0].Id, Given.Claire, Given.Now);

        Correct(order, draft => draft);
        Assert.Equal((FindingState.Accepted, "CHF"), (Assert.Single(order.Findings).State, order.Currency));

        Correct(order, draft => draft with { Currency = "USD" });
        Assert.Empty(order.Findings);
    }

    [Fact]
    public void A_quantity_that_was_raised_is_judged_again_as_it_was_ordered_line_by_line()
    {
        var packs = Given.ARequirement(new Packaging { MultipleOf = 3000 }, Severity.AutoFix);
        var order = Given.AnOrder(Given.ADraft("2026-11-24", Given.ALine(quantity: 5000), Given.ALine("20", quantity: 7000), Given.ALine("30", quantity: 3000)), packs);

        Assert.Equal([6000m, 9000m, 3000m], order.Lines.Select(line => line.Quantity));
        Assert.Equal([5000m, 7000m, 3000m], order.ToDraft().Lines.Select(line => line.Quantity!.Value));
        Assert.Empty(order.KeptQuantities);

        order.Waive(order.Findings.Single(finding => finding.LineNo == "20").Id, "Pour cette fois", "Karim Haddad", Given.Claire, Given.Now);
        Assert.Equal([6000m, 7000m, 3000m], order.Lines.Select(line => line.Quantity));
        Assert.Equal(["20"], order.KeptQuantities);
    }

    [Fact]
    public void Lines_are_kept_added_and_dropped_by_their_number()
    {
        var order = Given.AnOrder(Given.ADraft("2026-11-24", Given.ALine(), Given.ALine("20")));
        var second = order.Lines[1];

        Correct(order, draft => draft with { Lines = [Given.ALine("30"), draft.Lines[1] with { Description = "Écrou" }] });

        Assert.Same(second, order.Lines.Single(line => line.LineNo == "20"));
        Assert.Equal(["30", "20"], order.Lines.OrderBy(line => line.Position).Select(line => line.LineNo));
        Assert.Equal("Écrou", second.Description);
    }

    [Fact]
    public void An_order_judged_again_without_a_change_is_the_same()
    {
        var order = Given.AnOrder(
            Given.ADraft(Given.Wednesday, Given.ALine() with { BuyerCode = "7731", ProductFamily = "Inox" }, Given.ALine("20", code: null, quantity: null)),
            _requirement, _prefix);
        var (draft, findings, codes) = (order.ToDraft(), order.Findings.ToList(), order.Lines.Select(line => line.BuyerCode).ToList());
        Assert.Equal(["0A-7731", null], codes);

        Correct(order, same => same);

        Assert.Equal(findings, order.Findings);
        Assert.Equal(codes, order.Lines.Select(line => line.BuyerCode));
        Assert.Equal(draft.Lines, order.ToDraft().Lines);
    }

    [Fact]
    public void What_is_promised_or_no_order_is_not_corrected()
    {
        var order = Given.AnOrder(Given.ADraft("2026-11-24"));
        var none = order.ToDraft() with { Lines = [] };

        Assert.IsType<OrderWithoutLines>(order.Correct(none, Given.Judge(none)).Refusal);
        order.Confirm(Given.Now);
        Assert.Equal(new OrderNotToReview(OrderStatus.Confirmed), order.Correct(order.ToDraft(), Given.Judge(order.ToDraft())).Refusal);
    }

    private void Correct(Order order, Func<OrderDraft, OrderDraft> change)
    {
        var draft = change(order.ToDraft());

        Assert.True(order.Correct(draft, Given.Judge(draft, _requirement, _prefix)).IsOk);
        Assert.Equal(draft.Lines.Count, order.Lines.Count);
    }
}

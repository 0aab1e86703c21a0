using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Tests.Orders;

/// <summary>Everything on one day, for a client that wants one delivery.</summary>
public sealed class PartialDeliveryTests
{
    private static readonly PartialDelivery _one = new() { Allowed = false };
    private static readonly DateOnly _friday = Given.Day("2026-11-27");

    [Fact]
    public void All_lines_arrive_with_the_last_one()
    {
        var judgement = Given.Judge(Three, Given.ARequirement(_one));

        Assert.Equal([(0, Given.Day("2026-11-24"), _friday), (1, Given.Wednesday, _friday)], judgement.Findings.Select(found => (found.Line!.Value, found.Evidence.Before!.DeliverOn!.Value, found.Evidence.After!.DeliverOn!.Value)));
        Assert.All(judgement.Lines, line => Assert.Equal((_friday, Given.Day("2026-11-26")), (line.PromisedOn, line.ShipOn)));
        Assert.Equal(WhyNot.Together, judgement.Findings[0].Evidence.Reasons[0].Why);
    }

    [Fact]
    public void One_date_needs_no_gathering() => Assert.Empty(Given.Judge(Given.ADraft("2026-11-24", Given.ALine(), Given.ALine("20")), Given.ARequirement(_one)).Findings);

    [Fact]
    public void A_client_that_takes_several_deliveries_gets_them() => Assert.Empty(Given.Judge(Three, Given.ARequirement(new PartialDelivery { Allowed = true })).Findings);

    [Fact]
    public void The_day_suits_every_line()
    {
        var inox = Given.ALine("20") with { ProductFamily = "Inox", RequestedOn = Given.Day("2026-11-26") };
        var judgement = Given.Judge(
            Given.ADraft(_friday, Given.ALine(), inox), Given.ARequirement(_one), Given.ARequirement(Given.NoDeliveryOn(DayOfWeek.Friday), family: "Inox", number: 13));

        Assert.All(judgement.Lines, line => Assert.Equal(Given.Day("2026-11-30"), line.PromisedOn));
    }

    [Fact]
    public void A_line_whose_date_is_to_be_asked_for_keeps_the_others_waiting()
    {
        var inox = Given.ALine("20") with { ProductFamily = "Inox" };
        var judgement = Given.Judge(
            Given.ADraft(Given.Wednesday, Given.ALine(), inox), Given.ARequirement(_one), Given.ARequirement(Given.NoDeliveryOn(DayOfWeek.Wednesday) with { IfClosed = IfClosed.Ask }, family: "Inox", number: 13));

        var found = judgement.Findings.Single(each => each.Evidence.Kind == PartialDelivery.KindName);
        Assert.Equal((new(MessageKeys.TogetherToAsk), true), (found.Evidence.Explanation, found.Blocks));
    }

    [Theory]
    [InlineData(Severity.Warn, 24)]
    [InlineData(Severity.Block, 27)]
    [InlineData(Severity.AutoFix, 27)]
    public void An_order_stands_as_the_severity_asks(Severity severity, int first) =>
        Assert.Equal([first, severity is Severity.Warn ? 25 : 27, 27], Given.AnOrder(Three, Given.ARequirement(_one, severity)).Lines.Select(line => line.PromisedOn!.Value.Day));

    [Fact]
    public void One_answer_serves_all_lines()
    {
        var order = Given.AnOrder(Three, Given.ARequirement(_one));

        order.Accept(order.Findings[0].Id, Given.Claire, Given.Now);

        Assert.All(order.Findings, finding => Assert.Equal(FindingState.Accepted, finding.State));
        Assert.Equal(_friday, order.PromisedOn);
        Assert.True(order.Confirm(Given.Now).IsOk);
    }

    [Theory]
    [InlineData(Severity.Block)]
    [InlineData(Severity.AutoFix)]
    public void A_waiver_gives_every_line_its_own_date_back(Severity severity)
    {
        var order = Given.AnOrder(Three, Given.ARequirement(_one, severity));

        Assert.True(order.Waive(order.Findings[1].Id, "En trois fois", "Karim Haddad", Given.Claire, Given.Now).IsOk);

        Assert.Equal([24, 25, 27], order.Lines.Select(line => line.PromisedOn!.Value.Day));
        Assert.True(order.Confirm(Given.Now).IsOk);
    }

    [Fact]
    public void Lines_without_a_date_asked_for_go_back_to_the_first_possible()
    {
        var soon = Given.ADraft((DateOnly?)null, Given.ALine(), Given.ALine("20") with { RequestedOn = _friday });
        var order = Given.AnOrder(soon, Given.ARequirement(_one));
        Assert.Equal(_friday, order.Lines[0].PromisedOn);

        order.Waive(order.Findings[0].Id, "En deux fois", "Karim Haddad", Given.Claire, Given.Now);

        Assert.Equal(Given.Day("2026-11-24"), order.Lines[0].PromisedOn);
    }

    [Fact]
    public void A_day_that_somebody_agreed_for_one_line_brings_the_others_along()
    {
        var wednesdays = Given.ARequirement(Given.NoDeliveryOn(DayOfWeek.Wednesday), number: 13);
        var draft = Given.ADraft("2026-11-24", Given.ALine(), Given.ALine("20") with { RequestedOn = Given.Wednesday });
        var order = Given.AnOrder(draft, wednesdays);
        order.Waive(order.Findings.Single(finding => finding.IsOwnDate).Id, "Pour cette fois", "Karim Haddad", Given.Claire, Given.Now);

        Assert.Equal(Given.Wednesday, Assert.Single(order.KeptDates, kept => kept.Key == "20").Value);

        var judgement = Judgement.Of(order.ToDraft(), Rulebook.Of([wednesdays, Given.ARequirement(_one)]), Given.ThisMorning, facts: new(KeptDates: order.KeptDates));

        Assert.All(judgement.Lines, line => Assert.NotEqual(Given.Day("2026-11-24"), line.PromisedOn));
        Assert.Single(judgement.Lines.Select(line => line.PromisedOn).Distinct());
    }

    [Fact]
    public void A_date_that_nobody_decided_on_is_not_kept() => Assert.Empty(Given.AnOrder(Three, Given.ARequirement(Given.NoDeliveryOn(DayOfWeek.Wednesday))).KeptDates);

    private static OrderDraft Three => Given.ADraft(
        "2026-11-24", Given.ALine(), Given.ALine("20") with { RequestedOn = Given.Wednesday }, Given.ALine("30") with { RequestedOn = _friday });
}

using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Tests.Orders;

/// <summary>« Pourquoi cette date ? »: the way to a date, stage by stage, and what would do as well.</summary>
public sealed class DateTraceTests
{
    [Fact]
    public void The_way_goes_from_the_cut_off_to_the_site_and_names_who_says_so()
    {
        var order = Given.AnOrder(Given.ADraft(Given.Wednesday), Given.ARequirement(Given.NoDeliveryOn(DayOfWeek.Wednesday, DayOfWeek.Thursday)));

        Assert.Equal(
            [
                "CutOff 23 ok", "OwnCalendar 23 ok", "Carrier 24 ok", "Site 25 Closed EX-12 v1", "Site 26 Closed EX-12 v1", "Site 27 ok",
            ], Told(order.Findings[0]));
    }

    [Fact]
    public void Too_late_for_today_counts_from_tomorrow_on()
    {
        var order = Given.AnOrder(Given.ADraft("2026-11-24"), Given.ARequirement(new DeliveryDays { CutOff = new(9, 0) }));

        Assert.Equal(["CutOff 24 CutOff EX-12 v1", "OwnCalendar 24 ok", "Carrier 25 ok", "Site 24 CutOff EX-12 v1", "Site 25 ok"], Told(order.Findings[0]));
    }

    [Fact]
    public void A_weekend_and_a_date_too_early_are_steps_without_a_requirement()
    {
        var order = Given.AnOrder(Given.ADraft(Given.Monday), Given.ARequirement(Given.NoDeliveryOn(DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday)));
        var told = Told(order.Findings[0]).ToList();

        Assert.Contains("Carrier 23 Transport", told);
        Assert.Contains("Site 28 Weekend", told);
        Assert.Equal("Site 30 ok", told[^1]);
    }

    [Theory]
    [InlineData("2026-11-25", new[] { "2026-11-24", "2026-11-30", "2026-12-01" })]
    [InlineData("2026-12-02", new[] { "2026-12-01", "2026-12-07", "2026-12-08" })]
    public void The_nearest_dates_that_would_do_are_offered(string asked, string[] offered) =>
        Assert.Equal(offered.Select(Given.Day), Given.AnOrder(Given.ADraft(asked), Given.ARequirement(Given.NoDeliveryOn(DayOfWeek.Wednesday, DayOfWeek.Thursday))).Findings[0].Background!.Alternatives);

    [Fact]
    public void Nothing_before_is_offered_that_cannot_be_reached() =>
        Assert.Equal(
            [Given.Day("2026-11-26"), Given.Day("2026-11-27")], Given.AnOrder(Given.ADraft("2026-11-24"), Given.ARequirement(Given.NoDeliveryOn(DayOfWeek.Tuesday))).Findings[0].Background!.Alternatives);

    [Fact]
    public void A_client_to_be_asked_is_offered_dates_around_its_own()
    {
        var background = Given.AnOrder(Given.ADraft(Given.Wednesday), Given.ARequirement(Given.NoDeliveryOn(DayOfWeek.Wednesday) with { IfClosed = IfClosed.Ask })).Findings[0].Background!;

        Assert.Equal([24, 26, 27], background.Alternatives.Select(day => day.Day));
        Assert.DoesNotContain(background.Trace, step => step is { Stage: DateStage.Site, Why: null });
    }

    [Fact]
    public void Another_date_that_does_is_taken_and_stays_when_the_order_is_judged_again()
    {
        Requirement[] requirements = [Given.ARequirement(Given.NoDeliveryOn(DayOfWeek.Wednesday)), Given.ARequirement(Given.NoDeliveryOn(DayOfWeek.Wednesday), number: 13)];
        var order = Given.AnOrder(Given.ADraft(Given.Wednesday), requirements);

        Assert.IsType<DateNotOffered>(order.Accept(order.Findings[0].Id, Given.Claire, Given.Now, Given.Day("2026-12-02")).Refusal);
        Assert.True(order.Accept(order.Findings[0].Id, Given.Claire, Given.Now, Given.Day("2026-11-27")).IsOk);
        Assert.Equal((Given.Day("2026-11-27"), Given.Day("2026-11-26")), (order.PromisedOn!.Value, order.Lines[0].ShipOn!.Value));

        order.Correct(order.ToDraft(), Given.Judge(order.ToDraft(), requirements));

        Assert.All(order.Findings, finding => Assert.Equal((FindingState.Accepted, Given.Day("2026-11-27")), (finding.State, finding.After!.DeliverOn!.Value)));
        Assert.Equal((2, Given.Day("2026-11-27")), (order.Findings.Count, order.PromisedOn));
        Assert.True(order.Confirm(Given.Now).IsOk);
    }

    [Fact]
    public void What_the_client_says_when_asked_may_be_one_of_the_dates_that_do()
    {
        var order = Given.AnOrder(Given.ADraft(Given.Wednesday), Given.ARequirement(Given.NoDeliveryOn(DayOfWeek.Wednesday) with { IfClosed = IfClosed.Ask }));

        Assert.True(order.Accept(order.Findings[0].Id, Given.Claire, Given.Now, Given.Day("2026-11-24")).IsOk);

        Assert.Equal(Given.Day("2026-11-24"), order.PromisedOn);
    }

    [Fact]
    public void A_finding_with_nothing_to_tell_keeps_nothing() =>
        Assert.Null(Given.AnOrder(Given.ADraft("2026-11-24"), Given.ARequirement(new Instruction { Text = "Hayon" })).Findings[0].Background);

    [Fact]
    public void What_was_decided_keeps_what_it_was_decided_by_and_what_is_open_tells_of_today()
    {
        var requirement = Given.ARequirement(Given.NoDeliveryOn(DayOfWeek.Wednesday, DayOfWeek.Thursday));
        var tomorrow = Given.ThisMorning with { Today = Given.Monday.AddDays(1), SiteToday = Given.Monday.AddDays(1) };
        Order open = Given.AnOrder(Given.ADraft(Given.Wednesday), requirement), waived = Given.AnOrder(Given.ADraft(Given.Wednesday), requirement);
        waived.Waive(waived.Findings[0].Id, "Quai ouvert", "Karim", Given.Claire, Given.Now);

        Assert.All([open, waived], order => Assert.True(order.Correct(order.ToDraft(), Judgement.Of(order.ToDraft(), Rulebook.Of([requirement]), tomorrow)).IsOk));
        Assert.Equal([30, 1], open.Findings[0].Background!.Alternatives.Select(day => day.Day));
        Assert.Equal([24, 30, 1], waived.Findings[0].Background!.Alternatives.Select(day => day.Day));
    }

    [Theory]
    [InlineData(90, true)]
    [InlineData(91, false)]
    public void A_day_is_looked_for_over_ninety_days(int closed, bool found)
    {
        var rule = new DeliveryDays { ClosedDates = [new(Given.Wednesday, Given.Wednesday.AddDays(closed))] };

        Assert.Equal(found ? Given.Wednesday.AddDays(closed + 1) : null, Given.AnOrder(Given.ADraft(Given.Wednesday), Given.ARequirement(rule)).PromisedOn);
    }

    [Fact]
    public void Two_that_want_to_be_asked_are_asked()
    {
        var ask = Given.NoDeliveryOn(DayOfWeek.Wednesday) with { IfClosed = IfClosed.Ask };

        Assert.Null(Given.AnOrder(Given.ADraft(Given.Wednesday), Given.ARequirement(ask), Given.ARequirement(ask, number: 13)).PromisedOn);
    }

    private static IEnumerable<string> Told(Finding finding) =>
        finding.Background!.Trace.Select(step => $"{step.Stage} {step.Date.Day} {step.Why?.ToString() ?? "ok"}{(step.Requirement is { } mark ? $" EX-{mark.Number} v{mark.Revision}" : "")}");
}

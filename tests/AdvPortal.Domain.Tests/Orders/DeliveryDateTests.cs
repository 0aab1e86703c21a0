using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Tests.Orders;

/// <summary>Which day an order is promised for, and why. It is Monday 23 November 2026, goods are one working day on their way.</summary>
public sealed class DeliveryDateTests
{
    private static readonly DeliveryDays _chartres = Given.NoDeliveryOn(DayOfWeek.Wednesday, DayOfWeek.Thursday);

    [Fact]
    public void The_order_of_the_story_moves_from_Wednesday_to_Friday_and_says_why()
    {
        var requirement = Given.ARequirement(_chartres, site: Given.Chartres);
        var judgement = Given.Judge(Given.ADraft(Given.Wednesday), requirement);

        var found = Assert.Single(judgement.Findings);
        Assert.Equal((FindingState.Open, (int?)null, requirement.Id), (found.State, found.Line, found.Requirement!.RequirementId));
        Assert.True(found.Blocks);
        Assert.Equal(new() { DeliverOn = Given.Wednesday }, found.Evidence.Before);
        Assert.Equal(new() { DeliverOn = Given.Day("2026-11-27") }, found.Evidence.After);
        Assert.Equal(new(MessageKeys.DeliveryMoved, Given.Wednesday, Given.Day("2026-11-27")), found.Evidence.Explanation);
        Assert.Equal(
            [new(Given.Wednesday, WhyNot.Closed, requirement.Id), new(Given.Day("2026-11-26"), WhyNot.Closed, requirement.Id)],
            found.Evidence.Reasons);
        Assert.Equal(new(Given.Day("2026-11-27"), Given.Day("2026-11-26"), null), Assert.Single(judgement.Lines));
    }

    [Theory]
    [InlineData("2026-11-24", "2026-11-24")]
    [InlineData("2026-11-27", "2026-11-27")]
    [InlineData("2026-11-28", "2026-11-28")] // a Saturday asked for is kept where nobody closes it
    [InlineData("2026-11-25", "2026-11-27")]
    [InlineData("2026-11-26", "2026-11-27")]
    [InlineData("2026-12-24", "2026-12-28")] // Thursday; Friday is Christmas, and nobody asked for a weekend
    public void A_date_moves_to_the_next_day_that_the_site_accepts(string asked, string promised) => AssertPromised(asked, promised, _chartres);

    [Fact]
    public void Two_rules_never_move_a_date_back_onto_a_day_that_one_of_them_closes() =>
        AssertPromised("2026-11-25", "2026-12-01", _chartres, Given.NoDeliveryOn(DayOfWeek.Friday, DayOfWeek.Monday));

    [Fact]
    public void A_weekend_is_proposed_only_when_it_is_named_or_nothing_else_is_left()
    {
        AssertPromised("2026-11-27", "2026-11-30", Given.NoDeliveryOn(DayOfWeek.Friday));
        AssertPromised("2026-11-27", "2026-11-28", new DeliveryDays { Open = Weekdays.Tuesday | Weekdays.Saturday });
        AssertPromised("2026-11-27", "2026-11-29", Given.NoDeliveryOn(DayOfWeek.Friday), new DeliveryDays { OpenDates = [new(Given.Day("2026-11-29"))] });
        AssertPromised("2026-11-25", "2026-11-28", new DeliveryDays { Closed = Weekdays.All & ~Weekdays.Saturday });
    }

    [Fact]
    public void A_weekend_passed_over_is_said_to_be_our_own_choice()
    {
        var found = Assert.Single(Given.Judge(Given.ADraft("2026-12-24"), Given.ARequirement(_chartres)).Findings);

        Assert.Equal([WhyNot.Closed, WhyNot.Holiday, WhyNot.Weekend, WhyNot.Weekend], found.Evidence.Reasons.Select(reason => reason.Why));
        Assert.All(found.Evidence.Reasons.Skip(1), reason => Assert.Null(reason.RequirementId));
    }

    [Theory]
    [InlineData(IfClosed.Previous, "2026-11-26", "2026-11-24")]
    [InlineData(IfClosed.Previous, "2026-12-03", "2026-12-01")]
    [InlineData(IfClosed.Next, "2026-11-26", "2026-11-27")]
    public void A_client_may_prefer_the_day_before(IfClosed ifClosed, string asked, string promised) =>
        AssertPromised(asked, promised, _chartres with { IfClosed = ifClosed });

    [Fact]
    public void Where_nothing_earlier_is_left_the_next_day_is_proposed() =>
        AssertPromised("2026-11-25", "2026-11-27", _chartres with { Closed = _chartres.Closed | Weekdays.Tuesday, IfClosed = IfClosed.Previous });

    [Fact]
    public void Going_back_needs_the_consent_of_every_rule_against_the_date() =>
        AssertPromised("2026-12-02", "2026-12-04", _chartres with { IfClosed = IfClosed.Previous }, Given.NoDeliveryOn(DayOfWeek.Wednesday));

    [Fact]
    public void A_client_who_wants_to_be_asked_is_promised_nothing()
    {
        var judgement = Given.Judge(Given.ADraft(Given.Wednesday), Given.ARequirement(_chartres with { IfClosed = IfClosed.Ask }, Severity.AutoFix));

        var found = Assert.Single(judgement.Findings);
        Assert.Equal((FindingState.Open, true), (found.State, found.Blocks)); // what could not be corrected is not applied
        Assert.Null(found.Evidence.After);
        Assert.Equal(new(MessageKeys.DeliveryToAsk, Given.Wednesday), found.Evidence.Explanation);
        Assert.Equal(default, Assert.Single(judgement.Lines));
    }

    [Fact]
    public void Where_nothing_fits_within_ninety_days_it_says_so()
    {
        var closed = new DeliveryDays { ClosedDates = [new(Given.Monday, Given.Monday.AddDays(200))] };
        var found = Assert.Single(Given.Judge(Given.ADraft(Given.Wednesday), Given.ARequirement(closed)).Findings);

        Assert.Null(found.Evidence.After);
        Assert.Equal(new(MessageKeys.DeliveryNothingFits, Given.Wednesday, Judgement.HorizonDays), found.Evidence.Explanation);
        Assert.Equal(FindingKinds.NoDateFits, Assert.Single(Given.Judge(Given.ADraft((DateOnly?)null), Given.ARequirement(closed)).Findings).Evidence.Kind);
    }

    [Theory]
    [InlineData("2026-11-24", "2026-11-25")]
    [InlineData("2026-11-25", "2026-11-25")]
    public void A_notice_is_counted_in_days_from_today(string asked, string promised) =>
        AssertPromised(asked, promised, new DeliveryDays { NoticeDays = 2 });

    [Theory]
    [InlineData("10:00", "2026-11-24", null)]
    [InlineData("15:00", "2026-11-24", null)] // the hour itself is in time
    [InlineData("15:01", "2026-11-25", WhyNot.CutOff)]
    public void An_order_after_the_hour_agreed_leaves_the_day_after(string received, string promised, WhyNot? why)
    {
        var judgement = Judge("2026-11-24", TimeOnly.Parse(received, System.Globalization.CultureInfo.InvariantCulture), new DeliveryDays { CutOff = new(15, 0) });

        Assert.Equal(Given.Day(promised), judgement.Lines[0].PromisedOn);
        Assert.Equal(why, judgement.Findings.Count == 0 ? null : judgement.Findings[0].Evidence.Reasons[0].Why);
    }

    [Theory]
    [InlineData("10:00", "2026-11-26", WhyNot.Notice)]
    [InlineData("16:00", "2026-11-27", WhyNot.Notice)]
    public void A_late_order_counts_its_notice_from_the_day_after(string received, string promised, WhyNot why)
    {
        var judgement = Judge("2026-11-25", TimeOnly.Parse(received, System.Globalization.CultureInfo.InvariantCulture), new DeliveryDays { CutOff = new(15, 0), NoticeDays = 3 });

        Assert.Equal(Given.Day(promised), judgement.Lines[0].PromisedOn);
        Assert.Equal(why, judgement.Findings[0].Evidence.Reasons[0].Why);
    }

    [Fact]
    public void The_day_lost_to_the_hour_is_told_apart_from_the_notice()
    {
        var reasons = Judge("2026-11-25", new(16, 0), new DeliveryDays { CutOff = new(15, 0), NoticeDays = 3 }).Findings[0].Evidence.Reasons;

        Assert.Equal([(25, WhyNot.Notice), (26, WhyNot.CutOff)], reasons.Select(reason => (reason.Date.Day, reason.Why)));
    }

    [Theory]
    [InlineData("2026-12-05", "2026-12-05")] // a Saturday before
    [InlineData("2027-01-02", "2027-01-04")] // the Saturday after
    public void A_rule_counts_from_the_day_of_delivery_not_of_the_order(string asked, string promised)
    {
        var judgement = Given.Judge(Given.ADraft(asked), Given.ARequirement(Given.NoDeliveryOn(DayOfWeek.Saturday), from: "2027-01-01"));

        Assert.Equal(Given.Day(promised), judgement.Lines[0].PromisedOn);
    }

    [Fact]
    public void A_date_that_has_passed_is_put_before_a_person()
    {
        var judgement = Given.Judge(Given.ADraft("2025-11-25"));

        var found = Assert.Single(judgement.Findings);
        Assert.Equal((FindingKinds.DateInPast, true), (found.Evidence.Kind, found.Blocks));
        Assert.Equal(new(MessageKeys.DateInPast, Given.Day("2025-11-25"), Given.Day("2026-11-24")), found.Evidence.Explanation);
        Assert.Equal([new(Given.Day("2025-11-25"), WhyNot.Past)], found.Evidence.Reasons);
        Assert.Equal(Given.Day("2026-11-24"), judgement.Lines[0].PromisedOn);
    }

    [Fact]
    public void A_date_too_soon_to_reach_is_moved_to_the_first_possible()
    {
        var found = Assert.Single(Given.Judge(Given.ADraft(Given.Monday)).Findings);

        Assert.Equal((FindingKinds.DateTooEarly, FindingState.Applied), (found.Evidence.Kind, found.State));
        Assert.Equal(Given.Day("2026-11-24"), found.Evidence.After!.DeliverOn);
        Assert.Equal([new(Given.Monday, WhyNot.Transport)], found.Evidence.Reasons);
    }

    [Theory]
    [InlineData(0, "2026-11-23")]
    [InlineData(1, "2026-11-24")]
    [InlineData(3, "2026-11-26")]
    public void Without_a_date_the_first_possible_is_promised_and_nothing_is_said(int days, string promised)
    {
        var judgement = Judgement.Of(Given.ADraft((DateOnly?)null), Rulebook.Empty, Given.ThisMorning, transport: new(days));

        Assert.Empty(judgement.Findings);
        Assert.Equal(Given.Day(promised), judgement.Lines[0].PromisedOn);
        Assert.Equal(Given.Monday, judgement.Lines[0].ShipOn);
    }

    [Fact]
    public void The_days_of_our_zone_and_of_the_site_are_told_apart()
    {
        var paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
        var noumea = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Noumea");
        var at = JudgedAt.Instant(new(2026, 7, 14, 22, 30, 0, TimeSpan.Zero), new(2026, 7, 14, 21, 15, 0, TimeSpan.Zero), paris, noumea);

        Assert.Equal(new(Given.Day("2026-07-15"), Given.Day("2026-07-15"), Given.Day("2026-07-15"), new(8, 15)), at);
        Assert.Equal(Given.Day("2026-07-14"), JudgedAt.Instant(new(2026, 7, 13, 22, 30, 0, TimeSpan.Zero), new(2026, 7, 13, 22, 30, 0, TimeSpan.Zero), paris, paris).Today);
    }

    [Theory]
    [InlineData("9999-12-31")] // what some systems write for « sans date »
    [InlineData("0001-01-01")]
    public void The_ends_of_the_calendar_are_dates_like_others(string asked) =>
        Assert.NotEmpty(Given.Judge(Given.ADraft(asked), Given.ARequirement(new DeliveryDays { Closed = Weekdays.Friday | Weekdays.Monday })).Findings);

    [Theory]
    [InlineData(Severity.Warn, "2026-11-25", FindingState.Open, false)]
    [InlineData(Severity.Task, "2026-11-25", FindingState.Open, false)]
    [InlineData(Severity.AutoFix, "2026-11-27", FindingState.Applied, false)]
    [InlineData(Severity.Block, "2026-11-27", FindingState.Open, true)]
    public void How_much_the_client_insists_decides_what_happens(Severity severity, string promised, FindingState state, bool blocks)
    {
        var judgement = Given.Judge(Given.ADraft(Given.Wednesday), Given.ARequirement(_chartres, severity));

        var found = Assert.Single(judgement.Findings);
        Assert.Equal((state, blocks), (found.State, found.Blocks));
        Assert.Equal(Given.Day("2026-11-27"), found.Evidence.After!.DeliverOn);
        Assert.Equal(Given.Day(promised), judgement.Lines[0].PromisedOn);
    }

    private static Judgement Judge(string asked, TimeOnly received, DeliveryDays rule) =>
        Judgement.Of(Given.ADraft(asked), Rulebook.Of([Given.ARequirement(rule)]), Given.ThisMorning with { ReceivedAt = received });

    private static void AssertPromised(string asked, string promised, params DeliveryDays[] rules) =>
        Assert.Equal(Given.Day(promised), Given.Judge(Given.ADraft(asked), [.. rules.Select(rule => Given.ARequirement(rule))]).Lines[0].PromisedOn);
}

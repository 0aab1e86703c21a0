using AdvPortal.Domain.Common.Calendars;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Tests.Requirements;

/// <summary>Weeks as a site lives them: what each field of the rule closes.</summary>
public sealed class DeliveryDaysTests
{
    [Fact]
    public void Closed_days_close_and_open_days_close_the_rest()
    {
        Assert.Equal("O O x x O O O", Week(new() { Closed = Weekdays.Wednesday | Weekdays.Thursday }));
        Assert.Equal("x x O O x x x", Week(new() { Open = Weekdays.Wednesday | Weekdays.Thursday }));
        Assert.Equal("O x x x x x x", Week(new() { Open = Weekdays.Monday, Closed = Weekdays.Friday }));
    }

    [Fact]
    public void Hours_close_no_day() =>
        Assert.Equal("O O O O O O O", Week(new() { Windows = [new() { Days = Weekdays.Friday, Until = new(11, 30) }] }));

    [Theory]
    [InlineData("2026-11-22", null)]
    [InlineData("2026-11-23", WhyNot.ClosedDate)] // both ends included
    [InlineData("2026-11-27", WhyNot.ClosedDate)]
    [InlineData("2026-11-28", null)]
    [InlineData("2027-11-25", null)] // not every year
    public void A_closure_counts_its_first_and_its_last_day(string day, WhyNot? why) =>
        Assert.Equal(why, new DeliveryDays { ClosedDates = [new(Given.Day("2026-11-23"), Given.Day("2026-11-27"))] }.Closes(Given.Day(day)));

    [Theory]
    [InlineData("2026-12-23", null)]
    [InlineData("2026-12-24", WhyNot.ClosedDate)]
    [InlineData("2030-12-31", WhyNot.ClosedDate)]
    [InlineData("2031-01-01", WhyNot.ClosedDate)]
    [InlineData("2031-01-02", WhyNot.ClosedDate)]
    [InlineData("2031-01-03", null)]
    [InlineData("2031-07-14", null)]
    public void A_closure_of_every_year_may_span_the_turn_of_the_year(string day, WhyNot? why) =>
        Assert.Equal(why, new DeliveryDays { ClosedDates = [new(Given.Day("2026-12-24"), Given.Day("2027-01-02"), EveryYear: true)] }.Closes(Given.Day(day)));

    [Theory]
    [InlineData("2026-08-01", WhyNot.ClosedDate)] // also before the year in which it was said
    [InlineData("2029-08-21", WhyNot.ClosedDate)]
    [InlineData("2029-08-22", null)]
    [InlineData("2028-07-31", null)]
    public void A_closure_of_every_year_comes_back(string day, WhyNot? why) =>
        Assert.Equal(why, new DeliveryDays { ClosedDates = [new(Given.Day("2027-08-01"), Given.Day("2027-08-21"), EveryYear: true)] }.Closes(Given.Day(day)));

    [Theory]
    [InlineData(HolidayZone.FrMetropole, "2026-12-25", WhyNot.Holiday)]
    [InlineData(HolidayZone.FrMetropole, "2026-12-26", null)]
    [InlineData(HolidayZone.FrAlsaceMoselle, "2026-12-26", WhyNot.Holiday)]
    [InlineData(HolidayZone.FrAlsaceMoselle, "2027-03-26", WhyNot.Holiday)] // Good Friday
    [InlineData(HolidayZone.FrMetropole, "2027-03-26", null)]
    [InlineData(HolidayZone.FrMetropole, "2027-03-29", WhyNot.Holiday)]
    [InlineData(null, "2026-12-25", null)] // not said, not closed
    public void Holidays_are_those_of_the_zone(HolidayZone? zone, string day, WhyNot? why) =>
        Assert.Equal(why, new DeliveryDays { Closed = Weekdays.Monday & Weekdays.Tuesday, Holidays = zone, NoticeDays = 1 }.Closes(Given.Day(day)));

    [Fact]
    public void A_date_named_open_is_open_whatever_else_is_said()
    {
        var rule = new DeliveryDays
        {
            Closed = Weekdays.Thursday,
            ClosedDates = [new(Given.Day("2026-12-20"), Given.Day("2027-01-03"))],
            OpenDates = [new(Given.Day("2026-12-24"))],
        };

        Assert.Null(rule.Closes(Given.Day("2026-12-24"))); // a Thursday within the closure
        Assert.Equal(WhyNot.Closed, rule.Closes(Given.Day("2026-12-31")));
        Assert.Equal(WhyNot.ClosedDate, rule.Closes(Given.Day("2026-12-23")));
    }

    [Fact]
    public void Hours_of_a_day_are_those_that_name_it_or_name_none()
    {
        ReceivingWindow friday = new() { Days = Weekdays.Friday, Until = new(11, 30) };
        ReceivingWindow always = new() { From = new(7, 30), Until = new(15, 0) };
        var rule = new DeliveryDays { Windows = [friday, always] };

        Assert.Equal([friday, always], rule.WindowsOn(Given.Day("2026-11-27")));
        Assert.Equal([always], rule.WindowsOn(Given.Day("2026-11-26")));
        Assert.Empty(new DeliveryDays { NoticeDays = 1 }.WindowsOn(Given.Monday));
    }

    [Fact]
    public void Days_of_the_week_are_told_from_Monday_to_Sunday()
    {
        Assert.Equal([DayOfWeek.Monday, DayOfWeek.Thursday, DayOfWeek.Sunday], (Weekdays.Sunday | Weekdays.Monday | Weekdays.Thursday).Each());
        Assert.All(Enum.GetValues<DayOfWeek>(), day => Assert.Equal([day], day.ToWeekdays().Each()));
    }

    private static string Week(DeliveryDays rule) =>
        string.Join(' ', Enumerable.Range(0, 7).Select(day => rule.Closes(Given.Monday.AddDays(day)) is null ? "O" : "x"));
}

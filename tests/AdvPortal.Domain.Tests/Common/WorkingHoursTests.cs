using System.Globalization;
using AdvPortal.Domain.Common.Calendars;

namespace AdvPortal.Domain.Tests.Common;

public sealed class WorkingHoursTests
{
    private static readonly TimeZoneInfo _paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    [Theory]
    [InlineData("2026-11-23T08:12+01:00", 24, "2026-11-24T08:12+01:00")]
    [InlineData("2026-11-27T15:00+01:00", 24, "2026-11-30T15:00+01:00")] // over a weekend
    [InlineData("2026-11-28T10:00+01:00", 24, "2026-12-01T00:00+01:00")] // came in on a Saturday
    [InlineData("2026-12-24T15:00+01:00", 24, "2026-12-28T15:00+01:00")] // Christmas, then a weekend
    [InlineData("2026-03-27T12:00+01:00", 24, "2026-03-30T12:00+02:00")] // the clocks change in between
    [InlineData("2026-11-23T08:12+01:00", 0, "2026-11-23T08:12+01:00")]
    [InlineData("2026-11-27T23:30-05:00", 4, "2026-11-30T04:00+01:00")] // Saturday here
    public void They_run_on_working_days_only(string from, int hours, string until) =>
        Assert.Equal(At(until), WorkingHours.After(At(from), hours, _paris));

    // Cairo's clocks went forward at midnight of Friday 24 April 2026: the hour from 0 to 1 was none.
    [Fact]
    public void What_would_end_in_an_hour_that_the_clocks_leave_out_ends_in_the_one_after() =>
        Assert.Equal(At("2026-04-24T01:30+03:00"), WorkingHours.After(At("2026-04-23T00:30+02:00"), 24, TimeZoneInfo.FindSystemTimeZoneById("Africa/Cairo")));

    [Theory]
    [InlineData(HolidayZone.FrMetropole, "2026-04-03T08:00+02:00")]
    [InlineData(HolidayZone.FrAlsaceMoselle, "2026-04-07T08:00+02:00")] // Good Friday, a weekend, Easter Monday
    public void They_rest_on_the_holidays_of_the_region(HolidayZone zone, string until) => Assert.Equal(At(until), WorkingHours.After(At("2026-04-02T08:00+02:00"), 24, _paris, zone));

    [Fact]
    public void They_do_not_run_backwards() => Assert.Throws<ArgumentOutOfRangeException>(() => WorkingHours.After(Given.Now, -1, _paris));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}

using System.Globalization;
using AdvPortal.Domain.Common.Calendars;

namespace AdvPortal.Domain.Tests.Common;

public sealed class OfficeHoursTests
{
    private static readonly TimeZoneInfo _paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
    private static readonly OfficeHours _usual = new(new(8, 0), new(18, 0), _paris);

    [Theory]
    [InlineData("2026-11-23T08:12+01:00", 4, "2026-11-23T12:12+01:00")]
    [InlineData("2026-11-23T16:30+01:00", 4, "2026-11-24T10:30+01:00")] // over a night
    [InlineData("2026-11-23T21:00+01:00", 4, "2026-11-24T12:00+01:00")] // came in at night
    [InlineData("2026-11-23T05:00+01:00", 4, "2026-11-23T12:00+01:00")] // came in before we open
    [InlineData("2026-11-27T16:00+01:00", 4, "2026-11-30T10:00+01:00")] // over a weekend
    [InlineData("2026-11-28T10:00+01:00", 4, "2026-11-30T12:00+01:00")] // came in on a Saturday
    [InlineData("2026-11-10T17:00+01:00", 4, "2026-11-12T11:00+01:00")] // over the 11th of November
    [InlineData("2026-12-24T17:00+01:00", 4, "2026-12-28T11:00+01:00")] // Christmas, then a weekend
    [InlineData("2026-11-23T14:00+01:00", 4, "2026-11-23T18:00+01:00")] // to the last minute of a day
    [InlineData("2026-11-23T08:00+01:00", 20, "2026-11-24T18:00+01:00")] // two whole days
    [InlineData("2026-11-23T18:00+01:00", 1, "2026-11-24T09:00+01:00")] // as we close
    [InlineData("2026-03-27T17:00+01:00", 4, "2026-03-30T11:00+02:00")] // the clocks go forward in between
    [InlineData("2026-10-23T17:00+02:00", 4, "2026-10-26T11:00+01:00")] // the clocks go back in between
    [InlineData("2026-11-23T08:12+01:00", 0, "2026-11-23T08:12+01:00")]
    [InlineData("2026-11-27T20:30-05:00", 1, "2026-11-30T09:00+01:00")] // Saturday here
    public void They_run_while_somebody_is_there(string from, int hours, string until) =>
        Assert.Equal(At(until), _usual.After(At(from), TimeSpan.FromHours(hours)));

    [Theory]
    [InlineData("2026-11-23T08:12+01:00", "2026-11-23T12:12+01:00", 240)]
    [InlineData("2026-11-23T17:00+01:00", "2026-11-24T09:00+01:00", 120)]
    [InlineData("2026-11-27T17:00+01:00", "2026-11-30T09:00+01:00", 120)]
    [InlineData("2026-11-28T09:00+01:00", "2026-11-29T17:00+01:00", 0)]
    [InlineData("2026-11-24T09:00+01:00", "2026-11-23T09:00+01:00", 0)]
    [InlineData("2026-11-10T08:00+01:00", "2026-11-13T08:00+01:00", 1200)]
    public void What_has_passed_is_counted_alike(string from, string until, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), _usual.Between(At(from), At(until)));

    // Monday morning in Alsace is Whit Monday everywhere; Good Friday is not a day off in Chartres.
    [Theory]
    [InlineData(HolidayZone.FrMetropole, "2026-04-03T10:00+02:00", "2026-04-03T14:00+02:00")]
    [InlineData(HolidayZone.FrAlsaceMoselle, "2026-04-03T10:00+02:00", "2026-04-07T12:00+02:00")]
    public void A_company_keeps_the_holidays_of_its_own_region(HolidayZone zone, string from, string until) =>
        Assert.Equal(At(until), (_usual with { Holidays = zone }).After(At(from), TimeSpan.FromHours(4)));

    // On Sundays the clocks change; a shop with hours at night on a working day meets no change but in a zone where one falls on it.
    [Theory]
    [InlineData("2026-10-22T22:00-03:00", 3)]
    [InlineData("2026-03-27T17:59+01:00", 8)]
    public void After_and_between_undo_each_other(string from, int hours)
    {
        var start = At(from);
        Assert.Equal(TimeSpan.FromHours(hours), _usual.Between(start, _usual.After(start, TimeSpan.FromHours(hours))));
    }

    // Cairo's clocks went forward at midnight of Friday 24 April 2026: the hour from 0 to 1 was none.
    [Fact]
    public void An_hour_that_the_clocks_leave_out_is_not_worked()
    {
        var night = new OfficeHours(new(0, 0), new(8, 0), TimeZoneInfo.FindSystemTimeZoneById("Africa/Cairo"));

        Assert.Equal(TimeSpan.FromHours(7), night.Between(At("2026-04-24T00:00+02:00"), At("2026-04-24T12:00+03:00")));
        Assert.Equal(TimeSpan.FromHours(8), night.Between(At("2026-04-23T00:00+02:00"), At("2026-04-23T12:00+02:00")));
    }

    [Fact]
    public void They_do_not_run_backwards() => Assert.Throws<ArgumentOutOfRangeException>(() => _usual.After(Given.Now, TimeSpan.FromMinutes(-1)));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}

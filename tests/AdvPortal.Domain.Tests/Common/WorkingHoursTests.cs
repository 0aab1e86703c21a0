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

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}

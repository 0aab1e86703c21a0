using AdvPortal.Domain.Common.Calendars;

namespace AdvPortal.Domain.Tests.Common;

public sealed class WorkingDaysTests
{
    [Theory]
    [InlineData("2026-11-27", 1, "2026-11-26")]
    [InlineData("2026-11-30", 1, "2026-11-27")] // Monday: leaves on Friday
    [InlineData("2026-11-29", 1, "2026-11-27")] // Sunday
    [InlineData("2026-11-27", 0, "2026-11-27")]
    [InlineData("2026-11-28", 0, "2026-11-27")] // nothing leaves on a Saturday
    [InlineData("2026-11-27", 3, "2026-11-24")]
    [InlineData("2026-11-12", 1, "2026-11-10")] // over 11 November
    [InlineData("2026-12-28", 2, "2026-12-23")] // over Christmas
    public void Goods_leave_working_days_before_they_arrive(string arrival, int days, string departure) =>
        Assert.Equal(Given.Day(departure), WorkingDays.Departure(Given.Day(arrival), days));

    [Theory]
    [InlineData("2026-11-23", 1, "2026-11-24")]
    [InlineData("2026-11-23", 0, "2026-11-23")]
    [InlineData("2026-11-27", 1, "2026-11-28")] // whoever receives on Saturdays
    [InlineData("2026-11-28", 1, "2026-12-01")]
    [InlineData("2026-11-27", 2, "2026-12-01")]
    [InlineData("2026-11-11", 0, "2026-11-12")]
    public void Goods_arrive_at_the_earliest_working_days_after_they_leave(string departure, int days, string arrival) =>
        Assert.Equal(Given.Day(arrival), WorkingDays.FirstArrival(Given.Day(departure), days));

    [Fact]
    public void The_first_arrival_leaves_no_earlier_than_it_can_and_the_day_before_it_would()
    {
        foreach (var days in Enumerable.Range(0, 6))
        {
            foreach (var from in Enumerable.Range(0, 400).Select(Given.Monday.AddDays))
            {
                var first = WorkingDays.FirstArrival(from, days);

                Assert.True(WorkingDays.Departure(first, days) >= from);
                Assert.True(WorkingDays.Departure(first.AddDays(-1), days) < from);
            }
        }
    }

    [Fact]
    public void The_day_after_Christmas_is_worked_outside_Alsace_and_Moselle()
    {
        var day = Given.Day("2025-12-26"); // a Friday

        Assert.True(WorkingDays.Contains(day));
        Assert.False(WorkingDays.Contains(day, HolidayZone.FrAlsaceMoselle));
    }

    [Theory]
    [InlineData("2026-11-23", 0, "2026-11-23")]
    [InlineData("2026-11-28", 0, "2026-11-30")]
    [InlineData("2026-11-23", 1, "2026-11-24")]
    [InlineData("2026-11-27", 2, "2026-12-01")]
    [InlineData("2026-11-28", 1, "2026-12-01")] // a Saturday begins on Monday
    [InlineData("2026-11-10", 1, "2026-11-12")]
    public void Working_days_later_is_a_working_day(string from, int days, string day) => Assert.Equal(Given.Day(day), WorkingDays.After(Given.Day(from), days));

    [Fact]
    public void Nothing_comes_working_days_before() => Assert.Throws<ArgumentOutOfRangeException>(() => WorkingDays.After(Given.Monday, -1));
}

namespace AdvPortal.Domain.Tests.Common;

public sealed class HalfDayTests
{
    [Theory]
    [InlineData("2026-11-25T00:00:00+01:00", DayHalf.Morning)]
    [InlineData("2026-11-25T11:59:59+01:00", DayHalf.Morning)]
    [InlineData("2026-11-25T12:00:00+01:00", DayHalf.Afternoon)]
    [InlineData("2026-11-25T23:59:59+01:00", DayHalf.Afternoon)]
    public void The_afternoon_begins_at_noon_where_the_tenant_is(string local, DayHalf half)
    {
        var number = HalfDay.Of(DateTimeOffset.Parse(local, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal((new DateOnly(2026, 11, 25), half), (HalfDay.DayOf(number), HalfDay.HalfOf(number)));
    }

    [Theory]
    [InlineData("2026-11-27", DayHalf.Afternoon, false)]
    [InlineData("2026-11-28", DayHalf.Morning, true)]
    [InlineData("2026-11-29", DayHalf.Afternoon, true)]
    [InlineData("2026-11-30", DayHalf.Morning, false)]
    public void The_weekend_is_Saturday_and_Sunday(string day, DayHalf half, bool isWeekend) =>
        Assert.Equal(isWeekend, HalfDay.IsWeekend(HalfDay.Of(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), half)));

    [Fact]
    public void Half_days_follow_one_another_over_midnight_and_new_year() =>
        Assert.Equal(HalfDay.Of(new(2027, 1, 1), DayHalf.Morning), HalfDay.Of(new(2026, 12, 31), DayHalf.Afternoon) + 1);
}

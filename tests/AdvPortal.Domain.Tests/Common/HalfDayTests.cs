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

    [Fact]
    public void Half_days_follow_one_another_over_midnight_and_new_year() =>
        Assert.Equal(HalfDay.Of(new(2027, 1, 1), DayHalf.Morning), HalfDay.Of(new(2026, 12, 31), DayHalf.Afternoon) + 1);
}

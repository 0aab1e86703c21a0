namespace AdvPortal.Domain.Tests.Common;

public sealed class DateRangeTests
{
    [Fact]
    public void A_period_does_not_end_before_it_starts()
    {
        Assert.Throws<ArgumentException>(() => new DateRange(Given.Wednesday, Given.Wednesday.AddDays(-1)));
        Assert.True(new DateRange(Given.Wednesday, Given.Wednesday).Contains(Given.Wednesday));
    }

    [Theory]
    [InlineData("2026-11-22", false, false)]
    [InlineData("2026-11-23", true, true)]
    [InlineData("2026-11-25", true, true)]
    [InlineData("2026-11-26", false, true)]
    public void Both_its_ends_belong_to_it_and_an_open_end_is_none(string day, bool isWithin, bool isFromThenOn)
    {
        Assert.Equal(isWithin, new DateRange(Given.Monday, Given.Wednesday).Contains(Given.Day(day)));
        Assert.Equal(isFromThenOn, new DateRange(Given.Monday).Contains(Given.Day(day)));
    }
}

using AdvPortal.Domain.Portfolios;

namespace AdvPortal.Domain.Tests.Portfolios;

/// <summary>Which half-days of a week somebody works: Monday morning is the first bit, Friday afternoon the tenth.</summary>
public sealed class WorkingWeekTests
{
    private const int Week = 0b11_1111_1111;

    [Theory]
    [InlineData(0, 0, true, 1)]
    [InlineData(0b11, 0, true, 0.8)]
    [InlineData(0b11, 0b1100, true, 0.6)]
    [InlineData(Week >> 1, 0, true, 0.1)]
    [InlineData(0, Week >> 1, true, 0.1)]
    [InlineData(0b11, 0b10, false, 0.8)] // at school when they do not work
    [InlineData(Week, 0, false, 0)]
    [InlineData(0b11_1110_0000, 0b1_1111, false, 0)]
    [InlineData(1 << WorkingWeek.HalfDays, 0, false, 0.9)]
    [InlineData(0, 1 << WorkingWeek.HalfDays, false, 0.9)]
    public void Half_days_off_do_not_overlap_lie_within_the_week_and_leave_some_of_it(int partTime, int school, bool isSound, double share)
    {
        var week = new WorkingWeek(partTime, school);

        Assert.Equal((isSound, (decimal)share, partTime + school == 0), (week.IsSound, week.Share, week.IsFull));
    }

    [Theory]
    [InlineData(DayOfWeek.Monday, DayHalf.Morning, 0b1)]
    [InlineData(DayOfWeek.Monday, DayHalf.Afternoon, 0b10)]
    [InlineData(DayOfWeek.Wednesday, DayHalf.Morning, 0b1_0000)]
    [InlineData(DayOfWeek.Friday, DayHalf.Afternoon, 0b10_0000_0000)]
    [InlineData(DayOfWeek.Saturday, DayHalf.Morning, 0)]
    [InlineData(DayOfWeek.Sunday, DayHalf.Afternoon, 0)]
    public void Each_half_day_has_its_bit_and_the_weekend_none(DayOfWeek day, DayHalf half, int bit)
    {
        var monday = new DateOnly(2026, 12, 7);
        var at = HalfDay.Of(monday.AddDays(((int)day + 6) % 7), half);

        Assert.Equal(bit, WorkingWeek.Bit(day, half));
        Assert.Equal((bit != 0, false), (new WorkingWeek(PartTime: Week).IsOff(at), new WorkingWeek(PartTime: Week).IsSchool(at)));
        Assert.Equal((bit != 0, bit != 0), (new WorkingWeek(School: bit).IsOff(at), new WorkingWeek(School: bit).IsSchool(at)));
        Assert.False(new WorkingWeek(School: Week ^ bit).IsOff(at));
    }
}

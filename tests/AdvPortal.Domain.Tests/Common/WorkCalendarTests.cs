using AdvPortal.Domain.Common.Calendars;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Tests.Common;

public sealed class WorkCalendarTests
{
    private static readonly Closure _inventory = new(Given.Monday, Given.Wednesday, "Inventaire");

    public static TheoryData<WorkCalendar> Otherwise { get; } =
    [
        new WorkCalendar { Days = WorkCalendar.Usual.Days | Weekdays.Saturday },
        new WorkCalendar { Holidays = null },
        new WorkCalendar { Holidays = HolidayZone.FrAlsaceMoselle },
        new WorkCalendar { Closures = [_inventory] },
    ];

    [Theory]
    [MemberData(nameof(Otherwise))]
    public void As_usual_is_Monday_to_Friday_but_for_the_holidays_of_France_and_nothing_else(WorkCalendar other)
    {
        Assert.True(new WorkCalendar().IsUsual);
        Assert.False(other.IsUsual);
    }

    [Theory]
    [MemberData(nameof(Otherwise))]
    public void Calendars_are_the_same_that_say_the_same(WorkCalendar one)
    {
        Assert.Equal(new WorkCalendar { Days = one.Days, Holidays = one.Holidays, Closures = [.. one.Closures] }, one);
        Assert.NotEqual(WorkCalendar.Usual, one);
        Assert.False(one.Equals(null));
        Assert.Equal(one.Closures.Count > 0, one != one with { Closures = [] });
    }

    [Theory]
    [InlineData("2026-11-22", false)] // a Sunday
    [InlineData("2026-11-23", false)]
    [InlineData("2026-11-25", false)]
    [InlineData("2026-11-26", true)]
    [InlineData("2026-11-11", false)]
    [InlineData("2026-11-20", true)]
    public void A_closure_is_closed_on_its_first_day_and_on_its_last(string day, bool isWorked) =>
        Assert.Equal(isWorked, new WorkCalendar { Closures = [new(Given.Day("2026-08-03"), Given.Day("2026-08-21")), _inventory] }.Contains(Given.Day(day)));

    [Fact]
    public void Whoever_works_on_holidays_works_on_all_of_them() => Assert.True(new WorkCalendar { Holidays = null }.Contains(Given.Day("2026-11-11")));

    [Theory]
    [InlineData(1, 60, 80, null)]
    [InlineData(100, 60, 80, null)]
    [InlineData(101, 1, 0, nameof(TooManyClosures))]
    [InlineData(1, 61, 0, nameof(ClosureTooLong))]
    [InlineData(1, 1, 81, nameof(ClosureNameTooLong))]
    [InlineData(1, 0, 0, nameof(PeriodEndsBeforeItStarts))]
    public void A_calendar_has_at_most_a_hundred_closures_of_sixty_days_with_short_names(int closures, int days, int letters, string? refused)
    {
        var closure = new Closure(Given.Monday, Given.Monday.AddDays(days - 1), letters == 0 ? null : new('x', letters));

        Assert.Equal(refused, new WorkCalendar { Closures = [.. Enumerable.Repeat(closure, closures)] }.Check()?.Message.Key);
    }

    [Fact]
    public void Somebody_works_on_one_day_of_the_week_at_least()
    {
        Assert.IsType<ClosesEveryDay>(new WorkCalendar { Days = Weekdays.None }.Check());
        Assert.Null(new WorkCalendar { Days = Weekdays.Sunday }.Check());
    }
}

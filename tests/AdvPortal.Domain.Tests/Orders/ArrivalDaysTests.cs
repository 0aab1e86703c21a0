using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Tests.Orders;

/// <summary>The days that are offered when a promise has to move. It is Monday 23 November 2026; goods are on their way for a day.</summary>
public sealed class ArrivalDaysTests
{
    [Theory]
    [InlineData("2026-11-24", "2026-11-24", null)]
    [InlineData("2026-11-25", "2026-11-27", WhyNot.Closed)]
    [InlineData("2026-11-28", "2026-11-30", WhyNot.Weekend)]
    [InlineData("2026-12-25", "2026-12-28", WhyNot.Holiday)]
    [InlineData("2026-11-22", "2026-11-24", WhyNot.Past)]
    [InlineData("2026-11-23", "2026-11-24", WhyNot.Transport)]
    public void The_first_day_that_suits_everybody_is_offered_with_what_is_against_the_one_wanted(string wanted, string first, WhyNot? why)
    {
        var day = Days(Given.NoDeliveryOn(DayOfWeek.Wednesday, DayOfWeek.Thursday)).Look("10", Given.Day(wanted));

        Assert.Equal((Given.Day(wanted), Given.Day(first), why is null), (day.Asked, day.First!.Value, day.IsAllowed));
        Assert.Equal(why is not null, day.Trace.Any(step => step.Why == why && step.Date == Given.Day(wanted)));
    }

    [Fact]
    public void Goods_that_are_not_ready_arrive_after_they_have_left()
    {
        var day = Days(Given.NoDeliveryOn(DayOfWeek.Wednesday, DayOfWeek.Thursday)).Look("10", Given.Monday, ready: Given.Wednesday);

        Assert.Equal(Given.Day("2026-11-27"), day.First);
    }

    [Fact]
    public void Beside_a_day_that_does_the_next_two_are_offered()
    {
        var day = Days(Given.NoDeliveryOn(DayOfWeek.Wednesday, DayOfWeek.Thursday)).Look("10", Given.Day("2026-11-24"));

        Assert.Equal([Given.Day("2026-11-27"), Given.Day("2026-11-30")], day.Alternatives);
    }

    [Fact]
    public void A_day_on_which_the_client_says_to_come_is_offered_be_it_a_holiday()
    {
        var day = Days(new DeliveryDays { OpenDates = [new(Given.Day("2026-12-25"), Given.Day("2026-12-25"))] }).Look("10", Given.Day("2026-12-25"));

        Assert.True(day.IsAllowed);
    }

    [Fact]
    public void Where_no_day_is_left_none_is_offered()
    {
        var day = Days(new DeliveryDays { ClosedDates = [new(Given.Monday, Given.Monday.AddDays(200))] }).Look("10", Given.Wednesday);

        Assert.Equal((null, false), (day.First, day.IsAllowed));
    }

    [Theory]
    [InlineData(DayOfWeek.Wednesday, true)]
    [InlineData(DayOfWeek.Friday, false)]
    public void The_last_day_of_the_calendar_is_a_day_like_any_other(DayOfWeek closed, bool isAllowed)
    {
        var day = Days(Given.NoDeliveryOn(closed)).Look("10", DateOnly.MaxValue);

        Assert.Equal((isAllowed, isAllowed ? DateOnly.MaxValue : null), (day.IsAllowed, day.First));
        Assert.DoesNotContain(day.Alternatives, other => other >= DateOnly.MaxValue);
    }

    private static ArrivalDays Days(DeliveryDays rule) =>
        ArrivalDays.Of(Given.AnOrder(Given.ADraft(Given.Wednesday)).AsItStands(), Rulebook.Of([Given.ARequirement(rule)]), Given.ThisMorning, Transport.Default);
}

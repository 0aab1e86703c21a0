using AdvPortal.Application.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Web.Components.Shared;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Review;

/// <summary>The six working days around a date that was moved, with what is known of each.</summary>
internal static class DateWeek
{
    private const int Length = 6;

    public static IReadOnlyList<WeekDay> Of(OrderView.FindingRow finding, DateOnly? shipOn, IStringLocalizer<Texts> text)
    {
        var (asked, proposed) = (finding.Before!.DeliverOn!.Value, finding.After?.DeliverOn);
        var against = finding.Reasons.ToLookup(r => r.Date, r => r.Why);
        List<DateOnly> days = [asked];

        // One working day before the date asked for, then the way to the date proposed, however far it is.
        for (var day = asked.AddDays(-1); days.Count < 2; day = day.AddDays(-1))
        {
            if (IsShown(day))
            {
                days.Insert(0, day);
            }
        }

        for (var day = asked.AddDays(1); days.Count < Length; day = day.AddDays(1))
        {
            if (IsShown(day))
            {
                days.Add(day);
            }
        }

        if (proposed is { } far && far > days[^1])
        {
            days[^1] = far;
        }

        return [.. days.Select(day => new WeekDay(
            day, IsClosed(against[day]), day == asked, day == proposed,
            against[day].Where(why => why is not (WhyNot.Closed or WhyNot.Weekend)).Select(why => text[MessageKeys.Of(why)].Value).FirstOrDefault()
                ?? (day == shipOn ? text["Review.Departure"].Value : null)))];

        bool IsShown(DateOnly day) => day == asked || day == proposed || day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
    }

    private static bool IsClosed(IEnumerable<WhyNot> reasons) => reasons.Any(why => why is WhyNot.Closed or WhyNot.Weekend);
}

using AdvPortal.Application.Requirements;
using AdvPortal.Domain.Common.Calendars;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Web.Components.Clients;

/// <summary>When one site receives, as its client's requirements together say.</summary>
/// <param name="Week">Monday to Friday, and a day of the weekend that is named as open.</param>
/// <param name="Hours">Null without hours, or with different ones on different days.</param>
/// <param name="Next">The next days of reception after today.</param>
internal sealed record SiteDays(IReadOnlyList<(DayOfWeek Day, bool Closed)> Week, ReceivingWindow? Hours, IReadOnlyList<DateOnly> Next)
{
    private const int Ahead = 60;
    private const int Named = 3;

    /// <summary>Null when nothing is required of delivery days.</summary>
    public static SiteDays? Of(IEnumerable<RequirementView> inForce, SiteId site, DateOnly today)
    {
        var rules = inForce.Where(r => (r.SiteId is null || r.SiteId == site) && r.ValidFrom <= today).Select(r => r.Rule).OfType<DeliveryDays>().ToList();

        if (rules.Count == 0)
        {
            return null;
        }

        var closed = rules.Aggregate(Weekdays.None, (days, rule) => days | rule.ClosedWeekdays);
        var opened = rules.Aggregate(Weekdays.None, (days, rule) => days | rule.Open);
        var windows = rules.SelectMany(rule => rule.Windows ?? []).ToList();

        return new(
            [.. Weekdays.All.Each().Where(day => opened.Has(day) || day is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).Select(day => (day, closed.Has(day)))],
            windows is [var only] ? only : null,
            [.. Enumerable.Range(1, Ahead).Select(today.AddDays).Where(day => (WorkingDays.Contains(day) || opened.Has(day.DayOfWeek)) && rules.All(rule => rule.Closes(day) is null)).Take(Named)]);
    }
}

using AdvPortal.Domain.Requirements;

namespace AdvPortal.Exchange.Requirements;

/// <summary>Hours taken and refused, gathered by the days they are said of, as windows of reception.</summary>
internal sealed class HoursOfDays
{
    private static readonly TimeOnly _end = new(23, 59, 59);

    private readonly Dictionary<Weekdays, (List<(TimeOnly From, TimeOnly Until)> Taken, List<(TimeOnly From, TimeOnly Until)> Refused)> _days = [];

    public void Take(Weekdays days, Hours hours) => Of(days).Taken.Add((hours.From ?? TimeOnly.MinValue, hours.Until ?? _end));

    public void Refuse(Weekdays days, Hours hours) => Of(days).Refused.Add((hours.From ?? TimeOnly.MinValue, hours.Until ?? _end));

    /// <param name="everyDay">The days on which anything is received: what is said of no day in particular holds for those of which nothing is said.</param>
    public IReadOnlyList<ReceivingWindow> Windows(Weekdays everyDay)
    {
        var particular = _days.Keys.Aggregate(Weekdays.None, (all, days) => all | days);
        var windows = new List<ReceivingWindow>();

        foreach (var (days, (taken, refused)) in _days)
        {
            var whole = days is Weekdays.None && particular is not Weekdays.None ? everyDay & ~particular : days;

            if (days is Weekdays.None && particular is not Weekdays.None && whole is Weekdays.None)
            {
                continue;
            }

            var left = refused.Aggregate(Met(taken), (open, closed) => [.. open.SelectMany(each => Without(each, closed))]);
            windows.AddRange(left.Select(each => new ReceivingWindow { Days = whole, From = each.From == TimeOnly.MinValue ? null : each.From, Until = each.Until == _end ? null : each.Until })
                .Where(window => window is not { From: null, Until: null }));
        }

        return windows;
    }

    /// <summary>« de 8 h à 12 h et de 14 h à 16 h » are two windows; « à partir de 8 h et jusqu'à 16 h » is one.</summary>
    private static List<(TimeOnly From, TimeOnly Until)> Met(List<(TimeOnly From, TimeOnly Until)> taken) =>
        taken is [var one, var other] && (one.From == TimeOnly.MinValue || one.Until == _end || other.From == TimeOnly.MinValue || other.Until == _end) && Max(one.From, other.From) < Min(one.Until, other.Until)
            ? [(Max(one.From, other.From), Min(one.Until, other.Until))]
            : taken.Count == 0 ? [(TimeOnly.MinValue, _end)] : [.. taken.Distinct()];

    private static IEnumerable<(TimeOnly From, TimeOnly Until)> Without((TimeOnly From, TimeOnly Until) open, (TimeOnly From, TimeOnly Until) closed)
    {
        if (closed.Until <= open.From || closed.From >= open.Until)
        {
            yield return open;
            yield break;
        }

        if (closed.From > open.From)
        {
            yield return (open.From, closed.From);
        }

        if (closed.Until < open.Until)
        {
            yield return (closed.Until, open.Until);
        }
    }

    private static TimeOnly Max(TimeOnly one, TimeOnly other) => one > other ? one : other;

    private static TimeOnly Min(TimeOnly one, TimeOnly other) => one < other ? one : other;

    private (List<(TimeOnly From, TimeOnly Until)> Taken, List<(TimeOnly From, TimeOnly Until)> Refused) Of(Weekdays days)
    {
        if (!_days.TryGetValue(days, out var hours))
        {
            _days[days] = hours = ([], []);
        }

        return hours;
    }
}

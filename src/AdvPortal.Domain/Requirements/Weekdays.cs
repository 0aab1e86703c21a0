using System.Text.Json.Serialization;

namespace AdvPortal.Domain.Requirements;

/// <summary>A set of days of the week; a list of English names in JSON.</summary>
[Flags, JsonConverter(typeof(FlagsAsList<Weekdays>))]
public enum Weekdays
{
    None = 0,
    Monday = 1,
    Tuesday = 2,
    Wednesday = 4,
    Thursday = 8,
    Friday = 16,
    Saturday = 32,
    Sunday = 64,
    All = 127,
}

public static class WeekdaysExtensions
{
    public static Weekdays ToWeekdays(this DayOfWeek day) => (Weekdays)(1 << (((int)day + 6) % 7));

    public static bool Has(this Weekdays days, DayOfWeek day) => (days & day.ToWeekdays()) != 0;

    /// <summary>From Monday to Sunday.</summary>
    public static IReadOnlyList<DayOfWeek> Each(this Weekdays days) =>
        [.. Enumerable.Range(1, 7).Select(day => (DayOfWeek)(day % 7)).Where(day => days.Has(day))];
}

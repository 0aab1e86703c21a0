using System.Text.Json.Serialization;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Common.Calendars;

/// <summary>The days on which a firm or a carrier works: days of the week, public holidays, and dated closures that have a name.</summary>
/// <remarks>Days are those of the company's time zone.</remarks>
public sealed record WorkCalendar
{
    public const int MostClosures = 100;

    private const Weekdays MondayToFriday = Weekdays.Monday | Weekdays.Tuesday | Weekdays.Wednesday | Weekdays.Thursday | Weekdays.Friday;

    /// <summary>Monday to Friday, the public holidays of France aside.</summary>
    public static WorkCalendar Usual { get; } = new();

    public Weekdays Days { get; init; } = MondayToFriday;

    /// <summary>The public holidays that are kept; null where all of them are worked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public HolidayZone? Holidays { get; init; } = HolidayZone.FrMetropole;

    public IReadOnlyList<Closure> Closures { get; init; } = [];

    /// <summary>Null is « as usual » wherever one is not told.</summary>
    [JsonIgnore]
    public bool IsUsual => Days is MondayToFriday && Holidays is HolidayZone.FrMetropole && Closures.Count == 0;

    public bool Contains(DateOnly day) => Days.Has(day.DayOfWeek) && !KeepsHoliday(day) && ClosureOn(day) is null;

    public bool KeepsHoliday(DateOnly day) => Holidays is { } zone && FrenchHolidays.Contains(day, zone);

    /// <summary>The dated closure in which a day falls.</summary>
    public Closure? ClosureOn(DateOnly day)
    {
        for (var i = 0; i < Closures.Count; i++)
        {
            if (Closures[i].Contains(day))
            {
                return Closures[i];
            }
        }

        return null;
    }

    /// <summary>Why it cannot be somebody's calendar; null when it can.</summary>
    public Refusal? Check() =>
        (Days & Weekdays.All) == 0 ? new ClosesEveryDay()
        : Closures.Count > MostClosures ? new TooManyClosures(MostClosures)
        : Closures.Select(closure => closure.Check()).FirstOrDefault(refusal => refusal is not null);

    public bool Equals(WorkCalendar? other) => other is not null && Days == other.Days && Holidays == other.Holidays && Closures.SequenceEqual(other.Closures);

    public override int GetHashCode() => HashCode.Combine(Days, Holidays, Closures.Count);
}

/// <summary>Whole days without work, both ends included: « Inventaire ».</summary>
/// <param name="Name">What it is called; null where nobody says.</param>
public sealed record Closure(DateOnly From, DateOnly Until, string? Name = null)
{
    public const int NameMaxLength = 80;

    // Longer, nothing would leave within the horizon in which dates are looked for.
    public const int MostDays = 60;

    public bool Contains(DateOnly day) => day >= From && day <= Until;

    internal Refusal? Check() =>
        Until < From ? new PeriodEndsBeforeItStarts(From, Until)
        : Until.DayNumber - From.DayNumber >= MostDays ? new ClosureTooLong(MostDays)
        : Name?.Length > NameMaxLength ? new ClosureNameTooLong(NameMaxLength)
        : null;
}

public sealed record TooManyClosures(int Most) : Unacceptable(Most);

public sealed record ClosureTooLong(int MostDays) : Unacceptable(MostDays);

/// <summary>Its first day.</summary>
public sealed record ClosureNeedsDay : Unacceptable;

public sealed record ClosureNameTooLong(int Most) : Unacceptable(Most);

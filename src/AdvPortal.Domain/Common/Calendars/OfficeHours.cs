namespace AdvPortal.Domain.Common.Calendars;

/// <summary>The hours in which a company answers: on working days, from one hour to another, on the clocks of its own zone.</summary>
/// <param name="Opens">The hour at which a day's work begins.</param>
/// <param name="Closes">The hour at which it ends: later than <paramref name="Opens"/>.</param>
/// <param name="Zone">Whose clocks.</param>
/// <param name="Holidays">Which public holidays are kept.</param>
/// <remarks>Time is counted as it passes: a day on which the clocks change has an hour more or less only where the change falls into the hours.</remarks>
public sealed record OfficeHours(TimeOnly Opens, TimeOnly Closes, TimeZoneInfo Zone, HolidayZone Holidays = HolidayZone.FrMetropole)
{
    /// <summary>The instant at which that much working time has passed. What begins outside the hours begins when they do.</summary>
    public DateTimeOffset After(DateTimeOffset from, TimeSpan worked)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(worked, TimeSpan.Zero);

        var left = worked;

        for (var day = DayOf(from); ; day = day.AddDays(1))
        {
            if (Of(day) is not var (opens, closes))
            {
                continue;
            }

            var start = from > opens ? from : opens;

            if (start <= closes && closes - start is var today && left <= today && (start < closes || left == TimeSpan.Zero))
            {
                return (start + left).ToUniversalTime();
            }

            left -= start < closes ? closes - start : TimeSpan.Zero;
        }
    }

    /// <summary>The working time that passes from one instant to another; nothing where the second is not later.</summary>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset until)
    {
        var worked = TimeSpan.Zero;

        for (var (day, last) = (DayOf(from), DayOf(until)); day <= last; day = day.AddDays(1))
        {
            if (Of(day) is var (opens, closes) && (from > opens ? from : opens) is var start && (until < closes ? until : closes) is var end && end > start)
            {
                worked += end - start;
            }
        }

        return worked;
    }

    private DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    private (DateTimeOffset Opens, DateTimeOffset Closes)? Of(DateOnly day) =>
        WorkingDays.Contains(day, Holidays) ? (Instant(day.ToDateTime(Opens)), Instant(day.ToDateTime(Closes))) : null;

    // The hour that is left out in spring is reckoned as before the change, which is the one after it.
    private DateTimeOffset Instant(DateTime local) => new(local, Zone.GetUtcOffset(local));
}

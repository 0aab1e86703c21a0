namespace AdvPortal.Domain.Common.Calendars;

/// <summary>Hours that run on working days only, round the clock: « sous 24 h ouvrées » from Friday 15:00 ends on Monday at 15:00.</summary>
public static class WorkingHours
{
    /// <summary>
    /// The instant when that many working hours have passed, on the clocks of <paramref name="zone"/>. What begins on a day off begins at
    /// the start of the next working day.
    /// </summary>
    public static DateTimeOffset After(DateTimeOffset from, int hours, TimeZoneInfo zone, HolidayZone holidays = HolidayZone.FrMetropole)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(hours);

        var local = SkipDaysOff(TimeZoneInfo.ConvertTime(from, zone).DateTime, holidays);
        var left = TimeSpan.FromHours(hours);

        while (local.Date.AddDays(1) - local is var today && left > today)
        {
            left -= today;
            local = SkipDaysOff(local.Date.AddDays(1), holidays);
        }

        var until = local + left;

        // The hour that is left out in spring is reckoned as before the change, which is the one after it.
        return new DateTimeOffset(until, zone.GetUtcOffset(until)).ToUniversalTime();
    }

    private static DateTime SkipDaysOff(DateTime local, HolidayZone holidays)
    {
        while (!WorkingDays.Contains(DateOnly.FromDateTime(local), holidays))
        {
            local = local.Date.AddDays(1);
        }

        return local;
    }
}

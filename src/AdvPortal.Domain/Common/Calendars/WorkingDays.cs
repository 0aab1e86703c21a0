namespace AdvPortal.Domain.Common.Calendars;

/// <summary>The days on which goods leave: Monday to Friday, public holidays aside.</summary>
public static class WorkingDays
{
    public static bool Contains(DateOnly day, HolidayZone zone = HolidayZone.FrMetropole) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !FrenchHolidays.Contains(day, zone);

    /// <summary>The day to leave for an arrival on <paramref name="arrival"/>: that many working days before it; with none, the working day on or before it.</summary>
    public static DateOnly Departure(DateOnly arrival, int workingDays, HolidayZone zone = HolidayZone.FrMetropole)
    {
        var day = OnOrBefore(workingDays == 0 ? arrival : arrival.AddDays(-1), zone);

        for (var left = workingDays; left > 1; left--)
        {
            day = OnOrBefore(day.AddDays(-1), zone);
        }

        return day;
    }

    /// <summary>The first day of arrival for goods that leave on <paramref name="departure"/> or later.</summary>
    public static DateOnly FirstArrival(DateOnly departure, int workingDays, HolidayZone zone = HolidayZone.FrMetropole)
    {
        var day = OnOrAfter(departure, zone);

        for (var left = workingDays; left > 1; left--)
        {
            day = OnOrAfter(day.AddDays(1), zone);
        }

        return workingDays == 0 ? day : day.AddDays(1);
    }

    /// <summary>The working day that comes that many working days after one; with none, the working day on or after it.</summary>
    public static DateOnly After(DateOnly from, int workingDays, HolidayZone zone = HolidayZone.FrMetropole)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);

        var day = OnOrAfter(from, zone);

        for (var left = workingDays; left > 0; left--)
        {
            day = OnOrAfter(day.AddDays(1), zone);
        }

        return day;
    }

    public static DateOnly OnOrAfter(DateOnly day, HolidayZone zone = HolidayZone.FrMetropole)
    {
        while (!Contains(day, zone))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    public static DateOnly OnOrBefore(DateOnly day, HolidayZone zone = HolidayZone.FrMetropole)
    {
        while (!Contains(day, zone))
        {
            day = day.AddDays(-1);
        }

        return day;
    }
}

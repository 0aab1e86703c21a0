using System.Text.Json.Serialization;

namespace AdvPortal.Domain.Common.Calendars;

/// <summary>Which public holidays of France apply: Alsace and Moselle keep two more.</summary>
[JsonConverter(typeof(CamelCaseEnum<HolidayZone>))]
public enum HolidayZone
{
    [JsonStringEnumMemberName("fr-metropole")] FrMetropole,
    [JsonStringEnumMemberName("fr-alsace-moselle")] FrAlsaceMoselle,
}

/// <summary>The public holidays of France, computed for any Gregorian year (Code du travail, art. L3133-1 and L3134-13).</summary>
public static class FrenchHolidays
{
    public static bool Contains(DateOnly day, HolidayZone zone = HolidayZone.FrMetropole)
    {
        var fixedDay = (day.Month, day.Day) is (1, 1) or (5, 1) or (5, 8) or (7, 14) or (8, 15) or (11, 1) or (11, 11) or (12, 25);

        return fixedDay
            || IsMovable(day, zone)
            || (zone is HolidayZone.FrAlsaceMoselle && (day.Month, day.Day) is (12, 26));
    }

    /// <summary>Every holiday of a year, in order and once each (Ascension may fall on 1 or 8 May).</summary>
    public static IEnumerable<DateOnly> In(int year, HolidayZone zone = HolidayZone.FrMetropole)
    {
        var first = new DateOnly(year, 1, 1);
        var days = DateTime.IsLeapYear(year) ? 366 : 365;

        return Enumerable.Range(0, days).Select(first.AddDays).Where(day => Contains(day, zone));
    }

    /// <summary>Easter Sunday, by the anonymous Gregorian algorithm (Meeus, Jones and Butcher).</summary>
    public static DateOnly Easter(int year)
    {
        var (century, rest) = Math.DivRem(year, 100);
        var golden = year % 19;
        var moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        var weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
        var correction = (golden + 11 * moon + 22 * weekday) / 451;
        var (month, day) = Math.DivRem(moon + weekday - 7 * correction + 114, 31);

        return new(year, month, day + 1);
    }

    private static bool IsMovable(DateOnly day, HolidayZone zone)
    {
        // Good Friday is 20 March at the earliest, Whit Monday 14 June at the latest.
        if (day.Month is < 3 or > 6)
        {
            return false;
        }

        return (day.DayNumber - Easter(day.Year).DayNumber) switch
        {
            1 or 39 or 50 => true,
            -2 => zone is HolidayZone.FrAlsaceMoselle,
            _ => false,
        };
    }
}

namespace AdvPortal.Domain.Common.Calendars;

/// <summary>The public holidays of France, computed for any Gregorian year (Code du travail, art. L3133-1, L3134-13 and L3422-2).</summary>
/// <remarks>Overseas: the day of the abolition of slavery (décret 83-1003), and what the labour codes of the Pacific name. Local custom beyond the law is a closed date.</remarks>
public static class FrenchHolidays
{
    public static bool Contains(DateOnly day, HolidayZone zone = HolidayZone.FrMetropole)
    {
        var fixedDay = (day.Month, day.Day) is (1, 1) or (5, 1) or (5, 8) or (7, 14) or (8, 15) or (11, 1) or (11, 11) or (12, 25);

        return fixedDay || IsMovable(day, zone) || IsOwn(day, zone);
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

    private static bool IsOwn(DateOnly day, HolidayZone zone) => (zone, day.Month, day.Day) switch
    {
        (HolidayZone.FrMetropole, _, _) => false,
        (HolidayZone.FrAlsaceMoselle, 12, 26) => true,
        (HolidayZone.FrMayotte, 4, 27) => true,
        (HolidayZone.FrMartinique, 5, 22) => true,
        (HolidayZone.FrGuadeloupe, 5, 27) => true,
        (HolidayZone.FrSaintMartin, 5, 28) => true,
        (HolidayZone.FrGuyane, 6, 10) => true,
        (HolidayZone.FrSaintBarthelemy, 10, 9) => true,
        (HolidayZone.FrLaReunion, 12, 20) => true,
        (HolidayZone.FrNouvelleCaledonie, 9, 24) => true,
        (HolidayZone.FrPolynesie, 3, 5) => true,
        // Autonomy Day gave way to Matari’i i ni’a.
        (HolidayZone.FrPolynesie, 6, 29) => day.Year < 2025,
        (HolidayZone.FrPolynesie, 11, 20) => day.Year >= 2025,
        (HolidayZone.FrWallisEtFutuna, 4, 28) or (HolidayZone.FrWallisEtFutuna, 7, 29) => true,
        _ => false,
    };

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
            -2 => zone is HolidayZone.FrAlsaceMoselle or HolidayZone.FrPolynesie,
            _ => false,
        };
    }
}

using System.Globalization;
using AdvPortal.Domain.Common.Calendars;

namespace AdvPortal.Domain.Tests.Common;

public sealed class FrenchHolidaysTests
{
    [Theory]
    [InlineData(1818, "1818-03-22")] // the earliest there is
    [InlineData(1943, "1943-04-25")] // the latest
    [InlineData(1954, "1954-04-18")]
    [InlineData(1981, "1981-04-19")]
    [InlineData(2000, "2000-04-23")]
    [InlineData(2026, "2026-04-05")]
    [InlineData(2049, "2049-04-18")]
    [InlineData(2076, "2076-04-19")]
    [InlineData(2285, "2285-03-22")]
    public void Easter_is_found_for_any_year(int year, string day) => Assert.Equal(Given.Day(day), FrenchHolidays.Easter(year));

    [Fact]
    public void A_year_has_eleven_holidays_and_thirteen_in_Alsace_and_Moselle()
    {
        string[] everywhere = ["01-01", "04-06", "05-01", "05-08", "05-14", "05-25", "07-14", "08-15", "11-01", "11-11", "12-25"];
        string[] alsace = [.. everywhere, "04-03", "12-26"];

        Assert.Equal(everywhere, Written(HolidayZone.FrMetropole));
        Assert.Equal(alsace.Order(StringComparer.Ordinal), Written(HolidayZone.FrAlsaceMoselle));

        static IEnumerable<string> Written(HolidayZone zone) => FrenchHolidays.In(2026, zone).Select(day => day.ToString("MM-dd", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(HolidayZone.FrGuadeloupe, "05-27")]
    [InlineData(HolidayZone.FrMartinique, "05-22")]
    [InlineData(HolidayZone.FrGuyane, "06-10")]
    [InlineData(HolidayZone.FrLaReunion, "12-20")]
    [InlineData(HolidayZone.FrMayotte, "04-27")]
    [InlineData(HolidayZone.FrSaintMartin, "05-28")]
    [InlineData(HolidayZone.FrSaintBarthelemy, "10-09")]
    [InlineData(HolidayZone.FrSaintPierreEtMiquelon)]
    [InlineData(HolidayZone.FrNouvelleCaledonie, "09-24")]
    [InlineData(HolidayZone.FrPolynesie, "03-05", "04-03", "11-20")]
    [InlineData(HolidayZone.FrWallisEtFutuna, "04-28", "07-29")]
    public void Each_territory_overseas_keeps_days_of_its_own(HolidayZone zone, params string[] days) =>
        Assert.Equal(days, FrenchHolidays.In(2026, zone).Except(FrenchHolidays.In(2026)).Select(day => day.ToString("MM-dd", CultureInfo.InvariantCulture)));

    [Fact]
    public void Polynesia_changed_its_day()
    {
        Assert.True(FrenchHolidays.Contains(Given.Day("2024-06-29"), HolidayZone.FrPolynesie));
        Assert.False(FrenchHolidays.Contains(Given.Day("2025-06-29"), HolidayZone.FrPolynesie));
        Assert.False(FrenchHolidays.Contains(Given.Day("2024-11-20"), HolidayZone.FrPolynesie));
        Assert.True(FrenchHolidays.Contains(Given.Day("2025-11-20"), HolidayZone.FrPolynesie));
    }

    [Fact]
    public void A_day_that_is_two_holidays_is_listed_once() // Ascension on 1 May
    {
        Assert.Equal(10, FrenchHolidays.In(2008).Count());
        Assert.Contains(Given.Day("2008-05-01"), FrenchHolidays.In(2008));
    }

    [Theory]
    [InlineData("jours_feries_metropole.csv", HolidayZone.FrMetropole)]
    [InlineData("jours_feries_alsace-moselle.csv", HolidayZone.FrAlsaceMoselle)]
    public void Every_published_holiday_is_found_and_no_other(string file, HolidayZone zone)
    {
        var published = File.ReadLines(SharedCases.Path("calendars", file)).Skip(1).Select(line => Given.Day(line.Split(',')[0])).Distinct().ToList();
        var years = published.Select(day => day.Year).Distinct().ToList();

        Assert.NotEmpty(years);
        Assert.Equal(published.Order(), years.Order().SelectMany(year => FrenchHolidays.In(year, zone)));
    }
}

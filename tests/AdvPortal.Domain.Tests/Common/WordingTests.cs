using System.Globalization;

namespace AdvPortal.Domain.Tests.Common;

public sealed class WordingTests
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    [Theory]
    [InlineData("2026-11-25", null, "mer. 25 nov. 2026", "Wed 25 Nov 2026")]
    [InlineData("2026-11-25", "2026-01-01", "mer. 25 nov.", "Wed 25 Nov")]
    [InlineData("2027-01-04", "2026-12-31", "lun. 4 janv. 2027", "Mon 4 Jan 2027")]
    [InlineData("2026-03-01", "2026-11-23", "dim. 1er mars", "Sun 1 Mar")]
    [InlineData("2026-08-11", "2026-11-23", "mar. 11 août", "Tue 11 Aug")]
    public void A_date_leaves_out_the_year_that_goes_without_saying(string day, string? today, string french, string english)
    {
        Assert.Equal(french, Wording.Date(Day(day), French, today is null ? null : Day(today)));
        Assert.Equal(english, Wording.Date(Day(day), English, today is null ? null : Day(today)));
    }

    [Theory]
    [InlineData("2026-11-27", "2026-11-23", "vendredi 27 novembre", "Friday 27 November")]
    [InlineData("2027-02-01", "2026-11-23", "lundi 1er février 2027", "Monday 1 February 2027")]
    public void A_long_date_spells_day_and_month(string day, string today, string french, string english)
    {
        Assert.Equal(french, Wording.DateLong(Day(day), French, Day(today)));
        Assert.Equal(english, Wording.DateLong(Day(day), English, Day(today)));
    }

    [Theory]
    [InlineData("2026-11-25", "mer. 25", "Wed 25")]
    [InlineData("2026-12-01", "mar. 1er", "Tue 1")]
    public void A_day_among_its_neighbours_needs_no_month(string day, string french, string english)
    {
        Assert.Equal((french, english), (Wording.DayInWeek(Day(day), French), Wording.DayInWeek(Day(day), English)));
        Assert.Equal((french.Split(' ')[0], english.Split(' ')[0]), (Wording.WeekdayShort(Day(day).DayOfWeek, French), Wording.WeekdayShort(Day(day).DayOfWeek, English)));
    }

    [Fact]
    public void A_short_date_is_written_in_figures() => Assert.Equal("01/03/2026", Wording.DateShort(new(2026, 3, 1)));

    [Theory]
    [InlineData("15:00", "15\u00A0h\u00A000", "15:00")]
    [InlineData("08:05", "8\u00A0h\u00A005", "08:05")]
    public void A_time_reads_as_people_say_it(string time, string french, string english)
    {
        Assert.Equal(french, Wording.Time(TimeOnly.Parse(time, CultureInfo.InvariantCulture), French));
        Assert.Equal(english, Wording.Time(TimeOnly.Parse(time, CultureInfo.InvariantCulture), English));
    }

    [Theory]
    [InlineData("1234.5", 2, "1\u202F234,50", "1,234.50")]
    [InlineData("1234567", 0, "1\u202F234\u202F567", "1,234,567")]
    [InlineData("2.345", 2, "2,35", "2.35")] // half away from zero, as accountants round
    [InlineData("-0.004", 2, "0,00", "0.00")] // nothing is never negative
    [InlineData("-8", 1, "\u2212\u00A08,0", "\u22128.0")]
    public void A_number_has_just_the_decimals_asked_for(string value, int decimals, string french, string english)
    {
        Assert.Equal(french, Wording.Number(Amount(value), French, decimals));
        Assert.Equal(english, Wording.Number(Amount(value), English, decimals));
    }

    [Theory]
    [InlineData("5000", "5\u202F000", "5,000")]
    [InlineData("5000.0000", "5\u202F000", "5,000")]
    [InlineData("2.50", "2,5", "2.5")]
    [InlineData("0.0125", "0,0125", "0.0125")]
    public void A_quantity_has_no_idle_zeros(string value, string french, string english)
    {
        Assert.Equal(french, Wording.Quantity(Amount(value), French));
        Assert.Equal(english, Wording.Quantity(Amount(value), English));
    }

    [Theory]
    [InlineData("8.4", "8,40")]
    [InlineData("0.0115", "0,0115")]
    [InlineData("1234.125", "1\u202F234,125")]
    public void A_unit_price_has_two_to_four_decimals(string value, string french) => Assert.Equal(french, Wording.Price(Amount(value), French));

    [Theory]
    [InlineData("8.4", "EUR", "8,40\u00A0€", "€8.40")]
    [InlineData("0.0115", "GBP", "0,0115\u00A0£", "£0.0115")]
    [InlineData("-8.4", "CHF", "\u2212\u00A08,40\u00A0CHF", "\u2212CHF\u00A08.40")]
    public void A_unit_price_carries_its_currency_as_money_does(string value, string currency, string french, string english)
    {
        Assert.Equal(french, Wording.Price(Amount(value), currency, French));
        Assert.Equal(english, Wording.Price(Amount(value), currency, English));
    }

    [Theory]
    [InlineData("1234.5", "EUR", "1\u202F234,50\u00A0€", "€1,234.50")]
    [InlineData("-10", "EUR", "\u2212\u00A010,00\u00A0€", "\u2212€10.00")]
    [InlineData("-0.001", "EUR", "0,00\u00A0€", "€0.00")]
    [InlineData("99.9", "CHF", "99,90\u00A0CHF", "CHF\u00A099.90")]
    [InlineData("1500", "JPY", "1\u202F500\u00A0JPY", "JPY\u00A01,500")]
    [InlineData("1500.5", "XPF", "1\u202F501\u00A0XPF", "XPF\u00A01,501")] // Nouméa counts no centimes
    [InlineData("0.5", "KRW", "1\u00A0KRW", "KRW\u00A01")]
    [InlineData("0.5", "XAF", "1\u00A0XAF", "XAF\u00A01")]
    [InlineData("0.5", "XOF", "1\u00A0XOF", "XOF\u00A01")]
    [InlineData("0.5", "GBP", "0,50\u00A0£", "£0.50")]
    public void Money_carries_its_currency(string amount, string currency, string french, string english)
    {
        Assert.Equal(french, Wording.Money(Amount(amount), currency, French));
        Assert.Equal(english, Wording.Money(Amount(amount), currency, English));
    }

    [Theory]
    [InlineData("0.61", 0, "61\u00A0%", "61%")]
    [InlineData("-0.08", 1, "\u2212\u00A08,0\u00A0%", "\u22128.0%")]
    public void A_ratio_is_said_in_percent(string ratio, int decimals, string french, string english)
    {
        Assert.Equal(french, Wording.Percent(Amount(ratio), French, decimals));
        Assert.Equal(english, Wording.Percent(Amount(ratio), English, decimals));
    }

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);

    private static decimal Amount(string value) => decimal.Parse(value, CultureInfo.InvariantCulture);
}

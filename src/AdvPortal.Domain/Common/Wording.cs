using System.Globalization;

namespace AdvPortal.Domain.Common;

/// <summary>
/// How dates, times, amounts and quantities are written for people, in pages, documents and mails alike.
/// French typography in French (U+202F between thousands, U+00A0 before a sign, U+2212 as minus), British usage in any other language.
/// </summary>
public static class Wording
{
    private const char NoBreak = '\u00A0';
    private const char Minus = '\u2212';

    private static readonly NumberFormatInfo FrenchNumbers = new() { NumberGroupSeparator = "\u202F", NumberDecimalSeparator = "," };

    /// <summary>« mer. 25 nov. 2026 », « dim. 1er mars 2026 »; the year is left out when it is that of <paramref name="today"/>.</summary>
    public static string Date(DateOnly day, CultureInfo culture, DateOnly? today = null)
    {
        var names = culture.DateTimeFormat;

        return $"{names.GetAbbreviatedDayName(day.DayOfWeek)} {DayOfMonth(day, culture)} {names.GetAbbreviatedMonthName(day.Month)}{Year(day, today)}";
    }

    /// <summary>« vendredi 27 novembre 2026 »; the year is left out when it is that of <paramref name="today"/>.</summary>
    public static string DateLong(DateOnly day, CultureInfo culture, DateOnly? today = null)
    {
        var names = culture.DateTimeFormat;

        return $"{names.GetDayName(day.DayOfWeek)} {DayOfMonth(day, culture)} {names.GetMonthName(day.Month)}{Year(day, today)}";
    }

    /// <summary>« mer. 25 », « mar. 1er »: a day among its neighbours.</summary>
    public static string DayInWeek(DateOnly day, CultureInfo culture) =>
        $"{culture.DateTimeFormat.GetAbbreviatedDayName(day.DayOfWeek)} {DayOfMonth(day, culture)}";

    /// <summary>« mer. », Wed: a day of every week.</summary>
    public static string WeekdayShort(DayOfWeek day, CultureInfo culture) => culture.DateTimeFormat.GetAbbreviatedDayName(day);

    /// <summary>« 25/11/2026 », for narrow columns and forms.</summary>
    public static string DateShort(DateOnly day) => day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    /// <summary>« 15 h 00 »; 15:00 in English.</summary>
    public static string Time(TimeOnly time, CultureInfo culture) =>
        IsFrench(culture)
            ? string.Create(CultureInfo.InvariantCulture, $"{time.Hour}{NoBreak}h{NoBreak}{time.Minute:00}")
            : time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>« 1 234,50 » with exactly <paramref name="decimals"/> decimals.</summary>
    public static string Number(decimal value, CultureInfo culture, int decimals = 0) =>
        Signed(Round(value, decimals), culture, "N" + decimals.ToString(CultureInfo.InvariantCulture));

    /// <summary>« 5 000 », « 2,5 »: up to four decimals, none that say nothing.</summary>
    public static string Quantity(decimal value, CultureInfo culture) => Signed(Round(value, 4), culture, "#,##0.####");

    /// <summary>A unit price without its currency: « 8,40 », « 0,0115 », from two to four decimals.</summary>
    public static string Price(decimal value, CultureInfo culture) => Signed(Round(value, 4), culture, "#,##0.00##");

    /// <summary>A unit price with its currency (ISO 4217): « 8,40 € », « 0,0115 CHF »; €8.40 and CHF 0.0115 in English.</summary>
    public static string Price(decimal value, string currency, CultureInfo culture) => Signed(Round(value, 4), currency, culture, number => Price(number, culture));

    /// <summary>« 1 234,50 € », « 1 234,50 CHF »; €1,234.50 and CHF 1,234.50 in English. <paramref name="currency"/> is ISO 4217.</summary>
    public static string Money(decimal amount, string currency, CultureInfo culture)
    {
        var decimals = currency is "JPY" or "KRW" or "XPF" or "XAF" or "XOF" ? 0 : 2;

        return Signed(Round(amount, decimals), currency, culture, number => Number(number, culture, decimals));
    }

    /// <summary>€, £, CHF: how a currency (ISO 4217) is written beside an amount.</summary>
    public static string Sign(string currency) => currency switch { "EUR" => "€", "GBP" => "£", _ => currency };

    /// <summary>« 61 % », « − 8,0 % » of a ratio: 0.61, -0.08.</summary>
    public static string Percent(decimal ratio, CultureInfo culture, int decimals = 0) =>
        Number(ratio * 100, culture, decimals) + (IsFrench(culture) ? $"{NoBreak}%" : "%");

    private static string DayOfMonth(DateOnly day, CultureInfo culture) =>
        day.Day == 1 && IsFrench(culture) ? "1er" : day.Day.ToString(CultureInfo.InvariantCulture);

    private static string Year(DateOnly day, DateOnly? today) =>
        day.Year == today?.Year ? "" : " " + day.Year.ToString("0000", CultureInfo.InvariantCulture);

    private static decimal Round(decimal value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero);

    private static string Signed(decimal rounded, CultureInfo culture, string format)
    {
        var french = IsFrench(culture);
        var digits = Math.Abs(rounded).ToString(format, french ? FrenchNumbers : NumberFormatInfo.InvariantInfo);

        return rounded >= 0 ? digits : french ? $"{Minus}{NoBreak}{digits}" : $"{Minus}{digits}";
    }

    // In English a sign stands before its number, and a minus before both.
    private static string Signed(decimal rounded, string currency, CultureInfo culture, Func<decimal, string> write)
    {
        var sign = Sign(currency);

        return IsFrench(culture) ? $"{write(rounded)}{NoBreak}{sign}" : $"{(rounded < 0 ? Minus : "")}{sign}{(sign.Length > 1 ? NoBreak : "")}{write(Math.Abs(rounded))}";
    }

    private static bool IsFrench(CultureInfo culture) => culture.TwoLetterISOLanguageName == "fr";
}

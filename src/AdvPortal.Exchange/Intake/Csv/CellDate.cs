using System.Globalization;

namespace AdvPortal.Exchange.Intake.Csv;

/// <summary>Dates as people and spreadsheets write them: ISO, day first with any mark, or with a month's name; an hour is dropped.</summary>
public static class CellDate
{
    private static readonly string[] Patterns =
    [
        "yyyy-MM-dd", "yyyy/MM/dd", "yyyy.MM.dd", "yyyyMMdd",
        "d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "d M yyyy",
        "d/M/yy", "d-M-yy", "d.M.yy",
    ];

    private static readonly string[] NamedPatterns = ["d MMMM yyyy", "d MMM yyyy", "d-MMM-yyyy", "d-MMM-yy", "dddd d MMMM yyyy"];

    private static readonly CultureInfo[] Cultures = [CultureInfo.GetCultureInfo("fr-FR"), CultureInfo.GetCultureInfo("en-GB")];

    /// <summary>Reads a day; false when the cell is none (a month beyond 12 included: nobody's order is guessed).</summary>
    public static bool TryParse(string? cell, out DateOnly day)
    {
        day = default;
        var text = cell.AsSpan().Trim();
        if (text.IsEmpty || text.Length > 40)
        {
            return false;
        }

        if (TryParseUsual(text, out day))
        {
            return day.Year is >= 1950 and < 2100;
        }

        var hour = text.IndexOf('T') is var t and >= 8 && char.IsAsciiDigit(text[t - 1]) ? t : text.Contains(':') ? text[..text.IndexOf(':')].LastIndexOf(' ') : -1;
        text = hour > 0 ? text[..hour].Trim() : text;
        if (DateOnly.TryParseExact(text, Patterns, CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
        {
            return day.Year is >= 1950 and < 2100;
        }

        var named = text.ToString().Replace("1er ", "1 ", StringComparison.OrdinalIgnoreCase);
        foreach (var culture in Cultures)
        {
            if (DateOnly.TryParseExact(named, NamedPatterns, culture, DateTimeStyles.AllowWhiteSpaces, out day))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>2026-11-25 and 25/11/2026 make up nearly all: read by hand, they cost a tenth.</summary>
    private static bool TryParseUsual(ReadOnlySpan<char> text, out DateOnly day)
    {
        day = default;
        if (text.Length != 10)
        {
            return false;
        }

        var isIso = text[4] == '-' && text[7] == '-';
        if (!isIso && !(text[2] == '/' && text[5] == '/'))
        {
            return false;
        }

        var (y, m, d) = isIso ? (0, 5, 8) : (6, 3, 0);
        return int.TryParse(text.Slice(y, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && int.TryParse(text.Slice(m, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var month)
            && int.TryParse(text.Slice(d, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && year > 0 && month is >= 1 and <= 12 && number >= 1 && number <= DateTime.DaysInMonth(year, month)
            && (day = new(year, month, number)) != default;
    }

    /// <summary>True for dates that read either way round, as 05/06/2026 does.</summary>
    internal static bool ReadsBothWays(ReadOnlySpan<char> cell)
    {
        var text = cell.Trim();
        var mark = text.IndexOfAny("/.-");
        return mark is 1 or 2 && int.TryParse(text[..mark], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            && text[(mark + 1)..].IndexOfAny("/.-") is var second and > 0
            && int.TryParse(text.Slice(mark + 1, second), NumberStyles.None, CultureInfo.InvariantCulture, out var next)
            && first <= 12 && next <= 12 && first != next;
    }
}

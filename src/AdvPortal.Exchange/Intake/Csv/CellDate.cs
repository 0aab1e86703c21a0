using System.Globalization;
using System.Text.RegularExpressions;

namespace AdvPortal.Exchange.Intake.Csv;

/// <summary>Dates as people and spreadsheets write them: ISO, day first with any mark, or with a month's name; an hour is dropped.</summary>
public static partial class CellDate
{
    private static readonly string[] Patterns =
    [
        "yyyy-MM-dd", "yyyy/MM/dd", "yyyy.MM.dd", "yyyyMMdd",
        "d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "d M yyyy",
        "d/M/yy", "d-M-yy", "d.M.yy",
    ];

    private static readonly string[] NamedPatterns = ["d MMMM yyyy", "d MMM yyyy", "d-MMM-yyyy", "d-MMM-yy", "dddd d MMMM yyyy", "MMMM d, yyyy", "MMM d, yyyy", "MMMM d yyyy", "dddd, MMMM d, yyyy"];

    private static readonly CultureInfo[] Cultures = [CultureInfo.GetCultureInfo("fr-FR"), CultureInfo.GetCultureInfo("en-GB"), CultureInfo.GetCultureInfo("en-US")];

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

    /// <summary>2026-11-25, which reads one way only.</summary>
    internal static bool TryIso(ReadOnlySpan<char> text, out DateOnly day)
    {
        day = default;
        return text.Length == 10 && text[4] == '-' && TryParseUsual(text, out day) && day.Year is >= 1950 and < 2100;
    }

    /// <summary>« S50/2026 », "KW 50/2026", 2026-W50: a week from Monday on; one without its year is nobody's guess.</summary>
    internal static bool TryWeek(ReadOnlySpan<char> cell, out DateOnly monday)
    {
        monday = default;
        if (cell.Length is < 6 or > 20 || Week().Match(cell.Trim().ToString()) is not { Success: true } match)
        {
            return false;
        }

        var (year, week) = (int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture), int.Parse(match.Groups["week"].ValueSpan, CultureInfo.InvariantCulture));
        if (year is < 1950 or >= 2100 || week < 1 || week > ISOWeek.GetWeeksInYear(year))
        {
            return false;
        }

        monday = DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday));
        return true;
    }

    [GeneratedRegex(@"^(?:(?:s|sem\.?|semaine|kw|w|wk|week)\s*(?<week>[0-9]{1,2})\s?[\s/.,-]\s?(?<year>[0-9]{4})|(?<year>[0-9]{4})[\s-]?(?:w|s|kw)\s?(?<week>[0-9]{1,2}))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Week();

    /// <summary>Which way round a day was written.</summary>
    internal enum Kind
    {
        Invalid,
        Plain,
        DayFirst,
        MonthFirst,

        /// <summary>05/06/2026: read day first, and the other way round by whoever knows better.</summary>
        BothWays,
    }

    internal static Kind Read(string cell, out DateOnly day)
    {
        var isRead = TryParse(cell, out day);
        var text = cell.AsSpan().Trim();
        var mark = text.IndexOfAny("/.-");
        if (mark is not (1 or 2)
            || !int.TryParse(text[..mark], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            || text[(mark + 1)..].IndexOfAny("/.-") is not (var second and > 0)
            || !int.TryParse(text.Slice(mark + 1, second), NumberStyles.None, CultureInfo.InvariantCulture, out var next))
        {
            return isRead ? Kind.Plain : Kind.Invalid;
        }

        if (isRead)
        {
            // Nobody writes months first with points.
            return first == next ? Kind.Plain : first > 12 || text[mark] == '.' ? Kind.DayFirst : Kind.BothWays;
        }

        // What cannot be day first is month first or nothing: 04/14/2026.
        var turned = $"{text.Slice(mark + 1, second)}{text[mark]}{text[..mark]}{text[(mark + 1 + second)..]}";
        return first <= 12 && next > 12 && TryParse(turned, out day) ? Kind.MonthFirst : Kind.Invalid;
    }
}

using System.Globalization;
using System.Runtime.InteropServices;

namespace AdvPortal.Exchange.Intake.Edifact;

/// <summary>A date as DTM C507 writes it: a day, or the first and last day of a week, a month or a period.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct EdifactDate(DateOnly First, DateOnly Last)
{
    public bool IsDay => First == Last;

    /// <summary>Reads 2380 in the format of 2379 (code list 2379, D.96A and later). An hour is dropped, a zone is not applied.</summary>
    /// <returns>Null when the text is no date in that format.</returns>
    public static EdifactDate? Parse(ReadOnlySpan<char> text, ReadOnlySpan<char> format) => format switch
    {
        "102" => Day(text, 8, "yyyyMMdd"),
        "203" => Day(text, 12, "yyyyMMddHHmm"),
        "204" => Day(text, 14, "yyyyMMddHHmmss"),
        "303" => Zoned(text, 12, "yyyyMMddHHmm"),
        "304" => Zoned(text, 14, "yyyyMMddHHmmss"),
        "205" => Zoned(text, 12, "yyyyMMddHHmm"),
        "101" => Day(text, 6, "yyMMdd"),
        "201" => Day(text, 10, "yyMMddHHmm"),
        "202" => Day(text, 12, "yyMMddHHmmss"),
        "2" => Day(text, 6, "ddMMyy"),
        "3" => Day(text, 6, "MMddyy"),
        "4" => Day(text, 8, "ddMMyyyy"),
        "610" => Month(text),
        "616" => Week(text),
        "713" or "717" or "718" or "719" => Period(text),
        "" => Day(text, 8, "yyyyMMdd"),
        _ => null,
    };

    private static EdifactDate? Day(ReadOnlySpan<char> text, int length, string pattern)
    {
        if (text.Length != length)
        {
            return null;
        }

        // 24:00 is the end of a day and no hour of .NET.
        if (pattern == "yyyyMMddHHmm" && text[8..].SequenceEqual("2400"))
        {
            return Day(text[..8], 8, "yyyyMMdd");
        }

        return DateTime.TryParseExact(text, pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            ? Whole(DateOnly.FromDateTime(instant))
            : null;
    }

    private static EdifactDate? Zoned(ReadOnlySpan<char> text, int length, string pattern) => text.Length < length ? null : Day(text[..length], length, pattern);

    private static EdifactDate? Month(ReadOnlySpan<char> text) =>
        text.Length == 6 && DateOnly.TryParseExact(text, "yyyyMM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            ? new(first, first.AddDays(DateTime.DaysInMonth(first.Year, first.Month) - 1))
            : null;

    private static EdifactDate? Week(ReadOnlySpan<char> text)
    {
        if (text.Length != 6
            || !int.TryParse(text[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1900 or > 9998
            || !int.TryParse(text[4..], NumberStyles.None, CultureInfo.InvariantCulture, out var week) || week < 1 || week > ISOWeek.GetWeeksInYear(year))
        {
            return null;
        }

        var monday = DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday));
        return new(monday, monday.AddDays(6));
    }

    /// <summary>Two dates of equal length, with or without a hyphen: 717 YYMMDD, 718 CCYYMMDD, 713 and 719 with hours.</summary>
    private static EdifactDate? Period(ReadOnlySpan<char> text)
    {
        var hyphen = text.IndexOf('-');
        var (from, until) = hyphen >= 0 ? (text[..hyphen].ToString(), text[(hyphen + 1)..].ToString()) : (text[..(text.Length / 2)].ToString(), text[(text.Length / 2)..].ToString());
        return One(from) is { } first && One(until) is { } last && first.First <= last.First ? new(first.First, last.First) : null;

        static EdifactDate? One(string text) => text.Length switch
        {
            6 => Day(text, 6, "yyMMdd"),
            8 => Day(text, 8, "yyyyMMdd"),
            10 => Day(text, 10, "yyMMddHHmm"),
            12 => Day(text, 12, "yyyyMMddHHmm"),
            _ => null,
        };
    }

    private static EdifactDate Whole(DateOnly day) => new(day, day);
}

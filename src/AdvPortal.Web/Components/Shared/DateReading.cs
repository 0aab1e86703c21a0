using System.Globalization;

namespace AdvPortal.Web.Components.Shared;

/// <summary>Reads a day as people type it: 27/11/2026, 27.11.26, 27/11, 2026-11-27, or just as the portal wrote it.</summary>
public static class DateReading
{
    private static readonly string[] _whole = ["d/M/yyyy", "d/M/yy", "yyyy-MM-dd", "ddMMyyyy", "d MMMM yyyy", "d MMM yyyy", "d MMM. yyyy"];
    private static readonly string[] _withoutYear = ["d/M", "d MMMM", "d MMM", "d MMM."];

    /// <summary>A day without a year is the next one of that name on or after <paramref name="today"/>.</summary>
    public static bool TryRead(string text, CultureInfo culture, DateOnly today, out DateOnly day)
    {
        var words = text.Trim().Replace('.', '/').Replace('\u00A0', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var named = words.Length > 1 && !char.IsDigit(words[0][0]) ? words[1..] : words;
        var plain = string.Join(' ', named.Select(word => char.IsLetter(word[0]) ? word.Replace('/', '.') : word)).Replace("1er", "1", StringComparison.Ordinal);

        if (DateOnly.TryParseExact(plain, _whole, culture, DateTimeStyles.None, out day))
        {
            return true;
        }

        // The year is tried out, not parsed alone: 29/02 exists in some years only.
        for (var year = today.Year; year < today.Year + 8; year++)
        {
            if (DateOnly.TryParseExact($"{plain} {year}", [.. _withoutYear.Select(format => format + " yyyy")], culture, DateTimeStyles.None, out day) && day >= today)
            {
                return true;
            }
        }

        return false;
    }
}

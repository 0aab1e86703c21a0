using System.Globalization;
using System.Text.RegularExpressions;

namespace AdvPortal.Web.Components.Shared;

/// <summary>Reads a number as people type it, whatever the language of the page: 8,40, 8.40, 5 000, 1 234,5, 1,234.50.</summary>
public static partial class NumberReading
{
    /// <summary>One mark alone is the decimal one, but where the language groups thousands by it; 5.000 in French may be five or five thousand, and is not guessed.</summary>
    public static bool TryRead(string text, CultureInfo culture, out decimal number)
    {
        var plain = string.Concat(text.Where(c => !char.IsWhiteSpace(c))).Replace('\u2212', '-');

        if (Grouped().Match(plain) is { Success: true } grouped)
        {
            var mark = grouped.Groups["mark"].Value;

            if (!grouped.Groups["rest"].Success && plain.Count(c => c == mark[0]) == 1 && culture.NumberFormat.NumberGroupSeparator != mark && mark != culture.NumberFormat.NumberDecimalSeparator)
            {
                number = 0;
                return false;
            }

            if (grouped.Groups["rest"].Success || mark != culture.NumberFormat.NumberDecimalSeparator || plain.Count(c => c == mark[0]) > 1)
            {
                plain = plain.Replace(mark, "", StringComparison.Ordinal);
            }
        }

        return decimal.TryParse(plain.Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>As people write it: the database keeps four decimals of everything.</summary>
    public static decimal Plain(this decimal number) => number / 1.0000000000000000000000000000m;

    [GeneratedRegex(@"^-?[1-9]\d{0,2}(?<mark>[.,])\d{3}(?:\k<mark>\d{3})*(?<rest>(?!\k<mark>)[.,]\d+)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Grouped();
}

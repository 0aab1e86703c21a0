using System.Globalization;

namespace AdvPortal.Exchange.Intake.Drafts;

/// <summary>Numbers of the standards' formats: an optional sign, digits, at most one decimal mark; no grouping, no exponent.</summary>
internal static class Numbers
{
    /// <summary>No order counts or costs a million billions; beyond it products and sums would not fit a decimal.</summary>
    public const decimal Largest = 1_000_000_000_000_000m;

    private const int LongestNumber = 30;

    /// <summary>xs:decimal: only a point parts the decimals. The scale stays as written.</summary>
    public static bool TryParseXml(ReadOnlySpan<char> text, out decimal number)
    {
        number = 0;
        text = text.Trim();
        return text.Length is > 0 and <= LongestNumber && Parse(text, out number);
    }

    /// <summary>ISO 9735 allows comma and point alike. The scale stays as written: <c>25.00</c> is 25.00.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out decimal number)
    {
        number = 0;
        text = text.Trim();
        if (text.Length is 0 or > LongestNumber)
        {
            return false;
        }

        var comma = text.IndexOf(',');
        if (comma >= 0)
        {
            Span<char> pointed = stackalloc char[text.Length];
            text.CopyTo(pointed);
            pointed[comma] = '.';
            return Parse(pointed, out number);
        }

        return Parse(text, out number);
    }

    private static bool Parse(ReadOnlySpan<char> text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number)
        && Math.Abs(number) < Largest;
}

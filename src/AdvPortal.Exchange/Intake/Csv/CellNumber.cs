namespace AdvPortal.Exchange.Intake.Csv;

/// <summary>Numbers as people and spreadsheets write them: « 1 234,50 € », "1,234.50", <c>-3</c>, with whatever space groups them.</summary>
public static class CellNumber
{
    private const int Longest = 40;

    private static readonly string[] Currencies = ["EUR", "USD", "GBP", "CHF", "CAD", "SEK", "DKK", "NOK", "PLN", "CZK", "MAD", "TND"];

    /// <summary>How a number was written.</summary>
    internal enum Kind
    {
        Invalid,
        Plain,
        PointDecimal,
        CommaDecimal,

        /// <summary>One mark before exactly three digits: <c>1,000</c> is a thousand or one.</summary>
        Ambiguous,
    }

    /// <summary>Reads a cell; where the mark may be a thousands separator or a decimal one, <paramref name="decimalMark"/> decides.</summary>
    /// <returns>False when the cell is no number below 10^15.</returns>
    public static bool TryParse(string? cell, char decimalMark, out decimal number) => Read(cell, decimalMark, out number) != Kind.Invalid;

    internal static Kind Read(ReadOnlySpan<char> cell, char decimalMark, out decimal number)
    {
        number = 0;
        Span<char> digits = stackalloc char[Longest];
        var (length, points, commas, lastMark) = (0, 0, 0, -1);
        foreach (var c in StripCurrency(cell.Trim()))
        {
            // U+202F and U+00A0 group in French, apostrophes in Switzerland.
            if (c is ' ' or '\u00A0' or '\u202F' or '\u2009' or '\'' or '\u2019')
            {
                continue;
            }

            if (length == Longest || !(char.IsAsciiDigit(c) || c is '.' or ',' || (length == 0 && c is '-' or '+' or '\u2212')))
            {
                return Kind.Invalid;
            }

            (points, commas, lastMark) = (points + (c == '.' ? 1 : 0), commas + (c == ',' ? 1 : 0), c is '.' or ',' ? length : lastMark);
            digits[length++] = c == '\u2212' ? '-' : c;
        }

        if (length == 0)
        {
            return Kind.Invalid;
        }

        var (kind, mark) = Judge(digits[..length], points, commas, lastMark);
        mark = kind == Kind.Ambiguous ? decimalMark : mark;
        var kept = 0;
        for (var i = 0; i < length; i++)
        {
            if (digits[i] is not ('.' or ',') || digits[i] == mark)
            {
                digits[kept++] = digits[i] == mark ? '.' : digits[i];
            }
        }

        return Drafts.Numbers.TryParseXml(digits[..kept], out number) ? kind : Kind.Invalid;
    }

    /// <summary>Which mark parts the decimals: the last of two different ones; of one, whichever three digits do not follow.</summary>
    private static (Kind Kind, char Mark) Judge(ReadOnlySpan<char> text, int points, int commas, int lastMark)
    {
        if (points + commas == 0)
        {
            return (Kind.Plain, '\0');
        }

        var mark = text[lastMark];
        var decimals = text.Length - lastMark - 1;
        if (points > 0 && commas > 0)
        {
            return (mark == '.' ? points : commas) > 1 ? (Kind.Invalid, mark) : (mark == '.' ? Kind.PointDecimal : Kind.CommaDecimal, mark);
        }

        if (points + commas > 1)
        {
            // 1.234.567: groups only, so the other mark is the decimal one.
            return decimals == 3 ? (mark == '.' ? Kind.CommaDecimal : Kind.PointDecimal, mark == '.' ? ',' : '.') : (Kind.Invalid, mark);
        }

        var whole = text[..lastMark].TrimStart("+-");
        return decimals == 3 && whole.Length is >= 1 and <= 3 && whole[0] != '0'
            ? (Kind.Ambiguous, mark)
            : (mark == '.' ? Kind.PointDecimal : Kind.CommaDecimal, mark);
    }

    /// <summary>The currency with which an amount is written: its ISO 4217 code, or the sign where several currencies share it; null when none is.</summary>
    internal static string? CurrencyOf(ReadOnlySpan<char> cell)
    {
        var text = cell.Trim();
        if (text.IsEmpty || (char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[^1])))
        {
            return null;
        }

        foreach (var code in Currencies)
        {
            if (text.EndsWith(code, StringComparison.OrdinalIgnoreCase) || text.StartsWith(code, StringComparison.OrdinalIgnoreCase))
            {
                return code;
            }
        }

        return text.Contains('€') ? "EUR" : text.Contains('£') ? "GBP" : text.Contains('$') ? "$" : null;
    }

    private static ReadOnlySpan<char> StripCurrency(ReadOnlySpan<char> text)
    {
        // Nearly all cells are bare numbers.
        if (text.IsEmpty || (char.IsAsciiDigit(text[^1]) && (char.IsAsciiDigit(text[0]) || text[0] is '-' or '+')))
        {
            return text;
        }

        text = text.EndsWith("HT", StringComparison.OrdinalIgnoreCase) ? text[..^2].TrimEnd() : text;
        foreach (var code in Currencies)
        {
            if (text.EndsWith(code, StringComparison.OrdinalIgnoreCase))
            {
                return text[..^code.Length];
            }

            if (text.StartsWith(code, StringComparison.OrdinalIgnoreCase))
            {
                return text[code.Length..];
            }
        }

        return text.TrimStart("€$£ \u00A0\u202F").TrimEnd("€$£ \u00A0\u202F");
    }
}

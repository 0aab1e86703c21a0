using System.Globalization;
using System.Text.RegularExpressions;
using AdvPortal.Exchange.Intake.Mail;

namespace AdvPortal.Exchange.Intake.Tables;

/// <summary>How many pieces a price is for, where its header, its cell or a column beside it says so: « P.U. (les 100) », « 12,50 € le cent », « PE ».</summary>
internal static partial class PriceBasis
{
    private const RegexOptions Usual = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    // Powers of ten alone: « Tarif / 2026 » is no base. C and M stand for hundred and thousand in America, for nothing and for metres in France.
    private const string Base = @"(?:(?:/|\b(?:par|per|les|pour|le|au|pro|je|for|por|cada)(?=\W|\d))\s*(?<base>10{0,2}[ .,'’\u00A0\u202F]000(?!\d)|10{0,5}(?![\d.,/-])|cent\b|mille\b|hundred\b|thousand\b|hundert\b|tausend\b|cien(?:to)?\b|mil\b))";

    /// <summary>The base that a price's header names; null where it names none.</summary>
    public static decimal? InHeader(string header) => HasBase(header) && Said().Match(header) is { Success: true } match ? Counted(match.Groups["base"].Value) : null;

    /// <summary>The header without its base: « Prix au cent » is a price.</summary>
    public static string? WithoutBase(string header) =>
        HasBase(header) && Said().Match(header) is { Success: true, Index: > 0 } match ? Connecting().Replace(header[..match.Index], "") : null;

    /// <summary>« 12,50 € / 1000 »: the price and what it is for.</summary>
    /// <returns>False where the cell does not end so.</returns>
    public static bool TrySplit(ReadOnlySpan<char> cell, out ReadOnlySpan<char> price, out decimal pieces)
    {
        price = cell;
        pieces = 0;
        if (cell.Length > OrderColumnNames.LongestName || Ending().Match(cell.ToString()) is not { Success: true } match)
        {
            return false;
        }

        price = cell[..match.Index].Trim();
        pieces = Counted(match.Groups["base"].Value);
        return true;
    }

    /// <summary>What stands in a column for the base: 100, « 100 PCE », « cent »; one where it is a unit alone.</summary>
    /// <param name="unit">That of the quantity.</param>
    /// <returns>Null where nobody can tell; with the unit that it names, where it names one.</returns>
    public static (decimal Pieces, string? Unit)? InCell(string cell, string? unit)
    {
        var text = cell.Trim();
        return Whole().Match(text) is { Success: true } match ? (Counted(match.Groups["base"].Value), match.Groups["unit"].Value is { Length: > 0 } named ? named : null)
            : text.Length > 0 && ((text is not ("C" or "M") && ItemTokens.IsUnit(text)) || text.Equals(unit, StringComparison.OrdinalIgnoreCase)) ? (1, text)
            : null;
    }

    /// <summary>Whether a price by the one is none by the other: of a weight, a length or a volume and pieces. Pieces have many names.</summary>
    public static bool AreApart(string unit, string other) =>
        !unit.Equals(other, StringComparison.OrdinalIgnoreCase) && (IsMeasure(unit) || IsMeasure(other));

    private static bool IsMeasure(string unit) =>
        unit.ToLowerInvariant() is "kg" or "kgm" or "kgs" or "kilo" or "kilos" or "g" or "t" or "to" or "tonne" or "tonnes" or "m" or "ml" or "mtr" or "mm" or "cm" or "m²" or "m2" or "m³" or "m3" or "l" or "ltr" or "litre" or "litres" or "ft";

    /// <summary>Whether a column of so short a name can be the base: all it holds are powers of ten.</summary>
    public static bool AreBases(IEnumerable<string> cells)
    {
        var any = false;
        foreach (var cell in cells.Select(cell => cell.Trim()).Where(cell => cell.Length > 0))
        {
            if (!(Whole().Match(cell) is { Success: true } match && Counted(match.Groups["base"].Value) is 1 or 10 or 100 or 1000 or 10_000))
            {
                return false;
            }

            any = true;
        }

        return any;
    }

    private static decimal Counted(string text) => text.ToLowerInvariant() switch
    {
        "cent" or "hundred" or "hundert" or "cien" or "ciento" => 100,
        "mille" or "thousand" or "tausend" or "mil" => 1000,
        var digits => decimal.Parse(string.Concat(digits.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture),
    };

    // Nearly no header has one, and an expression costs more than a look.
    private static bool HasBase(string header) =>
        header.Length <= OrderColumnNames.LongestName
        && (header.Contains('1', StringComparison.Ordinal) || header.Contains("mil", StringComparison.OrdinalIgnoreCase) || header.Contains("cien", StringComparison.OrdinalIgnoreCase)
            || header.Contains("cent", StringComparison.OrdinalIgnoreCase) || header.Contains("und", StringComparison.OrdinalIgnoreCase) || header.Contains("thous", StringComparison.OrdinalIgnoreCase) || header.Contains("taus", StringComparison.OrdinalIgnoreCase));

    // « Prix HT (01/10/2026) » names a day.
    [GeneratedRegex(@"(?<!\d)" + Base, Usual, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Said();

    [GeneratedRegex(@"\s*" + Base + @"\s*\p{L}{0,12}\.?$", Usual, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Ending();

    [GeneratedRegex(@"^(?:(?:/|par|per|les|pour|le|au|pro|je)\s*)?(?<base>\d{1,3}[ .,'’\u00A0\u202F]000|\d{1,6}|cent|mille|hundred|thousand|hundert|tausend)(?:[.,]0+)?\s*(?<unit>[\p{L}²³]{0,12}\d?)\.?$", Usual, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Whole();

    [GeneratedRegex(@"[\s(\[]*(?:\ben\s*)?[€$£]?\s*$", Usual, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Connecting();
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace AdvPortal.Exchange.Tenders;

/// <summary>One line of a letter that may name goods: what may be a code, and what may be quantities. What it really names, only the catalogue says.</summary>
/// <param name="Codes">As written, from the left.</param>
/// <param name="Quantities">Positive, the least first.</param>
public sealed partial record AskedGoods(IReadOnlyList<string> Codes, IReadOnlyList<decimal> Quantities)
{
    private const int LongestText = 20_000;
    private const int MostLines = 200;
    private const int MostOfALine = 12;

    /// <summary>Lines with a code in them; days, prices, sizes and percentages are no quantities.</summary>
    public static IReadOnlyList<AskedGoods> In(string text)
    {
        List<AskedGoods> found = [];

        foreach (var line in text[..Math.Min(text.Length, LongestText)].ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var codes = Code().Matches(line).Select(match => match.Value.Trim('.', '-', '/', '_')).Where(code => code.Length > 2 && code.Any(char.IsDigit) && !code.All(char.IsDigit)).Distinct(StringComparer.Ordinal).Take(MostOfALine).ToList();

            if (codes.Count > 0 && found.Count < MostLines)
            {
                found.Add(new(codes, Counted(line)));
            }
        }

        return found;
    }

    private static List<decimal> Counted(string line) =>
    [
        .. Number().Matches(Aside().Replace(line, " | ")).Select(match => decimal.Parse(Spaces().Replace(match.Value, ""), CultureInfo.InvariantCulture)).Where(number => number > 0).Distinct().Order().Take(MostOfALine),
    ];

    private const RegexOptions Usual = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    // Something with a digit in it, and something else.
    [GeneratedRegex(@"(?<![\w./-])[A-Z0-9][\w./-]{2,39}(?![\w-])", Usual, 5000)]
    private static partial Regex Code();

    [GeneratedRegex(@"^\d{1,3}[.)]|\b(les|par|per)\s\d+|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b|\d+([ \u00A0\u202F.,]\d+)*\s?(€|eur\b|%|mm\b|cm\b|m\b|kg\b|g\b|h\b|jours?\b|days?\b|semaines?\b|weeks?\b|mois\b|months?\b)|(?<![\w])[A-Z]*\d*[A-Z][\w./-]*", Usual, 5000)]
    private static partial Regex Aside();

    [GeneratedRegex(@"(?<![\w.,×-])(\d{1,3}([ \u00A0\u202F]\d{3})+|\d{1,9})(?![\w.,-]*\d)", Usual, 5000)]
    private static partial Regex Number();

    [GeneratedRegex(@"[ \u00A0\u202F]", Usual, 5000)]
    private static partial Regex Spaces();
}

using System.Globalization;

namespace AdvPortal.Exchange.Requirements;

/// <summary>Numbers in figures (1 500,00 · 1.500 · 1,500.00) and in words, French and English.</summary>
internal static class NumberWords
{
    /// <summary>A number in figures, of folded text.</summary>
    public const string Figures = @"\d{1,3}(?:[ .,]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d+)?";

    /// <summary>Number words that are nothing else; « un » and "one" are left to the patterns that need them.</summary>
    public const string Spelled =
        "deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|vingt quatre|vingt-quatre|trente|quarante|quarante huit|quarante-huit|cinquante|soixante|soixante douze|soixante-douze|cent|cinq cents|mille|two|three|four|five|six|"
        + "seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen|twenty|twenty four|twenty-four|thirty|forty|forty eight|forty-eight|fifty|seventy two|seventy-two|hundred|one hundred|thousand";

    private static readonly Dictionary<string, int> _words = new(StringComparer.Ordinal)
    {
        ["un"] = 1,
        ["une"] = 1,
        ["one"] = 1,
        ["a"] = 1,
        ["an"] = 1,
        ["deux"] = 2,
        ["two"] = 2,
        ["trois"] = 3,
        ["three"] = 3,
        ["quatre"] = 4,
        ["four"] = 4,
        ["cinq"] = 5,
        ["five"] = 5,
        ["six"] = 6,
        ["sept"] = 7,
        ["seven"] = 7,
        ["huit"] = 8,
        ["eight"] = 8,
        ["neuf"] = 9,
        ["nine"] = 9,
        ["dix"] = 10,
        ["ten"] = 10,
        ["onze"] = 11,
        ["eleven"] = 11,
        ["douze"] = 12,
        ["twelve"] = 12,
        ["treize"] = 13,
        ["thirteen"] = 13,
        ["quatorze"] = 14,
        ["fourteen"] = 14,
        ["quinze"] = 15,
        ["fifteen"] = 15,
        ["seize"] = 16,
        ["sixteen"] = 16,
        ["eighteen"] = 18,
        ["vingt"] = 20,
        ["twenty"] = 20,
        ["vingt quatre"] = 24,
        ["twenty four"] = 24,
        ["trente"] = 30,
        ["thirty"] = 30,
        ["quarante"] = 40,
        ["forty"] = 40,
        ["quarante huit"] = 48,
        ["forty eight"] = 48,
        ["cinquante"] = 50,
        ["fifty"] = 50,
        ["soixante"] = 60,
        ["soixante douze"] = 72,
        ["seventy two"] = 72,
        ["cent"] = 100,
        ["hundred"] = 100,
        ["one hundred"] = 100,
        ["cinq cents"] = 500,
        ["mille"] = 1000,
        ["thousand"] = 1000,
    };

    public static decimal? Read(string written)
    {
        var text = written.Trim().Replace('-', ' ');

        return _words.TryGetValue(text, out var number) ? number : ReadFigures(text);
    }

    private static decimal? ReadFigures(string text)
    {
        var figures = text.Replace(" ", "", StringComparison.Ordinal);
        var mark = figures.LastIndexOfAny(['.', ',']);

        // A group of exactly three behind the only kind of mark is thousands; « 1,500.00 » has both, and the last one is the decimal mark.
        var isDecimal = mark >= 0 && (figures.Length - mark - 1 != 3 || figures.AsSpan(0, mark).IndexOfAny('.', ',') is >= 0 and var first && figures[first] != figures[mark] || figures.StartsWith('0'));
        var whole = isDecimal ? figures[..mark] : figures;
        var plain = whole.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal) + (isDecimal ? "." + figures[(mark + 1)..] : "");

        return plain.Length <= 15 && decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}

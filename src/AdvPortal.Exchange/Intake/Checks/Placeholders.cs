using System.Buffers;

namespace AdvPortal.Exchange.Intake.Checks;

/// <summary>Texts that stand where a value should: <c>&lt;Supplier GLN&gt;</c>, <c>create_date_placeholder</c>, « à définir », "Unknown item".</summary>
internal static class Placeholders
{
    private static readonly string[] Words = ["placeholder", "unknown", "inconnu", "inconnue", "tbd", "à définir", "a definir", "à préciser", "a preciser", "undefined"];

    // A first sieve over whole texts, fast because it has one vector lane for each of its eight ASCII pieces of those words.
    private static readonly SearchValues<string> Signs = SearchValues.Create(["ceholder", "nknown", "nconnu", "tbd", "finir", "ciser", "ndefined", "xxx"], StringComparison.OrdinalIgnoreCase);

    /// <summary>One pass over a whole text that spares the look at every field of a clean file.</summary>
    public static bool MayStandIn(ReadOnlySpan<char> text) => text.ContainsAny('<', '{') || text.ContainsAny(Signs);

    public static bool Is(string? text)
    {
        if (text is null || !MayStandIn(text))
        {
            return false;
        }

        var trimmed = text.AsSpan().Trim();
        return (trimmed[0] == '<' && trimmed[^1] == '>')
            || trimmed.StartsWith("{{") || trimmed.StartsWith("${")
            || trimmed.Equals("xxx", StringComparison.OrdinalIgnoreCase) || trimmed.StartsWith("xxxx", StringComparison.OrdinalIgnoreCase)
            || Array.Exists(Words, word => HoldsWord(text, word));
    }

    private static bool HoldsWord(ReadOnlySpan<char> text, string word)
    {
        for (var from = 0; text[from..].IndexOf(word, StringComparison.OrdinalIgnoreCase) is var at and >= 0; from += at + word.Length)
        {
            var (before, after) = (from + at - 1, from + at + word.Length);
            if ((before < 0 || !char.IsLetter(text[before])) && (after >= text.Length || !char.IsLetter(text[after])))
            {
                return true;
            }
        }

        return false;
    }
}

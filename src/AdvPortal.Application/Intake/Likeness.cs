using System.Globalization;
using System.Text;
using F23.StringSimilarity;

namespace AdvPortal.Application.Intake;

/// <summary>How alike two names, codes or descriptions are, from 0 to 1: to propose what is near, never to decide.</summary>
internal static class Likeness
{
    private static readonly NormalizedLevenshtein _letters = new();
    private static readonly SorensenDice _pairs = new(2);

    // What a company is under the law is no part of its name.
    private static readonly HashSet<string> _legalForms = new(StringComparer.Ordinal)
    {
        "SA", "SAS", "SASU", "SARL", "EURL", "SNC", "SCOP", "SCA", "ETS", "ETABLISSEMENTS", "STE", "SOCIETE", "GROUPE", "CIE", "ET", "AND",
        "GMBH", "AG", "KG", "BV", "NV", "SPRL", "SRL", "SPA", "LTD", "LIMITED", "LLC", "INC", "PLC", "CO",
    };

    /// <summary>Of companies and places: words in any order, without accents and legal forms.</summary>
    public static double OfNames(string? one, string? other)
    {
        var (first, second) = (Words(one, _legalForms), Words(other, _legalForms));

        return first.Length == 0 || second.Length == 0 ? 0 : first == second ? 1 : Math.Max(_letters.Similarity(first, second), _pairs.Similarity(first, second));
    }

    /// <summary>Of descriptions: what they have in common counts more than what only one says.</summary>
    public static double OfDescriptions(string? one, string? other)
    {
        var (first, second) = (Words(one, []), Words(other, []));

        return first.Length < 2 || second.Length < 2 ? 0 : first == second ? 1 : _pairs.Similarity(first, second);
    }

    /// <summary>Of codes: letters and digits alone; a code that is whole within the other is nearly it.</summary>
    public static double OfCodes(string? one, string? other)
    {
        var (first, second) = (Bare(one), Bare(other));

        if (first.Length < 3 || second.Length < 3)
        {
            return first.Length > 0 && first == second ? 1 : 0;
        }

        var letters = _letters.Similarity(first, second);
        var isWithin = first.Contains(second, StringComparison.Ordinal) || second.Contains(first, StringComparison.Ordinal);

        return first == second ? 1 : isWithin ? Math.Max(letters, 0.9 * Math.Sqrt((double)Math.Min(first.Length, second.Length) / Math.Max(first.Length, second.Length))) : letters;
    }

    /// <summary>Letters and digits, in capitals and without accents.</summary>
    public static string Bare(string? text) => string.Concat(Folded(text).Where(char.IsLetterOrDigit));

    private static string Words(string? text, HashSet<string> without) =>
        string.Join(' ', new string([.. Folded(text).Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !without.Contains(word)).Order(StringComparer.Ordinal));

    private static string Folded(string? text)
    {
        var folded = new StringBuilder();

        foreach (var letter in (text ?? "").Replace('×', 'x').Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark)
            {
                folded.Append(char.ToUpperInvariant(letter));
            }
        }

        return folded.ToString();
    }
}

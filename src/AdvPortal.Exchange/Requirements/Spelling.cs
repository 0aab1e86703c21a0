using System.Text.RegularExpressions;

namespace AdvPortal.Exchange.Requirements;

/// <summary>Puts typing errors right where one word of the trade, and only one, is that near.</summary>
internal static class Spelling
{
    private static readonly Pattern _word = Lexicon.Raw(@"[a-z]{5,20}");

    /// <returns>The text with those words written right, and where they stand in the original.</returns>
    public static (MappedText Text, IReadOnlyList<Span> Mended) Mend(MappedText text)
    {
        var (words, spans, seen) = (new List<(int, int, string)>(), new List<Span>(), new Dictionary<string, string?>(StringComparer.Ordinal));

        foreach (var match in _word.Matches(text.Value))
        {
            var span = text.OriginalOf(match.Index, match.Index + match.Length);

            if (span.Length > 24 || IsInside(text.Value, match) || (char.IsUpper(text.Original[span.Offset]) && !BeginsSentence(text.Value, match.Index) && match.Length < 7))
            {
                continue;
            }

            if (!seen.TryGetValue(match.Value, out var right))
            {
                seen[match.Value] = right = Vocabulary.Knows(match.Value) ? null : Nearest(match.Value);
            }

            if (right is not null)
            {
                words.Add((match.Index, match.Index + match.Length, right));
                spans.Add(span);
            }
        }

        return (text.With(words), spans);
    }

    /// <summary>Edits between two words (a letter more, less, other, or two in the wrong order), counted up to a limit.</summary>
    public static int Distance(string one, string other, int limit)
    {
        if (Math.Abs(one.Length - other.Length) > limit)
        {
            return limit + 1;
        }

        System.Span<int> before = stackalloc int[other.Length + 1], last = stackalloc int[other.Length + 1], row = stackalloc int[other.Length + 1];

        for (var j = 0; j <= other.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i;

            for (var j = 1; j <= other.Length; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));

                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            last.CopyTo(before);
            row.CopyTo(last);
        }

        return last[other.Length];
    }

    private static string? Nearest(string word)
    {
        var limit = word.Length >= 9 ? 2 : 1;
        var near = Vocabulary.Trade(word[0]).Where(each => each.Length >= 5 && Math.Abs(each.Length - word.Length) <= limit).Select(each => (Word: each, Edits: Distance(word, each, limit))).Where(each => each.Edits <= limit).ToList();

        if (near.Count == 0)
        {
            return null;
        }

        var least = near.Min(each => each.Edits);

        return near.Where(each => each.Edits == least).ToList() is [var only] ? only.Word : near.Find(each => each.Edits == least && each.Word.Length == word.Length + 1).Word;
    }

    /// <summary>A word that is a piece of an address, a code or a longer one.</summary>
    private static bool IsInside(string folded, Match match) =>
        (match.Index > 0 && (char.IsAsciiLetterOrDigit(folded[match.Index - 1]) || folded[match.Index - 1] is '@' or '_' or '/'))
        || (match.Index + match.Length < folded.Length && (char.IsAsciiLetterOrDigit(folded[match.Index + match.Length]) || folded[match.Index + match.Length] is '@' or '_' or '/'));

    private static bool BeginsSentence(string folded, int at)
    {
        while (at > 0 && folded[at - 1] is ' ' or '"' or '*' or '-')
        {
            at--;
        }

        return at == 0 || folded[at - 1] is '\n' or '.' or '!' or '?' or ':' or ';';
    }
}

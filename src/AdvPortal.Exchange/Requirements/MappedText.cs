using System.Globalization;
using System.Text;

namespace AdvPortal.Exchange.Requirements;

/// <summary>Text in a simpler form, each character of which knows where it stands in the original.</summary>
/// <remarks>Lower case, no accents, one kind of quote, dash and space, one space or line break at a time: what a pattern would otherwise have to spell out.</remarks>
internal sealed class MappedText(string original, string value, int[] starts, int[] ends)
{
    public string Original => original;

    public string Value => value;

    public static MappedText Fold(string original)
    {
        var (value, starts, ends) = (new StringBuilder(original.Length), new List<int>(original.Length), new List<int>(original.Length));

        for (var i = 0; i < original.Length; i++)
        {
            foreach (var sign in Simpler(original[i]))
            {
                if (sign is ' ' && value.Length > 0 && value[^1] is ' ' or '\n')
                {
                    continue;
                }

                value.Append(sign);
                starts.Add(i);
                ends.Add(i + 1);
            }
        }

        return new(original, value.ToString(), [.. starts], [.. ends]);
    }

    /// <summary>The same characters, some of them blanked out.</summary>
    public MappedText As(string blanked) => new(original, blanked, starts, ends);

    /// <summary>The part of the original behind some characters; none of them give an empty part.</summary>
    public Span OriginalOf(int from, int until) => until <= from ? new(0, 0) : new(starts[from], ends[until - 1] - starts[from]);

    /// <summary>The same text with some words written otherwise; what they stand for in the original stays.</summary>
    public MappedText With(IReadOnlyList<(int From, int Until, string Word)> words)
    {
        if (words.Count == 0)
        {
            return this;
        }

        var (written, first, last, at) = (new StringBuilder(value.Length), new List<int>(value.Length), new List<int>(value.Length), 0);

        foreach (var (from, until, word) in words.Append((value.Length, value.Length, "")))
        {
            written.Append(value, at, from - at).Append(word);
            first.AddRange(starts.AsSpan(at, from - at));
            last.AddRange(ends.AsSpan(at, from - at));
            first.AddRange(Enumerable.Repeat(from < until ? starts[from] : 0, word.Length));
            last.AddRange(Enumerable.Repeat(from < until ? ends[until - 1] : 0, word.Length));
            at = until;
        }

        return new(original, written.ToString(), [.. first], [.. last]);
    }

    private static string Simpler(char sign) => sign switch
    {
        >= 'a' and <= 'z' or >= '0' and <= '9' or '\n' or '.' or ',' => sign.ToString(),
        >= 'A' and <= 'Z' => char.ToLowerInvariant(sign).ToString(),
        '’' or '‘' or '`' or '´' or 'ʼ' => "'",
        '«' or '»' or '“' or '”' or '„' => "\"",
        '–' or '—' or '‑' or '‐' or '−' => "-",
        'œ' or 'Œ' => "oe",
        'æ' or 'Æ' => "ae",
        '…' => ".",
        '•' or '·' or '●' or '◦' or '▪' or '►' or '→' => "*",
        '×' => "x",
        '\r' or '\u200B' or '\uFEFF' => "",
        _ when char.IsWhiteSpace(sign) => " ",
        _ when char.IsControl(sign) => " ",
        _ when char.IsSurrogate(sign) || CharUnicodeInfo.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark => "",
        _ => char.IsLetter(sign) ? Bare(sign) : sign.ToString(),
    };

    private static string Bare(char sign)
    {
        var bare = sign.ToString().Normalize(NormalizationForm.FormD).Where(each => CharUnicodeInfo.GetUnicodeCategory(each) is not UnicodeCategory.NonSpacingMark);

        return string.Concat(bare).ToLowerInvariant();
    }
}

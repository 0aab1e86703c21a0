namespace AdvPortal.Exchange.Requirements;

/// <summary>A sentence, or an item of a list, of folded text.</summary>
/// <param name="AfterBlank">Whether a blank line, or the beginning, stands before it.</param>
/// <param name="IsItem">Whether it begins with a bullet, a dash or a number.</param>
internal readonly record struct SentencePart(int From, int Until, bool AfterBlank, bool IsItem, bool IsQuestion);

/// <summary>Splits folded text at full stops, question marks, lines and bullets; abbreviations, figures and lines broken by a mail program go on.</summary>
internal static class SentenceSplitter
{
    private const int WrappedAt = 58;

    private static readonly Pattern _abbreviation = Lexicon.Raw(
        @"(?:^|[ \n(/,'-])(?:lun|mar|mer|jeu|ven|vend|sam|dim|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|janv|jan|fevr|fev|feb|avr|apr|juil|sept|sep|oct|nov|dec|m|mr|mrs|ms|mme|mlle|dr|tel|n|no|nr|max|maxi|min|mini|ref|refs|art|env|ex|qte|approx|st|ste|cde|etc|p|fig|inc|ltd|co|i\.e|e\.g|p\.ex|c|hrs|ext|vs|cf|nb|fact|liv|livr|recept|exp)\.$");

    private static readonly Pattern _mayEnd = Lexicon.Raw(@"(?:[0-9] ?m|[ \n(/,'-](?:max|maxi|min|mini|ex|etc|ltd|inc|co|hrs|fact|liv|exp|h))\.$");

    private static readonly Pattern _bullet = Lexicon.Raw(@"^ ?(?:[-*+>]|[0-9]{1,2} ?[.)]|[a-z]\)|\([0-9a-z]\)) ?");

    /// <param name="folded">What is to be split.</param>
    /// <param name="isCapital">Whether the character at a place was a capital letter.</param>
    public static IReadOnlyList<SentencePart> Split(string folded, Func<int, bool> isCapital)
    {
        var (from, blank, item) = (0, true, false);
        var (sentences, at) = (new List<SentencePart>(), 0);

        void Close(int until, bool question)
        {
            if (folded.AsSpan(from, until - from).ContainsAnyInRange('a', 'z') || folded.AsSpan(from, until - from).ContainsAnyInRange('0', '9'))
            {
                sentences.Add(new(from, until, blank, item, question));
                blank = false;
            }

            (from, item) = (until, false);
        }

        while (at < folded.Length)
        {
            var sign = folded[at++];

            if (sign is '\n')
            {
                if (!GoesOn(folded, from, at))
                {
                    Close(at - 1, false);
                    from = at;
                    blank |= at < folded.Length && folded.AsSpan(at).TrimStart(' ') is ['\n', ..] or [];
                    item = _bullet.Match(folded[at..Math.Min(folded.Length, at + 6)]) is { Success: true };
                }
            }
            else if (sign is '!' or '?' || (sign is '.' && IsStop(folded, at, isCapital)))
            {
                while (at < folded.Length && folded[at] is '.' or '!' or '?' or '"' or ')')
                {
                    at++;
                }

                Close(at, folded[from..at].Contains('?', StringComparison.Ordinal));
            }
        }

        Close(folded.Length, false);
        return sentences;
    }

    private static bool IsStop(string folded, int after, Func<int, bool> isCapital)
    {
        if (after < folded.Length && folded[after] is not (' ' or '\n' or '"' or '.'))
        {
            return false;
        }

        if (after + 1 < folded.Length && isCapital(after + 1) && _mayEnd.IsMatch(folded[Math.Max(0, after - 8)..after]))
        {
            return true;
        }

        return !_abbreviation.IsMatch(folded[Math.Max(0, after - 8)..after]) && !(after >= 3 && folded[after - 2] is >= '0' and <= '9' && after < folded.Length && folded[after] is ' ' && IsItemNumber(folded, after));
    }

    /// <summary>« 1. Pas de … » at the beginning of a line.</summary>
    private static bool IsItemNumber(string folded, int after)
    {
        var start = folded.LastIndexOf('\n', after - 1) + 1;

        return folded.AsSpan(start, after - 1 - start).Trim() is { Length: <= 2 } number && number.IndexOfAnyExceptInRange('0', '9') < 0;
    }

    /// <summary>Whether a line break is only the end of a long line.</summary>
    private static bool GoesOn(string folded, int from, int next)
    {
        var start = next >= 2 ? folded.LastIndexOf('\n', next - 2) + 1 : 0;
        var line = folded[Math.Max(from, start)..(next - 1)].Trim();

        return next < folded.Length && char.IsAsciiLetterOrDigit(folded[next]) && line.Length >= WrappedAt && line[^1] is not (':' or ';' or '.' or '!' or '?') && !_bullet.IsMatch(folded[next..Math.Min(folded.Length, next + 6)]);
    }
}

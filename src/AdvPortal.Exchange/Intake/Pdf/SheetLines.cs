namespace AdvPortal.Exchange.Intake.Pdf;

/// <summary>A letter where it is printed, the page turned so that text runs from left to right.</summary>
internal readonly record struct Glyph(string Text, double Left, double Right, double Y, double Size, bool IsBold);

/// <summary>Makes words of letters, phrases of words and lines of phrases.</summary>
internal static class SheetLines
{
    // In parts of the font's size.
    internal const double SameLine = 0.3;
    private const double WordGap = 0.17;
    /// <summary>How much wider than most gaps of a page, which part words, one is that parts cells.</summary>
    private const double PhraseGap = 1.4;
    private const double SmallestPhraseGap = 0.36;
    private const double LargestPhraseGap = 0.55;

    /// <summary>Every letter of a typewriter's font, the blank too, is this wide.</summary>
    private const double TypewriterWidth = 0.6;
    private const double TypewriterGap = 0.75;

    // Longer ones are no words and no labels, whatever else they are.
    private const int LongestWord = 100;
    private const int MostWords = 40;

    /// <param name="glyphs">All letters of a page; their sequence is changed.</param>
    /// <param name="page">Its number, counted from 0.</param>
    /// <param name="across">Its rules across, to which those made of signs are added.</param>
    public static List<PageLine> Of(List<Glyph> glyphs, int page, List<Rule> across)
    {
        glyphs.Sort((a, b) => a.Y.CompareTo(b.Y));
        List<List<Word>> rows = [];
        for (var from = 0; from < glyphs.Count;)
        {
            var to = from + 1;
            while (to < glyphs.Count && glyphs[to].Y - glyphs[from].Y <= SameLine * Math.Min(glyphs[to].Size, glyphs[from].Size))
            {
                to++;
            }

            var words = Words(glyphs[from..to]);
            foreach (var dashes in words.Where(IsDrawing))
            {
                across.Add(new(dashes.Left, dashes.Right, dashes.Base));
            }

            words.RemoveAll(IsDrawing);
            if (words.Count > 0)
            {
                rows.Add(words);
            }

            from = to;
        }

        var gap = GapOfPhrases(glyphs, rows);
        return rows.ConvertAll(words => new PageLine(page, words[0].Base, Phrases(words, page, gap)));
    }

    /// <summary>From which gap on, in parts of the font's size, two words of this page belong to two cells.</summary>
    private static double GapOfPhrases(List<Glyph> glyphs, List<List<Word>> rows)
    {
        if (glyphs.Count(glyph => Math.Abs(glyph.Right - glyph.Left - (TypewriterWidth * glyph.Size)) < 0.02 * glyph.Size) > glyphs.Count * 0.7)
        {
            return TypewriterGap;
        }

        var gaps = rows.SelectMany(words => words.Zip(words.Skip(1), (left, right) => (right.Left - left.Right) / Math.Max(left.Size, right.Size))).Where(gap => gap < LargestPhraseGap).Order().ToList();
        return gaps.Count == 0 ? LargestPhraseGap : Math.Clamp(PhraseGap * gaps[gaps.Count / 2], SmallestPhraseGap, LargestPhraseGap);
    }

    private static List<Word> Words(List<Glyph> line)
    {
        line.Sort((a, b) => a.Left.CompareTo(b.Left));
        List<Word> words = [];
        List<Glyph> word = [];
        var isApart = false;
        foreach (var glyph in line)
        {
            if (string.IsNullOrWhiteSpace(glyph.Text))
            {
                isApart = word.Count > 0;
                continue;
            }

            if (word.Count > 0)
            {
                var last = word[^1];
                if (glyph.Text == last.Text && glyph.Left - last.Left < 0.25 * (last.Right - last.Left))
                {
                    // The same letter printed twice, a hair apart, is bold print.
                    continue;
                }

                if (isApart || word.Count == LongestWord || glyph.Left - last.Right > WordGap * last.Size)
                {
                    Close(words, word);
                }
            }

            isApart = false;
            word.Add(glyph);
        }

        Close(words, word);
        return words;
    }

    private static void Close(List<Word> words, List<Glyph> word)
    {
        if (word.Count > 0)
        {
            var text = string.Concat(word.Select(glyph => Spelled(glyph.Text))).Replace('\0', ' ').Trim();
            if (text.Length > 0)
            {
                words.Add(new(text, word[0].Left, word[^1].Right, word[0].Y, word.Max(glyph => glyph.Size), word.TrueForAll(glyph => glyph.IsBold)));
            }

            word.Clear();
        }
    }

    /// <summary>Ligatures (U+FB00 to U+FB06) are read as the letters they stand for.</summary>
    private static string Spelled(string glyph) => glyph is [>= '\uFB00' and <= '\uFB06'] ? glyph.Normalize(System.Text.NormalizationForm.FormKC) : glyph;

    private static List<Phrase> Phrases(List<Word> words, int page, double gap)
    {
        List<Phrase> phrases = [];
        for (var from = 0; from < words.Count;)
        {
            var to = from + 1;
            while (to < words.Count && to - from < MostWords && words[to].Left - words[to - 1].Right <= gap * Math.Max(words[to].Size, words[to - 1].Size))
            {
                to++;
            }

            phrases.Add(new(page, words[from..to]));
            from = to;
        }

        return phrases;
    }

    /// <summary>« ------ », « ...... »: a rule made of signs.</summary>
    private static bool IsDrawing(Word word) => word.Text.Length >= 4 && word.Text.AsSpan().TrimStart("-_=.·…*—–").IsEmpty;
}

using AdvPortal.Exchange.Intake.Originals;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace AdvPortal.Exchange.Intake.Pdf;

/// <summary>Turns a page so that its text runs from left to right, and makes words and lines of its letters.</summary>
internal sealed class SheetReader
{
    /// <summary>Letters of a page; a page of legal print has 10 000.</summary>
    private const int MostLetters = 40_000;

    private const int MostPaths = 4_000;

    /// <summary>Fewer letters beside an image are a scanner's stamp, not a document.</summary>
    private const int FewLetters = 25;

    // In parts of the font's size.
    private const double SameLine = 0.3;
    private const double WordGap = 0.17;
    /// <summary>How much wider than most gaps of a page, which part words, one is that parts cells.</summary>
    private const double PhraseGap = 1.4;
    private const double SmallestPhraseGap = 0.36;
    private const double LargestPhraseGap = 0.55;

    /// <summary>Every letter of a typewriter's font, the blank too, is this wide.</summary>
    private const double TypewriterWidth = 0.6;
    private const double TypewriterGap = 0.75;

    private const double ThinStroke = 2.5;

    // Longer ones are no words and no labels, whatever else they are.
    private const int LongestWord = 100;
    private const int MostWords = 40;

    private readonly Page _page;
    private readonly int _turns;

    private SheetReader(Page page)
    {
        _page = page;
        _turns = UsualTurns(page.Letters);
    }

    private double Width => _turns % 2 == 0 ? _page.Width : _page.Height;

    private double Height => _turns % 2 == 0 ? _page.Height : _page.Width;

    /// <param name="number">Counted from 0.</param>
    public static Sheet Read(Page page, int number) => new SheetReader(page).Read(number);

    private Sheet Read(int number)
    {
        List<Glyph> glyphs = [];
        var unseen = 0;
        foreach (var letter in _page.Letters.Take(MostLetters))
        {
            if (TurnsOf(letter) != _turns)
            {
                continue;
            }

            var (start, end) = (Place(letter.StartBaseLine), Place(letter.EndBaseLine));
            unseen += letter.RenderingMode is TextRenderingMode.Neither or TextRenderingMode.NeitherClip ? 1 : 0;
            var size = letter.PointSize is > 0.5 and < 400 ? letter.PointSize : Math.Clamp(letter.BoundingBox.Height, 1, 400);
            glyphs.Add(new(letter.Value, start.X, Math.Max(end.X, start.X), start.Y, size, IsBold(letter)));
        }

        var strokes = new List<PageStroke>();
        var (across, down) = (new List<Rule>(), new List<Rule>());
        ReadPaths(strokes, across, down);
        var lines = Lines(glyphs, number, across);
        var letters = lines.Sum(line => line.Text.Length);
        var hasImage = _page.NumberOfImages > 0;
        return new(number, Width, Height, lines, across, down, strokes, hasImage && letters < FewLetters, hasImage && unseen > 0 && unseen >= glyphs.Count / 2);
    }

    private static int UsualTurns(IReadOnlyList<Letter> letters)
    {
        Span<int> counts = stackalloc int[4];
        foreach (var letter in letters.Take(MostLetters))
        {
            if (TurnsOf(letter) is var turns and >= 0)
            {
                counts[turns]++;
            }
        }

        var best = 0;
        for (var i = 1; i < counts.Length; i++)
        {
            best = counts[i] > counts[best] ? i : best;
        }

        return best;
    }

    /// <summary>Quarter turns against the clock of a letter's own line; -1 for slanted ones, which are stamps and watermarks.</summary>
    private static int TurnsOf(Letter letter)
    {
        var (x, y) = (letter.EndBaseLine.X - letter.StartBaseLine.X, letter.EndBaseLine.Y - letter.StartBaseLine.Y);
        return (Math.Abs(x), Math.Abs(y)) switch
        {
            ( < 0.001, < 0.001) => 0,
            var (along, off) when off < along * 0.02 => x > 0 ? 0 : 2,
            var (off, along) when off < along * 0.02 => y > 0 ? 1 : 3,
            _ => -1,
        };
    }

    private (double X, double Y) Place(PdfPoint point) => _turns switch
    {
        0 => (point.X, _page.Height - point.Y),
        1 => (point.Y, point.X),
        2 => (_page.Width - point.X, point.Y),
        _ => (_page.Height - point.Y, _page.Width - point.X),
    };

    private static bool IsBold(Letter letter) =>
        letter.FontDetails is { } font && (font.IsBold || font.Weight >= 600 || (letter.FontName is { } name && (name.Contains("bold", StringComparison.OrdinalIgnoreCase) || name.Contains("black", StringComparison.OrdinalIgnoreCase))));

    private static List<PageLine> Lines(List<Glyph> glyphs, int page, List<Rule> across)
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

    private void ReadPaths(List<PageStroke> strokes, List<Rule> across, List<Rule> down)
    {
        foreach (var path in _page.Paths.Take(MostPaths).Where(path => (path.IsFilled || path.IsStroked) && !path.IsClipping))
        {
            foreach (var subpath in path)
            {
                if (subpath.GetBoundingRectangle() is not { } rectangle)
                {
                    continue;
                }

                var (a, b) = (Place(rectangle.BottomLeft), Place(rectangle.TopRight));
                var (left, right, top, bottom) = (Math.Min(a.X, b.X), Math.Max(a.X, b.X), Math.Min(a.Y, b.Y), Math.Max(a.Y, b.Y));
                if (right - left > Width * 0.95 && bottom - top > Height * 0.95)
                {
                    continue;
                }

                AddRules(left, right, top, bottom, across, down);
                if (strokes.Count < MostPaths && !(path.IsFilled && !path.IsStroked && IsWhite(path.FillColor)))
                {
                    strokes.Add(new(Round(left), Round(top), Round(right - left), Round(bottom - top), path.IsFilled));
                }
            }
        }
    }

    private static void AddRules(double left, double right, double top, double bottom, List<Rule> across, List<Rule> down)
    {
        if (bottom - top <= ThinStroke)
        {
            across.Add(new(left, right, (top + bottom) / 2));
        }
        else if (right - left <= ThinStroke)
        {
            down.Add(new(top, bottom, (left + right) / 2));
        }
        else
        {
            across.AddRange([new(left, right, top), new(left, right, bottom)]);
            down.AddRange([new(top, bottom, left), new(top, bottom, right)]);
        }
    }

    private static bool IsWhite(UglyToad.PdfPig.Graphics.Colors.IColor? color)
    {
        if (color is null or UglyToad.PdfPig.Graphics.Colors.PatternColor)
        {
            return false;
        }

        var (red, green, blue) = color.ToRGBValues();
        return red > 0.995 && green > 0.995 && blue > 0.995;
    }

    private static double Round(double points) => Math.Round(points, 1);

    private readonly record struct Glyph(string Text, double Left, double Right, double Y, double Size, bool IsBold);
}

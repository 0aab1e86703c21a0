using AdvPortal.Exchange.Intake.Originals;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace AdvPortal.Exchange.Intake.Pdf;

/// <summary>Turns a page so that its text runs from left to right, and takes its letters and rules.</summary>
internal sealed class SheetReader
{
    /// <summary>Letters of a page; a page of legal print has 10 000.</summary>
    private const int MostLetters = 40_000;

    private const int MostPaths = 4_000;

    /// <summary>Fewer letters beside an image are a scanner's stamp, not a document.</summary>
    private const int FewLetters = 25;

    private const double ThinStroke = 2.5;

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
        var lines = SheetLines.Of(glyphs, number, across);
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
}

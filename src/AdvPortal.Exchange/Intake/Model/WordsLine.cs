using AdvPortal.Exchange.Intake.Originals;
using AdvPortal.Exchange.Intake.Pdf;

namespace AdvPortal.Exchange.Intake.Model;

/// <summary>A line of a message or of a page, with the way back to its place in the original.</summary>
/// <param name="Line">Counted from 0 in its part; null for what is shown beside the lines, such as a subject.</param>
/// <param name="Texts">Of a page, what the line is made of, from left to right.</param>
internal sealed record WordsLine(string Text, int Part, int? Line, IReadOnlyList<PageText>? Texts = null)
{
    private const string Gap = "  ";

    /// <summary>Where it begins in the whole text.</summary>
    public int Start { get; init; }

    /// <summary>The lines of a part that has words of its own; a sheet or a file of segments has readers that understand it.</summary>
    public static IEnumerable<WordsLine> Of(OriginalPart part, int at) => (part switch
    {
        MessagePart message => message.Lines.Select((line, number) => new WordsLine(line.Text.TrimEnd(), at, number)).Prepend(new(message.Subject?.Trim() ?? "", at, null)),
        PagePart page => OfPage(page, at),
        _ => [],
    }).Where(line => line.Text.Length > 0);

    /// <summary>The place of some of its characters.</summary>
    public Spot? SpotOf(string value, int from, int until) =>
        Texts is not null ? new(value, Part, Box: BoxOf(from, until)) : Line is { } line ? new(value, Part, line, from, until - from) : null;

    private static IEnumerable<WordsLine> OfPage(PagePart page, int part)
    {
        List<PageText> line = [];

        foreach (var text in page.Texts)
        {
            if (line is [.., var last] && (text.X < last.X || Math.Abs(text.Y - last.Y) > SheetLines.SameLine * text.Size))
            {
                yield return Joined();
                line = [];
            }

            line.Add(text);
        }

        yield return Joined();

        WordsLine Joined() => new(string.Join(Gap, line.Select(text => text.Text)), part, null, line);
    }

    // A text is kept with the width of the whole of it: where a word in it begins follows from how wide letters are as a rule.
    private PageBox BoxOf(int from, int until)
    {
        var (left, right, top, bottom, at) = (double.MaxValue, 0d, double.MaxValue, 0d, 0);

        foreach (var text in Texts!)
        {
            var (first, end) = (Math.Max(from - at, 0), Math.Min(until - at, text.Text.Length));

            if (first < end)
            {
                var unit = text.Width / LetterWidths.Of(text.Text);
                (left, right) = (Math.Min(left, text.X + (unit * LetterWidths.Of(text.Text.AsSpan(0, first)))), Math.Max(right, text.X + (unit * LetterWidths.Of(text.Text.AsSpan(0, end)))));
                (top, bottom) = (Math.Min(top, text.Y - (text.Size * Phrase.Ascent)), Math.Max(bottom, text.Y + (text.Size * Phrase.Descent)));
            }

            at += text.Text.Length + Gap.Length;
        }

        return new(Math.Round(left, 1), Math.Round(top, 1), Math.Round(right - left, 1), Math.Round(bottom - top, 1));
    }
}

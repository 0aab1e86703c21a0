using AdvPortal.Exchange.Intake.Originals;

namespace AdvPortal.Exchange.Intake.Pdf;

/// <summary>A word where it stands on its page: in points, y downwards, however the page was turned.</summary>
/// <param name="Base">The base line.</param>
internal sealed record Word(string Text, double Left, double Right, double Base, double Size, bool IsBold)
{
    public double Middle => (Left + Right) / 2;
}

/// <summary>Words of one line that stand as close as words of a sentence do: a label, a cell, a line of an address.</summary>
internal sealed class Phrase(int page, IReadOnlyList<Word> words)
{
    // In parts of the font's size.
    internal const double Ascent = 0.8;
    internal const double Descent = 0.22;

    /// <summary>Counted from 0.</summary>
    public int Page => page;

    public IReadOnlyList<Word> Words => words;

    public string Text { get; } = string.Join(' ', words.Select(word => word.Text));

    public double Left => words[0].Left;

    public double Right => words[^1].Right;

    public double Base => words[0].Base;

    public double Size { get; } = words.Max(word => word.Size);

    public bool IsBold { get; } = words.All(word => word.IsBold);

    public double Middle => (Left + Right) / 2;

    public PageBox Box => new(Left, Base - (Size * Ascent), Right - Left, Size * (Ascent + Descent));

    /// <summary>A part of the phrase as one of its own; null for no word.</summary>
    public Phrase? Part(int from, int count) => count <= 0 ? null : new(page, [.. words.Skip(from).Take(count)]);

    public bool Overlaps(double left, double right) => Left < right && Right > left;
}

/// <summary>Everything on one base line, from left to right.</summary>
internal sealed class PageLine(int page, double @base, IReadOnlyList<Phrase> phrases)
{
    public int Page => page;

    public double Base => @base;

    public IReadOnlyList<Phrase> Phrases => phrases;

    public double Size { get; } = phrases.Max(phrase => phrase.Size);

    public bool IsBold { get; } = phrases.All(phrase => phrase.IsBold);

    public string Text { get; } = string.Join("  ", phrases.Select(phrase => phrase.Text));

    public IEnumerable<Word> Words => phrases.SelectMany(phrase => phrase.Words);
}

/// <summary>A drawn line: the edge of a table, of a cell, of a coloured band.</summary>
internal readonly record struct Rule(double From, double To, double At);

/// <summary>A page as its reader sees it.</summary>
/// <param name="Lines">From top to bottom.</param>
/// <param name="Across">Horizontal rules; <see cref="Rule.At"/> is their y.</param>
/// <param name="Down">Vertical rules; <see cref="Rule.At"/> is their x.</param>
/// <param name="IsPicture">It shows an image and hardly a letter.</param>
/// <param name="IsRecognised">Its letters lie unseen under an image: a scanner's software guessed them.</param>
internal sealed record Sheet(
    int Page, double Width, double Height, IReadOnlyList<PageLine> Lines, IReadOnlyList<Rule> Across, IReadOnlyList<Rule> Down, IReadOnlyList<PageStroke> Strokes, bool IsPicture, bool IsRecognised);

using AdvPortal.Exchange.Texts;

namespace AdvPortal.Exchange.Printing;

/// <summary>Where the next thing of a document on A4 goes: margins, the height already used, and what every page repeats.</summary>
/// <param name="paper">What is written.</param>
/// <param name="texts">In the reader's language.</param>
/// <param name="margin">Points at the left and the right.</param>
/// <param name="running">What stands at the top of every page but the first, at its left and at its right.</param>
internal abstract class PrintedPage(PdfPaper paper, DocumentTexts texts, double margin, (string Left, string? Right) running)
{
    protected const double A4Width = 595.28;
    protected const double Bottom = A4Height - 58;

    private const double A4Height = 841.89;
    private const double Gap = 12;

    private static readonly TextStyle _running = new(8) { Ink = Ink.Grey };
    private static readonly TextStyle _foot = new(7.5) { Ink = Ink.Grey };

    private double Width => A4Width - (2 * margin);

    public PdfPaper Paper => paper;
    public DocumentTexts Texts => texts;

    /// <summary>Points from the top of the page to where the next thing starts.</summary>
    public double Y { get; set; }

    /// <summary>Points above what is written first.</summary>
    protected virtual double Top => 42;

    /// <summary>What the line that every page repeats takes.</summary>
    protected virtual double RunningHeight => 20;

    public bool HasRoomFor(double height) => Y + height <= Bottom;

    public void Begin()
    {
        paper.AddPage(A4Width, A4Height);
        Y = Top;

        if (paper.Pages > 1)
        {
            var width = running.Right is null ? Width : (Width - Gap) / 2;
            paper.Text(margin, Y + 6, _running.Cut(running.Left, width), _running);

            if (running.Right is { } right)
            {
                paper.TextTo(A4Width - margin, Y + 6, _running.Cut(right, width), _running);
            }

            Y += RunningHeight;
        }
    }

    /// <summary>A new page when <paramref name="height"/> points do not fit on this one.</summary>
    /// <returns>Whether there is a new one: the head of a table is written again.</returns>
    public bool Need(double height)
    {
        if (HasRoomFor(height))
        {
            return false;
        }

        Begin();

        return true;
    }

    /// <summary>An empty box to tick.</summary>
    public void Box(double x, double y, double size)
    {
        const double Stroke = 0.8;
        paper.FillAll([(x, y, size, Stroke), (x, y + size - Stroke, size, Stroke), (x, y, Stroke, size), (x + size - Stroke, y, Stroke, size)], Ink.Dark);
    }

    /// <summary>Who we are and « Page 1 / 2 », once the number of pages is known.</summary>
    protected void WriteFeet(string identity)
    {
        for (var page = 1; page <= paper.Pages; page++)
        {
            paper.TurnTo(page);
            paper.Line(margin, A4Height - 44, A4Width - margin, Ink.Line);
            paper.Text(margin, A4Height - 31, _foot.Cut(identity, Width - 80), _foot);
            paper.TextTo(A4Width - margin, A4Height - 31, texts.Format("PageOf", page, paper.Pages), _foot);
        }
    }
}

using AdvPortal.Exchange.Printing;
using AdvPortal.Exchange.Texts;

namespace AdvPortal.Exchange.Requirements;

/// <summary>Where the next thing of the sheet goes: margins, the height already used, and what every page repeats.</summary>
internal sealed class RequirementSheetPage(PdfPaper paper, RequirementSheet sheet, DocumentTexts texts)
{
    public const double Left = 48;
    public const double Right = A4Width - 48;
    public const double Width = Right - Left;

    /// <summary>What a page holds below what it repeats.</summary>
    public const double Most = Bottom - Top - 24;

    private const double A4Width = 595.28;
    private const double A4Height = 841.89;
    private const double Top = 44;
    private const double Bottom = A4Height - 58;

    private static readonly TextStyle _running = new(8) { Ink = Ink.Grey };
    private static readonly TextStyle _foot = new(7.5) { Ink = Ink.Grey };

    public PdfPaper Paper => paper;
    public RequirementSheet Sheet => sheet;
    public DocumentTexts Texts => texts;

    /// <summary>Points from the top of the page to where the next thing starts.</summary>
    public double Y { get; set; }

    public bool HasRoomFor(double height) => Y + height <= Bottom;

    public void Begin()
    {
        paper.AddPage(A4Width, A4Height);
        Y = Top;

        if (paper.Pages > 1)
        {
            paper.Text(Left, Y + 6, _running.Cut($"{texts["Sheet"]} · {sheet.Client}", Width), _running);
            Y += 24;
        }
    }

    /// <summary>A new page when <paramref name="height"/> points do not fit on this one.</summary>
    public void Need(double height)
    {
        if (!HasRoomFor(height))
        {
            Begin();
        }
    }

    public void WriteLines(string text, TextStyle style, double x, double width) => WriteLines(style.Wrap(text, width), style, x);

    public void WriteLines(IEnumerable<string> lines, TextStyle style, double x)
    {
        foreach (var line in lines)
        {
            Need(style.LineHeight);
            paper.Text(x, Y + style.Size, line, style);
            Y += style.LineHeight;
        }
    }

    /// <summary>An empty box to tick.</summary>
    public void Box(double x, double y, double size)
    {
        const double Stroke = 0.8;
        paper.FillAll([(x, y, size, Stroke), (x, y + size - Stroke, size, Stroke), (x, y, Stroke, size), (x + size - Stroke, y, Stroke, size)], Ink.Dark);
    }

    /// <summary>Who we are and « Page 1 / 2 », once the number of pages is known.</summary>
    public void WriteFeet()
    {
        for (var page = 1; page <= paper.Pages; page++)
        {
            paper.TurnTo(page);
            paper.Line(Left, A4Height - 44, Right, Ink.Line);
            paper.Text(Left, A4Height - 31, _foot.Cut(sheet.Company, Width - 80), _foot);
            paper.TextTo(Right, A4Height - 31, texts.Format("PageOf", page, paper.Pages), _foot);
        }
    }
}

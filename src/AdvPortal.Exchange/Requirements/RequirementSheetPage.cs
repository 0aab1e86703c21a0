using AdvPortal.Exchange.Printing;
using AdvPortal.Exchange.Texts;

namespace AdvPortal.Exchange.Requirements;

/// <summary>Where the next thing of the sheet goes, and what every page repeats.</summary>
internal sealed class RequirementSheetPage(PdfPaper paper, RequirementSheet sheet, DocumentTexts texts) : PrintedPage(paper, texts, Left, ($"{texts["Sheet"]} · {sheet.Client}", null))
{
    public const double Left = 48;
    public const double Right = A4Width - 48;
    public const double Width = Right - Left;

    /// <summary>What a page holds below what it repeats.</summary>
    public const double Most = Bottom - Head - Repeated;

    private const double Head = 44;
    private const double Repeated = 24;

    public RequirementSheet Sheet => sheet;

    protected override double Top => Head;

    protected override double RunningHeight => Repeated;

    public void WriteLines(string text, TextStyle style, double x, double width) => WriteLines(style.Wrap(text, width), style, x);

    public void WriteLines(IEnumerable<string> lines, TextStyle style, double x)
    {
        foreach (var line in lines)
        {
            Need(style.LineHeight);
            Paper.Text(x, Y + style.Size, line, style);
            Y += style.LineHeight;
        }
    }

    /// <inheritdoc cref="PrintedPage.WriteFeet"/>
    public void WriteFeet() => WriteFeet(sheet.Company);
}

using AdvPortal.Exchange.Printing;
using AdvPortal.Exchange.Texts;

namespace AdvPortal.Exchange.Acknowledgements;

/// <summary>Where the next thing of the PDF goes: margins, the height already used, and what every page repeats.</summary>
internal sealed class AcknowledgementPage(PdfPaper paper, Acknowledgement acknowledgement, DocumentTexts texts)
{
    public const double Left = 42;
    public const double Right = A4Width - 42;

    private const double A4Width = 595.28;
    private const double A4Height = 841.89;
    private const double Top = 42;
    private const double Bottom = A4Height - 58;

    private static readonly TextStyle Running = new(8) { Ink = Ink.Grey };
    private static readonly TextStyle Foot = new(7.5) { Ink = Ink.Grey };

    public PdfPaper Paper => paper;
    public Acknowledgement Acknowledgement => acknowledgement;
    public DocumentTexts Texts => texts;
    public IReadOnlyList<AcknowledgementNote> Notes { get; } = [.. acknowledgement.SaidOnce()];

    /// <summary>Points from the top of the page to where the next thing starts.</summary>
    public double Y { get; set; }

    public bool HasRoomFor(double height) => Y + height <= Bottom;

    public void Begin()
    {
        paper.AddPage(A4Width, A4Height);
        Y = Top;

        if (paper.Pages > 1)
        {
            var half = (Right - Left - 12) / 2;
            var number = texts.Format("AcknowledgementNumber", acknowledgement.AcknowledgementNumber);
            paper.Text(Left, Y + 6, Running.Cut($"{texts["Acknowledgement"]} · {number}", half), Running);
            paper.TextTo(Right, Y + 6, Running.Cut($"{texts["YourOrder"]} {acknowledgement.CustomerReference}", half), Running);
            Y += 20;
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

    /// <summary>Who we are and « Page 1 / 2 », once the number of pages is known.</summary>
    public void WriteFeet()
    {
        var supplier = acknowledgement.Supplier;
        var identity = string.Join("  ·  ", new[]
        {
            supplier.Name,
            supplier.Siren is null ? null : texts.Format("Siren", supplier.Siren),
            supplier.VatId is null ? null : texts.Format("VatId", supplier.VatId),
            supplier.Gln is null ? null : texts.Format("Gln", supplier.Gln),
        }.OfType<string>());

        for (var page = 1; page <= paper.Pages; page++)
        {
            paper.TurnTo(page);
            paper.Line(Left, A4Height - 44, Right, Ink.Line);
            paper.Text(Left, A4Height - 31, Foot.Cut(identity, Right - Left - 80), Foot);
            paper.TextTo(Right, A4Height - 31, texts.Format("PageOf", page, paper.Pages), Foot);
        }
    }
}

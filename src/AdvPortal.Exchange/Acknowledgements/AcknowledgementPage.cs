using AdvPortal.Exchange.Printing;
using AdvPortal.Exchange.Texts;

namespace AdvPortal.Exchange.Acknowledgements;

/// <summary>Where the next thing of the PDF goes, and what every page repeats.</summary>
internal sealed class AcknowledgementPage(PdfPaper paper, Acknowledgement acknowledgement, DocumentTexts texts) : PrintedPage(
    paper, texts, Left,
    ($"{texts["Acknowledgement"]} · {texts.Format("AcknowledgementNumber", acknowledgement.AcknowledgementNumber)}", $"{texts["YourOrder"]} {acknowledgement.CustomerReference}"))
{
    public const double Left = 42;
    public const double Right = A4Width - 42;

    public Acknowledgement Acknowledgement => acknowledgement;
    public IReadOnlyList<AcknowledgementNote> Notes { get; } = [.. acknowledgement.SaidOnce()];

    /// <inheritdoc cref="PrintedPage.WriteFeet"/>
    public void WriteFeet() => WriteFeet(acknowledgement.Supplier.Identity(Texts));
}

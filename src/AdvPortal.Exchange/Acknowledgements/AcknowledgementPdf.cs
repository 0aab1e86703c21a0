using AdvPortal.Exchange.Printing;
using AdvPortal.Exchange.Texts;

namespace AdvPortal.Exchange.Acknowledgements;

/// <summary>The acknowledgement as people read it: A4, in the client's language, with the client's codes and what differs from their order.</summary>
public static class AcknowledgementPdf
{
    /// <summary>A PDF of as many A4 pages as the lines need; fonts are embedded. The same acknowledgement gives the same pages.</summary>
    public static byte[] Write(Acknowledgement acknowledgement)
    {
        var texts = DocumentTexts.In(acknowledgement.Language);
        using var paper = new PdfPaper(
            $"{texts["Acknowledgement"]} {acknowledgement.AcknowledgementNumber}", acknowledgement.Supplier.Name, acknowledgement.IssuedAt);
        var page = new AcknowledgementPage(paper, acknowledgement, texts);

        page.Begin();
        AcknowledgementHead.Write(page);
        AcknowledgementTable.Write(page);
        page.WriteFeet();

        return paper.ToBytes();
    }
}

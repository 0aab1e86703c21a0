using AdvPortal.Exchange.Printing;
using AdvPortal.Exchange.Texts;

namespace AdvPortal.Exchange.Deliveries;

/// <summary>The delivery note that goes with the goods: A4, in the client's language and codes, no price on it, with a place to sign for what was received.</summary>
public static class DeliveryNotePdf
{
    /// <summary>A PDF of as many A4 pages as the lines need; fonts are embedded. The same delivery gives the same pages.</summary>
    public static byte[] Write(DespatchAdvice advice)
    {
        var texts = DocumentTexts.In(advice.Language);
        var title = $"{texts["DeliveryNote"]} {advice.Number}";
        using var paper = new PdfPaper(title, advice.Supplier.Name, advice.IssuedAt);
        var page = new DeliveryPage(paper, texts, title, $"{texts["ShipTo"]} {advice.Destination.Name}");

        page.Begin();
        DeliveryNoteHead.Write(page, advice);
        DeliveryNoteTable.Write(page, advice);
        DeliveryNoteUnits.Write(page, advice);
        DeliveryNoteReceipt.Write(page, advice);
        page.WriteFeet(advice.Supplier);

        return paper.ToBytes();
    }
}

using AdvPortal.Exchange.Texts;

namespace AdvPortal.Exchange.Acknowledgements;

/// <summary>The acknowledgement as an ORDRSP message (UN/EDIFACT D.96A, EANCOM 1997), for ERPs that speak EDI.</summary>
public static class EdifactOrdrsp
{
    /// <summary>
    /// One interchange with one message, separators as in UNA, a line feed behind each segment. The answer's code stands in BGM 4343 (and EANCOM's in 1225),
    /// a line's in LIN 1229. Latin-1 (UNOC) unless a text needs UTF-8 (UNOW). Codes are never cut; free text is, at 350 characters a segment.
    /// </summary>
    public static byte[] Write(Acknowledgement acknowledgement) => EdifactInterchange.Write(
        "ORDRSP", acknowledgement.DocumentId, (acknowledgement.Supplier, acknowledgement.Buyer), acknowledgement.IssuedAt, Texts(acknowledgement), edi => EdifactOrdrspMessage.Write(acknowledgement, edi));

    private static IEnumerable<string> Texts(Acknowledgement it)
    {
        var parties = EdifactInterchange.Texts(it.Supplier, it.Buyer, it.ShipTo);
        var lines = it.Lines.SelectMany(line => new[] { line.BuyerCode, line.SupplierCode, line.Description }.Concat(line.Remarks([], SinceLastVersion.Of(it, line, DocumentTexts.In(it.Language)))));

        return parties.Concat(lines).Concat(it.Notes.Select(note => note.Text)).Append(it.CustomerReference).Append(it.Answers?.Number).OfType<string>();
    }
}

using System.Globalization;
using AdvPortal.Exchange.Texts;

namespace AdvPortal.Exchange.Acknowledgements;

/// <summary>The acknowledgement as an ORDRSP message (UN/EDIFACT D.96A, EANCOM 1997), for ERPs that speak EDI.</summary>
public static class EdifactOrdrsp
{
    /// <summary>
    /// One interchange with one message, separators as in UNA, a line feed behind each segment. The answer's code stands in BGM 4343 (and EANCOM's in 1225),
    /// a line's in LIN 1229. Latin-1 (UNOC) unless a text needs UTF-8 (UNOW). Codes are never cut; free text is, at 350 characters a segment.
    /// </summary>
    public static byte[] Write(Acknowledgement acknowledgement)
    {
        var characters = Texts(acknowledgement).All(EdifactCharacters.Latin1.CanWrite) ? EdifactCharacters.Latin1 : EdifactCharacters.Utf8;
        var edi = new EdifactSegments(characters);
        var reference = acknowledgement.DocumentId is { Length: > 14 } id ? id[^14..] : acknowledgement.DocumentId;

        edi.Add("UNB", characters.Syntax, Interchanger(acknowledgement.Supplier), Interchanger(acknowledgement.Buyer),
            [Stamp(acknowledgement, characters == EdifactCharacters.Utf8 ? "yyyyMMdd" : "yyMMdd"), Stamp(acknowledgement, "HHmm")], [reference]);

        var before = edi.Count;
        edi.Add("UNH", ["1"], ["ORDRSP", "D", "96A", "UN", "EAN005"]);
        EdifactOrdrspMessage.Write(acknowledgement, edi);
        edi.Add("UNT", [Count(edi.Count - before + 1)], ["1"]);
        edi.Add("UNZ", ["1"], [reference]);

        return edi.ToBytes();
    }

    private static string?[] Interchanger(AcknowledgementParty party) =>
        party.Gln is { } gln ? [gln, "14"] : [party.VatId ?? party.Siren ?? party.Name[..Math.Min(35, party.Name.Length)]];

    private static string Stamp(Acknowledgement acknowledgement, string format) => acknowledgement.IssuedAt.ToString(format, CultureInfo.InvariantCulture);

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<string> Texts(Acknowledgement it)
    {
        var parties = new[] { it.Supplier, it.Buyer, it.ShipTo }.OfType<AcknowledgementParty>()
            .SelectMany(party => new[] { party.Name, party.Address?.Street, party.Address?.City, party.Contact?.Name });
        var lines = it.Lines.SelectMany(line => new[] { line.BuyerCode, line.SupplierCode, line.Description }.Concat(line.Remarks([], SinceLastVersion.Of(it, line, DocumentTexts.In(it.Language)))));

        return parties.Concat(lines).Concat(it.Notes.Select(note => note.Text)).Append(it.CustomerReference).Append(it.Answers?.Number).OfType<string>();
    }
}

using System.Globalization;

namespace AdvPortal.Exchange.Acknowledgements;

/// <summary>An interchange with one message of EANCOM 1997 (ISO 9735, D.96A): its envelope, and the character set that its texts need.</summary>
internal static class EdifactInterchange
{
    /// <summary>0020 and 0062 have 14 characters: the end of a longer number tells more than its beginning.</summary>
    private const int ReferenceSize = 14;

    private const int PartnerSize = 35;

    /// <summary>Separators as in UNA, a line feed behind each segment. Latin-1 (UNOC) unless one of <paramref name="texts"/> needs UTF-8 (UNOW).</summary>
    /// <param name="type">The message, e.g. ORDRSP.</param>
    /// <param name="id">What names the document.</param>
    /// <param name="write">Writes the segments between UNH and UNT.</param>
    public static byte[] Write(string type, string id, (AcknowledgementParty From, AcknowledgementParty To) parties, DateTimeOffset at, IEnumerable<string> texts, Action<EdifactSegments> write)
    {
        var characters = texts.All(EdifactCharacters.Latin1.CanWrite) ? EdifactCharacters.Latin1 : EdifactCharacters.Utf8;
        var edi = new EdifactSegments(characters);
        var reference = id.Length > ReferenceSize ? id[^ReferenceSize..] : id;

        edi.Add("UNB", characters.Syntax, Partner(parties.From), Partner(parties.To),
            [Stamp(at, characters == EdifactCharacters.Utf8 ? "yyyyMMdd" : "yyMMdd"), Stamp(at, "HHmm")], [reference]);

        var before = edi.Count;
        edi.Add("UNH", ["1"], [type, "D", "96A", "UN", "EAN005"]);
        write(edi);
        edi.Add("UNT", [Count(edi.Count - before + 1)], ["1"]);
        edi.Add("UNZ", ["1"], [reference]);

        return edi.ToBytes();
    }

    /// <summary>Every text of the parties that may need another character set.</summary>
    public static IEnumerable<string> Texts(params IEnumerable<AcknowledgementParty?> parties) => parties.OfType<AcknowledgementParty>()
        .SelectMany(party => new[] { party.Name, party.Address?.Street, party.Address?.City, party.Contact?.Name }).OfType<string>();

    private static string?[] Partner(AcknowledgementParty party) =>
        party.Gln is { } gln ? [gln, "14"] : [party.VatId ?? party.Siren ?? party.Name[..Math.Min(PartnerSize, party.Name.Length)]];

    private static string Stamp(DateTimeOffset at, string format) => at.ToString(format, CultureInfo.InvariantCulture);

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}

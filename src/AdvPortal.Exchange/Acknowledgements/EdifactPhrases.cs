using System.Globalization;

namespace AdvPortal.Exchange.Acknowledgements;

/// <summary>What the messages of EANCOM 1997 (D.96A) say in the same segments: parties, dates, free text, numbers.</summary>
internal static class EdifactPhrases
{
    /// <summary>Characters of a component of a name, an address or a description.</summary>
    public const int NameSize = 35;

    /// <summary>Characters of a component of free text.</summary>
    public const int TextSize = 70;

    private const int PiecesOfText = 5;

    public static void Party(EdifactSegments edi, string role, AcknowledgementParty party)
    {
        edi.Add("NAD", [role], party.Gln is { } gln ? [gln, null, "9"] : [], [],
            [.. edi.Pieces(party.Name, NameSize).Take(5)],
            [.. edi.Pieces(party.Address?.Street ?? "", NameSize).Take(3)],
            [edi.Pieces(party.Address?.City ?? "", NameSize).FirstOrDefault()], [], [party.Address?.Postcode], [party.Address?.Country]);

        if (party.VatId is { } vatId)
        {
            edi.Add("RFF", ["VA", vatId]);
        }

        if (party.Contact is { } contact)
        {
            edi.Add("CTA", ["OC"], [null, edi.Pieces(contact.Name, NameSize).FirstOrDefault()]);
            Reach(edi, contact.Phone, "TE");
            Reach(edi, contact.Email, "EM");
        }
    }

    private static void Reach(EdifactSegments edi, string? address, string channel)
    {
        if (!string.IsNullOrWhiteSpace(address))
        {
            edi.Add("COM", [address, channel]);
        }
    }

    public static void Say(EdifactSegments edi, string text, string language)
    {
        foreach (var pieces in edi.Pieces(text, TextSize).Chunk(PiecesOfText))
        {
            edi.Add("FTX", ["AAI"], [], [], pieces, [language.ToUpperInvariant()]);
        }
    }

    public static void Date(EdifactSegments edi, string qualifier, DateOnly? day)
    {
        if (day is { } date)
        {
            edi.Add("DTM", [qualifier, date.ToString("yyyyMMdd", CultureInfo.InvariantCulture), "102"]);
        }
    }

    public static string Number(decimal value, string format = "0.####") => value.ToString(format, CultureInfo.InvariantCulture);
}

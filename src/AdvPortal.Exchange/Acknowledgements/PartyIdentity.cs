using AdvPortal.Exchange.Texts;

namespace AdvPortal.Exchange.Acknowledgements;

internal static class PartyIdentity
{
    /// <summary>A firm as the foot of its documents names it: name, SIREN, VAT number, GLN.</summary>
    public static string Identity(this AcknowledgementParty party, DocumentTexts texts) => string.Join("  ·  ", new[]
    {
        party.Name,
        party.Siren is null ? null : texts.Format("Siren", party.Siren),
        party.VatId is null ? null : texts.Format("VatId", party.VatId),
        party.Gln is null ? null : texts.Format("Gln", party.Gln),
    }.OfType<string>());
}

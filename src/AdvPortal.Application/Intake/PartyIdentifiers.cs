using AdvPortal.Domain.Clients;
using AdvPortal.Exchange.Intake;

namespace AdvPortal.Application.Intake;

/// <summary>The numbers by which a document names who buys and who pays: each is one company's and nobody else's.</summary>
/// <param name="Glns">GS1, of the buyer and of who is invoiced.</param>
/// <param name="VatIds">Without spaces, upper case.</param>
/// <param name="Sirens">INSEE, 9 digits: as such, from a SIRET (its first nine digits) or from a French VAT number (its last nine).</param>
internal sealed record PartyIdentifiers(IReadOnlyList<string> Glns, IReadOnlyList<string> VatIds, IReadOnlyList<string> Sirens)
{
    private const int Siren = 9;
    private const int Siret = 14;
    private const int FrenchVat = 13;

    public static PartyIdentifiers Of(PurchaseOrder order)
    {
        var parties = new[] { order.Buyer, order.Invoicee }.OfType<Party>().ToList();
        var vats = parties.Select(p => Compact(p.VatId)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();

        return new(
            [.. parties.Select(p => p.Gln).OfType<string>().Distinct(StringComparer.Ordinal)], vats,
            [.. parties.Select(p => Compact(p.Id)).OfType<string>().Select(SirenOf).Concat(vats.Where(v => v.Length == FrenchVat && v.StartsWith("FR", StringComparison.Ordinal)).Select(v => SirenOf(v[^Siren..]))).OfType<string>().Distinct(StringComparer.Ordinal)]);
    }

    public bool Are(Client client) =>
        (client.Gln is { } gln && Glns.Contains(gln)) || (client.VatId is { } vat && VatIds.Contains(vat)) || (client.Siren is { } siren && Sirens.Contains(siren));

    // Whatever its length says, a number of INSEE proves itself by its check digit (ISO/IEC 7812, Luhn); La Poste's SIRETs do not, and stay unread.
    private static string? SirenOf(string number) =>
        number.Length is Siren or Siret && number.All(char.IsAsciiDigit) && IsLuhn(number) && IsLuhn(number[..Siren]) ? number[..Siren] : null;

    private static bool IsLuhn(string digits)
    {
        var sum = 0;

        for (var place = 0; place < digits.Length; place++)
        {
            var digit = digits[^(place + 1)] - '0';
            sum += place % 2 == 0 ? digit : digit > 4 ? (digit * 2) - 9 : digit * 2;
        }

        return sum % 10 == 0;
    }

    private static string? Compact(string? number) => number is null ? null : string.Concat(number.Where(char.IsLetterOrDigit)).ToUpperInvariant() is { Length: > 0 } id ? id : null;
}

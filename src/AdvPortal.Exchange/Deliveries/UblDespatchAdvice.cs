using System.Xml;

namespace AdvPortal.Exchange.Deliveries;

/// <summary>Which rules a UBL document keeps to beside the schema.</summary>
public enum UblProfile
{
    /// <summary>UBL 2.1 with everything there is to say.</summary>
    Plain,

    /// <summary>Peppol BIS Despatch Advice 3 (transaction T16): nothing but the elements of its data model.</summary>
    Peppol,
}

/// <summary>The delivery as a UBL 2.1 DespatchAdvice (OASIS UBL 2.1, 3.1), for ERPs that read XML.</summary>
public static class UblDespatchAdvice
{
    /// <summary>
    /// UTF-8 XML, elements in the order of the schema. A line stands once for each unit that holds some of it (<c>cac:TransportHandlingUnit</c>, T16 tir16-061);
    /// units of measure are UN/ECE Recommendation 20, kinds of packages Recommendation 21. Characters that XML 1.0 forbids are left out.
    /// </summary>
    /// <exception cref="ArgumentException">The profile is Peppol's and <see cref="FitsPeppol"/> says no.</exception>
    public static byte[] Write(DespatchAdvice advice, UblProfile profile = UblProfile.Plain)
    {
        if (profile is UblProfile.Peppol && !FitsPeppol(advice))
        {
            throw new ArgumentException("The despatch advice lacks what Peppol makes mandatory.", nameof(advice));
        }

        using var stream = new MemoryStream();

        using (var xml = XmlWriter.Create(stream, new() { Indent = true }))
        {
            new UblDespatchMessage(advice, new(xml), profile is UblProfile.Peppol).Write();
        }

        return stream.ToArray();
    }

    /// <summary>
    /// Whether the delivery has all that T16 makes mandatory: electronic addresses of both sides (tir16-071, tir16-016), the country of every address,
    /// our code or a GTIN on every line (PEPPOL-T16-R003), and a content for every unit that bears none of the others.
    /// </summary>
    public static bool FitsPeppol(DespatchAdvice advice) =>
        UblDespatchMessage.Endpoint(advice.Supplier) is not null && UblDespatchMessage.EndpointOfConsignee(advice) is not null
        && new[] { advice.Supplier, advice.Buyer, advice.Destination }.All(party => party.Address is null || !string.IsNullOrEmpty(party.Address.Country))
        && advice.Lines.All(line => line.SupplierCode is not null || line.Gtin is not null)
        && advice.Units.All(unit => unit.Contents.Count > 0 || advice.Units.Any(other => other.On == unit.Number));
}

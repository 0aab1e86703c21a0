namespace AdvPortal.Exchange.Intake;

/// <summary>A company or a place as a document names it, to be matched with a client, a site or ourselves.</summary>
public sealed record Party
{
    public string? Name { get; init; }

    /// <summary>GS1 location number, 13 digits; a wrong check digit is kept and told by a problem.</summary>
    public string? Gln { get; init; }

    /// <summary>VAT number as written (RFF+VA, <c>cac:PartyTaxScheme/cbc:CompanyID</c>).</summary>
    public string? VatId { get; init; }

    /// <summary>The identifier that the document uses for the party, whoever gave it (NAD C082 3039, <c>cac:PartyIdentification</c>).</summary>
    public string? Id { get; init; }

    public PostalAddress? Address { get; init; }

    /// <summary>Whom to ask, where the document says so.</summary>
    public PartyContact? Contact { get; init; }
}

/// <summary>A person or desk at a party, as written.</summary>
public sealed record PartyContact(string? Name = null, string? Phone = null, string? Email = null);

/// <summary>A postal address; <see cref="Street"/> holds the whole where the document does not take it apart.</summary>
/// <remarks><see cref="Country"/> is the ISO 3166-1 alpha-2 code as written. The last three are only there when the document has them apart.</remarks>
public sealed record PostalAddress(
    string? Street = null,
    string? Postcode = null,
    string? City = null,
    string? Country = null,
    string? BuildingNumber = null,
    string? Additional = null,
    string? Region = null);

namespace AdvPortal.Domain.Clients;

/// <summary>A company that orders from the tenant: the sold-to account.</summary>
public sealed class Client : TenantOwned
{
    public const int CodeMaxLength = 20;
    public const int NameMaxLength = 200;

    private readonly List<Site> _sites = [];
    private readonly List<Contact> _contacts = [];

    private Client() { }

    public Client(string code, string name, string language, string currency)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);

        (Code, Name, Language, Currency) = (code.Trim(), name.Trim(), language, currency);
    }

    public ClientId Id { get; private set; } = Ids.New<ClientId>();
    public string Code { get; private set; } = null!;
    public string Name { get; private set; } = null!;

    /// <summary>Intra-community VAT number, without spaces, upper case.</summary>
    public string? VatId { get; private set; }

    /// <summary>SIREN (INSEE, 9 digits).</summary>
    public string? Siren { get; private set; }

    /// <summary>Global Location Number (GS1, 13 digits) that names the buyer in EDI.</summary>
    public string? Gln { get; private set; }

    /// <summary>ISO 639-1: what this client's documents are written in.</summary>
    public string Language { get; private set; } = null!;

    /// <summary>ISO 4217.</summary>
    public string Currency { get; private set; } = null!;

    public string? Phone { get; private set; }

    /// <summary>What the owner wants a stand-in to know, in free words.</summary>
    [PersonalData]
    public string? Notes { get; private set; }

    public bool IsArchived { get; private set; }
    public IReadOnlyList<Site> Sites => _sites;
    public IReadOnlyList<Contact> Contacts => _contacts;

    public Site OpenSite(string name, string timeZone, PostalAddress address, string? gln = null)
    {
        var site = new Site(Id, name, timeZone, address, gln);
        _sites.Add(site);

        return site;
    }

    public Contact Meet(string name, ContactRole role, string? email, string? phone, string? language, SiteId? site = null)
    {
        var contact = new Contact(Id, name, role, email, phone, language ?? Language, site);
        _contacts.Add(contact);

        return contact;
    }

    public void Rename(string code, string name) => (Code, Name) = (code.Trim(), name.Trim());

    public void Identify(string? vatId, string? siren, string? gln) => (VatId, Siren, Gln) = (vatId, siren, gln);

    public void Deal(string language, string currency) => (Language, Currency) = (language, currency);

    public void Note(string? phone, string? notes) => (Phone, Notes) = (phone, notes);

    public void Archive() => IsArchived = true;
}

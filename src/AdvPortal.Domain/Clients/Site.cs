namespace AdvPortal.Domain.Clients;

/// <summary>One place where a client receives goods (ship-to). Its dates and hours are in its own time zone.</summary>
public sealed class Site : TenantOwned
{
    public const int NameMaxLength = 120;

    private Site() { }

    internal Site(ClientId client, string name, string timeZone, PostalAddress address, string? gln) =>
        (ClientId, Name, TimeZone, Address, Gln) = (client, name.Trim(), timeZone, address, gln);

    public SiteId Id { get; private set; } = Ids.New<SiteId>();
    public ClientId ClientId { get; private set; }
    public string Name { get; private set; } = null!;

    /// <summary>Global Location Number (GS1, 13 digits).</summary>
    public string? Gln { get; private set; }

    /// <summary>IANA name, such as Europe/Paris.</summary>
    public string TimeZone { get; private set; } = null!;

    public PostalAddress Address { get; private set; } = PostalAddress.Empty;

    /// <summary>What whoever delivers here should know, in free words.</summary>
    [PersonalData]
    public string? Notes { get; private set; }

    public void Describe(string name, string timeZone, PostalAddress address, string? gln, string? notes) =>
        (Name, TimeZone, Address, Gln, Notes) = (name.Trim(), timeZone, address, gln, notes);
}

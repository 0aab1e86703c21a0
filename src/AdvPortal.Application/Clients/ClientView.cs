using AdvPortal.Domain.Clients;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Portfolios;

namespace AdvPortal.Application.Clients;

/// <summary>A client as pages and the API read it, with who owns it and who answers today.</summary>
public sealed record ClientView(
    ClientId Id, string Code, string Name, string? VatId, string? Siren, string? Gln, string Language, string Currency, string? Phone, string? Notes, int Version, MemberId? OwnerId, MemberId? ActingOwnerId)
{
    internal static ClientView Of(Client client, Responsibility? responsible) => new(
        client.Id, client.Code, client.Name, client.VatId, client.Siren, client.Gln, client.Language, client.Currency, client.Phone, client.Notes, client.Version,
        responsible?.OwnerId, responsible?.ActingOwnerId);

    internal static async Task<ClientView> OfAsync(AdvDbContext db, TenantClock clock, Client client, CancellationToken ct) =>
        Of(client, await db.ResponsibilitiesAt(HalfDay.Of(clock.Local(clock.Now))).SingleOrDefaultAsync(r => r.ClientId == client.Id, ct));
}

/// <summary>One place of delivery.</summary>
public sealed record SiteView(SiteId Id, string Name, string? Gln, string TimeZone, PostalAddress Address, string? Notes, int Version)
{
    internal static SiteView Of(Site site) => new(site.Id, site.Name, site.Gln, site.TimeZone, site.Address, site.Notes, site.Version);
}

/// <summary>One person at the client's.</summary>
/// <param name="Habits">How they like to be dealt with.</param>
public sealed record ContactView(ContactId Id, string Name, ContactRole Role, string? Email, string? Phone, string Language, SiteId? SiteId, int Version, string? Habits = null)
{
    internal static ContactView Of(Contact contact) => new(contact.Id, contact.Name, contact.Role, contact.Email, contact.Phone, contact.Language, contact.SiteId, contact.Version, contact.Habits);
}

using AdvPortal.Persistence.Tenancy;

namespace AdvPortal.Application.Common;

/// <summary>Who acts in this scope, and through them for which tenant: a member, an API key, or the portal itself. Until then, nothing is allowed.</summary>
public sealed class CurrentMember(CurrentTenant tenant)
{
    private IReadOnlySet<Permission> _permissions = Roles.PermissionsOf([]);
    private IReadOnlySet<Permission> _confinedIn = Roles.PermissionsOf([]);

    public TenantId? TenantId => tenant.Id;
    public MemberId? Id { get; private set; }
    public ApiKeyId? ApiKeyId { get; private set; }

    /// <summary>A client's contact, who has no account and may do nothing but what a link was sent to them for.</summary>
    public ContactId? ContactId { get; private set; }

    /// <summary>Portfolios are closed to them: they read everything, and change only what is of clients for whom they answer.</summary>
    public bool IsConfined => _confinedIn.Count > 0;

    /// <summary>What they may do for those clients only; see <see cref="Roles.ConfinedIn"/>.</summary>
    public IReadOnlySet<Permission> ConfinedIn => _confinedIn;

    /// <summary>What the acting one is called in logs: an id, never a name.</summary>
    public string Actor { get; private set; } = "nobody";

    public void SignIn(TenantId tenantId, TimeZoneInfo timeZone, MemberId id, IReadOnlySet<Permission> permissions, IReadOnlySet<Permission>? confinedIn = null)
    {
        tenant.Enter(tenantId, timeZone);
        (Id, _permissions, _confinedIn, Actor) = (id, permissions, confinedIn ?? Roles.PermissionsOf([]), $"member {id.Value}");
    }

    public void SignIn(TenantId tenantId, TimeZoneInfo timeZone, ApiKeyId key, IReadOnlySet<Permission> permissions)
    {
        tenant.Enter(tenantId, timeZone);
        (ApiKeyId, _permissions, Actor) = (key, permissions, $"key {key.Value}");
    }

    /// <summary>From now on nothing is allowed: the member was disabled, or signed out, while a page was open.</summary>
    public void SignOut() => (Id, ApiKeyId, ContactId, _permissions, _confinedIn, Actor) = (null, null, null, Roles.PermissionsOf([]), Roles.PermissionsOf([]), "nobody");

    /// <summary>Work that nobody asked for by hand: the outbox, retention, demo data.</summary>
    public void ActAsPortal(TenantId tenantId, TimeZoneInfo timeZone)
    {
        tenant.Enter(tenantId, timeZone);
        (_permissions, Actor) = (Roles.PermissionsOf(Role.Admin), "portal");
    }

    /// <summary>See <see cref="Roles.ConfinedIn"/>: what they may by another of their roles too, or by reading, is kept to no client.</summary>
    public bool IsConfinedIn(Permission permission) => _confinedIn.Contains(permission);

    public bool May(Permission permission) => tenant.Id is not null && _permissions.Contains(permission);

    /// <summary>The secret of a link has said who it is.</summary>
    internal void SpeakAs(ContactId contact) => (ContactId, Actor) = (contact, $"contact {contact.Value}");

    /// <summary>Somebody with a link and no account: in this company, and with no permission in it, whoever else is signed in here.</summary>
    internal void VisitAsGuest(Tenants.TenantInfo company)
    {
        SignOut();
        Visit(company.Id, company.TimeZone);
    }

    /// <summary>A tenant before anybody signed in: sign-in itself, and nothing that needs a permission.</summary>
    internal void Visit(TenantId tenantId, TimeZoneInfo timeZone) => tenant.Enter(tenantId, timeZone);
}

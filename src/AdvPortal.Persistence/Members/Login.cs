using Microsoft.AspNetCore.Identity;

namespace AdvPortal.Persistence.Members;

/// <summary>The account that signs in: one person, one password, whatever companies they are a member of.</summary>
public sealed class Login : IdentityUser<Guid>
{
    public Login() => Id = Ids.Next();

    public Login(string email) : this() => (UserName, Email) = (email, email);
}

/// <summary>That a login has a member in a tenant. Read only by the function that answers for one login.</summary>
public sealed class Membership
{
    private Membership() { }

    public Membership(LoginId login, TenantId tenant) => (LoginId, TenantId) = (login, tenant);

    public LoginId LoginId { get; private set; }
    public TenantId TenantId { get; private set; }
}

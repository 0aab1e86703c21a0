using System.Security.Claims;
using AdvPortal.Application.Common;
using AdvPortal.Application.Members;
using AdvPortal.Application.Tenants;
using AdvPortal.Domain.Members;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace AdvPortal.Web.Identity;

/// <summary>What a signed cookie, or a recognised key, says about who acts, and where it is worth anything.</summary>
internal static class MemberClaims
{
    public const string Tenant = "adv:tenant";
    public const string Login = "adv:login";
    public const string Member = "adv:member";
    public const string ApiKey = "adv:key";
    public const string Role = "adv:role";
    public const string Language = "adv:language";
    public const string Stamp = "adv:stamp";
    public const string Confined = "adv:confined";

    public static ClaimsPrincipal ForMember(TenantId tenant, LoginId login, RecogniseMember.Recognised it, string stamp) =>
        new(new ClaimsIdentity(
            [
                new(Tenant, tenant.Value.ToString()),
                new(Login, login.Value.ToString()),
                new(Member, it.Id.Value.ToString()),
                new(ClaimTypes.Name, it.Name),
                new(Language, it.Language),
                new(Stamp, stamp),
                .. it.Roles.Select(role => new Claim(Role, role.ToString())),
                .. it.IsConfined ? [new(Confined, "")] : Array.Empty<Claim>(),
            ],
            CookieAuthenticationDefaults.AuthenticationScheme));

    public static ClaimsPrincipal ForApiKey(TenantId tenant, ApiKeyId key, string name, Role role) =>
        new(new ClaimsIdentity(
            [new(Tenant, tenant.Value.ToString()), new(ApiKey, key.Value.ToString()), new(ClaimTypes.Name, name), new(Role, role.ToString())],
            ApiKeySignIn.Name));

    /// <summary>Browsers keep a cookie to its path; this keeps a copied one to its tenant, and any cookie to a member who may still come in, as they are now.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var tenant = context.HttpContext.Features.Get<TenantInfo>();
        var sessions = context.HttpContext.RequestServices.GetRequiredService<Sessions>();

        if (tenant is null || context.Principal is null || await StillAsync(context.Principal, tenant, sessions, context.HttpContext.RequestAborted) is not { } now)
        {
            context.RejectPrincipal();
            return;
        }

        context.ReplacePrincipal(now);
    }

    /// <summary>The same person with the name and roles of today; null when they may not come in any more.</summary>
    public static async Task<ClaimsPrincipal?> StillAsync(ClaimsPrincipal user, TenantInfo tenant, Sessions sessions, CancellationToken ct)
    {
        if (user.FindFirstValue(Tenant) != tenant.Id.Value.ToString() || LoginOf(user) is not { } login || user.FindFirstValue(Stamp) is not { } stamp)
        {
            return null;
        }

        return await sessions.RecogniseAsync(tenant, login, stamp, ct) is { } it ? ForMember(tenant.Id, login, it, stamp) : null;
    }

    public static LoginId? LoginOf(ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(Login), out var id) ? new LoginId(id) : null;

    public static IEnumerable<Role> RolesOf(ClaimsPrincipal user) => user.FindAll(Role).Select(claim => Enum.Parse<Role>(claim.Value));

    public static void SignIn(this CurrentMember current, ClaimsPrincipal user, TenantInfo? tenant)
    {
        if (tenant is null || user.FindFirstValue(Tenant) != tenant.Id.Value.ToString())
        {
            return;
        }

        List<Role> roles = [.. RolesOf(user)];
        var permissions = Roles.PermissionsOf(roles);

        if (user.FindFirstValue(Member) is { } member)
        {
            current.SignIn(tenant.Id, tenant.TimeZone, new MemberId(Guid.Parse(member)), permissions, user.HasClaim(claim => claim.Type == Confined) ? Roles.ConfinedIn(roles) : null);
        }
        else if (user.FindFirstValue(ApiKey) is { } key)
        {
            current.SignIn(tenant.Id, tenant.TimeZone, new ApiKeyId(Guid.Parse(key)), permissions);
        }
    }
}

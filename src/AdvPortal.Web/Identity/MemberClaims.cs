using System.Security.Claims;
using AdvPortal.Application.Common;
using AdvPortal.Application.Tenants;
using AdvPortal.Domain.Members;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace AdvPortal.Web.Identity;

/// <summary>What a signed cookie, or a recognised key, says about who acts, and where it is worth anything.</summary>
internal static class MemberClaims
{
    public const string Tenant = "adv:tenant";
    public const string Member = "adv:member";
    public const string ApiKey = "adv:key";
    public const string Role = "adv:role";
    public const string Language = "adv:language";
    public const string Stamp = "adv:stamp";

    public static ClaimsPrincipal ForMember(TenantId tenant, MemberId member, string name, string language, string stamp, IEnumerable<Role> roles) =>
        new(new ClaimsIdentity(
            [
                new(Tenant, tenant.Value.ToString()),
                new(Member, member.Value.ToString()),
                new(ClaimTypes.Name, name),
                new(Language, language),
                new(Stamp, stamp),
                .. roles.Select(role => new Claim(Role, role.ToString())),
            ],
            CookieAuthenticationDefaults.AuthenticationScheme));

    public static ClaimsPrincipal ForApiKey(TenantId tenant, ApiKeyId key, string name, Role role) =>
        new(new ClaimsIdentity(
            [new(Tenant, tenant.Value.ToString()), new(ApiKey, key.Value.ToString()), new(ClaimTypes.Name, name), new(Role, role.ToString())],
            ApiKeySignIn.Name));

    /// <summary>Browsers keep a cookie to its path; this keeps a copied one to its tenant.</summary>
    public static Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var here = context.HttpContext.Features.Get<TenantInfo>();

        if (here is null || context.Principal?.FindFirstValue(Tenant) != here.Id.Value.ToString())
        {
            context.RejectPrincipal();
        }

        return Task.CompletedTask;
    }

    public static void SignIn(this CurrentMember current, ClaimsPrincipal user, TenantInfo? tenant)
    {
        if (tenant is null || user.FindFirstValue(Tenant) != tenant.Id.Value.ToString())
        {
            return;
        }

        var permissions = Roles.PermissionsOf(user.FindAll(Role).Select(claim => Enum.Parse<Role>(claim.Value)));

        if (user.FindFirstValue(Member) is { } member)
        {
            current.SignIn(tenant.Id, tenant.TimeZone, new MemberId(Guid.Parse(member)), permissions);
        }
        else if (user.FindFirstValue(ApiKey) is { } key)
        {
            current.SignIn(tenant.Id, tenant.TimeZone, new ApiKeyId(Guid.Parse(key)), permissions);
        }
    }
}

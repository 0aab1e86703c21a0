using System.Security.Claims;
using AdvPortal.Application.Tenants;
using AdvPortal.Domain.Members;
using AdvPortal.Web.Identity;

namespace AdvPortal.Web.Api;

/// <summary>Who this key, or this member, is.</summary>
internal sealed class MeEndpoints : IMapEndpoints
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/me", (HttpContext http) =>
        {
            var tenant = http.Features.Get<TenantInfo>()!;
            var roles = http.User.FindAll(MemberClaims.Role).Select(claim => Enum.Parse<Role>(claim.Value)).ToList();

            return TypedResults.Ok(new Me(tenant.Slug, http.User.FindFirstValue(ClaimTypes.Name), roles[0], roles, [.. Roles.PermissionsOf(roles).Order()]));
        }).WithTags("Me").WithSummary("Who asks, in which company, and what they may do.");

    internal sealed record Me(string Tenant, string? Name, Role Role, IReadOnlyList<Role> Roles, IReadOnlyList<Permission> Permissions);
}

using AdvPortal.Application.Tenants;
using AdvPortal.Domain.Tenants;

namespace AdvPortal.Web.Identity;

/// <summary>
/// The first segment of every address names the tenant. Moved to PathBase, it gives each tenant its own cookie, base address
/// and circuit, so several can be open in one browser.
/// </summary>
internal sealed class TenantPath(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, TenantDirectory tenants)
    {
        var slug = FirstSegment(context.Request.Path);

        if (slug.Length == 0)
        {
            // Nobody's home: it asks whose portal is wanted.
            context.Request.Path = "/sign-in";
        }
        else if (!Tenant.IsReserved(slug) && await tenants.FindAsync(slug, context.RequestAborted) is { } tenant)
        {
            MoveFirstSegment(context.Request, slug);
            context.Features.Set(tenant);
        }
        else if (context.Request.Path.StartsWithSegments($"/{slug}/api", StringComparison.Ordinal))
        {
            // Never a hint which companies exist: an unknown one answers like a key of another.
            await Api.Problems.WriteAsync(context, StatusCodes.Status401Unauthorized);
            return;
        }

        await next(context);
    }

    internal static string FirstSegment(PathString path) => path.Value?.Split('/', 3) is [_, var first, ..] ? first : "";

    internal static void MoveFirstSegment(HttpRequest request, string slug)
    {
        if (request.Path.StartsWithSegments($"/{slug}", StringComparison.Ordinal, out var moved, out var rest))
        {
            (request.PathBase, request.Path) = (request.PathBase + moved, rest);
        }
    }
}

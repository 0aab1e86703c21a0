using AdvPortal.Domain.Tenants;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace AdvPortal.Web.Tests.Hosting;

public sealed class ReservedTests(PortalFixture portal)
{
    [Fact]
    public void No_company_can_be_called_like_an_address_that_the_portal_answers_outside_of_all_companies()
    {
        var open = portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAuthorizeData>() is null || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(endpoint => endpoint.RoutePattern.PathSegments is [{ Parts: [RoutePatternLiteralPart { Content: var first }] }, ..] ? first : "")
            .Distinct(StringComparer.Ordinal).ToList();

        Assert.Superset((HashSet<string>)["sign-in", "forgotten", "password", "set-up", "status", "not-found", "health", "openapi", "api-docs"], open.ToHashSet(StringComparer.Ordinal));
        Assert.DoesNotContain(open, Tenant.IsSlug);
    }

    [Theory]
    [InlineData("status")]
    [InlineData("set-up")]
    [InlineData("password")]
    [InlineData("demo-order.edi")]
    public void Nor_like_one_of_these(string slug) => Assert.False(Tenant.IsSlug(slug));
}

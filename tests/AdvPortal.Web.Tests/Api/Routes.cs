using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AdvPortal.Web.Tests.Api;

/// <summary>What the portal really answers below /api/v1, read from its route table.</summary>
internal sealed partial record Route(string Method, string Path, bool IsDescribed)
{
    public static IReadOnlyList<Route> Of(PortalFixture portal) =>
    [
        .. from endpoint in portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
           let path = Constraint().Replace($"/{endpoint.RoutePattern.RawText!.Trim('/')}", "}")
           where path.StartsWith("/api/v1/", StringComparison.Ordinal)
           from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []
           select new Route(method, path, endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is null),
    ];

    /// <summary>The address below a company's API, with ids in it.</summary>
    public string For(Guid id) => Parameter().Replace(Path["/api/v1/".Length..].Replace("{id}", id.ToString(), StringComparison.Ordinal), match => match.Value switch { "{index}" => "0", "{revision}" => "1", _ => Guid.CreateVersion7().ToString() });

    public override string ToString() => $"{Method} {Path}";

    [GeneratedRegex(@":\w+\}", RegexOptions.None, 1000)]
    private static partial Regex Constraint();

    [GeneratedRegex(@"\{\w+\}", RegexOptions.None, 1000)]
    private static partial Regex Parameter();
}

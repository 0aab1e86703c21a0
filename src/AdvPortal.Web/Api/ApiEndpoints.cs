using System.Reflection;
using AdvPortal.Web.Identity;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace AdvPortal.Web.Api;

/// <summary>One feature's share of the API: each implementation maps its own resources.</summary>
internal interface IMapEndpoints
{
    static abstract void Map(IEndpointRouteBuilder api);
}

internal static class ApiEndpoints
{
    public const string Policy = "Api";

    /// <summary>Maps every feature's endpoints below /api/v1, all behind an API key, or a member's cookie where nothing is changed.</summary>
    public static void MapApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1").RequireAuthorization(Policy);
        ((IEndpointConventionBuilder)api).Finally(ApiContract.Describe);
        var map = typeof(ApiEndpoints).GetMethod(nameof(Map), BindingFlags.NonPublic | BindingFlags.Static)!;

        foreach (var feature in typeof(ApiEndpoints).Assembly.GetTypes().Where(t => t is { IsInterface: false } && t.IsAssignableTo(typeof(IMapEndpoints))))
        {
            map.MakeGenericMethod(feature).Invoke(null, [api]);
        }

        api.MapNoSuchRoute();
    }

    public static void AddApiPolicy(this IServiceCollection services) =>
        services.AddAuthorizationBuilder().AddPolicy(Policy, policy => policy
            .AddAuthenticationSchemes(ApiKeySignIn.Name, CookieAuthenticationDefaults.AuthenticationScheme)
            .RequireAssertion(context =>
                context.User.HasClaim(claim => claim.Type == MemberClaims.ApiKey)
                || (context.User.HasClaim(claim => claim.Type == MemberClaims.Member) && context.Resource is HttpContext { Request.Method: "GET" })));

    private static void Map<T>(IEndpointRouteBuilder api) where T : IMapEndpoints => T.Map(api);
}

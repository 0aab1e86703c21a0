using AdvPortal.Application.Common;

namespace AdvPortal.Web.Api;

/// <summary>What Ctrl+K finds, for programs.</summary>
internal sealed class SearchEndpoints : IMapEndpoints
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/search", async (SearchEverything search, HttpContext http, string q) =>
            (await search.ExecuteAsync(q, http.RequestAborted)).Answer(http)).WithTags("Search");
}

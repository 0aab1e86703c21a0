using AdvPortal.Application.Day;

namespace AdvPortal.Web.Api;

/// <summary>The queue of whoever asks.</summary>
internal sealed class DayEndpoints : IMapEndpoints
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/me/day", async (ReadMyDay read, HttpContext http) => (await read.ExecuteAsync(http.RequestAborted)).Answer(http)).WithTags("Me");
}

using AdvPortal.Application.Members;

namespace AdvPortal.Web.Api;

/// <summary>Who works in the company: whom a client, an absence or a transfer can be given to.</summary>
internal sealed class MemberEndpoints : IMapEndpoints
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/members", async (ListMembers list, HttpContext http, string? cursor, int limit = 25) =>
            limit is < 1 or > 200
                ? Problems.For(StatusCodes.Status400BadRequest, http)
                : (await list.ExecuteAsync(cursor, limit, http.RequestAborted)).Answer(http)).WithTags("Members");
}

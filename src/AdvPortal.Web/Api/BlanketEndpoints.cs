using AdvPortal.Application.Contracts;
using AdvPortal.Application.Orders;
using AdvPortal.Domain.Contracts;

namespace AdvPortal.Web.Api;

/// <summary>Blanket orders: agreed, changed, closed; and the order lines that call them off.</summary>
internal sealed class BlanketEndpoints : IMapEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var blankets = api.MapGroup("/blanket-orders").WithTags("BlanketOrders");

        blankets.MapGet("/", (ListBlanketOrders list, HttpContext http, Guid? clientId, string? status, string? cursor, int limit = 25) => ListAsync(list, http, clientId, status, cursor, limit));

        blankets.MapPost("/", async (OpenBlanketOrder open, BlanketForm form, HttpContext http) =>
            (await open.ExecuteAsync(form, http.RequestAborted)).AnswerCreated(http, b => $"blanket-orders/{b.Id.Value}", b => b.Version));

        blankets.MapGet("/{id:guid}", async (ReadBlanketOrder read, Guid id, HttpContext http) =>
            (await read.ExecuteAsync(new(id), http.RequestAborted)).Answer(http, b => b.Version));

        blankets.MapPut("/{id:guid}", async (ChangeBlanketOrder change, Guid id, BlanketForm form, IfMatch match, HttpContext http) =>
            (await change.ExecuteAsync(new(id), form, match.Version, http.RequestAborted)).Answer(http, b => b.Version)).NeedsIfMatch();

        blankets.MapPost("/{id:guid}/closure", async (CloseBlanketOrder close, Guid id, CloseBlanketOrder.Form form, IfMatch match, HttpContext http) =>
            (await close.ExecuteAsync(new(id), form, match.Version, http.RequestAborted)).Answer(http, b => b.Version)).NeedsIfMatch();

        blankets.MapGet("/{id:guid}/call-offs", async (ListCallOffs list, Guid id, HttpContext http, string? cursor, int limit = 25) =>
            limit is < 1 or > 200 ? Problems.For(StatusCodes.Status400BadRequest, http) : (await list.ExecuteAsync(new(id), cursor, limit, http.RequestAborted)).Answer(http));

        api.MapGet("/clients/{id:guid}/blanket-orders", (ListBlanketOrders list, Guid id, HttpContext http, string? status, string? cursor, int limit = 25) => ListAsync(list, http, id, status, cursor, limit))
            .WithTags("BlanketOrders");

        api.MapPut("/orders/{id:guid}/lines/{lineNo}/call-off", async (LinkCallOff link, Guid id, string lineNo, LinkCallOff.Form form, IfMatch match, HttpContext http) =>
            (await link.ExecuteAsync(new(id), lineNo, form, match.Version, http.RequestAborted)).Answer(http, o => o.Version)).NeedsIfMatch().WithTags("BlanketOrders");
    }

    private static async Task<IResult> ListAsync(ListBlanketOrders list, HttpContext http, Guid? client, string? status, string? cursor, int limit) =>
        limit is < 1 or > 200 || !QueryName.Fits<BlanketStatus>(status, out var shown)
            ? Problems.For(StatusCodes.Status400BadRequest, http)
            : (await list.ExecuteAsync(new(client is { } c ? new(c) : null, shown, cursor, limit), http.RequestAborted)).Answer(http);
}

using AdvPortal.Application.Intake;
using AdvPortal.Domain.Intake;
using StatusCodes = Microsoft.AspNetCore.Http.StatusCodes;

namespace AdvPortal.Web.Api;

/// <summary>How clients' documents are laid out, and what people say of it.</summary>
internal sealed class LayoutEndpoints : IMapEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var layouts = api.MapGroup("/document-layouts").WithTags("Order documents");

        layouts.MapGet("/", async (ListClientLayouts list, HttpContext http, Guid? clientId, string? state, string? cursor, int limit = 25) =>
            limit is < 1 or > 200 || !QueryName.Fits<LayoutState>(state, out var shown)
                ? Problems.For(StatusCodes.Status400BadRequest, http)
                : (await list.ExecuteAsync(new(clientId is { } id ? new(id) : null, shown, cursor, limit), http.RequestAborted)).Answer(http));

        layouts.MapGet("/{id:guid}", async (ReadClientLayout read, Guid id, HttpContext http) =>
            (await read.ExecuteAsync(new(id), http.RequestAborted)).Answer(http, l => l.Version));

        layouts.MapPost("/{id:guid}/approval", async (ApproveClientLayout approve, Guid id, LayoutForm form, IfMatch match, HttpContext http) =>
            (await approve.ExecuteAsync(new(id), form, match.Version, http.RequestAborted)).Answer(http, l => l.Version)).NeedsIfMatch();

        layouts.MapPost("/{id:guid}/retirement", async (RetireClientLayout retire, Guid id, IfMatch match, HttpContext http) =>
            (await retire.ExecuteAsync(new(id), match.Version, http.RequestAborted)).Answer(http, l => l.Version)).NeedsIfMatch();

        api.MapPost("/order-documents/{id:guid}/reading", async (ReadAgain readAgain, Guid id, IfMatch match, HttpContext http) =>
            (await readAgain.ExecuteAsync(new(id), match.Version, http.RequestAborted)).Answer(http, d => d.Version)).NeedsIfMatch().WithTags("Order documents");
    }
}

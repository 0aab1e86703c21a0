using System.Text.Json;
using AdvPortal.Application.Orders;

namespace AdvPortal.Web.Api;

/// <summary>Saved views of the order book: the caller's own, and those that everybody has. What a program saves is everybody's.</summary>
internal sealed class ViewEndpoints : IMapEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var views = api.MapGroup("/views").WithTags("Orders");

        views.MapGet("/", async (ListViews list, HttpContext http) => (await list.ExecuteAsync(http.RequestAborted)).Answer(http));

        views.MapPost("/", async (SaveView save, SavedViewForm form, HttpContext http) =>
            (await save.ExecuteAsync(form, http.RequestAborted)).AnswerCreated(http, v => $"views/{v.Id.Value}", v => v.Version));

        views.MapGet("/{id:guid}", async (ReadView read, Guid id, HttpContext http) =>
            (await read.ExecuteAsync(new(id), http.RequestAborted)).Answer(http, v => v.Version));

        views.MapPatch("/{id:guid}", async (ChangeView change, MergePatch merge, Guid id, JsonElement patch, IfMatch match, HttpContext http) =>
            (await change.ExecuteAsync(new(id), form => merge.Apply(form, patch), match.Version, http.RequestAborted)).Answer(http, v => v.Version)).NeedsIfMatch();

        // Answers with what it was.
        views.MapDelete("/{id:guid}", async (DropView drop, Guid id, IfMatch match, HttpContext http) =>
            (await drop.ExecuteAsync(new(id), match.Version, http.RequestAborted)).Answer(http)).NeedsIfMatch();
    }
}

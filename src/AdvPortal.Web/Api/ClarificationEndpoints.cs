using AdvPortal.Application.Clarifications;
using AdvPortal.Domain.Orders;

namespace AdvPortal.Web.Api;

/// <summary>Questions about orders and documents, to clients and to sales: drafted, asked, answered.</summary>
internal sealed class ClarificationEndpoints : IMapEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var orders = api.MapGroup("/orders/{id:guid}").WithTags("Clarifications");

        orders.MapGet("/clarifications", async (ListClarifications list, Guid id, HttpContext http) => (await list.ExecuteAsync(new(id), http.RequestAborted)).Answer(http));

        // ?findingId= may be named several times; without, all that is open is asked.
        orders.MapGet("/clarification-draft", async (DraftClarification draft, Guid id, Guid[]? findingId, string? of, HttpContext http) => !QueryName.Fits<WaitingFor>(of, out var whom)
            ? Problems.For(StatusCodes.Status400BadRequest, http)
            : (await draft.ExecuteAsync(new(id), whom ?? WaitingFor.Client, [.. (findingId ?? []).Select(f => new FindingId(f))], http.RequestAborted)).Answer(http));

        orders.MapPost("/clarifications", async (AskForClarification ask, Guid id, ClarificationForm form, IfMatch match, HttpContext http) =>
            (await ask.ExecuteAsync(new(id), form, match.Version, http.RequestAborted)).Answer(http, o => o.Version)).NeedsIfMatch();

        orders.MapPost("/clarifications/answer", async (RecordAnswer record, Guid id, AnswerForm form, IfMatch match, HttpContext http) =>
            (await record.ExecuteAsync(new(id), form, match.Version, http.RequestAborted)).Answer(http, o => o.Version)).NeedsIfMatch();

        orders.MapPost("/clarifications/withdrawal", async (StopWaiting stop, Guid id, IfMatch match, HttpContext http) =>
            (await stop.ExecuteAsync(new(id), match.Version, http.RequestAborted)).Answer(http, o => o.Version)).NeedsIfMatch();

        var documents = api.MapGroup("/order-documents/{id:guid}").WithTags("Clarifications");

        documents.MapGet("/clarification-draft", async (DraftDocumentClarification draft, Guid id, string? of, HttpContext http) => !QueryName.Fits<WaitingFor>(of, out var whom)
            ? Problems.For(StatusCodes.Status400BadRequest, http)
            : (await draft.ExecuteAsync(new(id), whom ?? WaitingFor.Client, http.RequestAborted)).Answer(http));

        documents.MapPost("/clarifications", async (AskAboutDocument ask, Guid id, ClarificationForm form, IfMatch match, HttpContext http) =>
            (await ask.ExecuteAsync(new(id), form, match.Version, http.RequestAborted)).Answer(http, d => d.Version)).NeedsIfMatch();

        documents.MapPost("/clarifications/withdrawal", async (StopWaitingForDocument stop, Guid id, IfMatch match, HttpContext http) =>
            (await stop.ExecuteAsync(new(id), match.Version, http.RequestAborted)).Answer(http, d => d.Version)).NeedsIfMatch();
    }
}

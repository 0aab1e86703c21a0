using System.Text.Json;
using AdvPortal.Application.Intake;
using AdvPortal.Application.Orders;
using AdvPortal.Domain.Intake;
using AdvPortal.Domain.Orders;
using AdvPortal.Exchange.Acknowledgements;
using StatusCodes = Microsoft.AspNetCore.Http.StatusCodes;

namespace AdvPortal.Web.Api;

/// <summary>What clients send, and what they are answered.</summary>
internal sealed class OrderDocumentEndpoints : IMapEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var documents = api.MapGroup("/order-documents").WithTags("Order documents");

        documents.MapGet("/", async (ListOrderDocuments list, HttpContext http, string? view, string? waitingFor, string? cursor, int limit = 25) =>
            limit is < 1 or > 200 || !Enum.TryParse<DocumentsShown>(view ?? nameof(DocumentsShown.All), ignoreCase: true, out var shown) || !QueryName.Fits<WaitingFor>(waitingFor, out var awaited)
                ? Problems.For(StatusCodes.Status400BadRequest, http)
                : (await list.ExecuteAsync(new(shown, cursor, limit, awaited), http.RequestAborted)).Answer(http));

        documents.MapPost("/", ReceiveAsync)
            .Produces<OrderDocumentView>(StatusCodes.Status201Created).Produces<OrderDocumentView>().ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status415UnsupportedMediaType);

        documents.MapGet("/{id:guid}", async (ReadOrderDocument read, Guid id, HttpContext http) =>
            (await read.ExecuteAsync(new(id), http.RequestAborted)).Answer(http, d => d.Version));

        // ?clientId= is the client that somebody is about to choose.
        documents.MapGet("/{id:guid}/candidates", async (ReadCandidates read, Guid id, Guid? clientId, HttpContext http) =>
            (await read.ExecuteAsync(new(id), clientId is { } client ? new(client) : null, http.RequestAborted)).Answer(http));

        documents.MapPatch("/{id:guid}", async (AnswerOrderDocument answer, MergePatch merge, Guid id, JsonElement patch, IfMatch match, HttpContext http) =>
            (await answer.ExecuteAsync(new(id), form => merge.Apply(form, patch), match.Version, http.RequestAborted)).Answer(http, d => d.Version)).NeedsIfMatch();

        documents.MapPost("/{id:guid}/set-aside", async (SetOrderDocumentAside setAside, Guid id, string? reason, string? note, IfMatch match, HttpContext http) =>
            !QueryName.Fits<SetAsideReason>(reason, out var because)
                ? Problems.For(StatusCodes.Status400BadRequest, http)
                : (await setAside.ExecuteAsync(new(id), match.Version, new(because, note), http.RequestAborted)).Answer(http, d => d.Version)).NeedsIfMatch();

        // The language model of this installation is asked, where there is one: nothing is filled in before somebody takes it.
        documents.MapPost("/{id:guid}/proposals", async (ProposeDocumentFields propose, Guid id, IfMatch match, HttpContext http) =>
            (await propose.ExecuteAsync(new(id), match.Version, http.RequestAborted)).Answer(http)).NeedsIfMatch();

        documents.MapPost("/{id:guid}/completion", async (TakeProposedFields take, Guid id, TakeProposedFields.Form form, IfMatch match, HttpContext http) =>
            (await take.ExecuteAsync(new(id), form, match.Version, http.RequestAborted)).Answer(http, d => d.Version)).NeedsIfMatch();

        documents.MapGet("/{id:guid}/original", async (ReadOriginal read, Guid id, HttpContext http) => (await read.ExecuteAsync(new(id), http.RequestAborted)).Answer(http));

        // What a change would do to its order; once it is decided, what was decided.
        documents.MapGet("/{id:guid}/amendment", async (ReadAmendment read, Guid id, HttpContext http) =>
            (await read.ExecuteAsync(new(id), ct: http.RequestAborted)).Answer(http, it => it.Document.Version));

        documents.MapPost("/{id:guid}/application", async (ApplyAmendment apply, Guid id, ApplyAmendment.Form form, IfMatch match, HttpContext http) =>
            (await apply.ExecuteAsync(new(id), form, match.Version, http.RequestAborted)).Answer(http, d => d.Version)).NeedsIfMatch();

        documents.MapPost("/{id:guid}/refusal", async (RefuseAmendment refuse, Guid id, RefuseAmendment.Form form, IfMatch match, HttpContext http) =>
            (await refuse.ExecuteAsync(new(id), form, match.Version, http.RequestAborted)).Answer(http, d => d.Version)).NeedsIfMatch();

        // Never shown in the portal's own name: a file of somebody else's is downloaded, not rendered.
        documents.MapGet("/{id:guid}/content", async (ReadOrderDocumentContent read, Guid id, HttpContext http) =>
            await read.ExecuteAsync(new(id), http.RequestAborted) is { IsOk: true } content
                ? TypedResults.File(content.Value!.Bytes, "application/octet-stream", content.Value.FileName)
                : Problems.For(StatusCodes.Status404NotFound, http)).Produces<Stream>(StatusCodes.Status200OK, "application/octet-stream");

        api.MapGet("/orders/{id:guid}/candidates", async (ReadProductCandidates read, Guid id, HttpContext http) =>
            (await read.ExecuteAsync(new(id), http.RequestAborted)).Answer(http)).WithTags("Orders");

        api.MapGet("/orders/{id:guid}/acknowledgement", AcknowledgeAsync).WithTags("Orders")
            .Produces<Acknowledgement>(StatusCodes.Status200OK, "application/json", "application/pdf", "application/xml", "application/edifact").ProducesProblem(StatusCodes.Status406NotAcceptable);
    }

    private static async Task<IResult> ReceiveAsync(ReceiveOrderDocument receive, HttpContext http, Guid? clientId)
    {
        if (await FileBody.ReadAsync(http, ReceiveOrderDocument.MostBytes) is not var (bytes, name))
        {
            return Problems.For(StatusCodes.Status413PayloadTooLarge, http);
        }

        var result = await receive.ExecuteAsync(bytes, name, http.Request.ContentType ?? "application/octet-stream", clientId is { } id ? new(id) : null, http.RequestAborted);

        return result is { IsOk: true, Value.DuplicateOf: not null } ? result.Answer(http, d => d.Version) : result.AnswerCreated(http, d => $"order-documents/{d.Id.Value}", d => d.Version);
    }

    private static async Task<IResult> AcknowledgeAsync(ReadAcknowledgement read, Guid id, HttpContext http, string? format = null) =>
        (await read.ExecuteAsync(new(id), http.RequestAborted)).AnswerPaper(
            http, format, answer => new($"ARC-{answer.Number}", () => AcknowledgementPdf.Write(answer), () => UblOrderResponse.Write(answer), () => EdifactOrdrsp.Write(answer)));
}

using System.Text.Json;
using AdvPortal.Application.Contracts;
using AdvPortal.Domain.Contracts;
using AdvPortal.Exchange.Contracts;

namespace AdvPortal.Web.Api;

/// <summary>Signed clients on their way from sales to the desk.</summary>
internal sealed class HandoffEndpoints : IMapEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var handoffs = api.MapGroup("/handoffs").WithTags("Handoffs");

        handoffs.MapGet("/", async (ListHandoffs list, HttpContext http, string? view, string? cursor, int limit = 25) =>
            limit is < 1 or > 200 || !Enum.TryParse<HandoffsShown>(view ?? nameof(HandoffsShown.All), ignoreCase: true, out var shown)
                ? Problems.For(StatusCodes.Status400BadRequest, http)
                : (await list.ExecuteAsync(shown, cursor, limit, http.RequestAborted)).Answer(http));

        handoffs.MapPost("/", async (StartHandoff start, HandoffContent content, HttpContext http) =>
            (await start.ExecuteAsync(content, http.RequestAborted)).AnswerCreated(http, h => $"handoffs/{h.Id.Value}", h => h.Version));

        handoffs.MapGet("/time-to-first-order", async (MeasureHandoffs measure, HttpContext http) => (await measure.ExecuteAsync(http.RequestAborted)).Answer(http));

        handoffs.MapGet("/{id:guid}", async (ReadHandoff read, Guid id, HttpContext http) =>
            (await read.ExecuteAsync(new(id), http.RequestAborted)).Answer(http, h => h.Version));

        handoffs.MapPatch("/{id:guid}", async (ChangeHandoff change, MergePatch merge, Guid id, JsonElement patch, IfMatch match, HttpContext http) =>
            (await change.ExecuteAsync(new(id), content => merge.Apply(content, patch), match.Version, http.RequestAborted)).Answer(http, h => h.Version)).NeedsIfMatch();

        handoffs.MapPost("/{id:guid}/submission", async (SubmitHandoff submit, Guid id, IfMatch match, HttpContext http) =>
            (await submit.ExecuteAsync(new(id), match.Version, http.RequestAborted)).Answer(http, h => h.Version)).NeedsIfMatch();

        handoffs.MapPost("/{id:guid}/questions", async (AskAboutHandoff ask, Guid id, Questions asked, IfMatch match, HttpContext http) =>
            (await ask.ExecuteAsync(new(id), asked.Items, match.Version, http.RequestAborted)).Answer(http, h => h.Version)).NeedsIfMatch();

        handoffs.MapPost("/{id:guid}/return", async (ReturnHandoff giveBack, Guid id, Reasons why, IfMatch match, HttpContext http) =>
            (await giveBack.ExecuteAsync(new(id), why.Items, match.Version, http.RequestAborted)).Answer(http, h => h.Version)).NeedsIfMatch();

        handoffs.MapPost("/{id:guid}/acceptance", async (AcceptHandoff accept, Guid id, Acceptance acceptance, IfMatch match, HttpContext http) =>
            (await accept.ExecuteAsync(new(id), new(acceptance.OwnerId), match.Version, http.RequestAborted)).Answer(http, h => h.Version)).NeedsIfMatch();

        handoffs.MapGet("/{id:guid}/follow-up", async (FollowHandoff follow, Guid id, HttpContext http) =>
            (await follow.ExecuteAsync(new(id), http.RequestAborted)).Answer(http));

        MapContract(handoffs);
    }

    private static void MapContract(RouteGroupBuilder handoffs)
    {
        // The raw file: a PDF.
        handoffs.MapPut("/{id:guid}/contract", async (AttachContract attach, Guid id, IfMatch match, HttpContext http) =>
            await FileBody.ReadAsync(http, AttachContract.MostBytes) is var (bytes, name)
                ? (await attach.ExecuteAsync(new(id), bytes, name, match.Version, http.RequestAborted)).Answer(http, h => h.Version)
                : Problems.For(new ContractTooLarge(AttachContract.MostBytes / (1024 * 1024)), http)).NeedsIfMatch()
            .Produces<HandoffView>().ProducesProblem(StatusCodes.Status415UnsupportedMediaType);

        // Never shown in the portal's own name: a file of somebody else's is downloaded, not rendered.
        handoffs.MapGet("/{id:guid}/contract", async (ReadContractFile read, Guid id, HttpContext http) =>
            await read.ExecuteAsync(new(id), http.RequestAborted) is var file && file.IsOk
                ? TypedResults.File(file.Value.Bytes, HandoffFile.ContentType, file.Value.Name)
                : Problems.For(file.Refusal!, http)).ExcludeFromDescription();

        handoffs.MapGet("/{id:guid}/contract/clauses", async (ReadContract read, Guid id, HttpContext http) =>
            await read.ExecuteAsync(new(id), http.RequestAborted) is var said && said.IsOk
                ? TypedResults.Ok(new ContractClauses(said.Value.Contract?.Text, said.Value.Contract?.Clauses ?? []))
                : Problems.For(said.Refusal!, http))
            .Produces<ContractClauses>();
    }

    /// <param name="Text">Null where no contract was attached.</param>
    private sealed record ContractClauses(ContractText? Text, IReadOnlyList<ContractClause> Clauses);

    private sealed record Questions([property: System.Text.Json.Serialization.JsonPropertyName("questions")] IReadOnlyList<string>? Items);

    private sealed record Reasons([property: System.Text.Json.Serialization.JsonPropertyName("reasons")] IReadOnlyList<string>? Items);

    private sealed record Acceptance(Guid OwnerId);
}

using System.Text.Json;
using AdvPortal.Application.Tenders;
using AdvPortal.Domain.Tenders;

namespace AdvPortal.Web.Api;

/// <summary>Tenders: opened, worked on by contributors, priced, approved, submitted, won or not.</summary>
internal sealed class TenderEndpoints : IMapEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var tenders = api.MapGroup("/tenders").WithTags("Tenders");

        tenders.MapGet("/", ListAsync);

        tenders.MapPost("/", async (OpenTender open, TenderForm form, HttpContext http) =>
            (await open.ExecuteAsync(form, http.RequestAborted)).AnswerCreated(http, t => $"tenders/{t.Id.Value}", t => t.Version));

        tenders.MapGet("/{id:guid}", async (ReadTender read, Guid id, HttpContext http) =>
            (await read.ExecuteAsync(new(id), http.RequestAborted)).Answer(http, t => t.Version));

        // Its lines are replaced as a whole; one with its id keeps what was offered for it.
        tenders.MapPatch("/{id:guid}", async (ChangeTender change, MergePatch merge, Guid id, JsonElement patch, IfMatch match, HttpContext http) =>
            (await change.ExecuteAsync(new(id), form => merge.Apply(form, patch), match.Version, http.RequestAborted)).Answer(http, t => t.Version)).NeedsIfMatch();

        MapWork(tenders);
        MapSubmission(tenders);
        MapEnds(tenders);
    }

    private static async Task<IResult> ListAsync(
        ListTenders list, HttpContext http, string? view, string? status, Guid? clientId, Guid? owner, string? number, Guid? inquiryId, bool? open, string? cursor, int limit = 25) =>
        limit is < 1 or > 200 || !QueryName.Fits<TendersShown>(view, out var shown) || !QueryName.Fits<TenderStatus>(status, out var standing)
            ? Problems.For(StatusCodes.Status400BadRequest, http)
            : (await list.ExecuteAsync(
                new(shown ?? TendersShown.All, standing, clientId is { } c ? new(c) : null, owner is { } m ? new(m) : null, number, inquiryId is { } i ? new(i) : null, HasNotEnded: open ?? false, After: cursor, Size: limit),
                http.RequestAborted)).Answer(http);

    private static void MapWork(RouteGroupBuilder tenders)
    {
        tenders.MapPost("/{id:guid}/prices", async (PriceTender price, Guid id, PriceTender.Form form, IfMatch match, HttpContext http) =>
            (await price.ExecuteAsync(new(id), form, match.Version, http.RequestAborted)).Answer(http, t => t.Version)).NeedsIfMatch();

        tenders.MapPost("/{id:guid}/tasks", async (PlanTenderTask plan, Guid id, PlanTenderTask.Form form, IfMatch match, HttpContext http) =>
            (await plan.ExecuteAsync(new(id), form, match.Version, http.RequestAborted)).Answer(http, t => t.Version)).NeedsIfMatch();

        tenders.MapPost("/{id:guid}/tasks/{taskId:guid}/answer", async (AnswerTenderTask answer, Guid id, Guid taskId, TenderAnswer form, IfMatch match, HttpContext http) =>
            (await answer.ExecuteAsync(new(id), taskId, form, match.Version, http.RequestAborted)).Answer(http, t => t.Version)).NeedsIfMatch();

        tenders.MapPost("/{id:guid}/tasks/{taskId:guid}/removal", async (DropTenderTask drop, Guid id, Guid taskId, IfMatch match, HttpContext http) =>
            (await drop.ExecuteAsync(new(id), taskId, match.Version, http.RequestAborted)).Answer(http, t => t.Version)).NeedsIfMatch();

        tenders.MapPost("/{id:guid}/questions", async (AskTenderQuestion ask, Guid id, AskTenderQuestion.Form form, IfMatch match, HttpContext http) =>
            (await ask.ExecuteAsync(new(id), form, match.Version, http.RequestAborted)).Answer(http, t => t.Version)).NeedsIfMatch();

        tenders.MapPost("/{id:guid}/questions/{questionId:guid}/answer", async (AnswerTenderQuestion answer, Guid id, Guid questionId, TenderAnswer form, IfMatch match, HttpContext http) =>
            (await answer.ExecuteAsync(new(id), questionId, form, match.Version, http.RequestAborted)).Answer(http, t => t.Version)).NeedsIfMatch();
    }

    private static void MapSubmission(RouteGroupBuilder tenders)
    {
        tenders.MapPost("/{id:guid}/approval-request", async (RequestTenderApproval request, Guid id, IfMatch match, HttpContext http) =>
            (await request.ExecuteAsync(new(id), match.Version, http.RequestAborted)).Answer(http, t => t.Version)).NeedsIfMatch();

        tenders.MapPost("/{id:guid}/decision", async (JudgeTender judge, Guid id, JudgeTender.Form form, IfMatch match, HttpContext http) =>
            (await judge.ExecuteAsync(new(id), form, match.Version, http.RequestAborted)).Answer(http, t => t.Version)).NeedsIfMatch();

        // Without an address, it was handed in otherwise.
        tenders.MapPost("/{id:guid}/submission", async (SubmitTender submit, Guid id, SubmitTender.Form form, IfMatch match, HttpContext http) =>
            (await submit.ExecuteAsync(new(id), form, match.Version, http.RequestAborted)).Answer(http, t => t.Version)).NeedsIfMatch();

        tenders.MapPost("/{id:guid}/rework", async (ReworkTender rework, Guid id, IfMatch match, HttpContext http) =>
            (await rework.ExecuteAsync(new(id), match.Version, http.RequestAborted)).Answer(http, t => t.Version)).NeedsIfMatch();

        // Without ?version=, the offer as it stands: a draft.
        tenders.MapGet("/{id:guid}/offer", async (ReadTenderOffer read, Guid id, HttpContext http, int? version) =>
            await read.ExecuteAsync(new(id), version, http.RequestAborted) is var printed && printed.IsOk
                ? TypedResults.File(printed.Value.Bytes, "application/pdf", printed.Value.Name)
                : Problems.For(printed.Refusal!, http)).Produces<Stream>(StatusCodes.Status200OK, "application/pdf");

        // Without ?after=, the offer as it stands.
        tenders.MapGet("/{id:guid}/comparison", async (CompareTenderVersions compare, Guid id, HttpContext http, int? after, int before = 1) =>
            (await compare.ExecuteAsync(new(id), before, after, http.RequestAborted)).Answer(http));
    }

    private static void MapEnds(RouteGroupBuilder tenders)
    {
        // The prices of the lines become the contract's.
        tenders.MapPost("/{id:guid}/award", async (WinTender win, Guid id, WinTender.Form form, IfMatch match, HttpContext http) =>
            (await win.ExecuteAsync(new(id), form, match.Version, http.RequestAborted)).Answer(http, t => t.Version)).NeedsIfMatch();

        tenders.MapPost("/{id:guid}/loss", async (LoseTender lose, Guid id, TenderEnding why, IfMatch match, HttpContext http) =>
            (await lose.ExecuteAsync(new(id), why, match.Version, http.RequestAborted)).Answer(http, t => t.Version)).NeedsIfMatch();

        tenders.MapPost("/{id:guid}/declination", async (DeclineTender decline, Guid id, TenderEnding why, IfMatch match, HttpContext http) =>
            (await decline.ExecuteAsync(new(id), why, match.Version, http.RequestAborted)).Answer(http, t => t.Version)).NeedsIfMatch();

        tenders.MapPost("/{id:guid}/cancellation", async (CancelTender cancel, Guid id, TenderEnding why, IfMatch match, HttpContext http) =>
            (await cancel.ExecuteAsync(new(id), why, match.Version, http.RequestAborted)).Answer(http, t => t.Version)).NeedsIfMatch();

        tenders.MapPost("/{id:guid}/reopening", async (ReopenTender reopen, Guid id, IfMatch match, HttpContext http) =>
            (await reopen.ExecuteAsync(new(id), match.Version, http.RequestAborted)).Answer(http, t => t.Version)).NeedsIfMatch();

        tenders.MapPost("/{id:guid}/requirement", async (LinkTenderRequirement link, Guid id, Learnt learnt, IfMatch match, HttpContext http) =>
            (await link.ExecuteAsync(new(id), new(learnt.RequirementId), match.Version, http.RequestAborted)).Answer(http, t => t.Version)).NeedsIfMatch();
    }
}

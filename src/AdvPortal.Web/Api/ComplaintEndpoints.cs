using System.Text.Json;
using AdvPortal.Application.Complaints;
using AdvPortal.Domain.Complaints;

namespace AdvPortal.Web.Api;

/// <summary>Complaints: opened, worked on in eight steps, settled, answered, closed.</summary>
internal sealed class ComplaintEndpoints : IMapEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var complaints = api.MapGroup("/complaints").WithTags("Complaints");

        complaints.MapGet("/", ListAsync);

        complaints.MapPost("/", async (OpenComplaint open, ComplaintForm form, HttpContext http) =>
            (await open.ExecuteAsync(form, http.RequestAborted)).AnswerCreated(http, c => $"complaints/{c.Id.Value}", c => c.Version));

        complaints.MapGet("/{id:guid}", async (ReadComplaint read, Guid id, HttpContext http) =>
            (await read.ExecuteAsync(new(id), http.RequestAborted)).Answer(http, c => c.Version));

        // Its lines are replaced as a whole.
        complaints.MapPatch("/{id:guid}", async (ChangeComplaint change, MergePatch merge, Guid id, JsonElement patch, IfMatch match, HttpContext http) =>
            (await change.ExecuteAsync(new(id), form => merge.Apply(form, patch), match.Version, http.RequestAborted)).Answer(http, c => c.Version)).NeedsIfMatch();

        MapWork(complaints);
        MapSettling(complaints);
        MapEnds(complaints);

        // What nobody should be reminded to pay.
        api.MapGet("/clients/{id:guid}/disputes", async (ReadDisputedAmounts read, Guid id, HttpContext http) =>
            (await read.ExecuteAsync(new(id), http.RequestAborted)).Answer(http)).WithTags("Complaints");
    }

    private static async Task<IResult> ListAsync(
        ListComplaints list, HttpContext http, string? view, string? status, Guid? clientId, Guid? owner, string? nature, string? cause, string? number, Guid? orderId, Guid? deliveryId, Guid? inquiryId, string? cursor, int limit = 25) =>
        limit is < 1 or > 200 || !QueryName.Fits<ComplaintsShown>(view, out var shown) || !QueryName.Fits<ComplaintStatus>(status, out var standing) || !QueryName.Fits<ComplaintNature>(nature, out var about) || !QueryName.Fits<ComplaintCause>(cause, out var because)
            ? Problems.For(StatusCodes.Status400BadRequest, http)
            : (await list.ExecuteAsync(
                new(shown ?? ComplaintsShown.All, standing, clientId is { } c ? new(c) : null, owner is { } m ? new(m) : null, about, because, number, orderId is { } o ? new(o) : null, deliveryId is { } d ? new(d) : null, InquiryId: inquiryId is { } i ? new(i) : null, After: cursor, Size: limit),
                http.RequestAborted)).Answer(http);

    private static void MapWork(RouteGroupBuilder complaints)
    {
        complaints.MapPost("/{id:guid}/work", async (WorkOnComplaint work, Guid id, WorkOnComplaint.Form form, IfMatch match, HttpContext http) =>
            (await work.ExecuteAsync(new(id), form, match.Version, http.RequestAborted)).Answer(http, c => c.Version)).NeedsIfMatch();

        complaints.MapPost("/{id:guid}/actions", async (PlanComplaintAction plan, Guid id, PlanComplaintAction.Form form, IfMatch match, HttpContext http) =>
            (await plan.ExecuteAsync(new(id), form, match.Version, http.RequestAborted)).Answer(http, c => c.Version)).NeedsIfMatch();

        complaints.MapPost("/{id:guid}/actions/{actionId:guid}/completion", async (TickComplaintAction tick, Guid id, Guid actionId, Completion completion, IfMatch match, HttpContext http) =>
            (await tick.ExecuteAsync(new(id), actionId, completion.Done ?? true, match.Version, http.RequestAborted)).Answer(http, c => c.Version)).NeedsIfMatch();

        complaints.MapPost("/{id:guid}/actions/{actionId:guid}/removal", async (DropComplaintAction drop, Guid id, Guid actionId, IfMatch match, HttpContext http) =>
            (await drop.ExecuteAsync(new(id), actionId, match.Version, http.RequestAborted)).Answer(http, c => c.Version)).NeedsIfMatch();

        // Without a discipline, the step whose turn it is.
        complaints.MapPost("/{id:guid}/steps", async (FinishComplaintStep finish, Guid id, Step step, IfMatch match, HttpContext http) =>
            (await finish.ExecuteAsync(new(id), step.Discipline, match.Version, http.RequestAborted)).Answer(http, c => c.Version)).NeedsIfMatch();

        complaints.MapPost("/{id:guid}/requirement", async (LinkRequirement link, Guid id, Learnt learnt, IfMatch match, HttpContext http) =>
            (await link.ExecuteAsync(new(id), new(learnt.RequirementId), match.Version, http.RequestAborted)).Answer(http, c => c.Version)).NeedsIfMatch();

        // The raw file: a photo or a PDF.
        complaints.MapPost("/{id:guid}/files", async (AttachToComplaint attach, Guid id, IfMatch match, HttpContext http) =>
            await FileBody.ReadAsync(http, AttachToComplaint.MostBytes) is var (bytes, name)
                ? (await attach.ExecuteAsync(new(id), bytes, name, match.Version, http.RequestAborted)).Answer(http, c => c.Version)
                : Problems.For(StatusCodes.Status413PayloadTooLarge, http)).NeedsIfMatch()
            .Produces<ComplaintView>().ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status415UnsupportedMediaType);

        // Never shown in the portal's own name: a file of somebody else's is downloaded, not rendered.
        complaints.MapGet("/{id:guid}/files/{fileId:guid}", async (ReadComplaintFile read, Guid id, Guid fileId, HttpContext http) =>
            await read.ExecuteAsync(new(id), new(fileId), http.RequestAborted) is var file && file.IsOk
                ? TypedResults.File(file.Value.Bytes, file.Value.ContentType, file.Value.Name)
                : Problems.For(file.Refusal!, http)).ExcludeFromDescription();
    }

    private static void MapSettling(RouteGroupBuilder complaints)
    {
        complaints.MapPost("/{id:guid}/settlement", async (SettleComplaint settle, Guid id, SettleComplaint.Form form, IfMatch match, HttpContext http) =>
            (await settle.ExecuteAsync(new(id), form, match.Version, http.RequestAborted)).Answer(http, c => c.Version)).NeedsIfMatch();

        complaints.MapPost("/{id:guid}/credits", async (RequestCredit request, Guid id, IfMatch match, HttpContext http) =>
            (await request.ExecuteAsync(new(id), match.Version, http.RequestAborted)).Answer(http, c => c.Version)).NeedsIfMatch();

        complaints.MapPost("/{id:guid}/credits/{creditId:guid}/decision", async (JudgeCredit judge, Guid id, Guid creditId, JudgeCredit.Form form, IfMatch match, HttpContext http) =>
            (await judge.ExecuteAsync(new(id), creditId, form, match.Version, http.RequestAborted)).Answer(http, c => c.Version)).NeedsIfMatch();

        // All of them: what is left out is taken off.
        complaints.MapPost("/{id:guid}/costs", async (CountQualityCosts count, Guid id, CountQualityCosts.Form form, IfMatch match, HttpContext http) =>
            (await count.ExecuteAsync(new(id), form, match.Version, http.RequestAborted)).Answer(http, c => c.Version)).NeedsIfMatch();

        complaints.MapPost("/{id:guid}/answer", async (AnswerComplaint answer, Guid id, AnswerComplaint.Form form, IfMatch match, HttpContext http) =>
            (await answer.ExecuteAsync(new(id), form, match.Version, http.RequestAborted)).Answer(http, c => c.Version)).NeedsIfMatch();

        // ?paper= letter, eightD.
        complaints.MapGet("/{id:guid}/report", async (ReadComplaintPaper read, Guid id, HttpContext http, string? paper) =>
            !QueryName.Fits<ComplaintPaper>(paper, out var kind) ? Problems.For(StatusCodes.Status400BadRequest, http)
            : await read.ExecuteAsync(new(id), kind ?? ComplaintPaper.EightD, http.RequestAborted) is var printed && printed.IsOk
                ? TypedResults.File(printed.Value.Bytes, "application/pdf", printed.Value.Name)
                : Problems.For(printed.Refusal!, http)).Produces<Stream>(StatusCodes.Status200OK, "application/pdf");
    }

    private static void MapEnds(RouteGroupBuilder complaints)
    {
        complaints.MapPost("/{id:guid}/closure", async (CloseComplaint close, Guid id, IfMatch match, HttpContext http) =>
            (await close.ExecuteAsync(new(id), match.Version, http.RequestAborted)).Answer(http, c => c.Version)).NeedsIfMatch();

        complaints.MapPost("/{id:guid}/refusal", async (RefuseComplaint refuse, Guid id, ComplaintReason why, IfMatch match, HttpContext http) =>
            (await refuse.ExecuteAsync(new(id), why, match.Version, http.RequestAborted)).Answer(http, c => c.Version)).NeedsIfMatch();

        complaints.MapPost("/{id:guid}/withdrawal", async (WithdrawComplaint withdraw, Guid id, ComplaintReason why, IfMatch match, HttpContext http) =>
            (await withdraw.ExecuteAsync(new(id), why, match.Version, http.RequestAborted)).Answer(http, c => c.Version)).NeedsIfMatch();

        complaints.MapPost("/{id:guid}/reopening", async (ReopenComplaint reopen, Guid id, ReopenComplaint.Form form, IfMatch match, HttpContext http) =>
            (await reopen.ExecuteAsync(new(id), form, match.Version, http.RequestAborted)).Answer(http, c => c.Version)).NeedsIfMatch();
    }

    private sealed record Completion(bool? Done);

    private sealed record Step(Discipline? Discipline);
}

using System.Text.Json;
using AdvPortal.Application.Inquiries;
using AdvPortal.Domain.Inquiries;
using StatusCodes = Microsoft.AspNetCore.Http.StatusCodes;

namespace AdvPortal.Web.Api;

/// <summary>Questions of clients: opened, answered once, noted on, passed on, put off, closed; and the words that answer them.</summary>
internal sealed class InquiryEndpoints : IMapEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var inquiries = api.MapGroup("/inquiries").WithTags("Inquiries");

        inquiries.MapGet("/", async (ListInquiries list, HttpContext http, string? section, string? status, Guid? clientId, Guid? orderId, string? q, string? cursor, int limit = 25) =>
            limit is < 1 or > 200 || !QueryName.Fits<InquirySection>(section, out var part) || !QueryName.Fits<InquiryStatus>(status, out var standing)
                ? Problems.For(StatusCodes.Status400BadRequest, http)
                : (await list.ExecuteAsync(
                    new(part ?? InquirySection.All, standing, clientId is { } c ? new(c) : null, orderId is { } o ? new(o) : null, q, cursor, limit), http.RequestAborted)).Answer(http));

        inquiries.MapPost("/", async (OpenInquiry open, OpenInquiry.Form form, HttpContext http) =>
            (await open.ExecuteAsync(form, http.RequestAborted)).AnswerCreated(http, i => $"inquiries/{i.Id.Value}", i => i.Version));

        inquiries.MapGet("/{id:guid}", async (ReadInquiry read, Guid id, HttpContext http) => (await read.ExecuteAsync(new(id), http.RequestAborted)).Answer(http, i => i.Version));

        inquiries.MapPatch("/{id:guid}", async (ClassifyInquiry classify, MergePatch merge, Guid id, JsonElement patch, IfMatch match, HttpContext http) =>
            (await classify.ExecuteAsync(new(id), form => merge.Apply(form, patch), match.Version, http.RequestAborted)).Answer(http, i => i.Version)).NeedsIfMatch();

        inquiries.MapGet("/{id:guid}/messages", async (ReadInquiryMessages read, Guid id, HttpContext http) => (await read.ExecuteAsync(new(id), http.RequestAborted)).Answer(http));

        // ?orderId= where the conversation speaks of several.
        inquiries.MapGet("/{id:guid}/order-state", async (WriteOrderState write, Guid id, Guid? orderId, HttpContext http) =>
            (await write.ExecuteAsync(new(id), orderId is { } o ? new(o) : null, http.RequestAborted)).Answer(http));

        inquiries.MapGet("/{id:guid}/reply-preview", async (PreviewReply preview, Guid id, Guid? templateId, Guid? orderId, HttpContext http) =>
            (await preview.ExecuteAsync(new(id), new(templateId is { } t ? new(t) : null, null, orderId is { } o ? new(o) : null), http.RequestAborted)).Answer(http));

        inquiries.MapPost("/{id:guid}/replies", async (ReplyToInquiry reply, Guid id, ReplyToInquiry.Form form, IfMatch match, HttpContext http) =>
            (await reply.ExecuteAsync(new(id), form, match.Version, http.RequestAborted)).Answer(http, i => i.Version)).NeedsIfMatch();

        inquiries.MapPost("/{id:guid}/notes", async (NoteOnInquiry note, Guid id, NoteOnInquiry.Form form, IfMatch match, HttpContext http) =>
            (await note.ExecuteAsync(new(id), form, match.Version, http.RequestAborted)).Answer(http, i => i.Version)).NeedsIfMatch();

        inquiries.MapPost("/{id:guid}/assignment", async (AssignInquiry assign, Guid id, AssignInquiry.Form form, IfMatch match, HttpContext http) =>
            (await assign.ExecuteAsync(new(id), form, match.Version, http.RequestAborted)).Answer(http, i => i.Version)).NeedsIfMatch();

        inquiries.MapPost("/{id:guid}/snooze", async (SnoozeInquiry snooze, Guid id, SnoozeInquiry.Form form, IfMatch match, HttpContext http) =>
            (await snooze.ExecuteAsync(new(id), form, match.Version, http.RequestAborted)).Answer(http, i => i.Version)).NeedsIfMatch();

        inquiries.MapPost("/{id:guid}/close", async (CloseInquiry close, Guid id, IfMatch match, HttpContext http) =>
            (await close.ExecuteAsync(new(id), match.Version, http.RequestAborted)).Answer(http, i => i.Version)).NeedsIfMatch();

        inquiries.MapPost("/{id:guid}/reopen", async (ReopenInquiry reopen, Guid id, IfMatch match, HttpContext http) =>
            (await reopen.ExecuteAsync(new(id), match.Version, http.RequestAborted)).Answer(http, i => i.Version)).NeedsIfMatch();

        inquiries.MapPost("/{id:guid}/merge", async (MergeInquiries merge, Guid id, MergeInquiries.Form form, IfMatch match, HttpContext http) =>
            (await merge.ExecuteAsync(new(id), form, match.Version, http.RequestAborted)).Answer(http, i => i.Version)).NeedsIfMatch();

        // The answer is the conversation that goes on apart.
        inquiries.MapPost("/{id:guid}/split", async (SplitInquiry split, Guid id, SplitInquiry.Form form, IfMatch match, HttpContext http) =>
            (await split.ExecuteAsync(new(id), form, match.Version, http.RequestAborted)).Answer(http, i => i.Version)).NeedsIfMatch();

        inquiries.MapGet("/{id:guid}/follow-ups", async (ReadInquiryFollowUps read, Guid id, HttpContext http) => (await read.ExecuteAsync(new(id), http.RequestAborted)).Answer(http));

        inquiries.MapPost("/{id:guid}/requirement", async (LinkInquiryRequirement link, Guid id, Learnt learnt, IfMatch match, HttpContext http) =>
            (await link.ExecuteAsync(new(id), new(learnt.RequirementId), match.Version, http.RequestAborted)).Answer(http, i => i.Version)).NeedsIfMatch();

        var templates = api.MapGroup("/reply-templates").WithTags("Inquiries");

        templates.MapGet("/", async (ReadReplyTemplates read, HttpContext http) => (await read.ExecuteAsync(http.RequestAborted)).Answer(http));

        templates.MapPost("/", async (KeepReplyTemplate keep, KeepReplyTemplate.Form form, HttpContext http) =>
            (await keep.ExecuteAsync(null, form, null, http.RequestAborted)).AnswerCreated(http, t => $"reply-templates/{t.Id.Value}", t => t.Version));

        templates.MapPut("/{id:guid}", async (KeepReplyTemplate keep, Guid id, KeepReplyTemplate.Form form, IfMatch match, HttpContext http) =>
            (await keep.ExecuteAsync(new(id), form, match.Version, http.RequestAborted)).Answer(http, t => t.Version)).NeedsIfMatch();

        templates.MapDelete("/{id:guid}", async (DropReplyTemplate drop, Guid id, IfMatch match, HttpContext http) =>
            (await drop.ExecuteAsync(new(id), match.Version, http.RequestAborted)).Answer(http)).NeedsIfMatch().WithSummary("Answers it as it was");
    }
}

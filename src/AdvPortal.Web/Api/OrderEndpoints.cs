using System.Text.Json;
using System.Text.Json.Nodes;
using AdvPortal.Application.Orders;
using AdvPortal.Domain.Orders;
using Microsoft.AspNetCore.Mvc;

namespace AdvPortal.Web.Api;

/// <summary>Orders: placed, read, settled finding by finding, confirmed or cancelled.</summary>
internal sealed class OrderEndpoints : IMapEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var orders = api.MapGroup("/orders").WithTags("Orders");

        orders.MapGet("/", async (ListOrders list, HttpContext http, string? view, string? status, Guid? clientId, Guid? owner, string? q, DateOnly? from, DateOnly? until, string? waitingFor, string? cursor, int limit = 25) =>
            limit is < 1 or > 200 || !QueryName.Fits<OrderBookView>(view, out var shown) || !QueryName.Fits<OrderStatus>(status, out var standing) || !QueryName.Fits<WaitingFor>(waitingFor, out var awaited)
                ? Problems.For(StatusCodes.Status400BadRequest, http)
                : (await list.ExecuteAsync(
                    new(shown ?? OrderBookView.All, standing, clientId is { } c ? new(c) : null, owner is { } o ? new(o) : null, q, from, until, cursor, limit, awaited), http.RequestAborted)).Answer(http));

        // One act on many orders, each judged by itself; those that may not are named with the reason.
        orders.MapPost("/changes", async (ChangeOrders change, ChangeOrders.Form form, HttpContext http) =>
            (await change.ExecuteAsync(form, http.RequestAborted)).Answer(http)).Produces<ChangeOrders.Changed>();

        orders.MapPost("/", async (PlaceOrder place, PlaceOrder.Form form, HttpContext http) =>
            (await place.ExecuteAsync(form, http.RequestAborted)).AnswerCreated(http, o => $"orders/{o.Id.Value}", o => o.Version));

        orders.MapGet("/{id:guid}", async (ReadOrder read, Guid id, HttpContext http) =>
            (await read.ExecuteAsync(new(id), http.RequestAborted)).Answer(http, o => o.Version));

        orders.MapPatch("/{id:guid}", async (CorrectOrder correct, MergePatch merge, Guid id, JsonElement patch, IfMatch match, HttpContext http) =>
            (await correct.ExecuteAsync(new(id), form => merge.Apply(form, LinesByNumber(patch)), match.Version, http.RequestAborted)).Answer(http, o => o.Version)).NeedsIfMatch();

        // ?deliverOn= is one of the finding's alternatives, in the place of the date it proposes.
        orders.MapPost("/{id:guid}/findings/{findingId:guid}/acceptance", async (AcceptFinding accept, Guid id, Guid findingId, DateOnly? deliverOn, IfMatch match, HttpContext http) =>
            (await accept.ExecuteAsync(new(id), new(findingId), match.Version, deliverOn, http.RequestAborted)).Answer(http, o => o.Version)).NeedsIfMatch();

        orders.MapPost("/{id:guid}/findings/{findingId:guid}/waiver", async (WaiveFinding waive, Guid id, Guid findingId, WaiveFinding.Form form, IfMatch match, HttpContext http) =>
            (await waive.ExecuteAsync(new(id), new(findingId), form, match.Version, http.RequestAborted)).Answer(http, o => o.Version)).NeedsIfMatch();

        // new, replaces or ignore: what an order is that looks like an earlier one.
        orders.MapPost("/{id:guid}/findings/{findingId:guid}/duplicate", async (ResolveDuplicate resolve, Guid id, Guid findingId, ResolveDuplicate.Form form, IfMatch match, HttpContext http) =>
            (await resolve.ExecuteAsync(new(id), new(findingId), form, match.Version, http.RequestAborted)).Answer(http, o => o.Version)).NeedsIfMatch();

        orders.MapPost("/{id:guid}/confirmation", async (ConfirmOrder confirm, Guid id, IfMatch match, HttpContext http) =>
            (await confirm.ExecuteAsync(new(id), match.Version, http.RequestAborted)).Answer(http, o => o.Version)).NeedsIfMatch();

        // What counts at planning, packing, labelling or invoicing is found, to be accepted or waived like the rest.
        orders.MapPost("/{id:guid}/steps", async (ReachStep reach, Guid id, ReachStep.Form form, IfMatch match, HttpContext http) =>
            (await reach.ExecuteAsync(new(id), form, match.Version, http.RequestAborted)).Answer(http, o => o.Version)).NeedsIfMatch();

        // The days for which what is outstanding may be promised; ?from= is the one wanted.
        orders.MapGet("/{id:guid}/arrival-days", async (ReadArrivalDays read, Guid id, DateOnly? from, HttpContext http) =>
            (await read.ExecuteAsync(new(id), from, http.RequestAborted)).Answer(http));

        orders.MapPost("/{id:guid}/promises", async (Repromise promise, Guid id, Repromise.Form form, IfMatch match, HttpContext http) =>
            (await promise.ExecuteAsync(new(id), form, match.Version, http.RequestAborted)).Answer(http, o => o.Version)).NeedsIfMatch();

        // The client was told of its newest dates in another way than by a document of ours.
        orders.MapPost("/{id:guid}/promises/told", async (TellPromises tell, Guid id, IfMatch match, HttpContext http) =>
            (await tell.ExecuteAsync(new(id), match.Version, http.RequestAborted)).Answer(http, o => o.Version)).NeedsIfMatch();

        // The word on the new dates, as it would be said; posted without words of one's own, it is.
        orders.MapGet("/{id:guid}/promises/notice", async (DraftPromiseNotice draft, Guid id, HttpContext http) =>
            (await draft.ExecuteAsync(new(id), http.RequestAborted)).Answer(http));

        orders.MapPost("/{id:guid}/promises/notice", async (SendPromiseNotice send, Guid id, SendPromiseNotice.Form form, IfMatch match, HttpContext http) =>
            (await send.ExecuteAsync(new(id), form, match.Version, http.RequestAborted)).Answer(http, o => o.Version)).NeedsIfMatch();

        orders.MapPost("/{id:guid}/readiness", async (TellReadiness tell, Guid id, TellReadiness.Form form, IfMatch match, HttpContext http) =>
            (await tell.ExecuteAsync(new(id), form, match.Version, http.RequestAborted)).Answer(http, o => o.Version)).NeedsIfMatch();

        orders.MapPost("/{id:guid}/preparation", async (StartPreparation prepare, Guid id, IfMatch match, HttpContext http) =>
            (await prepare.ExecuteAsync(new(id), match.Version, http.RequestAborted)).Answer(http, o => o.Version)).NeedsIfMatch();

        // The order as it can be changed; posted to /amendments with what is to be otherwise, and as "seen" with what it was.
        orders.MapGet("/{id:guid}/terms", async (ReadOrderTerms read, Guid id, HttpContext http) =>
            (await read.ExecuteAsync(new(id), http.RequestAborted)).Answer(http, o => o.Version));

        orders.MapPost("/{id:guid}/amendments", async (AmendOrder amend, Guid id, AmendOrder.Form form, IfMatch match, HttpContext http) =>
            (await amend.ExecuteAsync(new(id), form, match.Version, http.RequestAborted)).Answer(http, o => o.Version)).NeedsIfMatch();

        // No line named: all that is outstanding.
        orders.MapPost("/{id:guid}/short-closure", async (CloseShort close, Guid id, CloseShort.Form form, IfMatch match, HttpContext http) =>
            (await close.ExecuteAsync(new(id), form, match.Version, http.RequestAborted)).Answer(http, o => o.Version)).NeedsIfMatch();

        orders.MapPost("/{id:guid}/closure", async (CloseOrder close, Guid id, IfMatch match, HttpContext http) =>
            (await close.ExecuteAsync(new(id), match.Version, http.RequestAborted)).Answer(http, o => o.Version)).NeedsIfMatch();

        orders.MapPost("/{id:guid}/hold", async (HoldOrder hold, Guid id, HoldOrder.Form form, IfMatch match, HttpContext http) =>
            (await hold.ExecuteAsync(new(id), form, match.Version, http.RequestAborted)).Answer(http, o => o.Version)).NeedsIfMatch();

        orders.MapPost("/{id:guid}/release", async (ReleaseOrder release, Guid id, IfMatch match, HttpContext http) =>
            (await release.ExecuteAsync(new(id), match.Version, http.RequestAborted)).Answer(http, o => o.Version)).NeedsIfMatch();

        // Once more, or at once when it is delayed.
        orders.MapPost("/{id:guid}/acknowledgement", async (ResendAcknowledgement resend, Guid id, IfMatch match, HttpContext http) =>
            (await resend.ExecuteAsync(new(id), match.Version, http.RequestAborted)).Answer(http, o => o.Version)).NeedsIfMatch();

        orders.MapPost("/{id:guid}/cancellation", async (CancelOrder cancel, Guid id, CancelOrder.Form form, IfMatch match, HttpContext http) =>
            (await cancel.ExecuteAsync(new(id), form, match.Version, http.RequestAborted)).Answer(http, o => o.Version)).NeedsIfMatch();
    }

    // A merge patch replaces a list as a whole. Lines are told apart by their numbers: those that are not named stay.
    private static JsonElement LinesByNumber(JsonElement patch)
    {
        if (patch.ValueKind is not JsonValueKind.Object || !patch.TryGetProperty("lines", out var lines) || lines.ValueKind is not JsonValueKind.Array)
        {
            return patch;
        }

        var byNumber = new JsonObject();

        foreach (var line in lines.EnumerateArray())
        {
            var number = line.ValueKind is JsonValueKind.Object && line.TryGetProperty("lineNo", out var no) ? no.ToString() : "";
            byNumber[number] = JsonNode.Parse(line.GetRawText());
        }

        var whole = JsonObject.Create(patch)!;
        whole["lines"] = byNumber;

        return JsonSerializer.SerializeToElement(whole);
    }
}

/// <summary>Which findings stand in the way of a confirmation.</summary>
internal sealed class UnmetRequirements : IDescribeRefusal
{
    public void Complete(ProblemDetails problem, Refusal refusal)
    {
        if (refusal is RequirementsNotMet unmet)
        {
            problem.Extensions["findings"] = unmet.Findings.Select(OrderView.FindingRow.Of).ToList();
        }
    }
}

using System.Text.Json;
using AdvPortal.Application.Webhooks;
using AdvPortal.Domain.Webhooks;

namespace AdvPortal.Web.Api;

/// <summary>Which other systems are told of what happens here, and what they were told.</summary>
internal sealed class WebhookEndpoints : IMapEndpoints
{
    private static readonly string _explained =
        $$"""
        Events: {{string.Join(", ", WebhookEvents.Types.Select(type => $"`{type}`"))}}. Each is a POST of `{ "id", "type", "at", "tenant", "subject": { "kind", "id", "number", "href" }, "data" }`, without personal data,
        signed according to Standard Webhooks 1.0.0: `webhook-id` (the same for every try), `webhook-timestamp` (seconds since 1970) and `webhook-signature` (`v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`,
        with the bytes behind `whsec_` as key). Answer 2xx within 10 seconds; anything else is tried again after 30 seconds, up to an hour, for three days. 410 switches the webhook off. The order of messages is not promised: `at` tells it.
        """;

    public static void Map(IEndpointRouteBuilder api)
    {
        var webhooks = api.MapGroup("/webhooks").WithTags("Webhooks");

        webhooks.MapGet("/", async (ListWebhooks list, HttpContext http) => (await list.ExecuteAsync(http.RequestAborted)).Answer(http));

        webhooks.MapPost("/", async (AddWebhook add, WebhookForm form, HttpContext http) =>
            (await add.ExecuteAsync(form, http.RequestAborted)).AnswerCreated(http, w => $"webhooks/{w.Id.Value}", w => w.Version))
            .WithSummary("Answers the secret, once").WithDescription(_explained);

        webhooks.MapGet("/{id:guid}", async (ReadWebhook read, Guid id, HttpContext http) =>
            (await read.ExecuteAsync(new(id), http.RequestAborted)).Answer(http, w => w.Version));

        webhooks.MapPatch("/{id:guid}", async (ChangeWebhook change, MergePatch merge, Guid id, JsonElement patch, IfMatch match, HttpContext http) =>
            (await change.ExecuteAsync(new(id), form => merge.Apply(form, patch), match.Version, http.RequestAborted)).Answer(http, w => w.Version)).NeedsIfMatch();

        webhooks.MapDelete("/{id:guid}", async (RemoveWebhook remove, Guid id, IfMatch match, HttpContext http) =>
            (await remove.ExecuteAsync(new(id), match.Version, http.RequestAborted)).Answer(http)).NeedsIfMatch().WithSummary("Answers it as it was");

        webhooks.MapPost("/{id:guid}/test", async (TestWebhook test, Guid id, IfMatch match, HttpContext http) =>
            (await test.ExecuteAsync(new(id), match.Version, http.RequestAborted)).Answer(http)).NeedsIfMatch()
            .WithSummary("Calls it now with the type webhook.test").WithDescription("What was wrong is the `detail` of the problem that is answered; nothing is kept.");

        webhooks.MapGet("/{id:guid}/messages", async (ListWebhookMessages list, Guid id, HttpContext http, string? status, string? cursor, int limit = 25) =>
            limit is < 1 or > 200 || !QueryName.Fits<WebhookMessageStatus>(status, out var standing)
                ? Problems.For(StatusCodes.Status400BadRequest, http)
                : (await list.ExecuteAsync(new(id), standing, cursor, limit, http.RequestAborted)).Answer(http)).WithDescription("The newest first; messages of the last 30 days are kept.");

        webhooks.MapPost("/{id:guid}/messages/{messageId:guid}/replay", async (ReplayWebhookMessage replay, Guid id, Guid messageId, IfMatch match, HttpContext http) =>
            (await replay.ExecuteAsync(new(id), new(messageId), match.Version, http.RequestAborted)).Answer(http)).NeedsIfMatch()
            .WithSummary("Sends it once more, under the same webhook-id").WithDescription("`If-Match` is the ETag of the webhook.");

        webhooks.MapPost("/{id:guid}/messages/replay", async (ReplayFailedWebhookMessages replay, Guid id, ReplayFailedWebhookMessages.Form form, IfMatch match, HttpContext http) =>
            (await replay.ExecuteAsync(new(id), form.Since, match.Version, http.RequestAborted)).Answer(http)).NeedsIfMatch()
            .WithSummary("Sends once more what failed since a day").WithDescription("`If-Match` is the ETag of the webhook; without `since`, all that failed and is still kept. At most 1,000 at once: `more` says whether to call again.");
    }
}

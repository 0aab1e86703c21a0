using System.Diagnostics;
using AdvPortal.Application.Outbox;
using AdvPortal.Domain.Webhooks;
using AdvPortal.Exchange.Webhooks;

namespace AdvPortal.Application.Webhooks;

/// <summary>Calls a webhook with a message that tells of nothing, and says exactly what is wrong. Nothing is kept, and it may be switched off.</summary>
[UseCase]
public sealed class TestWebhook(UnitOfWork unitOfWork, WebhookSender sender, SecretBox secrets, MailSettings settings, TenantClock clock)
{
    public async Task<Result<Answered>> ExecuteAsync(WebhookId id, int? version, CancellationToken ct = default)
    {
        var asked = await unitOfWork.ReadAsync<(Webhook Webhook, string Slug)>(this, Permission.ManageTenant, async db =>
        {
            var found = await ChangeWebhook.FindAsync(db, id, version, ct);

            return found.IsOk ? (found.Value, await db.Tenants.Where(t => t.Id == db.Tenant).Select(t => t.Slug).SingleAsync(ct)) : found.Refusal;
        }, ct);

        if (!asked.IsOk)
        {
            return asked.Refusal;
        }

        var (webhook, slug) = asked.Value;

        if (secrets.Open(webhook.Secret) is not { } secret)
        {
            return new WebhookSecretLost();
        }

        var (url, message) = (new Uri(webhook.Url), WebhookMessage.NameOf(Ids.New<WebhookMessageId>()));
        var told = new WebhookEvent(WebhookEvents.Test, new("webhook", id.Value, "", $"api/v1/webhooks/{id.Value}"), new { });
        var started = Stopwatch.GetTimestamp();
        var answer = await sender.SendAsync(
            new(url, message, WebhookEvents.Write(message, told, clock.Now, slug, path => new(settings.PublicAddress, $"{slug}/{path}")), secret), clock.Now, ct);

        return answer.Trouble is { } trouble
            ? WebhookTroubles.Refusal(trouble, url, answer.Status, answer.Detail)
            : new Answered(message, answer.Status!.Value, (int)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    /// <param name="MessageId">The <c>webhook-id</c> that was sent.</param>
    /// <param name="Status">HTTP status.</param>
    public sealed record Answered(string MessageId, int Status, int Milliseconds);
}

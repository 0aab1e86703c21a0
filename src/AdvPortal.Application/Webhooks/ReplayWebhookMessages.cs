using AdvPortal.Domain.Webhooks;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Webhooks;

/// <summary>Sends a message once more, delivered or not, under the same id; one that waits goes at once.</summary>
[UseCase]
public sealed class ReplayWebhookMessage(UnitOfWork unitOfWork, TenantClock clock)
{
    public Task<Result<WebhookMessageView>> ExecuteAsync(WebhookId id, WebhookMessageId message, int? version, CancellationToken ct = default) =>
        unitOfWork.RunAsync<Result<WebhookMessageView>>(this, Permission.ManageTenant, id, async db =>
        {
            var webhook = await ChangeWebhook.FindAsync(db, id, version, ct);

            if (!webhook.IsOk)
            {
                return webhook.Refusal;
            }

            if (await db.WebhookMessages.SingleOrDefaultAsync(m => m.WebhookId == id && m.Id == message, ct) is not { } found)
            {
                return new NoSuchWebhookMessage();
            }

            if (!webhook.Value.IsActive)
            {
                return new WebhookIsOff();
            }

            if (found.Status is WebhookMessageStatus.Sending)
            {
                return new WebhookMessageUnderway();
            }

            await AgainAsync(db, [found], clock.Now, ct);

            return WebhookMessageView.Of(found, webhook.Value.Url);
        }, ct);

    internal static async Task AgainAsync(AdvDbContext db, List<WebhookMessage> messages, DateTimeOffset now, CancellationToken ct)
    {
        var ids = messages.ConvertAll(m => m.Id);
        var turns = await db.WebhookTurns.Where(t => ids.Contains(t.Id)).ToDictionaryAsync(t => t.Id, ct);

        foreach (var message in messages)
        {
            message.Replay(now);

            if (turns.TryGetValue(message.Id, out var waiting))
            {
                waiting.Hasten(now);
            }
            else
            {
                db.WebhookTurns.Add(new(message.Id, db.Tenant!.Value, now));
            }
        }
    }
}

/// <summary>Sends once more what failed since a day: after a receiver was away, or was set up wrong.</summary>
[UseCase]
public sealed class ReplayFailedWebhookMessages(UnitOfWork unitOfWork, TenantClock clock)
{
    /// <summary>Of one call; more of them are a second one's.</summary>
    public const int Most = 1000;

    /// <param name="id">Of the webhook.</param>
    /// <param name="since">In the company's time zone.</param>
    /// <param name="version">As the person saw it.</param>
    /// <param name="ct">Stops.</param>
    public Task<Result<Replayed>> ExecuteAsync(WebhookId id, DateOnly? since, int? version, CancellationToken ct = default) =>
        unitOfWork.RunAsync<Result<Replayed>>(this, Permission.ManageTenant, id, async db =>
        {
            var webhook = await ChangeWebhook.FindAsync(db, id, version, ct);

            if (!webhook.IsOk)
            {
                return webhook.Refusal;
            }

            if (!webhook.Value.IsActive)
            {
                return new WebhookIsOff();
            }

            var from = since is { } day && day > DateOnly.MinValue ? BeginningOf(day) : DateTimeOffset.MinValue;
            var failed = await db.WebhookMessages.Where(m => m.WebhookId == id && m.Status == WebhookMessageStatus.Failed && m.CreatedAt >= from)
                .OrderBy(m => m.CreatedAt).ThenBy(m => m.Id).Take(Most + 1).ToListAsync(ct);
            var again = failed[..Math.Min(failed.Count, Most)];
            await ReplayWebhookMessage.AgainAsync(db, again, clock.Now, ct);

            return new Replayed(again.Count, failed.Count > Most);
        }, ct);

    private DateTimeOffset BeginningOf(DateOnly day) => clock.At(day, TimeOnly.MinValue);

    /// <param name="Count">How many go once more.</param>
    /// <param name="More">There are more of them.</param>
    public sealed record Replayed(int Count, bool More);

    /// <param name="Since">Null for all that is still kept.</param>
    public sealed record Form(DateOnly? Since);
}

/// <summary>Forgets what webhooks were told once nobody asks for it again: how many messages.</summary>
[UseCase]
public sealed class ForgetWebhookMessages(UnitOfWork unitOfWork, TenantClock clock)
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    public Task<int> ExecuteAsync(CancellationToken ct = default)
    {
        var since = clock.Now - KeptFor;

        return unitOfWork.RunUnrecordedAsync(
            db => db.WebhookMessages.Where(m => m.CreatedAt < since && (m.Status == WebhookMessageStatus.Delivered || m.Status == WebhookMessageStatus.Failed)).ExecuteDeleteAsync(ct), ct);
    }
}

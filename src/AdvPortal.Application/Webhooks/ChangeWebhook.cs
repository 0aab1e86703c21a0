using AdvPortal.Domain.Webhooks;
using AdvPortal.Persistence;
using FluentValidation;

namespace AdvPortal.Application.Webhooks;

/// <summary>Says anew where a webhook is, of what it is told, and whether it is told at all.</summary>
[UseCase]
public sealed class ChangeWebhook(UnitOfWork unitOfWork, IValidator<WebhookForm> validator)
{
    public Task<Result<WebhookView>> ExecuteAsync(WebhookId id, Func<WebhookForm, Result<WebhookForm>> change, int? version, CancellationToken ct = default) =>
        unitOfWork.RunAsync<Result<WebhookView>>(this, Permission.ManageTenant, id, async db =>
        {
            var found = await FindAsync(db, id, version, ct);

            if (!found.IsOk)
            {
                return found.Refusal;
            }

            var webhook = found.Value;
            var form = change(new() { Url = webhook.Url, Events = [.. webhook.Events], IsActive = webhook.IsActive });

            if (!form.IsOk)
            {
                return form.Refusal;
            }

            if (await validator.RefuseAsync(form.Value, ct) is { } invalid)
            {
                return invalid;
            }

            webhook.Describe(form.Value.Url!, form.Value.Events);
            webhook.Switch(form.Value.IsActive);
            db.Touch(webhook);

            return WebhookView.Of(webhook) with { Version = db.VersionAfterSaving(webhook) };
        }, ct);

    /// <summary>The webhook as the person saw it.</summary>
    internal static async Task<Result<Webhook>> FindAsync(AdvDbContext db, WebhookId id, int? version, CancellationToken ct) =>
        await db.Webhooks.SingleOrDefaultAsync(w => w.Id == id, ct) is not { } webhook ? new NoSuchWebhook()
        : version is { } seen && seen != webhook.Version ? new ChangedMeanwhile()
        : webhook;
}

/// <summary>Tells a webhook nothing more, and forgets what it was told.</summary>
[UseCase]
public sealed class RemoveWebhook(UnitOfWork unitOfWork)
{
    public Task<Result<WebhookView>> ExecuteAsync(WebhookId id, int? version, CancellationToken ct = default) =>
        unitOfWork.RunAsync<Result<WebhookView>>(this, Permission.ManageTenant, id, async db =>
        {
            var found = await ChangeWebhook.FindAsync(db, id, version, ct);

            if (!found.IsOk)
            {
                return found.Refusal;
            }

            db.Webhooks.Remove(found.Value);

            return WebhookView.Of(found.Value) with { IsActive = false };
        }, ct);
}

/// <summary>Switches a webhook off that has failed for too long, or wants nothing more: whoever manages the company sees it, and may switch it on again.</summary>
[UseCase]
public sealed class GiveWebhookUp(UnitOfWork unitOfWork, TenantClock clock)
{
    /// <param name="id">The webhook.</param>
    /// <param name="url">Where it failed: it may have moved since.</param>
    /// <param name="ct">Stops.</param>
    public Task<Result> ExecuteAsync(WebhookId id, string url, CancellationToken ct = default) =>
        unitOfWork.RunAsync<Result>(this, Permission.ManageTenant, id, async db =>
        {
            if (await db.Webhooks.SingleOrDefaultAsync(w => w.Id == id && w.Url == url && w.IsActive, ct) is not { } webhook)
            {
                return new NoSuchWebhook();
            }

            webhook.GiveUp(clock.Now);

            return Result.Ok;
        }, ct);
}

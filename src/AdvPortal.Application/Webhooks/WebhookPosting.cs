using AdvPortal.Application.Orders;
using AdvPortal.Application.Outbox;
using AdvPortal.Domain.Webhooks;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Webhooks;

/// <summary>Puts what webhooks are to be told into the transaction that gives cause to it: it leaves if, and only if, the change is committed.</summary>
public sealed class WebhookPosting(WebhookBook book, MailSettings settings, CurrentMember member, TenantClock clock)
{
    /// <summary>Whom this company tells; what is not known of it is asked in the visit that opens the transaction.</summary>
    internal WebhookBook.Asked Ask(AdvDbContext db, TenantId tenant) => book.Ask(db, tenant);

    /// <summary>To be called before the work is saved, when the context still knows how things were.</summary>
    internal async Task PostAsync(AdvDbContext db, WebhooksOf told, CancellationToken ct)
    {
        if (told.Webhooks.Count == 0)
        {
            return;
        }

        if (WebhookEvents.TakenBack(db) is { Count: > 0 } takenBack)
        {
            await TakeBackAsync(db, takenBack, ct);
        }

        foreach (var each in WebhookEvents.Of(db))
        {
            foreach (var (webhook, _) in told.Webhooks.Where(webhook => webhook.Events.Contains(each.Type)))
            {
                Add(db, db.Tenant!.Value, told.Slug, webhook, each);
            }
        }
    }

    private void Add(AdvDbContext db, TenantId tenant, string slug, WebhookId webhook, WebhookEvent told)
    {
        var (id, now) = (Ids.New<WebhookMessageId>(), clock.Now);
        var body = WebhookEvents.Write(WebhookMessage.NameOf(id), told, now, slug, path => new(settings.PublicAddress, $"{slug}/{path}"));
        var dueAt = told.CanBeTakenBack && member.Id is not null ? now + UndoConfirmation.PossibleFor : now;
        db.WebhookMessages.Add(new(id, webhook, told.Type, told.About.Id, told.About.Number, body, now, dueAt));
        db.WebhookTurns.Add(new(id, tenant, dueAt));
    }

    // Only what waits for this very moment to pass: whatever else waits is due, or was on the wire.
    private async Task TakeBackAsync(AdvDbContext db, List<Guid> subjects, CancellationToken ct)
    {
        var now = clock.Now;
        var waiting = db.WebhookMessages.Where(m => subjects.Contains(m.SubjectId) && m.Status == WebhookMessageStatus.Waiting && m.Attempts == 0 && m.DueAt > now);
        await waiting.ExecuteDeleteAsync(ct);
    }
}

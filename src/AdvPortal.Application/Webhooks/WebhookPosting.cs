using AdvPortal.Application.Orders;
using AdvPortal.Application.Outbox;
using AdvPortal.Domain.Webhooks;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Webhooks;

/// <summary>Puts what webhooks are to be told into the transaction that gives cause to it: it leaves if, and only if, the change is committed.</summary>
public sealed class WebhookPosting(WebhookBook book, MailSettings settings, CurrentMember member, TenantClock clock)
{
    /// <summary>To be called before the work is saved, when the context still knows how things were.</summary>
    internal async Task PostAsync(AdvDbContext db, CancellationToken ct)
    {
        var tenant = db.Tenant!.Value;

        if (book.Find(tenant) is { Webhooks.Count: 0 })
        {
            return;
        }

        var (events, takenBack) = (WebhookEvents.Of(db), WebhookEvents.TakenBack(db));

        if (events.Count + takenBack.Count == 0)
        {
            return;
        }

        var told = book.Find(tenant) ?? await book.ReadAsync(db, tenant, ct);

        if (takenBack.Count > 0 && told.Webhooks.Count > 0)
        {
            await TakeBackAsync(db, takenBack, ct);
        }

        foreach (var each in events)
        {
            foreach (var (webhook, _) in told.Webhooks.Where(webhook => webhook.Events.Contains(each.Type)))
            {
                Add(db, tenant, told.Slug, webhook, each);
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

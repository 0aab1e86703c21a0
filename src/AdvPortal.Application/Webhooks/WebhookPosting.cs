using AdvPortal.Application.Orders;
using AdvPortal.Application.Outbox;
using AdvPortal.Domain.Webhooks;
using AdvPortal.Persistence;
using Npgsql;

namespace AdvPortal.Application.Webhooks;

/// <summary>Puts what webhooks are to be told into the transaction that gives cause to it: it leaves if, and only if, the change is committed.</summary>
public sealed class WebhookPosting(WebhookBook book, MailSettings settings, CurrentMember member, TenantClock clock)
{
    /// <summary>Whom this company tells; what is not known of it is asked in the visit that opens the transaction.</summary>
    internal WebhookBook.Asked Ask(AdvDbContext db, TenantId tenant) => book.Ask(db, tenant);

    /// <summary>To be called before the work is saved, when the context still knows how things were.</summary>
    /// <returns>What is to be written with the commit.</returns>
    internal async Task<IReadOnlyList<NpgsqlBatchCommand>> PostAsync(AdvDbContext db, WebhooksOf told, CancellationToken ct)
    {
        if (told.Webhooks.Count > 0)
        {
            await AddAsync(db, told, ct);
        }

        // Whoever confirmed or answered may have known of a webhook that is not known here yet.
        return WebhookEvents.TakenBack(db) is { Count: > 0 } takenBack ? takenBack.ConvertAll(each => TakeBack(db.Tenant!.Value, each.Subject, each.Type, each.Since)) : [];
    }

    /// <summary>What was told of something since then, and can no longer be taken back. None of it leaves before this transaction has ended.</summary>
    /// <param name="db">The database.</param>
    /// <param name="subject">Whom or what it is about.</param>
    /// <param name="type">What happened to it: one of those that can be taken back.</param>
    /// <param name="since">When that happened.</param>
    internal static IQueryable<WebhookMessageId> Left(AdvDbContext db, Guid subject, string type, DateTimeOffset since) =>
        db.WebhookMessages
            .FromSql($"select * from webhook_messages where tenant_id = {db.Tenant!.Value.Value} and subject_id = {subject} and type = {type} and created_at >= {since} for update")
            .Where(m => m.Status != WebhookMessageStatus.Waiting || m.Attempts > 0).Select(m => m.Id);

    private async Task AddAsync(AdvDbContext db, WebhooksOf told, CancellationToken ct)
    {
        var messages = (from each in WebhookEvents.Of(db) from webhook in told.Webhooks where webhook.Events.Contains(each.Type) select (webhook.Id, each)).ToList();

        if (messages.Count == 0)
        {
            return;
        }

        var listening = await ListeningAsync(db, [.. messages.Select(message => message.Id.Value).Distinct()], ct);

        foreach (var (webhook, each) in messages.Where(message => listening.Contains(message.Id.Value)))
        {
            Add(db, db.Tenant!.Value, told.Slug, webhook, each);
        }
    }

    // What is remembered may have been removed meanwhile, and what happens here must not fail for it: it stays until this work is committed, or is told nothing.
    private static async Task<HashSet<Guid>> ListeningAsync(AdvDbContext db, Guid[] webhooks, CancellationToken ct) =>
        [.. await db.Database.SqlQuery<Guid>($"select id from webhooks where tenant_id = {db.Tenant!.Value.Value} and id = any({webhooks}) and is_active for key share").ToListAsync(ct)];

    private void Add(AdvDbContext db, TenantId tenant, string slug, WebhookId webhook, WebhookEvent told)
    {
        var (id, now) = (Ids.New<WebhookMessageId>(), clock.Now);
        var body = WebhookEvents.Write(WebhookMessage.NameOf(id), told, now, slug, path => new(settings.PublicAddress, $"{slug}/{path}"));
        var dueAt = told.CanBeTakenBack && member.Id is not null ? now + UndoConfirmation.PossibleFor : now;
        db.WebhookMessages.Add(new(id, webhook, told.Type, told.About.Id, told.About.Number ?? "", body, now, dueAt));
        db.WebhookTurns.Add(new(id, tenant, dueAt));
    }

    // What was on the wire once cannot be taken back.
    private static NpgsqlBatchCommand TakeBack(TenantId tenant, Guid subject, string type, DateTimeOffset since) =>
        new("delete from webhook_messages where tenant_id = @tenant and subject_id = @subject and type = @type and created_at >= @since and status = @waiting and attempts = 0")
        {
            Parameters =
            {
                new("tenant", tenant.Value), new("subject", subject), new("type", type), new("since", since), new("waiting", nameof(WebhookMessageStatus.Waiting)),
            },
        };
}

using AdvPortal.Domain.Webhooks;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Webhooks;

/// <summary>Which systems are told of what happens here.</summary>
[UseCase]
public sealed class ListWebhooks(UnitOfWork unitOfWork)
{
    public Task<Result<Page<WebhookView>>> ExecuteAsync(CancellationToken ct = default) =>
        unitOfWork.ReadAsync(this, Permission.ManageTenant, async db =>
            new Page<WebhookView>((await db.Webhooks.OrderBy(w => w.CreatedAt).ThenBy(w => w.Id).ToListAsync(ct)).ConvertAll(WebhookView.Of), Next: null), ct);
}

/// <summary>One of them.</summary>
[UseCase]
public sealed class ReadWebhook(UnitOfWork unitOfWork)
{
    public Task<Result<WebhookView>> ExecuteAsync(WebhookId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<WebhookView>(this, Permission.ManageTenant, async db =>
            await db.Webhooks.SingleOrDefaultAsync(w => w.Id == id, ct) is { } webhook ? WebhookView.Of(webhook) : new NoSuchWebhook(), ct);
}

/// <summary>What a webhook was told, or is to be told, the newest first.</summary>
[UseCase]
public sealed class ListWebhookMessages(UnitOfWork unitOfWork)
{
    public Task<Result<Page<WebhookMessageView>>> ExecuteAsync(WebhookId id, WebhookMessageStatus? status, string? after, int limit, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<Page<WebhookMessageView>>(this, Permission.ManageTenant, async db =>
        {
            var messages = db.WebhookMessages.Where(m => m.WebhookId == id);

            if (status is { } only)
            {
                messages = messages.Where(m => m.Status == only);
            }

            if (Cursor.Read<DateTimeOffset, Guid>(after) is var (at, last))
            {
                messages = messages.Where(m => EF.Functions.LessThan(ValueTuple.Create(m.CreatedAt, m.Id), ValueTuple.Create(at, new WebhookMessageId(last))));
            }

            var visit = new Visit(db);
            var (webhook, page) = (visit.Ask(db.Webhooks.Where(w => w.Id == id)), visit.Ask(messages.OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id).Take(limit + 1).Select(WebhookMessageView.Row)));
            await visit.GoAsync(ct);

            return webhook.Only is not { } found ? new NoSuchWebhook()
                : page.Rows.Select(message => message.In(found.Url)).ToList().Cut(limit, m => Cursor.Write(m.CreatedAt, m.Id.Value));
        }, ct);
}

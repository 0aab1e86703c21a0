using System.Collections.Concurrent;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Webhooks;

/// <summary>What the webhooks of a company want to know.</summary>
/// <param name="Slug">Of the company.</param>
/// <param name="Webhooks">The active ones.</param>
internal sealed record WebhooksOf(string Slug, IReadOnlyList<(WebhookId Id, IReadOnlySet<string> Events)> Webhooks);

/// <summary>
/// Remembers which companies have webhooks, so that the work of all others costs nothing more. Forgotten as soon as one changes;
/// what another node changed, within half a minute.
/// </summary>
public sealed class WebhookBook
{
    private static readonly TimeSpan _memory = TimeSpan.FromSeconds(30);

    private static readonly HashSet<string> _changes = new(StringComparer.Ordinal)
    {
        nameof(AddWebhook), nameof(ChangeWebhook), nameof(RemoveWebhook), nameof(GiveWebhookUp),
    };

    private readonly ConcurrentDictionary<TenantId, (WebhooksOf Webhooks, DateTimeOffset Until)> _known = new();
    private readonly TimeProvider _clock;

    // What was read before a change must not be remembered after it.
    private int _changed;

    public WebhookBook(ChangeNotices notices, TimeProvider clock)
    {
        _clock = clock;
        notices.Published += Forget;
    }

    /// <summary>Null when it is not known, or no longer.</summary>
    internal WebhooksOf? Find(TenantId tenant) => _known.TryGetValue(tenant, out var known) && _clock.GetUtcNow() < known.Until ? known.Webhooks : null;

    internal async Task<WebhooksOf> ReadAsync(AdvDbContext db, TenantId tenant, CancellationToken ct)
    {
        var before = Volatile.Read(ref _changed);
        var visit = new Visit(db);
        var (slug, active) = (visit.Ask(db.Tenants.Where(t => t.Id == tenant).Select(t => t.Slug)), visit.Ask(db.Webhooks.AsNoTracking().Where(w => w.IsActive)));
        await visit.GoAsync(ct);
        var read = new WebhooksOf(slug.Only!, [.. active.Rows.Select(webhook => (webhook.Id, (IReadOnlySet<string>)webhook.Events.ToHashSet(StringComparer.Ordinal)))]);

        if (before == Volatile.Read(ref _changed))
        {
            _known[tenant] = (read, _clock.GetUtcNow() + _memory);
        }

        return read;
    }

    private void Forget(ChangeNotice notice)
    {
        if (_changes.Contains(notice.UseCase))
        {
            Interlocked.Increment(ref _changed);
            _known.TryRemove(notice.Tenant, out _);
        }
    }
}

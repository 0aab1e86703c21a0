using AdvPortal.Application.Outbox;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Outbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AdvPortal.Application.Webhooks;

/// <summary>A message to a webhook is waiting.</summary>
public sealed class WebhookBell : Bell;

/// <summary>Sends what webhooks are to be told, of every tenant: whatever dies in between, a message goes again under the same id.</summary>
public sealed class WebhookPost(IServiceScopeFactory scopes, WebhookBell bell, TimeProvider clock, ILogger<WebhookPost> log)
{
    /// <summary>Much longer than a receiver may take.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    // One that takes its time is given no more than its share of them: see WebhookLanes.
    private const int AtOnce = 32;

    private readonly PostRounds<WebhookTurn, WebhookMessageId> _rounds = new(scopes, bell, clock, log, new(Lease, AtOnce, Take, DeliverAsync));

    /// <summary>Sends until it is stopped; what is on the wire then has <paramref name="grace"/> to arrive.</summary>
    public Task RunAsync(TimeSpan grace, CancellationToken stopping) => _rounds.RunAsync(grace, stopping);

    /// <summary>One round over what is due now: how many messages were claimed.</summary>
    public Task<int> DeliverAsync(CancellationToken ct) => _rounds.DeliverAsync(ct);

    private static IQueryable<WebhookTurn> Take(AdvDbContext db, DateTimeOffset now, DateTimeOffset until, int most) => db.WebhookTurns.FromSql(
        $"update webhook_turns set due_at = {until} where id in (select id from webhook_turns where due_at <= {now} order by due_at limit {most} for update skip locked) returning *");

    private static Task DeliverAsync(IServiceProvider company, Claim<WebhookMessageId> claim, CancellationToken ct) =>
        company.GetRequiredService<DeliverWebhook>().ExecuteAsync(claim, ct);
}

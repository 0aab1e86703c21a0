using AdvPortal.Persistence;
using AdvPortal.Persistence.Outbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AdvPortal.Application.Outbox;

/// <summary>Empties the outbox of every tenant: whatever dies in between, a mail goes again under the same Message-ID.</summary>
public sealed class OutboxPost(IServiceScopeFactory scopes, OutboxBell bell, TimeProvider clock, ILogger<OutboxPost> log)
{
    /// <summary>Longer than the slowest SMTP server may take for one mail.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private const int AtOnce = 8;

    private readonly PostRounds<OutboxTurn, MessageId> _rounds = new(scopes, bell, clock, log, new(Lease, AtOnce, Take, DeliverAsync));

    /// <summary>Delivers until it is stopped; mails on the wire then have <paramref name="grace"/> to arrive.</summary>
    public Task RunAsync(TimeSpan grace, CancellationToken stopping) => _rounds.RunAsync(grace, stopping);

    /// <summary>One round over what is due now: how many mails were claimed.</summary>
    public Task<int> DeliverAsync(CancellationToken ct) => _rounds.DeliverAsync(ct);

    private static IQueryable<OutboxTurn> Take(AdvDbContext db, DateTimeOffset now, DateTimeOffset until, int most) => db.OutboxTurns.FromSql(
        $"update outbox_turns set due_at = {until} where id in (select id from outbox_turns where due_at <= {now} order by due_at limit {most} for update skip locked) returning *");

    private static Task DeliverAsync(IServiceProvider company, Claim<MessageId> claim, CancellationToken ct) => company.GetRequiredService<DeliverMail>().ExecuteAsync(claim, ct);
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AdvPortal.Application.Outbox;

/// <summary>A claim on one mail: whose it is, and until when nobody else takes it. The end of the lease is also its proof.</summary>
public sealed record MailTurn(MessageId Id, TenantId Tenant, string TimeZone, DateTimeOffset Until);

/// <summary>
/// Empties the outbox of every tenant. Any number of nodes may do so at once: a mail is claimed for the length of a lease, and what a node
/// that died had claimed falls to the others when the lease ends, under the same Message-ID.
/// </summary>
public sealed partial class OutboxPost(IServiceScopeFactory scopes, OutboxBell bell, TimeProvider clock, ILogger<OutboxPost> log)
{
    /// <summary>Longer than the slowest SMTP server may take for one mail.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private const int AtOnce = 8;

    // What other nodes put in rings no bell here, and they may be gone.
    private static readonly TimeSpan _longestSleep = TimeSpan.FromSeconds(5);

    /// <summary>Delivers until it is stopped; mails on the wire then have <paramref name="grace"/> to arrive.</summary>
    public async Task RunAsync(TimeSpan grace, CancellationToken stopping)
    {
        using var wire = new CancellationTokenSource();
        await using var stop = stopping.Register(() => wire.CancelAfter(grace));

        while (!stopping.IsCancellationRequested)
        {
            try
            {
                while (await DeliverAsync(wire.Token) == AtOnce && !stopping.IsCancellationRequested)
                {
                    // There is more.
                }

                await bell.WaitAsync(await SleepAsync(stopping), clock, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception trouble)
            {
                // The database is away, most likely: the mails are safe in it, and wait.
                Failing(trouble);
                await Task.Delay(_longestSleep, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>One round over what is due now: how many mails were claimed.</summary>
    public async Task<int> DeliverAsync(CancellationToken ct)
    {
        var turns = await ClaimAsync(ct);
        await Task.WhenAll(turns.Select(turn => DeliverAsync(turn, ct)));

        return turns.Count;
    }

    private async Task DeliverAsync(MailTurn turn, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentMember>().ActAsPortal(turn.Tenant, TimeZoneInfo.FindSystemTimeZoneById(turn.TimeZone));
            await scope.ServiceProvider.GetRequiredService<DeliverMail>().ExecuteAsync(turn, ct);
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException)
        {
            // It stays claimed and is tried again when the lease ends; the other mails must not wait for it.
            NotDelivered(trouble, turn.Id.Value, turn.Tenant.Value);
        }
    }

    private Task<List<MailTurn>> ClaimAsync(CancellationToken ct) => InNoTenantAsync(unitOfWork => unitOfWork.RunUnrecordedAsync(
        async db =>
        {
            var now = clock.GetUtcNow();
            var until = now + Lease;
            var claimed = await db.OutboxTurns
                .FromSql($"update outbox_turns set due_at = {until} where id in (select id from outbox_turns where due_at <= {now} order by due_at limit {AtOnce} for update skip locked) returning *")
                .AsNoTracking().ToListAsync(ct);
            var tenants = claimed.Select(turn => turn.TenantId).ToList();
            var zones = await db.Tenants.Where(t => tenants.Contains(t.Id)).ToDictionaryAsync(t => t.Id, t => t.TimeZone, ct);

            return claimed.ConvertAll(turn => new MailTurn(turn.Id, turn.TenantId, zones[turn.TenantId], turn.DueAt));
        },
        ct));

    private async Task<TimeSpan> SleepAsync(CancellationToken ct)
    {
        var next = await InNoTenantAsync(unitOfWork => unitOfWork.ReadAsAnyoneAsync(db => db.OutboxTurns.MinAsync(turn => (DateTimeOffset?)turn.DueAt, ct), ct));
        var until = next is { } at ? at - clock.GetUtcNow() : _longestSleep;

        return until < TimeSpan.Zero ? TimeSpan.Zero : until < _longestSleep ? until : _longestSleep;
    }

    private async Task<T> InNoTenantAsync<T>(Func<UnitOfWork, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();

        return await work(scope.ServiceProvider.GetRequiredService<UnitOfWork>());
    }

    [LoggerMessage(LogLevel.Error, "Mail {Message} of {Tenant} was not delivered; it is tried again")]
    private partial void NotDelivered(Exception trouble, Guid message, Guid tenant);

    [LoggerMessage(LogLevel.Error, "The outbox cannot be emptied")]
    private partial void Failing(Exception trouble);
}

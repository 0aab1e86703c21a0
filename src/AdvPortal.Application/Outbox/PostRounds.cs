using AdvPortal.Persistence;
using AdvPortal.Persistence.Outbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AdvPortal.Application.Outbox;

/// <summary>A claim on something that is due: whose it is, and until when nobody else takes it. The end of the lease is also its proof.</summary>
public sealed record Claim<TId>(TId Id, TenantId Tenant, string TimeZone, DateTimeOffset Until) where TId : struct, IId<TId>;

/// <summary>
/// Empties a queue of every tenant. Any number of nodes may do so at once: what is due is claimed for the length of a lease, and what a node
/// that died had claimed falls to the others when the lease ends, under the same id.
/// </summary>
/// <param name="scopes">One for each that is delivered.</param>
/// <param name="bell">Wakes it.</param>
/// <param name="clock">Of the portal.</param>
/// <param name="log">Of the post.</param>
/// <param name="queue">What is emptied, and how.</param>
internal sealed partial class PostRounds<TTurn, TId>(IServiceScopeFactory scopes, Bell bell, TimeProvider clock, ILogger log, PostQueue<TTurn, TId> queue)
    where TTurn : Turn<TId>
    where TId : struct, IId<TId>
{
    // What other nodes put in rings no bell here, and they may be gone.
    private static readonly TimeSpan _longestSleep = TimeSpan.FromSeconds(5);

    /// <summary>Delivers until it is stopped; what is on the wire then has <paramref name="grace"/> to arrive.</summary>
    public async Task RunAsync(TimeSpan grace, CancellationToken stopping)
    {
        using var wire = new CancellationTokenSource();
        await using var stop = stopping.Register(() => wire.CancelAfter(grace));
        List<Task> underway = [];

        while (!stopping.IsCancellationRequested)
        {
            try
            {
                underway.RemoveAll(each => each.IsCompleted);
                var free = queue.AtOnce - underway.Count;
                var claims = await ClaimAsync(free, wire.Token);
                underway.AddRange(claims.Select(claim => DeliverAsync(claim, wire.Token)));

                // Nobody waits for the slowest: as soon as one has ended, the next is claimed.
                await (claims.Count < free ? bell.WaitAsync(await SleepAsync(stopping), clock, stopping) : Task.WhenAny(underway).WaitAsync(stopping));
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                break;
            }
            catch (Exception trouble)
            {
                // The database is away, most likely: what is due is safe in it, and waits.
                Failing(log, trouble, typeof(TTurn).Name);
                await Task.Delay(_longestSleep, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await Task.WhenAll(underway).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>One round over what is due now: how many were claimed.</summary>
    public async Task<int> DeliverAsync(CancellationToken ct)
    {
        var claims = await ClaimAsync(queue.AtOnce, ct);
        await Task.WhenAll(claims.Select(claim => DeliverAsync(claim, ct)));

        return claims.Count;
    }

    private async Task DeliverAsync(Claim<TId> claim, CancellationToken ct)
    {
        // When the lease has ended it is somebody else's.
        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(ct);
        inTime.CancelAfter(queue.Lease);

        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentMember>().ActAsPortal(claim.Tenant, TimeZoneInfo.FindSystemTimeZoneById(claim.TimeZone));
            await queue.DeliverAsync(scope.ServiceProvider, claim, inTime.Token);
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            // It stays claimed and is tried again when the lease ends; the others must not wait for it.
            NotDelivered(log, trouble, typeof(TTurn).Name, claim.Id.Value, claim.Tenant.Value);
        }
    }

    private Task<List<Claim<TId>>> ClaimAsync(int most, CancellationToken ct) => InNoTenantAsync(unitOfWork => unitOfWork.RunUnrecordedAsync(
        async db =>
        {
            var now = clock.GetUtcNow();
            var claimed = await queue.Take(db, now, now + queue.Lease, most).AsNoTracking().ToListAsync(ct);
            var tenants = claimed.Select(turn => turn.TenantId).ToList();
            var zones = await db.Tenants.Where(t => tenants.Contains(t.Id)).ToDictionaryAsync(t => t.Id, t => t.TimeZone, ct);

            return claimed.ConvertAll(turn => new Claim<TId>(turn.Id, turn.TenantId, zones[turn.TenantId], turn.DueAt));
        },
        ct));

    private async Task<TimeSpan> SleepAsync(CancellationToken ct)
    {
        var next = await InNoTenantAsync(unitOfWork => unitOfWork.ReadAsAnyoneAsync(db => db.Set<TTurn>().MinAsync(turn => (DateTimeOffset?)turn.DueAt, ct), ct));
        var until = next is { } at ? at - clock.GetUtcNow() : _longestSleep;

        return until < TimeSpan.Zero ? TimeSpan.Zero : until < _longestSleep ? until : _longestSleep;
    }

    private async Task<T> InNoTenantAsync<T>(Func<UnitOfWork, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();

        return await work(scope.ServiceProvider.GetRequiredService<UnitOfWork>());
    }

    [LoggerMessage(LogLevel.Error, "{Queue}: {Message} of {Tenant} was not delivered; it is tried again")]
    private static partial void NotDelivered(ILogger log, Exception trouble, string queue, Guid message, Guid tenant);

    [LoggerMessage(LogLevel.Error, "{Queue}: the queue cannot be emptied")]
    private static partial void Failing(ILogger log, Exception trouble, string queue);
}

/// <summary>What a post empties.</summary>
/// <param name="Lease">Longer than the slowest receiver may take for one of them.</param>
/// <param name="AtOnce">How many one node has on the wire.</param>
/// <param name="Take">Moves the next ones that are due now, so many at most, to the end of a lease, and takes none that another node is taking.</param>
/// <param name="DeliverAsync">Delivers one, acting as the portal in its company.</param>
internal sealed record PostQueue<TTurn, TId>(
    TimeSpan Lease, int AtOnce, Func<AdvDbContext, DateTimeOffset, DateTimeOffset, int, IQueryable<TTurn>> Take, Func<IServiceProvider, Claim<TId>, CancellationToken, Task> DeliverAsync)
    where TId : struct, IId<TId>;

using System.Diagnostics;
using AdvPortal.Application.Outbox;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Outbox;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace AdvPortal.Application.Common;

/// <summary>
/// The only way to the database. One thing a person does, from start to finish: may they, do it on a fresh context inside one
/// transaction of their tenant, save it with a line of history. Nothing stays of work that was refused, nor of a read.
/// </summary>
public sealed partial class UnitOfWork(
    IDbContextFactory<AdvDbContext> database,
    CurrentMember member,
    CurrentRequest request,
    TenantClock clock,
    ChangeNotices notices,
    OutboxBell bell,
    ILogger<UnitOfWork> logger)
{
    public static readonly ActivitySource Traces = new("AdvPortal");

    public async Task<TResult> RunAsync<TResult>(object useCase, Permission needed, IId subject, Func<AdvDbContext, Task<TResult>> work, CancellationToken ct)
        where TResult : IResult<TResult>
    {
        var name = useCase.GetType().Name;
        using var trace = Traces.StartActivity(name);
        var started = Stopwatch.GetTimestamp();
        var result = member.May(needed) ? await RunAsync(name, subject, work, ct) : new NotAllowed();
        Say(name, result.Refusal, started);

        return result;
    }

    public async Task<Result<T>> ReadAsync<T>(Permission needed, Func<AdvDbContext, Task<T>> work, CancellationToken ct) where T : notnull =>
        member.May(needed) ? await ReadAsAnyoneAsync(work, ct) : new NotAllowed();

    /// <summary>A question whose answer may itself be a refusal, such as "there is no such thing".</summary>
    public async Task<Result<T>> ReadAsync<T>(Permission needed, Func<AdvDbContext, Task<Result<T>>> work, CancellationToken ct) where T : notnull =>
        member.May(needed) ? await ReadAsAnyoneAsync(work, ct) : new NotAllowed();

    /// <summary>For what is asked before anybody signed in. Without a tenant, PostgreSQL shows the list of tenants and nothing else.</summary>
    public async Task<T> ReadAsAnyoneAsync<T>(Func<AdvDbContext, Task<T>> work, CancellationToken ct)
    {
        await using var db = await OpenAsync(QueryTrackingBehavior.NoTracking, ct);
        await using var transaction = await db.BeginAsync(ct);

        return await work(db);
    }

    /// <summary>For what changes nothing that history tells of: drafts, sign-in, the outbox's own book-keeping, the set-up of a company.</summary>
    public async Task<T> RunUnrecordedAsync<T>(Func<AdvDbContext, Task<T>> work, CancellationToken ct)
    {
        await using var db = await OpenAsync(QueryTrackingBehavior.TrackAll, ct);
        await using var transaction = await db.BeginAsync(ct);
        var result = await work(db);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        RingFor(db);

        return result;
    }

    private async Task<TResult> RunAsync<TResult>(string useCase, IId subject, Func<AdvDbContext, Task<TResult>> work, CancellationToken ct)
        where TResult : IResult<TResult>
    {
        await using var db = await OpenAsync(QueryTrackingBehavior.TrackAll, ct);
        await using var transaction = await db.BeginAsync(ct);
        var tenant = member.TenantId!.Value;

        var repeated = request.TakeKey();

        if (repeated is not null && await repeated.ClaimAsync<TResult>(db, tenant, clock.Now, ct) is (IsFirst: false, var answered))
        {
            return answered!;
        }

        try
        {
            var result = await work(db);

            if (result.Refusal is not null)
            {
                return result;
            }

            // Read before saving, when the context still knows how things were.
            db.ChangeTracker.DetectChanges();
            var record = ChangeRecord.Of(db);
            await db.SaveChangesAsync(ct);

            var entry = HistoryChain.Append(new(tenant, member, useCase, subject, clock.Now, HalfDay.Of(clock.Local(clock.Now)), record));
            await db.CommitAsync(repeated is null ? [entry] : [repeated.Keep(result), entry], ct);
            RingFor(db);
            notices.Publish(new(tenant, useCase, subject.Value, record.ClientId));

            return result;
        }
        catch (Exception e) when (e is DbUpdateConcurrencyException || e.GetBaseException() is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected })
        {
            return new ChangedMeanwhile();
        }
        catch (Exception e) when (e is DbUpdateException or PostgresException && BrokenConstraints.RefusalFor(e) is not null)
        {
            return BrokenConstraints.RefusalFor(e)!;
        }
    }

    private void RingFor(AdvDbContext db)
    {
        if (db.ChangeTracker.Entries<OutboxTurn>().Any())
        {
            bell.Ring();
        }
    }

    private async Task<AdvDbContext> OpenAsync(QueryTrackingBehavior tracking, CancellationToken ct)
    {
        var db = await database.CreateDbContextAsync(ct);
        db.ChangeTracker.QueryTrackingBehavior = tracking;

        // What fails fails whole: nobody goes on from a savepoint, and each would cost two more visits to the database.
        db.Database.AutoSavepointsEnabled = false;

        return db;
    }

    private void Say(string useCase, Refusal? refusal, long started) =>
        Done(useCase, member.TenantId?.Value, member.Actor, refusal?.GetType().Name ?? "Ok", Stopwatch.GetElapsedTime(started).TotalMilliseconds);

    [LoggerMessage(LogLevel.Information, "{UseCase} of {Tenant} by {Member}: {Outcome} in {Ms:0.0} ms")]
    private partial void Done(string useCase, Guid? tenant, string member, string outcome, double ms);
}

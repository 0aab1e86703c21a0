using System.Diagnostics;
using AdvPortal.Application.Outbox;
using AdvPortal.Application.Webhooks;
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
    WebhookBell webhookBell,
    WebhookPosting webhooks,
    ILogger<UnitOfWork> logger)
{
    public static readonly ActivitySource Traces = new("AdvPortal");

    public Task<TResult> RunAsync<TResult>(object useCase, Permission needed, IId subject, Func<AdvDbContext, Task<TResult>> work, CancellationToken ct)
        where TResult : IResult<TResult> =>
        RunAsync(useCase, needed, _ => subject, work, ct);

    /// <param name="useCase">What is done.</param>
    /// <param name="needed">Without it, nothing is.</param>
    /// <param name="subject">What history tells of, where only the work finds out.</param>
    /// <param name="work">In one transaction.</param>
    /// <param name="ct">Ends it before it is committed.</param>
    /// <param name="by">By which permission it turned out to be done, where only the work finds out; null for the one it needs.</param>
    public Task<TResult> RunAsync<TResult>(object useCase, Permission needed, Func<TResult, IId> subject, Func<AdvDbContext, Task<TResult>> work, CancellationToken ct, Func<Permission>? by = null)
        where TResult : IResult<TResult> =>
        SaidAsync<TResult>(useCase, async _ => member.May(needed) ? await RunAsync(useCase, by ?? (() => needed), subject, work, ct) : new NotAllowed());

    /// <summary>One piece of work on many things: history tells it of each, with what was changed of that one and its parts.</summary>
    /// <param name="useCase">What is done.</param>
    /// <param name="needed">Without it, nothing is.</param>
    /// <param name="subjects">What history tells of.</param>
    /// <param name="work">In one transaction.</param>
    /// <param name="ct">Ends it before it is committed.</param>
    /// <param name="by">See above.</param>
    public Task<TResult> RunOnManyAsync<TResult>(object useCase, Permission needed, Func<TResult, IEnumerable<IId>> subjects, Func<AdvDbContext, Task<TResult>> work, CancellationToken ct, Func<Permission>? by = null)
        where TResult : IResult<TResult> =>
        SaidAsync<TResult>(useCase, async _ => member.May(needed) ? await RunAsync<TResult>(useCase, by ?? (() => needed), (rows, result) => ChangeRecord.Of(rows, [.. subjects(result)]), work, ct) : new NotAllowed());

    /// <summary>
    /// What somebody without an account does through a link that was sent to them: what they may, and who they are
    /// (<see cref="CurrentMember.SpeakAs"/>), only the work can find out, by the secret of the link.
    /// </summary>
    public Task<TResult> RunByLinkAsync<TResult>(object useCase, IId subject, Func<AdvDbContext, Task<TResult>> work, CancellationToken ct)
        where TResult : IResult<TResult> =>
        SaidAsync<TResult>(useCase, _ => RunAsync(useCase, by: null, (TResult _) => subject, work, ct));

    public Task<Result<T>> ReadAsync<T>(object useCase, Permission needed, Func<AdvDbContext, Task<T>> work, CancellationToken ct) where T : notnull =>
        SaidAsync<Result<T>>(useCase, async _ => member.May(needed) ? await ReadAsAnyoneAsync(work, ct) : new NotAllowed());

    /// <summary>A question whose answer may itself be a refusal, such as "there is no such thing".</summary>
    public Task<Result<T>> ReadAsync<T>(object useCase, Permission needed, Func<AdvDbContext, Task<Result<T>>> work, CancellationToken ct) where T : notnull =>
        SaidAsync<Result<T>>(useCase, async _ => member.May(needed) ? await ReadAsAnyoneAsync(work, ct) : new NotAllowed());

    /// <summary>For what is asked before anybody signed in. Without a tenant, PostgreSQL shows the list of tenants and nothing else.</summary>
    public Task<T> ReadAsAnyoneAsync<T>(object useCase, Func<AdvDbContext, Task<T>> work, CancellationToken ct) => SaidAsync(useCase, _ => ReadAsAnyoneAsync(work, ct));

    /// <summary>For what changes nothing that history tells of: drafts, sign-in, the set-up of a company.</summary>
    public Task<T> RunUnrecordedAsync<T>(object useCase, Func<AdvDbContext, Task<T>> work, CancellationToken ct) => SaidAsync(useCase, _ => RunUnrecordedAsync(work, ct));

    /// <summary>The portal's own question, such as the post's every few seconds: the log says nothing of it.</summary>
    public async Task<T> ReadAsAnyoneAsync<T>(Func<AdvDbContext, Task<T>> work, CancellationToken ct)
    {
        await using var db = await OpenAsync(QueryTrackingBehavior.NoTracking, ct);
        await using var transaction = await db.BeginAsync(ct);

        return await work(db);
    }

    /// <summary>The portal's own book-keeping: neither history nor the log tells of it.</summary>
    public async Task<T> RunUnrecordedAsync<T>(Func<AdvDbContext, Task<T>> work, CancellationToken ct)
    {
        await using var db = await OpenAsync(QueryTrackingBehavior.TrackAll, ct);
        await using var transaction = await db.BeginAsync(ct);
        var result = await work(db);
        Detect(db);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        RingFor(db);

        return result;
    }

    private Task<TResult> RunAsync<TResult>(object useCase, Func<Permission>? by, Func<TResult, IId> subject, Func<AdvDbContext, Task<TResult>> work, CancellationToken ct)
        where TResult : IResult<TResult> =>
        RunAsync<TResult>(useCase, by, (rows, result) => [(subject(result), ChangeRecord.Of(rows))], work, ct);

    private async Task<TResult> RunAsync<TResult>(object useCase, Func<Permission>? by, Func<ChangedRows, TResult, IReadOnlyList<(IId About, ChangeRecord Record)>> told, Func<AdvDbContext, Task<TResult>> work, CancellationToken ct)
        where TResult : IResult<TResult>
    {
        await using var db = await OpenAsync(QueryTrackingBehavior.TrackAll, ct);
        var tenant = member.TenantId!.Value;
        var listening = webhooks.Ask(db, tenant);
        await using var transaction = listening.Visit is { } unknown ? await db.BeginAsync(unknown, ct) : await db.BeginAsync(ct);

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
            Detect(db);
            var rows = ChangedRows.Of(db);

            if (by is not null && member.IsConfinedIn(by()) && await ClosedPortfolios.RefuseAsync(useCase, db, member, clock, rows, ct) is { } anothers)
            {
                return anothers;
            }

            var records = told(rows, result);
            var last = await webhooks.PostAsync(db, listening.Read(), ct);
            await db.SaveChangesAsync(ct);

            var (name, half) = (useCase.GetType().Name, HalfDay.Of(clock.Local(clock.Now)));
            var entries = records.Select(each => HistoryChain.Append(new(tenant, member, name, each.About, clock.Now, half, each.Record)));
            await db.CommitAsync([.. last, .. repeated is null ? [] : new[] { repeated.Keep(result) }, .. entries], ct);
            RingFor(db);

            foreach (var (about, record) in records)
            {
                notices.Publish(new(tenant, name, about.Value, record.ClientId));
            }

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

    // Once, instead of at every question about what changed.
    private static void Detect(AdvDbContext db)
    {
        db.ChangeTracker.DetectChanges();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
    }

    private void RingFor(AdvDbContext db)
    {
        if (db.ChangeTracker.Entries<OutboxTurn>().Any())
        {
            bell.Ring();
        }

        if (db.ChangeTracker.Entries<WebhookTurn>().Any())
        {
            webhookBell.Ring();
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

    // One line a use case, whatever becomes of it: what throws is told in full where it is caught.
    private async Task<T> SaidAsync<T>(object useCase, Func<string, Task<T>> work)
    {
        var name = useCase.GetType().Name;
        using var trace = Traces.StartActivity(name);
        var (started, outcome) = (Stopwatch.GetTimestamp(), "Failed");

        try
        {
            var result = await work(name);
            outcome = (result as IMayBeRefused)?.Refusal?.GetType().Name ?? "Ok";

            return result;
        }
        catch (OperationCanceledException)
        {
            outcome = "Cancelled";
            throw;
        }
        finally
        {
            Done(name, member.TenantId?.Value, member.Actor, outcome, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
    }

    [LoggerMessage(LogLevel.Information, "{UseCase} of {Tenant} by {Member}: {Outcome} in {Ms:0.0} ms")]
    private partial void Done(string useCase, Guid? tenant, string member, string outcome, double ms);
}

using System.Text.Json;
using AdvPortal.Application.Orders;
using AdvPortal.Application.Tenants;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Portfolios;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;
using AdvPortal.Persistence.Mapping;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AdvPortal.Application.Portfolios;

/// <summary>Goes round the companies and measures what work takes them, once a day.</summary>
public sealed class WorkRounds(IServiceScopeFactory scopes, TimeProvider clock, ILogger<WorkRounds> log) : TenantRounds(scopes, clock, log)
{
    protected override TimeSpan Pause => TimeSpan.FromHours(3);

    protected override Task VisitAsync(IServiceProvider company, Guid tenant, CancellationToken ct) => company.GetRequiredService<MeasureWork>().ExecuteAsync(ct);
}

/// <summary>
/// Counts what members did on orders, findings, questions and complaints in the last weeks, for loads to be reckoned by; once a day, whoever
/// asks more often. Whether it was counted. Where more was done in those weeks than is looked through, only the last of it counts, and it is said
/// since when. An order through whose review nobody had to go is one that took nothing: it counts as an order all the same.
/// </summary>
[UseCase]
public sealed class MeasureWork(UnitOfWork unitOfWork, TenantClock clock)
{
    /// <summary>How far back.</summary>
    public const int Weeks = 12;

    // Of history, however much a company does: a tenth of a second of the database's time a day.
    public const long MostEntries = 50_000;

    private static readonly TimeSpan _daily = TimeSpan.FromDays(1);
    private static readonly string[] _decisions = [nameof(AcceptFinding), nameof(WaiveFinding)];

    public Task<bool> ExecuteAsync(CancellationToken ct = default) => unitOfWork.RunUnrecordedAsync(async db =>
    {
        // Two nodes go one after the other, the second knowing of the first one's.
        var visit = new Visit(db);
        visit.Lock($"work-measure:{db.Tenant!.Value.Value}");
        var known = visit.Ask(db.WorkMeasures.AsTracking());
        await visit.GoAsync(ct);
        var kept = known.Only;

        if (kept is not null && kept.At > clock.Now - _daily)
        {
            return false;
        }

        var history = JsonSerializer.Deserialize<WorkHistory>((await Counted(db, clock.Now.AddDays(-7 * Weeks)).ToListAsync(ct))[0], StoredJson.Options)!;

        if (kept is null)
        {
            db.WorkMeasures.Add(new(history, clock.Now));
        }
        else
        {
            kept.Take(history, clock.Now);
        }

        return true;
    }, ct);

    // Straight from the end of the chain, which the index on its positions leads to, and down to one row: nothing of it travels.
    private static IQueryable<string> Counted(AdvDbContext db, DateTimeOffset since) => db.Database.SqlQuery<string>(
        $"""
        with floor as (select coalesce(max(position), 0) - {MostEntries} as position from history_heads),
        cut as (
            select last.at from (select h.at from history h where h.position <= (select f.position from floor f) order by h.position desc limit 1) last
            where last.at >= {since}),
        lately as (
            select h.subject_kind, h.subject_id, h.use_case from history h
            where h.position > (select f.position from floor f) and h.at >= {since} and h.member_id is not null and h.subject_kind in ('Order', 'Inquiry', 'Complaint')),
        things as (
            select subject_kind, subject_id, count(*) as acts, count(*) filter (where use_case = any({_decisions})) as decisions
            from lately group by subject_kind, subject_id),
        orders_done as (
            select t.acts - t.decisions as acts, t.decisions, (select count(*) from order_lines l where l.order_id = t.subject_id) as lines
            from things t where t.subject_kind = 'Order'
            union all
            select 0, 0, (select count(*) from order_lines l where l.order_id = o.id)
            from orders o
            where o.received_at >= coalesce((select c.at from cut c), {since}) and o.status not in ({nameof(OrderStatus.ToReview)}, {nameof(OrderStatus.OnHold)}, {nameof(OrderStatus.Cancelled)})
                and not exists (select 1 from things t where t.subject_kind = 'Order' and t.subject_id = o.id)),
        ordinary as (select count(*) as things, coalesce(sum(acts), 0) as acts from orders_done where lines <= {Workload.OrdinaryLines})
        select json_build_object(
            'since', (select c.at from cut c),
            'orders', (select json_build_object('things', things, 'acts', acts) from ordinary),
            'lines', (
                select json_build_object(
                    'things', coalesce(sum(d.lines - {Workload.OrdinaryLines}), 0),
                    'acts', coalesce(greatest(0, sum(d.acts - coalesce(o.acts / nullif(o.things, 0), 0))), 0)::int)
                from orders_done d cross join ordinary o where d.lines > {Workload.OrdinaryLines}),
            'findings', (select json_build_object('things', coalesce(sum(decisions), 0), 'acts', coalesce(sum(decisions), 0)) from orders_done),
            'questions', (select json_build_object('things', count(*), 'acts', coalesce(sum(acts), 0)) from things where subject_kind = 'Inquiry'),
            'complaints', (select json_build_object('things', count(*), 'acts', coalesce(sum(acts), 0)) from things where subject_kind = 'Complaint'))::text as "Value"
        """);
}

/// <summary>What each kind of work counts here, and why: shown where loads are.</summary>
[UseCase]
public sealed class ReadWorkWeights(UnitOfWork unitOfWork)
{
    public Task<Result<Weights>> ExecuteAsync(CancellationToken ct = default) =>
        unitOfWork.ReadAsync(this, Permission.ReadPortfolios, async db =>
        {
            var measured = await db.WorkMeasures.Select(m => new { m.History, m.At }).SingleOrDefaultAsync(ct);

            return new Weights([.. WorkWeights.From(measured?.History ?? WorkHistory.None).All], measured?.At, MeasureWork.Weeks, measured?.History.Since);
        }, ct);

    /// <param name="At">When it was last measured; null while it was not.</param>
    /// <param name="Weeks">Of how many weeks.</param>
    /// <param name="Since">Where so much was done that fewer were measured: since when; null for all of them.</param>
    public sealed record Weights(IReadOnlyList<WorkWeight> Items, DateTimeOffset? At, int Weeks, DateTimeOffset? Since);
}

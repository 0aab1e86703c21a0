using AdvPortal.Domain.Contracts;

namespace AdvPortal.Application.Contracts;

/// <summary>How long it takes from signature to the first order: the median of the first orders of the last twelve months, and how many clients still wait for theirs.</summary>
[UseCase]
public sealed class MeasureHandoffs(UnitOfWork unitOfWork, TenantClock clock)
{
    public Task<Result<Measured>> ExecuteAsync(CancellationToken ct = default) =>
        unitOfWork.ReadAsync(this, Permission.ManagePortfolios, async db =>
        {
            var from = clock.Today.AddYears(-1);
            var row = await db.Database.SqlQuery<Row>(
                $"""
                select
                    percentile_cont(0.5) within group (order by first.on_day - first.signed_on) filter (where first.on_day >= {from}) as median,
                    count(*) filter (where first.on_day >= {from})::int as count,
                    count(*) filter (where first.on_day is null)::int as waiting
                from (
                    select (h.content->'contract'->>'signedOn')::date as signed_on, (o.received_at at time zone {clock.Zone.Id})::date as on_day
                    from handoffs h
                    left join lateral (
                        select received_at from orders
                        where client_id = h.client_id and status <> 'Cancelled'
                            and received_at >= (h.content->'contract'->>'signedOn')::date::timestamp at time zone {clock.Zone.Id}
                        order by received_at limit 1) as o on true
                    where h.status = {nameof(HandoffStatus.Accepted)}) as first
                """).SingleAsync(ct);

            return new Measured(row.Median is { } median ? (decimal)median : null, row.Count, row.Waiting, from, clock.Today);
        }, ct);

    /// <param name="MedianDays">Null where no first order came.</param>
    /// <param name="Count">Of how many first orders.</param>
    /// <param name="Waiting">Accepted, and no order yet.</param>
    public sealed record Measured(decimal? MedianDays, int Count, int Waiting, DateOnly From, DateOnly Until);

    private sealed class Row
    {
        public double? Median { get; init; }
        public int Count { get; init; }
        public int Waiting { get; init; }
    }
}

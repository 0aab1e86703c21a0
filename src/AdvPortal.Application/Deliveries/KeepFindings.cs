using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Application.Deliveries;

/// <summary>Keeps on its orders what stands in the way of a step that was refused: else nobody could settle it. History tells of that, and not of what was not done.</summary>
[UseCase]
public sealed class KeepFindings(UnitOfWork unitOfWork, TenantClock clock)
{
    /// <param name="orders">Those that a delivery brings something of, or shall.</param>
    /// <param name="but">That delivery; null for one that there is not yet.</param>
    /// <param name="steps">What counts at these is looked for.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<Refusal> ExecuteAsync(IReadOnlyCollection<OrderId> orders, DeliveryId? but, IReadOnlyList<Moments> steps, CancellationToken ct = default)
    {
        var kept = await unitOfWork.RunOnManyAsync<Result<Kept>>(this, Permission.HandleDeliveries, result => result.Value!.Orders, async db =>
        {
            var basis = await DeliveryBasis.ReadAsync(db, clock, orders, but, ct);
            var before = basis.Orders.ToDictionary(order => order.Id, order => order.Version);
            basis.Reach(steps);

            return new Kept([.. basis.Orders.Where(order => order.Version != before[order.Id]).Select(order => (IId)order.Id)], basis.Unmet(StepsAhead.All));
        }, ct);

        // Whatever was settled in between is met now: whoever tries again gets on.
        return kept switch { { IsOk: false } => kept.Refusal, { Value.Unmet.Count: > 0 } => new RequirementsNotMet(kept.Value.Unmet), _ => new ChangedMeanwhile() };
    }

    /// <param name="Orders">Those on which something new was found.</param>
    private sealed record Kept(IReadOnlyList<IId> Orders, IReadOnlyList<Finding> Unmet);
}

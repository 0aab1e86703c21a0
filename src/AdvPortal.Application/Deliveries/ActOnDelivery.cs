using AdvPortal.Domain.Deliveries;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Deliveries;

/// <summary>What every act on one delivery has in common: it exists, it is as the person saw it, its orders are at hand, and it is answered as it is afterwards.</summary>
/// <remarks>What is found at a step and stands in its way is kept on its order although nothing is done: else nobody could settle it.</remarks>
public sealed class ActOnDelivery(UnitOfWork unitOfWork, TenantClock clock)
{
    /// <param name="useCase">What is done.</param>
    /// <param name="id">The delivery.</param>
    /// <param name="version">As it was seen; null for whatever it is now.</param>
    /// <param name="act">With everything at hand.</param>
    /// <param name="ct">Stops it.</param>
    /// <param name="steps">What counts at these steps is looked for first.</param>
    internal async Task<Result<DeliveryView>> RunAsync(
        object useCase, DeliveryId id, int? version, Func<AdvDbContext, Delivery, DeliveryBasis, Task<Result>> act, CancellationToken ct, params Moments[] steps)
    {
        List<OrderId> orders = [];
        var result = await unitOfWork.RunAsync<Result<DeliveryView>>(useCase, Permission.HandleDeliveries, id, async db =>
        {
            if (await DeliveryBasis.FindAsync(db, id, ct) is not { } delivery)
            {
                return new NoSuchDelivery();
            }

            if (version is { } seen && seen != delivery.Version)
            {
                return new ChangedMeanwhile();
            }

            var before = delivery.Version;
            orders = [.. delivery.Lines.Select(line => line.OrderId).Distinct()];
            var basis = await DeliveryBasis.ReadAsync(db, clock, orders, id, ct);
            basis.Reach(steps);

            return (await act(db, delivery, basis)).Refusal is { } refusal ? refusal : delivery.Version == before ? basis.View(delivery) : basis.View(db, delivery);
        }, ct);

        return result.Refusal is RequirementsNotMet ? await KeepAsync(useCase, id, orders, id, steps, ct) : result;
    }

    internal Task<Result<DeliveryView>> RunAsync(object useCase, DeliveryId id, int? version, Func<Delivery, DeliveryBasis, Result> act, CancellationToken ct, params Moments[] steps) =>
        RunAsync(useCase, id, version, (_, delivery, basis) => Task.FromResult(act(delivery, basis)), ct, steps);

    /// <summary>Keeps what stands in the way, and says it.</summary>
    internal async Task<Refusal> KeepAsync(object useCase, IId subject, IReadOnlyCollection<OrderId> orders, DeliveryId? but, Moments[] steps, CancellationToken ct)
    {
        var kept = await unitOfWork.RunAsync<Result<Kept>>(useCase, Permission.HandleDeliveries, subject, async db =>
        {
            var basis = await DeliveryBasis.ReadAsync(db, clock, orders, but, ct);
            basis.Reach(steps);

            return new Kept(basis.Unmet([.. Enum.GetValues<Moments>().Where(StepsAhead.All.Contains)]));
        }, ct);

        // Whatever was settled in between is met now: whoever tries again gets on.
        return kept switch { { IsOk: false } => kept.Refusal, { Value.Unmet.Count: > 0 } => new RequirementsNotMet(kept.Value.Unmet), _ => new ChangedMeanwhile() };
    }

    private sealed record Kept(IReadOnlyList<Finding> Unmet);
}

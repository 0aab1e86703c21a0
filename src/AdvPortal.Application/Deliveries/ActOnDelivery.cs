using AdvPortal.Domain.Deliveries;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Deliveries;

/// <summary>What every act on one delivery has in common: it exists, it is as the person saw it, its orders are at hand, and it is answered as it is afterwards.</summary>
/// <remarks>What is found at a step and stands in its way is kept on its order although nothing is done: else nobody could settle it.</remarks>
public sealed class ActOnDelivery(UnitOfWork unitOfWork, KeepFindings keep, TenantClock clock)
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

            if ((await act(db, delivery, basis)).Refusal is { } refusal)
            {
                // Its orders were read after it: what somebody else did in between stands in the way of what was not seen.
                return await db.Deliveries.AnyAsync(it => it.Id == id && it.Version == before, ct) ? refusal : new ChangedMeanwhile();
            }

            return delivery.Version == before ? basis.View(delivery) : basis.View(db, delivery);
        }, ct);

        return result.Refusal is RequirementsNotMet ? await keep.ExecuteAsync(orders, id, steps, ct) : result;
    }

    internal Task<Result<DeliveryView>> RunAsync(object useCase, DeliveryId id, int? version, Func<Delivery, DeliveryBasis, Result> act, CancellationToken ct, params Moments[] steps) =>
        RunAsync(useCase, id, version, (_, delivery, basis) => Task.FromResult(act(delivery, basis)), ct, steps);
}

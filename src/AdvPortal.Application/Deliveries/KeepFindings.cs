using AdvPortal.Application.Orders;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Application.Deliveries;

/// <summary>Keeps on its orders what stands in the way of a step of a delivery that was refused.</summary>
[UseCase]
public sealed class KeepFindings(UnitOfWork unitOfWork, TenantClock clock)
{
    /// <param name="orders">Those that a delivery brings something of, or shall.</param>
    /// <param name="but">That delivery; null for one that there is not yet.</param>
    /// <param name="steps">What counts at these is looked for.</param>
    /// <param name="ct">Stops it.</param>
    public Task<Refusal> ExecuteAsync(IReadOnlyCollection<OrderId> orders, DeliveryId? but, IReadOnlyList<Moments> steps, CancellationToken ct = default) => KeptFindings.KeepAsync(unitOfWork, this, Permission.HandleDeliveries, async db =>
    {
        var basis = await DeliveryBasis.ReadAsync(db, clock, orders, but, ct);
        var before = basis.Orders.ToDictionary(order => order.Id, order => order.Version);
        basis.Reach(steps);

        return new([.. basis.Orders.Where(order => order.Version != before[order.Id]).Select(order => (IId)order.Id)], basis.Unmet(StepsAhead.All));
    }, ct);
}

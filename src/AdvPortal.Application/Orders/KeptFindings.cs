using AdvPortal.Domain.Orders;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Orders;

/// <summary>What stands in the way of a step that was refused, kept on its orders: else nobody could settle it. History tells of that, and not of what was not done.</summary>
/// <param name="Orders">Those on which something was found, or is no longer so.</param>
/// <param name="Unmet">What stands in the way now.</param>
internal sealed record KeptFindings(IReadOnlyList<IId> Orders, IReadOnlyList<Finding> Unmet)
{
    /// <summary>Looks again in a transaction of its own, and answers as the step does that was refused.</summary>
    public static async Task<Refusal> KeepAsync(UnitOfWork unitOfWork, object useCase, Permission permission, Func<AdvDbContext, Task<KeptFindings>> look, CancellationToken ct)
    {
        var kept = await unitOfWork.RunOnManyAsync<Result<KeptFindings>>(useCase, permission, result => result.Value!.Orders, async db => await look(db), ct);

        // Whatever was settled, or given back, in between is so now: whoever tries again gets on.
        return kept switch { { IsOk: false } => kept.Refusal, { Value.Unmet.Count: > 0 } => new RequirementsNotMet(kept.Value.Unmet), _ => new ChangedMeanwhile() };
    }
}

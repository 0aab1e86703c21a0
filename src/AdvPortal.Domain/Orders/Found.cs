using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Orders;

/// <summary>A finding as judging leaves it: not yet kept, without an id.</summary>
/// <param name="Line">Position in the draft; null for the whole order.</param>
/// <param name="Requirement">Null when it is the order itself that gives cause.</param>
/// <param name="Step">The step after the promise at which it was looked for; none for the review.</param>
public readonly record struct Found(Evidence Evidence, Severity Severity, int? Line = null, InForce? Requirement = null, Moments Step = Moments.None)
{
    public FindingState State => (Severity is Severity.AutoFix && Evidence.Corrects) || Evidence.IsMetBy(Step) ? FindingState.Applied : FindingState.Open;

    public bool Blocks => State is FindingState.Open && Severity is (Severity.Block or Severity.AutoFix);
}

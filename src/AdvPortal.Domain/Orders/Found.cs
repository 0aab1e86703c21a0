using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Orders;

/// <summary>A finding as judging leaves it: not yet kept, without an id.</summary>
/// <param name="Line">Position in the draft; null for the whole order.</param>
/// <param name="Requirement">Null when it is the order itself that gives cause.</param>
public readonly record struct Found(Evidence Evidence, Severity Severity, int? Line = null, InForce? Requirement = null)
{
    public FindingState State => Severity is Severity.AutoFix && Evidence.Corrects ? FindingState.Applied : FindingState.Open;

    public bool Blocks => State is FindingState.Open && Severity is (Severity.Block or Severity.AutoFix);
}

using AdvPortal.Application.Orders;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Web.Components.Shared;

namespace AdvPortal.Web.Components.Review;

/// <summary>Findings that are one matter to the person who reviews: the same requirement on six lines is read, and answered, once.</summary>
/// <param name="Key">The digit that accepts it; null when there is nothing to accept, or it is the tenth.</param>
/// <param name="Point">Its place among what stands in the way of a confirmation, from 1; null for the rest.</param>
public sealed record FindingGroup(IReadOnlyList<OrderView.FindingRow> Findings, int? Key = null, int? Point = null)
{
    private const int MostKeys = 9;

    public OrderView.FindingRow First => Findings[0];

    public bool IsOpen => First.State is FindingState.Open;

    public bool Blocks => IsOpen && First.Severity is Severity.Block or Severity.AutoFix && IsOpen;

    /// <summary>Whether there is something to accept: a proposal, or a word that only has to be taken note of.</summary>
    public bool CanAccept => IsOpen && (First.After is not null || !Blocks);

    public bool IsAboutDate => First.Before?.DeliverOn is not null;

    public bool CanWaive => First.State is FindingState.Open or FindingState.Applied && First.Kind is not (FindingKinds.MissingQuantity or FindingKinds.UnitConverted or FindingKinds.UnitUnknown);

    /// <summary>Whether it tells of another order, to be looked at beside this one.</summary>
    public bool IsDuplicate => IsOpen && First is { Kind: FindingKinds.DuplicateReference or FindingKinds.DuplicateContent, Before.OrderId: not null };

    public FindingLook Look => First.State switch
    {
        FindingState.Waived => FindingLook.Waived,
        FindingState.Accepted => FindingLook.Accepted,
        FindingState.Applied => FindingLook.Applied,
        _ => Blocks && !CanAccept ? FindingLook.Blocks : FindingLook.ToConfirm,
    };

    /// <summary>The matters of an order, those to be settled first, numbered as they stand on the screen: cards before lines.</summary>
    public static IReadOnlyList<FindingGroup> Of(OrderView order)
    {
        var places = order.Lines.Select((line, at) => (line.LineNo, at)).ToDictionary(l => l.LineNo, l => l.at, StringComparer.Ordinal);
        var groups =
            from finding in order.Findings.Where(finding => finding.AtStep is null)
            let place = finding.LineNo is { } no ? places.GetValueOrDefault(no) : -1
            orderby place, finding.RequirementNumber
            group finding by (
                finding.Kind, finding.RequirementId, finding.RequirementRevision, finding.State, finding.Severity, finding.Explanation.Key,
                Line: IsOfLine(finding) ? finding.LineNo : null, Day: IsGathered(finding) ? null : finding.Before?.DeliverOn, finding.After?.DeliverOn) into matter
            select new FindingGroup([.. matter]);
        var (key, point) = (0, 0);

        return
        [
            .. from matter in groups.OrderBy(g => IsOfLine(g.First)).ThenBy(g => IsOfLine(g.First) ? 0 : Rank(g)).ThenBy(g => IsOfLine(g.First) ? null : g.First.RequirementNumber).ToList()
                select matter with
                {
                    Key = matter.CanAccept && ++key <= MostKeys ? key : null,
                    Point = matter.Blocks ? ++point : null,
                },
        ];
    }

    /// <summary>Whether it stands under its line in the table rather than on a card.</summary>
    public static bool IsOfLine(OrderView.FindingRow finding) => finding is { LineNo: not null, RequirementId: null } && finding.Before?.DeliverOn is null;

    // Each line leaves its own date for that of all: one matter.
    private static bool IsGathered(OrderView.FindingRow finding) => finding.Kind == PartialDelivery.KindName;

    private static int Rank(FindingGroup group) => group switch
    {
        { Blocks: true } => 0,
        { IsOpen: true } => 1,
        { First.State: FindingState.Waived } => 3,
        _ => 2,
    };
}

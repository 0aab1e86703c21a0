using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Orders;

/// <summary>The steps after the promise, such as packing or labelling: what counts there is found when the order gets there, and settled like the rest.</summary>
public sealed partial class Order
{
    /// <summary>The order as it stands: the dates that were promised, the quantities that were agreed.</summary>
    public OrderDraft AsItStands() => ToDraft() with
    {
        RequestedOn = null,
        Lines = [.. _lines.OrderBy(line => line.Position).Select(line => line.ToDraft(line.Quantity) with { RequestedOn = line.PromisedOn })],
    };

    /// <summary>Takes what was found at a step. What was decided stays decided, at this step or at the review; what is found no more is gone unless somebody decided it.</summary>
    /// <returns>Whether anything is new.</returns>
    public bool Reach(Moments step, Judgement judgement)
    {
        var draft = AsItStands();
        var settled = _findings.Where(finding => finding.Step is Moments.None && finding.State is not FindingState.Open).Select(finding => finding.Subject).ToHashSet();
        var now = judgement.Findings.Select(found => new Finding(found, draft, judgement.OverruledBy(found))).Where(found => !settled.Contains(found.Subject)).ToDictionary(found => found.Matter);
        var changed = _findings.RemoveAll(old => old.Step == step && (old.State is FindingState.Open or FindingState.Applied) && !now.ContainsKey(old.Matter)) > 0;

        foreach (var old in _findings)
        {
            now.Remove(old.Matter);
        }

        _findings.AddRange(now.Values);
        changed |= now.Count > 0;

        if (changed)
        {
            Touch();
        }

        return changed;
    }

    /// <summary>What stands in the way of a step, or of the confirmation when none is named.</summary>
    public List<Finding> Unmet(Moments step) => _findings.FindAll(finding => finding.Step == step && finding.Blocks);
}

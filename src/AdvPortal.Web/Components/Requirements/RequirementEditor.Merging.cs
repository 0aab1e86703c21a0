using AdvPortal.Application.Requirements;
using AdvPortal.Domain.Requirements;
using Microsoft.AspNetCore.Components;

namespace AdvPortal.Web.Components.Requirements;

/// <summary>Two who change one requirement: what each of them wrote is brought together, and only where both wrote is somebody asked.</summary>
public partial class RequirementEditor
{
    private RequirementView? _now;
    private RequirementContent? _opened;
    private RequirementContent? _theirs;
    private RequirementContent? _mine;
    private RequirementMerge? _merge;

    [Inject]
    public required ReadRequirement ReadAgain { get; init; }

    /// <summary>Brings together what somebody else saved meanwhile and what stands in the fields; whoever is faster once more is met in the same way.</summary>
    private async Task MergeAsync()
    {
        var read = await ReadAgain.ExecuteAsync(Requirement!.Id);
        _refusal = read.Refusal;

        if (!read.IsOk)
        {
            return;
        }

        (_now, _mine, _theirs) = (read.Value, _it.ToContent(Clock.Today), EditedRequirement.Of(read.Value, Clock.Today).ToContent(Clock.Today));
        _merge = RequirementMerge.Of(_opened!, _theirs, _mine);
        _opened = _theirs;
        _it.Take(_merge.Merged);
        await TryAsync();
    }

    /// <summary>A field that both changed is as one of them wrote it; what was typed into the others since stays.</summary>
    private Task ChooseSideAsync((string Field, bool IsTheirs) chosen)
    {
        _it.Take(RequirementMerge.Take(_it.ToContent(Clock.Today), chosen.Field, chosen.IsTheirs ? _theirs! : _mine!));

        return TryAsync();
    }
}

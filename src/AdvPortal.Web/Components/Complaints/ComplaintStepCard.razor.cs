using AdvPortal.Application.Complaints;
using AdvPortal.Domain.Complaints;
using Microsoft.AspNetCore.Components;

namespace AdvPortal.Web.Components.Complaints;

/// <summary>What one discipline found, and what is to be done in it.</summary>
public partial class ComplaintStepCard
{
    private readonly PlanComplaintAction.Form _planned = new();
    private readonly string[] _whys = [.. Enumerable.Repeat("", CauseAnalysis.MostWhys)];
    private string _team = "";
    private string? _problem;
    private string? _root;
    private string? _notDetected;
    private string? _verification;
    private ComplaintCause? _cause;
    private ComplaintSide? _side;

    [Parameter, EditorRequired]
    public required ReadComplaintSheet.Sheet Sheet { get; set; }

    [Parameter, EditorRequired]
    public Discipline Discipline { get; set; }

    [Parameter]
    public bool MayWork { get; set; }

    [Parameter]
    public bool Busy { get; set; }

    [Parameter]
    public EventCallback<WorkOnComplaint.Form> Worked { get; set; }

    [Parameter]
    public EventCallback<PlanComplaintAction.Form> Planned { get; set; }

    [Parameter]
    public EventCallback<ComplaintView.ActionRow> Ticked { get; set; }

    [Parameter]
    public EventCallback<ComplaintView.ActionRow> Dropped { get; set; }

    private ComplaintView Complaint => Sheet.Complaint;

    private ComplaintActionKind? Kind => Discipline switch
    {
        Discipline.Containment => ComplaintActionKind.Immediate,
        Discipline.Correction or Discipline.Implementation => ComplaintActionKind.Corrective,
        Discipline.Prevention => ComplaintActionKind.Preventive,
        _ => null,
    };

    private IReadOnlyList<ComplaintView.ActionRow> Actions => [.. Complaint.Actions.Where(action => action.Kind == Kind)];

    private string? Owner
    {
        get => _planned.OwnerId?.Value.ToString();
        set => _planned.OwnerId = Guid.TryParse(value, out var id) ? new(id) : null;
    }

    protected override void OnInitialized()
    {
        _team = string.Join('\n', Complaint.Team.Select(each => each.Role is { } role ? $"{each.Name}, {role}" : each.Name));
        (_problem, _verification, _cause, _side) = (Complaint.Problem, Complaint.Verification, Complaint.Cause, Complaint.Side);
        (_root, _notDetected) = (Complaint.Analysis.RootCause, Complaint.Analysis.NotDetected);

        foreach (var (at, why) in Complaint.Analysis.Whys.Index())
        {
            _whys[at] = why;
        }

        _planned.DueOn = Complaint.Steps[(int)Discipline] is { DoneAt: null } step ? step.DueOn : null;
    }

    private Task PlanAsync()
    {
        _planned.Kind = Kind;

        return Planned.InvokeAsync(_planned);
    }

    private Task KeepAsync() => Worked.InvokeAsync(Discipline switch
    {
        Discipline.Team => new() { Team = [.. _team.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(MemberOf)] },
        Discipline.Problem => new() { Problem = _problem ?? "" },
        Discipline.RootCause => new() { Analysis = new([.. _whys.Where(why => why.Length > 0)], _root, _notDetected), Cause = _cause, Side = _side },
        _ => new() { Verification = _verification ?? "" },
    });

    // « Paul Garnier, entrepôt »; whoever has an account here is known by name.
    private TeamMember MemberOf(string line)
    {
        var (name, role) = line.IndexOf(',', StringComparison.Ordinal) is > 0 and var comma ? (line[..comma].Trim(), line[(comma + 1)..].Trim()) : (line, null);

        return new(Sheet.Members.FirstOrDefault(member => member.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Id, name, role);
    }
}

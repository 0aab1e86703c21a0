namespace AdvPortal.Domain.Complaints;

/// <summary>The way from what happened to what keeps it from happening again: eight steps, one after the other.</summary>
public sealed partial class Complaint
{
    public const int ProblemMaxLength = 2000;
    public const int VerificationMaxLength = 1000;
    public const int MostActions = 100;

    /// <summary>Who works on it.</summary>
    [PersonalData]
    public IReadOnlyList<TeamMember> Team { get; private set; } = [];

    /// <summary>What, where, when, how many: the problem as we understand it.</summary>
    [PersonalData]
    public string? Problem { get; private set; }

    [PersonalData]
    public CauseAnalysis Analysis { get; private set; } = CauseAnalysis.None;

    /// <summary>What kind of cause it is; null until that is known.</summary>
    public ComplaintCause? Cause { get; private set; }

    /// <summary>How it was seen that the corrective actions work.</summary>
    [PersonalData]
    public string? Verification { get; private set; }

    /// <summary>What the client requires since, because of it.</summary>
    public RequirementId? RequirementId { get; private set; }

    /// <summary>What a step still needs before it can be done; null when it is complete.</summary>
    /// <remarks>What is at stake decides how deep it goes: of a minor complaint nobody asks for actions beyond the immediate ones.</remarks>
    public StepNeed? Needs(Discipline discipline) => discipline switch
    {
        Discipline.Team => Team.Count == 0 ? StepNeed.Team : null,
        Discipline.Problem => Problem is null ? StepNeed.Problem : null,
        Discipline.Containment => Of(ComplaintActionKind.Immediate) is not { Count: > 0 } measures ? StepNeed.Measure : AllDone(measures) ? null : StepNeed.MeasuresDone,
        Discipline.RootCause => Analysis.RootCause is null || Cause is null || Side is null ? StepNeed.RootCause : null,
        Discipline.Correction => Severity is not ComplaintSeverity.Minor && Of(ComplaintActionKind.Corrective).Count == 0 ? StepNeed.Action : null,
        Discipline.Implementation => !AllDone(Of(ComplaintActionKind.Corrective)) ? StepNeed.ActionsDone : Severity is not ComplaintSeverity.Minor && Verification is null ? StepNeed.Verification : null,
        Discipline.Prevention => Of(ComplaintActionKind.Preventive) is var ahead && !AllDone(ahead) ? StepNeed.PreventionDone
            : Severity is not ComplaintSeverity.Minor && ahead.Count == 0 && RequirementId is null ? StepNeed.Prevention : null,
        _ => null,
    };

    /// <summary>The step whose turn it is, is done.</summary>
    /// <param name="discipline">Any but the last, which is <see cref="Close"/>.</param>
    public Result Finish(Discipline discipline, DateTimeOffset now, MemberId? by = null)
    {
        if (WhyNot(ComplaintAct.Finish) is { } refusal)
        {
            return refusal;
        }

        if (discipline != Step || discipline is Discipline.Closure)
        {
            return new StepOutOfTurn(Step!.Value);
        }

        if (Needs(discipline) is { } need)
        {
            return new StepIncomplete(discipline, need);
        }

        Mark(discipline, now, by);
        MoveTo(discipline switch
        {
            Discipline.Containment => ComplaintStatus.Contained,
            Discipline.RootCause => ComplaintStatus.Analysed,
            Discipline.Implementation => ComplaintStatus.Corrected,
            _ => Status,
        });

        return Result.Ok;
    }

    public Result Gather(IReadOnlyList<TeamMember> team) =>
        Work(() => Team = [.. team.Select(each => each with { Name = each.Name.Trim(), Role = Said(each.Role) }).Take(TeamMember.Most)]);

    public Result State(string? problem) => Work(() => Problem = Said(problem));

    /// <param name="cause">What kind it is.</param>
    /// <param name="side">On whose side it lies.</param>
    public Result Analyse(CauseAnalysis analysis, ComplaintCause? cause, ComplaintSide? side) => Work(() => (Analysis, Cause, Side) = (analysis.Tidy(), cause, side));

    public Result Verify(string? verification) => Work(() => Verification = Said(verification));

    public Result Plan(PlannedAction planned)
    {
        if (_actions.Count >= MostActions)
        {
            return new TooManyEntries(MostActions);
        }

        return Work(() => _actions.Add(new(planned, _actions.Count == 0 ? 0 : _actions.Max(action => action.Position) + 1)));
    }

    /// <summary>An action is done, or was not after all.</summary>
    public Result Tick(Guid action, bool done, DateTimeOffset now, MemberId? by = null) =>
        _actions.Find(each => each.Id == action) is { } found ? Work(() => found.Do(done ? found.DoneAt ?? now : null, by)) : new NoSuchComplaintAction();

    public Result Drop(Guid action) => _actions.Find(each => each.Id == action) is { } found ? Work(() => _actions.Remove(found)) : new NoSuchComplaintAction();

    /// <summary>A requirement came of it.</summary>
    /// <param name="client">Whose requirement that is.</param>
    public Result Link(RequirementId requirement, ClientId client)
    {
        if (WhyNot(ComplaintAct.Link) is { } refusal)
        {
            return refusal;
        }

        if (client != ClientId)
        {
            return new RequirementOfAnother();
        }

        RequirementId = requirement;
        Touch();

        return Result.Ok;
    }

    /// <summary>A file was added that shows what is wrong.</summary>
    public Result Attach()
    {
        if (WhyNot(ComplaintAct.Attach) is { } refusal)
        {
            return refusal;
        }

        Touch();

        return Result.Ok;
    }

    private static bool AllDone(List<ComplaintAction> actions) => actions.TrueForAll(action => action.DoneAt is not null);

    private List<ComplaintAction> Of(ComplaintActionKind kind) => _actions.FindAll(action => action.Kind == kind);

    private void Mark(Discipline discipline, DateTimeOffset now, MemberId? by) =>
        Steps = [.. Steps.Select(step => step.Discipline == discipline ? step with { DoneAt = now, DoneBy = by } : step)];

    private Result Work(Action work)
    {
        if (WhyNot(ComplaintAct.Work) is { } refusal)
        {
            return refusal;
        }

        work();
        Touch();

        return Result.Ok;
    }
}

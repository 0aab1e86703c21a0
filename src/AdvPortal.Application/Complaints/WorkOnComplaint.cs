using AdvPortal.Domain.Complaints;
using FluentValidation;

namespace AdvPortal.Application.Complaints;

/// <summary>Writes down what the disciplines of a complaint found: team, problem, causes, verification. What is left out stays as it is.</summary>
[UseCase]
public sealed class WorkOnComplaint(ActOnComplaint act, IValidator<WorkOnComplaint.Form> validator)
{
    public Task<Result<ComplaintView>> ExecuteAsync(ComplaintId id, Form form, int? version, CancellationToken ct = default) =>
        act.RunAsync(
            this, Permission.HandleComplaints, id, version,
            async (db, complaint, _) =>
            {
                if (await validator.RefuseAsync(form, ct) is { } invalid)
                {
                    return invalid;
                }

                List<Result> done =
                [
                    form.Team is { } team ? complaint.Gather(team) : Result.Ok,
                    form.Problem is { } problem ? complaint.State(problem) : Result.Ok,
                    form.Analysis is not null || form.Cause is not null || form.Side is not null
                        ? complaint.Analyse(form.Analysis ?? complaint.Analysis, form.Cause ?? complaint.Cause, form.Side ?? complaint.Side) : Result.Ok,
                    form.Verification is { } verification ? complaint.Verify(verification) : Result.Ok,
                ];

                return done.Find(result => !result.IsOk) ?? Result.Ok;
            },
            ct);

    public sealed class Form
    {
        public List<TeamMember>? Team { get; set; }
        public string? Problem { get; set; }
        public CauseAnalysis? Analysis { get; set; }
        public ComplaintCause? Cause { get; set; }
        public ComplaintSide? Side { get; set; }
        public string? Verification { get; set; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(f => f.Team).Must(team => team is null || team.Count <= TeamMember.Most).WithMessage("TooManyRows");
            RuleForEach(f => f.Team).NotNull().WithMessage("NotOfThisShape").ChildRules(each =>
            {
                each.RuleFor(m => m.Name).NotEmpty().WithMessage("Complaint.NameMissing").MaximumLength(TeamMember.NameMaxLength).WithMessage("NameTooLong");
                each.RuleFor(m => m.Role).MaximumLength(TeamMember.NameMaxLength).WithMessage("NameTooLong");
            });
            RuleFor(f => f.Problem).MaximumLength(Complaint.ProblemMaxLength).WithMessage("NoteTooLong");
            RuleFor(f => f.Verification).MaximumLength(Complaint.VerificationMaxLength).WithMessage("NoteTooLong");
            RuleFor(f => f.Analysis).Must(analysis => analysis is null || analysis.Whys is { Count: <= CauseAnalysis.MostWhys } whys && whys.All(why => why is { Length: <= CauseAnalysis.TextMaxLength })).WithMessage("NoteTooLong")
                .ChildRules(analysis =>
                {
                    analysis.RuleFor(a => a!.RootCause).MaximumLength(CauseAnalysis.TextMaxLength).WithMessage("NoteTooLong");
                    analysis.RuleFor(a => a!.NotDetected).MaximumLength(CauseAnalysis.TextMaxLength).WithMessage("NoteTooLong");
                });
        }
    }
}

/// <summary>Plans something that somebody is to do about a complaint.</summary>
[UseCase]
public sealed class PlanComplaintAction(ActOnComplaint act, IValidator<PlanComplaintAction.Form> validator)
{
    public Task<Result<ComplaintView>> ExecuteAsync(ComplaintId id, Form form, int? version, CancellationToken ct = default) =>
        act.RunAsync(
            this, Permission.HandleComplaints, id, version,
            async (db, complaint, _) => await validator.RefuseAsync(form, ct) is { } invalid ? invalid
                : form.OwnerId is { } owner && !await db.Members.AnyAsync(m => m.Id == owner && !m.IsDisabled, ct) ? new NoSuchMember()
                : complaint.Plan(new(form.Kind!.Value, form.Text!, form.OwnerId, form.Who, form.DueOn)),
            ct);

    public sealed class Form
    {
        public ComplaintActionKind? Kind { get; set; }
        public string? Text { get; set; }
        public MemberId? OwnerId { get; set; }

        /// <summary>Somebody without an account, by name.</summary>
        public string? Who { get; set; }

        public DateOnly? DueOn { get; set; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(f => f.Kind).NotNull().WithMessage("Complaint.ChooseKind");
            RuleFor(f => f.Text).NotEmpty().WithMessage("Complaint.ActionMissing").MaximumLength(ComplaintAction.TextMaxLength).WithMessage("NoteTooLong");
            RuleFor(f => f.Who).MaximumLength(ComplaintAction.WhoMaxLength).WithMessage("NameTooLong");
        }
    }
}

/// <summary>An action is done, or was not after all.</summary>
[UseCase]
public sealed class TickComplaintAction(ActOnComplaint act, TenantClock clock, CurrentMember member)
{
    public Task<Result<ComplaintView>> ExecuteAsync(ComplaintId id, Guid action, bool done, int? version, CancellationToken ct = default) =>
        act.RunAsync(this, id, version, complaint => complaint.Tick(action, done, clock.Now, member.Id), ct);
}

/// <summary>An action is not to be done.</summary>
[UseCase]
public sealed class DropComplaintAction(ActOnComplaint act)
{
    public Task<Result<ComplaintView>> ExecuteAsync(ComplaintId id, Guid action, int? version, CancellationToken ct = default) =>
        act.RunAsync(this, id, version, complaint => complaint.Drop(action), ct);
}

/// <summary>The step of a complaint whose turn it is, is done.</summary>
[UseCase]
public sealed class FinishComplaintStep(ActOnComplaint act, TenantClock clock, CurrentMember member)
{
    /// <param name="discipline">Null for the one whose turn it is.</param>
    public Task<Result<ComplaintView>> ExecuteAsync(ComplaintId id, Discipline? discipline, int? version, CancellationToken ct = default) =>
        act.RunAsync(this, id, version, complaint => complaint.Finish(discipline ?? complaint.Step ?? Discipline.Closure, clock.Now, member.Id), ct);
}

/// <summary>A requirement came of a complaint.</summary>
[UseCase]
public sealed class LinkRequirement(ActOnComplaint act)
{
    public Task<Result<ComplaintView>> ExecuteAsync(ComplaintId id, RequirementId requirement, int? version, CancellationToken ct = default) =>
        act.RunAsync(
            this, Permission.HandleComplaints, id, version,
            async (db, complaint, _) => await db.Requirements.Where(r => r.Id == requirement).Select(r => new { r.ClientId }).SingleOrDefaultAsync(ct) is { } found
                ? complaint.Link(requirement, found.ClientId)
                : new Domain.Requirements.NoSuchRequirement(),
            ct);
}

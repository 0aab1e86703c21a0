using AdvPortal.Domain.Inquiries;
using AdvPortal.Domain.Requirements;
using AdvPortal.Persistence.Common;
using FluentValidation;

namespace AdvPortal.Application.Requirements;

/// <summary>What every act on one requirement has in common.</summary>
public sealed class ActOnRequirement(UnitOfWork unitOfWork)
{
    internal Task<Result<RequirementView>> RunAsync(object useCase, RequirementId id, int? version, Func<Requirement, Result> act, CancellationToken ct) =>
        unitOfWork.RunAsync<Result<RequirementView>>(useCase, Permission.ManageRequirements, id, async db =>
        {
            if (await db.Requirements.Include(r => r.Revisions).SingleOrDefaultAsync(r => r.Id == id, ct) is not { } requirement)
            {
                return new NoSuchRequirement();
            }

            if (version is { } seen && seen != requirement.Version)
            {
                return new ChangedMeanwhile();
            }

            return act(requirement).Refusal is { } refusal ? refusal : RequirementView.Of(requirement) with { Version = db.VersionAfterSaving(requirement) };
        }, ct);
}

/// <summary>Puts what is in preparation in force.</summary>
[UseCase]
public sealed class PublishRequirement(ActOnRequirement act)
{
    public Task<Result<RequirementView>> ExecuteAsync(RequirementId id, int? version, CancellationToken ct = default) =>
        act.RunAsync(this, id, version, requirement => requirement.Publish(), ct);
}

/// <summary>Says how a requirement changes, from a day on; what held before stays readable.</summary>
[UseCase]
public sealed class ReviseRequirement(ActOnRequirement act, IValidator<RequirementForm> validator, TenantClock clock)
{
    public async Task<Result<RequirementView>> ExecuteAsync(RequirementId id, RequirementForm form, int? version, CancellationToken ct = default)
    {
        if (await validator.RefuseAsync(form, ct) is { } invalid)
        {
            return invalid;
        }

        return await act.RunAsync(this, id, version, requirement =>
            requirement.Revise(form.ToContent(clock.Today)) is { IsOk: false } refused ? refused : form.Draft ? Result.Ok : requirement.Publish(), ct);
    }
}

/// <summary>Ends a requirement: from today it is not applied any more.</summary>
[UseCase]
public sealed class RetireRequirement(ActOnRequirement act, TenantClock clock)
{
    public Task<Result<RequirementView>> ExecuteAsync(RequirementId id, int? version, CancellationToken ct = default) =>
        act.RunAsync(this, id, version, requirement => requirement.Retire(clock.Today), ct);
}

/// <summary>The client's correction was read and asks for no other rule: it is no longer open.</summary>
[UseCase]
public sealed class KeepRequirement(ActOnRequirement act)
{
    public Task<Result<RequirementView>> ExecuteAsync(RequirementId id, int? version, CancellationToken ct = default) =>
        act.RunAsync(this, id, version, requirement => requirement.Keep(), ct);
}

/// <summary>Gives up what is in preparation: the draft of a revision, or a requirement that was never in force, as if nobody had begun it.</summary>
/// <remarks>The conversations that led to such a requirement forget it; a complaint or a tender goes on naming what it led to.</remarks>
[UseCase]
public sealed class DiscardRequirementDraft(UnitOfWork unitOfWork)
{
    public Task<Result> ExecuteAsync(RequirementId id, int? version, CancellationToken ct = default) =>
        unitOfWork.RunAsync<Result>(this, Permission.ManageRequirements, id, async db =>
        {
            var visit = new Visit(db);
            var found = visit.Ask(db.Requirements.Include(r => r.Revisions).AsSingleQuery().Where(r => r.Id == id));
            var complaints = visit.Ask(db.Complaints.Where(c => c.RequirementId == id).Select(c => c.Id).Take(1));
            var tenders = visit.Ask(db.Tenders.Where(t => t.RequirementId == id).Select(t => t.Id).Take(1));
            var links = visit.Ask(db.Set<InquiryLink>().Where(l => l.RequirementId == id));
            await visit.GoAsync(ct);

            if (found.Only is not { } requirement)
            {
                return new NoSuchRequirement();
            }

            if (version is { } seen && seen != requirement.Version)
            {
                return new ChangedMeanwhile();
            }

            if (requirement.Status is not RequirementStatus.Draft)
            {
                return requirement.Discard();
            }

            if (complaints.Rows.Count > 0 || tenders.Rows.Count > 0)
            {
                return new RequirementIsNamed();
            }

            db.RemoveRange(links.Rows);
            db.Requirements.Remove(requirement);

            return Result.Ok;
        }, ct);
}

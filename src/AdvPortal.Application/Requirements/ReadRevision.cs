using AdvPortal.Domain.Requirements;

namespace AdvPortal.Application.Requirements;

/// <summary>One wording of a requirement, and what it changed.</summary>
[UseCase]
public sealed class ReadRevision(UnitOfWork unitOfWork)
{
    /// <param name="id">Whose.</param>
    /// <param name="revision">Which.</param>
    /// <param name="comparedTo">What it stands beside; null for the one before it, where there is one.</param>
    /// <param name="ct">Stops.</param>
    public Task<Result<RevisionView>> ExecuteAsync(RequirementId id, int revision, int? comparedTo = null, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<RevisionView>(this, Permission.ReadRequirements, async db =>
        {
            if (await db.Requirements.Include(r => r.Revisions).SingleOrDefaultAsync(r => r.Id == id, ct) is not { } requirement)
            {
                return new NoSuchRequirement();
            }

            var found = requirement.Revisions.FirstOrDefault(each => each.Revision == revision);
            var other = comparedTo is { } wanted
                ? requirement.Revisions.FirstOrDefault(each => each.Revision == wanted)
                : requirement.Revisions.Where(each => each.Revision < revision).MaxBy(each => each.Revision);

            return found is null || (other is null && comparedTo is not null) ? new NoSuchRevision() : RevisionView.Of(requirement, found, other);
        }, ct);
}

/// <param name="Until">The last day on which it holds; null for no end, and for a draft.</param>
/// <param name="ComparedTo">The revision it stands beside; null where there is none.</param>
/// <param name="Comparison">From that revision to this one.</param>
public sealed record RevisionView(
    RequirementId RequirementId, int Revision, RequirementStatus Status, DateOnly? Until, RequirementContent Content, int? ComparedTo, RequirementContent? ComparedContent, RequirementComparison? Comparison)
{
    internal static RevisionView Of(Requirement requirement, RequirementRevision revision, RequirementRevision? other) => new(
        requirement.Id, revision.Revision, revision.Status, requirement.PeriodOf(revision)?.Until, revision.Content,
        other?.Revision, other?.Content, other is null ? null : RequirementComparison.Of(other.Content, revision.Content));
}

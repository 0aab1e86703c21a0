using AdvPortal.Domain.Inquiries;
using AdvPortal.Domain.Requirements;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Inquiries;

/// <summary>What came of a conversation: complaints, tenders and requirements stay linked with it.</summary>
[UseCase]
public sealed class ReadInquiryFollowUps(UnitOfWork unitOfWork)
{
    private const int Most = 50;

    public Task<Result<FollowUps>> ExecuteAsync(InquiryId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<FollowUps>(this, Permission.ReadOrders, async db =>
        {
            var visit = new Visit(db);
            var whole = InquiryParts.WholeOf(db, id);
            var known = visit.Ask(db.Inquiries.Where(i => i.Id == id).Select(i => i.Id));
            var complaints = visit.Ask(db.Complaints.Where(c => whole.Any(i => i.Id == c.InquiryId)).OrderByDescending(c => c.OpenedAt).Take(Most).Select(LinkedComplaint.Of));
            var tenders = visit.Ask(db.Tenders.Where(t => whole.Any(i => i.Id == t.InquiryId)).OrderByDescending(t => t.OpenedAt).Take(Most).Select(LinkedTender.Of));
            var requirements = visit.Ask((
                from link in db.Set<InquiryLink>()
                where EF.Property<InquiryId>(link, InquiryParts.Key) == id
                join requirement in db.Requirements on link.RequirementId equals requirement.Id
                orderby link.Id descending
                select new { requirement.Id, requirement.Number, Sentence = requirement.Revisions.OrderByDescending(r => r.Revision).Select(r => r.Sentence).First(), requirement.Status }).Take(Most));
            await visit.GoAsync(ct);

            return known.Rows.Count == 0 ? new NoSuchInquiry() : new FollowUps(
                complaints.Rows, tenders.Rows, [.. requirements.Rows.Select(r => new LinkedRequirement(r.Id, Requirement.Name(r.Number), r.Sentence, r.Status))]);
        }, ct);

    public sealed record FollowUps(IReadOnlyList<LinkedComplaint> Complaints, IReadOnlyList<LinkedTender> Tenders, IReadOnlyList<LinkedRequirement> Requirements);

    public sealed record LinkedRequirement(RequirementId Id, string Number, string Sentence, RequirementStatus Status);
}

/// <summary>A requirement came of a conversation.</summary>
[UseCase]
public sealed class LinkInquiryRequirement(ActOnInquiry act)
{
    public Task<Result<InquiryView>> ExecuteAsync(InquiryId id, RequirementId requirement, int? version, CancellationToken ct = default) =>
        act.RunAsync(
            this, id, version,
            async (db, inquiry, _, _) => await db.Requirements.Where(r => r.Id == requirement).Select(r => new { r.ClientId }).SingleOrDefaultAsync(ct) is { } found
                ? inquiry.LedTo(requirement, found.ClientId)
                : new NoSuchRequirement(),
            ct);
}

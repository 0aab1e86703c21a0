using AdvPortal.Application.Inquiries;
using AdvPortal.Domain.Inquiries;
using AdvPortal.Domain.Requirements;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Requirements;

/// <summary>What a requirement came of: the complaints, the tenders and the conversations that led to it.</summary>
[UseCase]
public sealed class ReadRequirementOrigins(UnitOfWork unitOfWork)
{
    private const int Most = 50;

    public Task<Result<Origins>> ExecuteAsync(RequirementId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<Origins>(this, Permission.ReadOrders, async db =>
        {
            var visit = new Visit(db);
            var known = visit.Ask(db.Requirements.Where(r => r.Id == id).Select(r => r.Id));
            var complaints = visit.Ask(db.Complaints.Where(c => c.RequirementId == id).OrderByDescending(c => c.OpenedAt).Take(Most).Select(LinkedComplaint.Of));
            var tenders = visit.Ask(db.Tenders.Where(t => t.RequirementId == id).OrderByDescending(t => t.OpenedAt).Take(Most).Select(LinkedTender.Of));
            var inquiries = visit.Ask((
                from link in db.Set<InquiryLink>()
                where link.RequirementId == id
                join inquiry in db.Inquiries on EF.Property<InquiryId>(link, InquiryParts.Key) equals inquiry.Id
                where inquiry.MergedIntoId == null
                orderby inquiry.OpenedAt descending
                select new LinkedInquiry(inquiry.Id, inquiry.Subject, inquiry.Status)).Take(Most));
            await visit.GoAsync(ct);

            return known.Rows.Count == 0 ? new NoSuchRequirement() : new Origins(complaints.Rows, tenders.Rows, inquiries.Rows);
        }, ct);

    public sealed record Origins(IReadOnlyList<LinkedComplaint> Complaints, IReadOnlyList<LinkedTender> Tenders, IReadOnlyList<LinkedInquiry> Inquiries);
}

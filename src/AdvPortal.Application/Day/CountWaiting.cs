using AdvPortal.Application.Complaints;
using AdvPortal.Application.Inquiries;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Day;

/// <summary>What waits for somebody, as the menu of every page shows it: asked each time, so all in one visit and nothing else with them.</summary>
[UseCase]
public sealed class CountWaiting(UnitOfWork unitOfWork, TenantClock clock, CurrentMember member)
{
    public Task<Result<Counts>> ExecuteAsync(CancellationToken ct = default) =>
        unitOfWork.ReadAsync(this, Permission.ReadOrders, async db =>
        {
            var visit = new Visit(db);
            var inquiries = visit.Ask(InquirySections.Of(db, InquirySection.Mine, member.Id, clock).OrderBy(i => i.DueAt).ThenBy(i => i.Id).Select(i => i.Id).Take(CountInquiries.Most));
            var complaints = visit.Ask(ListComplaints.In(db, db.Complaints, ComplaintsShown.Open, clock.Today).GroupBy(_ => 1).Select(all => all.Count()));
            var tenders = visit.Ask(db.Tenders.Where(t => t.DueAt != null).GroupBy(_ => 1).Select(all => all.Count()));
            await visit.GoAsync(ct);

            return new Counts(inquiries.Rows.Count, complaints.Only, tenders.Only);
        }, ct);

    /// <param name="Inquiries">To be answered by whoever asks, at most <see cref="CountInquiries.Most"/>.</param>
    /// <param name="Complaints">Those that are open.</param>
    /// <param name="Tenders">Those that an offer is owed to.</param>
    public sealed record Counts(int Inquiries, int Complaints, int Tenders);
}

using AdvPortal.Domain.Complaints;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Complaints;

/// <summary>A complaint as somebody works on it: with its journal, what was like it, and what became of what was learnt.</summary>
[UseCase]
public sealed class ReadComplaintSheet(UnitOfWork unitOfWork, TenantClock clock)
{
    private const int MostAlike = 10;
    private const int MostProofs = 10;

    public Task<Result<Sheet>> ExecuteAsync(ComplaintId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<Sheet>(this, Permission.ReadOrders, async db =>
        {
            if (await ComplaintReading.FindAsync(db, id, ct) is not var (complaint, settings))
            {
                return new NoSuchComplaint();
            }

            var (requirement, opened) = (complaint.RequirementId, complaint.OpenedAt);
            var visit = new Visit(db);
            var around = ComplaintReading.AskAround(db, visit, clock, [complaint]);
            var events = StoryEvent.Ask(db, visit, clock, id.Value);
            var alike = visit.Ask(SameCause(db, complaint));
            var members = visit.Ask(db.Members.Where(m => !m.IsDisabled).OrderBy(m => m.Name).Select(m => new Person(m.Id, m.Name)));
            var contacts = visit.Ask(db.Contacts.Where(c => c.ClientId == complaint.ClientId && c.ErasedAt == null).OrderBy(c => c.Name).Select(c => new Addressee(c.Id, c.Name, c.Email, c.Phone)));
            var learnt = visit.Ask(db.Requirements.Where(r => r.Id == requirement).Select(r => new { r.Id, r.Number, r.Status }));
            var proofs = visit.Ask(Proofs(db, requirement, opened));
            var counted = visit.Ask(db.Orders.Where(o => requirement != null && o.ReceivedAt > opened && o.Status != OrderStatus.Cancelled && o.Findings.Any(f => f.RequirementId == requirement)).GroupBy(_ => 1).Select(all => new
            {
                Orders = all.Count(),
                Waived = all.Count(o => o.Findings.Any(f => f.RequirementId == requirement && f.State == FindingState.Waived)),
            }));
            await visit.GoAsync(ct);

            var view = ComplaintView.Of(complaint, around());

            return new Sheet(
                view, clock.Today, clock.Local(clock.Now), events(), alike.Rows, members.Rows, contacts.Rows,
                learnt.Only is { } it ? new(it.Id, Requirement.Name(it.Number), it.Status, counted.Only?.Orders ?? 0, counted.Only?.Waived ?? 0, proofs.Rows) : null,
                settings.CreditLimitIn(complaint.Currency));
        }, ct);

    // Of the year before it, whoever the client: a cause is ours to find.
    private static IQueryable<Alike> SameCause(AdvDbContext db, Complaint complaint)
    {
        var (id, cause, since, until) = (complaint.Id, complaint.Cause, complaint.OpenedAt.AddMonths(-12), complaint.OpenedAt);

        return (
            from other in db.Complaints
            where other.Id != id && cause != null && other.Cause == cause && other.OpenedAt >= since && other.OpenedAt <= until && other.Status != ComplaintStatus.Refused && other.Status != ComplaintStatus.Withdrawn
            join client in db.Clients.IgnoreQueryFilters([Filters.Archived]) on other.ClientId equals client.Id
            orderby other.OpenedAt descending
            select new Alike(other.Id, other.Number, client.Name, other.Subject, other.OpenedAt, other.Status)).Take(MostAlike);
    }

    // The next orders that came under it.
    private static IQueryable<Proof> Proofs(AdvDbContext db, RequirementId? requirement, DateTimeOffset since) => (
        from order in db.Orders
        where requirement != null && order.ReceivedAt > since && order.Status != OrderStatus.Cancelled && order.Findings.Any(f => f.RequirementId == requirement)
        orderby order.ReceivedAt, order.Id
        select new Proof(order.Id, order.Number, order.ReceivedAt, order.Findings.Any(f => f.RequirementId == requirement && f.State == FindingState.Waived))).Take(MostProofs);

    /// <param name="SameCause">Other complaints of the same cause in the twelve months before.</param>
    /// <param name="Members">Who may be asked to do something.</param>
    /// <param name="Contacts">Who may be written to.</param>
    /// <param name="CreditLimit">What the desk may credit by itself, in the complaint's currency.</param>
    public sealed record Sheet(
        ComplaintView Complaint, DateOnly Today, DateTimeOffset Now, IReadOnlyList<StoryEvent> Events, IReadOnlyList<Alike> SameCause, IReadOnlyList<Person> Members, IReadOnlyList<Addressee> Contacts,
        Learnt? Requirement, decimal CreditLimit);

    public sealed record Alike(ComplaintId Id, string Number, string ClientName, string Subject, DateTimeOffset OpenedAt, ComplaintStatus Status);

    public sealed record Person(MemberId Id, string Name);

    public sealed record Addressee(ContactId Id, string Name, string? Email, string? Phone);

    /// <summary>What the client requires since, and the orders that came under it.</summary>
    /// <param name="Orders">All of them since the complaint.</param>
    /// <param name="Waived">Those in which somebody set it aside.</param>
    /// <param name="First">The first of them.</param>
    public sealed record Learnt(RequirementId Id, string Number, RequirementStatus Status, int Orders, int Waived, IReadOnlyList<Proof> First);

    public sealed record Proof(OrderId OrderId, string Number, DateTimeOffset ReceivedAt, bool IsWaived);
}

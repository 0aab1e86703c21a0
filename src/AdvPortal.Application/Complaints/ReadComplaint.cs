using AdvPortal.Application.Inquiries;
using AdvPortal.Domain.Complaints;
using AdvPortal.Persistence.Common;
using AdvPortal.Persistence.Portfolios;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Complaints;

/// <summary>One complaint with all its parts.</summary>
[UseCase]
public sealed class ReadComplaint(UnitOfWork unitOfWork, TenantClock clock)
{
    public Task<Result<ComplaintView>> ExecuteAsync(ComplaintId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<ComplaintView>(this, Permission.ReadOrders, async db =>
            await ComplaintReading.FindAsync(db, id, ct) is var (complaint, _) ? (await ComplaintReading.ViewsAsync(db, clock, [complaint], ct))[0] : new NoSuchComplaint(), ct);
}

/// <summary>Which complaints are looked at.</summary>
public enum ComplaintsShown { Open, Late, CreditsToApprove, Ended, All }

/// <summary>Complaints: those that are open by the day of their next step, the others with the newest first.</summary>
[UseCase]
public sealed class ListComplaints(UnitOfWork unitOfWork, TenantClock clock)
{
    private const string ComplaintKey = "ComplaintId";

    public Task<Result<Page<ComplaintView>>> ExecuteAsync(Query query, CancellationToken ct = default) =>
        unitOfWork.ReadAsync(this, Permission.ReadOrders, async db =>
        {
            var byDay = query.Shown is ComplaintsShown.Open or ComplaintsShown.Late or ComplaintsShown.CreditsToApprove;
            var filtered = Filter(db, db.Complaints, query);
            var ids = await (byDay ? ByDay(filtered, query.After) : ByArrival(filtered, query.After)).Take(query.Size + 1).Select(c => c.Id).ToListAsync(ct);
            var visit = new Visit(db);
            var found = ComplaintReading.AskWhole(db, visit, ids);
            await visit.GoAsync(ct);
            var rows = found.Rows.OrderBy(c => ids.IndexOf(c.Id)).ToList();
            var due = rows.ToDictionary(c => c.Id, c => c.DueOn);

            return (await ComplaintReading.ViewsAsync(db, clock, rows, ct)).Cut(query.Size, c => byDay ? Cursor.Write(due[c.Id]!.Value, c.Id.Value) : Cursor.Write(c.OpenedAt, c.Id.Value));
        }, ct);

    internal static IQueryable<Complaint> In(AdvDbContext db, IQueryable<Complaint> all, ComplaintsShown shown, DateOnly today) => shown switch
    {
        ComplaintsShown.Open => all.Where(c => c.DueOn != null),
        ComplaintsShown.Late => all.Where(c => c.DueOn < today),
        ComplaintsShown.CreditsToApprove => all.Where(c => c.DueOn != null && db.Set<CreditRequest>().Any(r => EF.Property<ComplaintId>(r, ComplaintKey) == c.Id && r.Status == CreditStatus.Requested)),
        ComplaintsShown.Ended => all.Where(c => c.DueOn == null),
        _ => all,
    };

    private static IQueryable<Complaint> ByDay(IQueryable<Complaint> complaints, string? after) =>
        (Cursor.Read<DateOnly, Guid>(after) is var (day, id)
            ? complaints.Where(c => EF.Functions.GreaterThan(ValueTuple.Create(c.DueOn, c.Id), ValueTuple.Create((DateOnly?)day, new ComplaintId(id))))
            : complaints).OrderBy(c => c.DueOn).ThenBy(c => c.Id);

    private static IQueryable<Complaint> ByArrival(IQueryable<Complaint> complaints, string? after) =>
        (Cursor.Read<DateTimeOffset, Guid>(after) is var (at, id)
            ? complaints.Where(c => EF.Functions.LessThan(ValueTuple.Create(c.OpenedAt, c.Id), ValueTuple.Create(at, new ComplaintId(id))))
            : complaints).OrderByDescending(c => c.OpenedAt).ThenByDescending(c => c.Id);

    private IQueryable<Complaint> Filter(AdvDbContext db, IQueryable<Complaint> complaints, Query query)
    {
        complaints = In(db, complaints, query.Shown, clock.Today);
        complaints = query.Status is { } status ? complaints.Where(c => c.Status == status) : complaints;
        complaints = query.ClientId is { } client ? complaints.Where(c => c.ClientId == client) : complaints;
        complaints = query.Nature is { } nature ? complaints.Where(c => c.Nature == nature) : complaints;
        complaints = query.Cause is { } cause ? complaints.Where(c => c.Cause == cause) : complaints;
        complaints = query.Number is { Length: > 0 } number ? complaints.Where(c => c.Number == number) : complaints;
        complaints = query.OrderId is { } order ? complaints.Where(c => c.Lines.Any(l => l.OrderId == order)) : complaints;
        complaints = query.DeliveryId is { } delivery ? complaints.Where(c => c.Lines.Any(l => l.DeliveryId == delivery)) : complaints;

        if (query.InquiryId is { } inquiry)
        {
            var whole = InquiryParts.WholeOf(db, inquiry);
            complaints = complaints.Where(c => whole.Any(i => i.Id == c.InquiryId));
        }

        if (query.Owner is { } owner)
        {
            var answered = db.ClientsOf(owner, HalfDay.Of(clock.Local(clock.Now)));
            complaints = complaints.Where(c => answered.Contains(c.ClientId));
        }

        return complaints;
    }

    /// <param name="Owner">Whose clients they are, or whose clients this member stands in for.</param>
    /// <param name="Number">Ours, such as RC26-00087.</param>
    /// <param name="OrderId">Something of this order is disputed.</param>
    /// <param name="DeliveryId">Something of this delivery is disputed.</param>
    /// <param name="InquiryId">The conversation that they came of.</param>
    /// <param name="After">The cursor of the page before.</param>
    public sealed record Query(
        ComplaintsShown Shown = ComplaintsShown.All, ComplaintStatus? Status = null, ClientId? ClientId = null, MemberId? Owner = null, ComplaintNature? Nature = null, ComplaintCause? Cause = null,
        string? Number = null, OrderId? OrderId = null, DeliveryId? DeliveryId = null, InquiryId? InquiryId = null, string? After = null, int Size = 25);
}

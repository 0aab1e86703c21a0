using AdvPortal.Domain.Contracts;
using AdvPortal.Domain.Inquiries;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;
using AdvPortal.Persistence.Portfolios;

namespace AdvPortal.Application.Contracts;

/// <summary>What became of a client once the desk took it: what the salesperson, who has nothing to do any more, may still see.</summary>
/// <remarks>Whoever reads handoffs reads portfolios, orders and what clients ask as well: see <see cref="Roles"/>.</remarks>
[UseCase]
public sealed class FollowHandoff(UnitOfWork unitOfWork, TenantClock clock)
{
    private const int MostQuestions = 5;

    public Task<Result<Following>> ExecuteAsync(HandoffId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<Following>(this, Permission.ReadHandoffs, async db =>
            await db.Handoffs.AsNoTracking().SingleOrDefaultAsync(h => h.Id == id, ct) is not { } handoff ? new NoSuchHandoff()
            : handoff.ClientId is { } client ? await FollowAsync(db, handoff, client, ct)
            : new HandoffNotAccepted(), ct);

    private async Task<Following> FollowAsync(AdvDbContext db, Handoff handoff, ClientId client, CancellationToken ct)
    {
        var open = db.Inquiries.Where(i => i.ClientId == client && (i.Status == InquiryStatus.Open || i.Status == InquiryStatus.Waiting));
        var visit = new Visit(db);
        var responsible = visit.Ask(Responsible(db, client, HalfDay.Of(clock.Local(clock.Now))));
        var complaints = visit.Ask(db.Complaints.Where(c => c.ClientId == client && c.EndedAt == null).GroupBy(c => c.ClientId).Select(all => all.Count()));
        var questions = visit.Ask(open.OrderByDescending(i => i.OpenedAt).ThenByDescending(i => i.Id).Take(MostQuestions).Select(i => new Question(i.Id, i.Subject, i.Status, i.OpenedAt)));
        var count = visit.Ask(open.GroupBy(i => i.ClientId).Select(all => all.Count()));
        var order = visit.Ask(db.FirstOrders([handoff], clock));
        await visit.GoAsync(ct);

        return new(
            client, responsible.Only?.OwnerId, responsible.Only?.OwnerName, responsible.Only?.ActingOwnerName, order.Only?.ToView(),
            [.. handoff.Content.Promises.Select(promise => new Promise(promise.What, promise.Who, promise.By, promise.Clause, promise.By < clock.Today))],
            complaints.Only, count.Only, questions.Rows);
    }

    private static IQueryable<Who> Responsible(AdvDbContext db, ClientId client, int at) =>
        from responsible in db.ResponsibilitiesAt(at)
        where responsible.ClientId == client
        select new Who(
            responsible.OwnerId,
            db.Members.Where(m => m.Id == responsible.OwnerId).Select(m => m.Name).FirstOrDefault(),
            db.Members.Where(m => m.Id == responsible.ActingOwnerId).Select(m => m.Name).FirstOrDefault());

    /// <param name="OwnerId">Who has the client now, whoever took it then.</param>
    /// <param name="ActingOwnerName">Null while the owner answers.</param>
    /// <param name="Questions">The latest of those that are open.</param>
    public sealed record Following(
        ClientId ClientId, MemberId? OwnerId, string? OwnerName, string? ActingOwnerName, HandoffView.Order? FirstOrder, IReadOnlyList<Promise> Promises,
        int OpenComplaints, int OpenQuestions, IReadOnlyList<Question> Questions);

    /// <param name="IsDue">Its day has passed.</param>
    public sealed record Promise(string? What, string? Who, DateOnly? By, string? Clause, bool IsDue);

    private sealed record Who(MemberId? OwnerId, string? OwnerName, string? ActingOwnerName);

    public sealed record Question(InquiryId Id, string Subject, InquiryStatus Status, DateTimeOffset OpenedAt);
}

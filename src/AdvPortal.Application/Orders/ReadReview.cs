using AdvPortal.Application.Clients;
using AdvPortal.Application.Intake;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Intake;
using AdvPortal.Domain.Orders;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Orders;

/// <summary>One order as it is reviewed.</summary>
[UseCase]
public sealed class ReadReview(UnitOfWork unitOfWork, TenantClock clock)
{
    private const int MostEvents = 50;

    public Task<Result<ReviewView>> ExecuteAsync(OrderId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<ReviewView>(this, Permission.ReadOrders, async db =>
            await ReadOrder.FindAsync(db, id, ct) is { } order ? await DescribeAsync(db, order, ct) : new NoSuchOrder(), ct);

    private async Task<Result<ReviewView>> DescribeAsync(AdvDbContext db, Order order, CancellationToken ct)
    {
        var visit = new Visit(db);
        var around = visit.Ask(ReadOrder.Around(db, clock, order.Id, order.ClientId));
        var clients = visit.AskClient(db, order.ClientId);
        var members = visit.Ask(db.Members.Select(m => new { m.Id, m.Name }));
        var files = visit.Ask(OriginalOrder.Document(db, order));
        var events = visit.Ask(Events(db, order.Id.Value, order.OrderDocumentId?.Value));
        var confirmed = visit.Ask(Confirmed(db, order));
        await visit.GoAsync(ct);

        var (view, client) = (ReadOrder.View(db, order, around.Only), clients.Rows[0]);
        var names = members.Rows.ToDictionary(m => m.Id, m => m.Name);

        return new ReviewView(
            view, client.Name, [.. client.Sites.OrderBy(s => s.Name, StringComparer.CurrentCulture).Select(s => new ReviewView.Place(s.Id, s.Name))],
            view.OwnerId is { } o ? names.GetValueOrDefault(o) : null, view.ActingOwnerId is { } a ? names.GetValueOrDefault(a) : null,
            clock.Today, clock.Local(clock.Now), Original(files.Only, order.Id), [.. events.Rows.Select(e => e with { At = clock.Local(e.At) })],
            [.. client.Contacts.Where(c => c is { Role: ContactRole.Buyer, ErasedAt: null, Email.Length: > 0 }).Select(c => c.Name)])
        {
            Confirmed = confirmed.Rows.ToDictionary(row => (row.Id, row.Revision), row => row.ConfirmedOn!.Value),
        };
    }

    // Not in the finding: it keeps what was known when it was made, and a client may confirm at any time.
    private static IQueryable<ConfirmedRevision> Confirmed(AdvDbContext db, Order order)
    {
        var ids = order.Findings.Select(f => f.RequirementId).OfType<RequirementId>().Distinct().ToList();

        return
            from requirement in db.Requirements
            where ids.Contains(requirement.Id)
            from revision in requirement.Revisions
            where revision.ConfirmedOn != null
            select new ConfirmedRevision(requirement.Id, revision.Revision, revision.ConfirmedOn);
    }

    private ReviewView.OriginalFile? Original(OrderDocument? file, OrderId order)
    {
        if (file is null)
        {
            return null;
        }

        var (reading, at) = (OrderDocumentView.Read(file), file.Orders.FirstOrDefault(o => o.OrderId == order)?.Index ?? 0);

        return new(
            file.Id, file.FileName, file.Format, clock.Local(file.ReceivedAt), reading?.Problems ?? [], reading?.Orders.Count ?? 0,
            at, [.. reading?.Orders.ElementAtOrDefault(at)?.Lines.Select(line => line.LineNo) ?? []]);
    }

    private static IQueryable<ReviewView.Event> Events(AdvDbContext db, Guid order, Guid? document) => (
        from happening in db.History
        where happening.SubjectId == order || happening.SubjectId == document
        orderby happening.Position descending
        select new ReviewView.Event(
            happening.At,
            happening.UseCase,
            db.Members.Where(m => m.Id == happening.MemberId).Select(m => m.Name).FirstOrDefault(),
            db.ApiKeys.Where(k => k.Id == happening.ApiKeyId).Select(k => k.Name).FirstOrDefault(),
            db.Members.Where(m => m.Id == happening.ActingForId).Select(m => m.Name).FirstOrDefault())).Take(MostEvents);

    private sealed record ConfirmedRevision(RequirementId Id, int Revision, DateOnly? ConfirmedOn);
}

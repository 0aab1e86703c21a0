using AdvPortal.Application.Intake;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Orders;
using AdvPortal.Exchange.Intake;
using AdvPortal.Persistence;

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
        var view = await ReadOrder.ViewAsync(db, clock, order, ct);

        if (!view.IsOk)
        {
            return view.Refusal;
        }

        var client = await db.Clients.IgnoreQueryFilters([Filters.Archived]).Include(c => c.Sites).Include(c => c.Contacts).AsSplitQuery().SingleAsync(c => c.Id == order.ClientId, ct);
        var (owner, acting) = (view.Value.OwnerId, view.Value.ActingOwnerId);
        var names = await db.Members.Where(m => m.Id == owner || m.Id == acting).ToDictionaryAsync(m => m.Id, m => m.Name, ct);

        return new ReviewView(
            view.Value, client.Name, [.. client.Sites.OrderBy(s => s.Name, StringComparer.CurrentCulture).Select(s => new ReviewView.Place(s.Id, s.Name))],
            owner is { } o ? names.GetValueOrDefault(o) : null, acting is { } a ? names.GetValueOrDefault(a) : null,
            clock.Today, clock.Local(clock.Now), await OriginalAsync(db, order.OrderDocumentId, ct), await StoryAsync(db, order, ct),
            [.. client.Contacts.Where(c => c is { Role: ContactRole.Buyer, ErasedAt: null, Email.Length: > 0 }).Select(c => c.Name)])
        {
            Confirmed = await ConfirmedAsync(db, order, ct),
        };
    }

    // Not in the finding: it keeps what was known when it was made, and a client may confirm at any time.
    private static Task<Dictionary<(RequirementId Id, int Revision), DateOnly>> ConfirmedAsync(AdvDbContext db, Order order, CancellationToken ct)
    {
        var ids = order.Findings.Select(f => f.RequirementId).OfType<RequirementId>().Distinct().ToList();

        return (
            from requirement in db.Requirements
            where ids.Contains(requirement.Id)
            from revision in requirement.Revisions
            where revision.ConfirmedOn != null
            select new { requirement.Id, revision.Revision, revision.ConfirmedOn }).ToDictionaryAsync(row => (row.Id, row.Revision), row => row.ConfirmedOn!.Value, ct);
    }

    private async Task<ReviewView.OriginalFile?> OriginalAsync(AdvDbContext db, OrderDocumentId? id, CancellationToken ct)
    {
        if (id is not { } document || await db.OrderDocuments.SingleOrDefaultAsync(d => d.Id == document, ct) is not { } file)
        {
            return null;
        }

        var bytes = await db.OrderDocumentContents.Where(c => c.Id == document).Select(c => c.Bytes).SingleAsync(ct);
        var reading = OrderDocumentView.Read(file);

        return new(
            file.Id, file.FileName, file.Format, clock.Local(file.ReceivedAt), DocumentText.LinesOf(bytes, reading?.Format ?? DocumentFormat.Unknown),
            reading?.Problems ?? [], reading?.Orders.Count ?? 0);
    }

    private async Task<IReadOnlyList<ReviewView.Event>> StoryAsync(AdvDbContext db, Order order, CancellationToken ct)
    {
        var events = await Events(db, order.Id.Value, order.OrderDocumentId?.Value).ToListAsync(ct);

        return [.. events.Select(e => e with { At = clock.Local(e.At) })];
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
}

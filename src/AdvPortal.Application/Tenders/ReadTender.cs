using AdvPortal.Application.Inquiries;
using AdvPortal.Domain.Tenders;
using AdvPortal.Persistence.Common;
using AdvPortal.Persistence.Portfolios;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Tenders;

/// <summary>One tender with all its parts.</summary>
[UseCase]
public sealed class ReadTender(UnitOfWork unitOfWork, TenantClock clock)
{
    public Task<Result<TenderView>> ExecuteAsync(TenderId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<TenderView>(this, Permission.ReadOrders, async db =>
            await TenderReading.FindAsync(db, id, ct) is var (tender, _) ? (await TenderReading.ViewsAsync(db, clock, [tender], ct))[0] : new NoSuchTender(), ct);
}

/// <summary>Which tenders are looked at.</summary>
public enum TendersShown
{
    /// <summary>An offer is owed, and no contributor is waited for.</summary>
    ToAnswer,

    /// <summary>An offer is owed, and contributors have yet to answer.</summary>
    Waiting,
    ToApprove,
    Submitted,
    Closed,
    All,
}

/// <summary>Tenders: those that are to be answered by their deadline, the others with the newest first.</summary>
[UseCase]
public sealed class ListTenders(UnitOfWork unitOfWork, TenantClock clock)
{
    public Task<Result<Page<TenderView>>> ExecuteAsync(Query query, CancellationToken ct = default) =>
        unitOfWork.ReadAsync(this, Permission.ReadOrders, async db =>
        {
            var byHour = query.Shown is TendersShown.ToAnswer or TendersShown.Waiting or TendersShown.ToApprove;
            var filtered = Filter(db, db.Tenders, query);
            var ids = await (byHour ? ByHour(filtered, query.After) : ByArrival(filtered, query.After)).Take(query.Size + 1).Select(t => t.Id).ToListAsync(ct);

            if (ids.Count == 0)
            {
                return new Page<TenderView>([], null);
            }

            var visit = new Visit(db);
            var found = TenderReading.AskWhole(db, visit, ids);
            await visit.GoAsync(ct);
            List<Tender> rows = [.. found.Rows.OrderBy(t => ids.IndexOf(t.Id))];

            return (await TenderReading.ViewsAsync(db, clock, rows, ct)).Cut(query.Size, t => Cursor.Write(byHour ? t.DueAt!.Value : t.OpenedAt, t.Id.Value));
        }, ct);

    internal static IQueryable<Tender> In(IQueryable<Tender> all, TendersShown shown) => shown switch
    {
        TendersShown.ToAnswer => all.Where(t => t.DueAt != null && t.OpenTasks == 0 && t.Status != TenderStatus.ToApprove),
        TendersShown.Waiting => all.Where(t => t.DueAt != null && t.OpenTasks > 0 && t.Status != TenderStatus.ToApprove),
        TendersShown.ToApprove => all.Where(t => t.DueAt != null && t.Status == TenderStatus.ToApprove),
        TendersShown.Submitted => all.Where(t => t.Status == TenderStatus.Submitted),
        TendersShown.Closed => all.Where(t => t.EndedAt != null),
        _ => all,
    };

    private static IQueryable<Tender> ByHour(IQueryable<Tender> tenders, string? after) =>
        (Cursor.Read<DateTimeOffset, Guid>(after) is var (at, id)
            ? tenders.Where(t => EF.Functions.GreaterThan(ValueTuple.Create(t.DueAt, t.Id), ValueTuple.Create((DateTimeOffset?)at, new TenderId(id))))
            : tenders).OrderBy(t => t.DueAt).ThenBy(t => t.Id);

    private static IQueryable<Tender> ByArrival(IQueryable<Tender> tenders, string? after) =>
        (Cursor.Read<DateTimeOffset, Guid>(after) is var (at, id)
            ? tenders.Where(t => EF.Functions.LessThan(ValueTuple.Create(t.OpenedAt, t.Id), ValueTuple.Create(at, new TenderId(id))))
            : tenders).OrderByDescending(t => t.OpenedAt).ThenByDescending(t => t.Id);

    private IQueryable<Tender> Filter(AdvDbContext db, IQueryable<Tender> tenders, Query query)
    {
        tenders = In(tenders, query.Shown);
        tenders = query.Status is { } status ? tenders.Where(t => t.Status == status) : tenders;
        tenders = query.ClientId is { } client ? tenders.Where(t => t.ClientId == client) : tenders;
        tenders = query.Number is { Length: > 0 } number ? tenders.Where(t => t.Number == number) : tenders;
        tenders = query.HasNotEnded ? tenders.Where(t => t.EndedAt == null) : tenders;

        if (query.InquiryId is { } inquiry)
        {
            var whole = InquiryParts.WholeOf(db, inquiry);
            tenders = tenders.Where(t => whole.Any(i => i.Id == t.InquiryId));
        }

        if (query.Owner is { } owner)
        {
            var answered = db.ClientsOf(owner, HalfDay.Of(clock.Local(clock.Now)));
            tenders = tenders.Where(t => answered.Contains(t.ClientId));
        }

        return tenders;
    }

    /// <param name="Owner">Whose clients they are, or whose clients this member stands in for.</param>
    /// <param name="Number">Ours, such as AO26-00012.</param>
    /// <param name="InquiryId">The conversation that they came of.</param>
    /// <param name="HasNotEnded">Those whose end is not known yet.</param>
    /// <param name="After">The cursor of the page before.</param>
    public sealed record Query(
        TendersShown Shown = TendersShown.All, TenderStatus? Status = null, ClientId? ClientId = null, MemberId? Owner = null, string? Number = null, InquiryId? InquiryId = null,
        bool HasNotEnded = false, string? After = null, int Size = 25);
}

/// <summary>How many tenders stand under each heading of the list.</summary>
[UseCase]
public sealed class CountTenders(UnitOfWork unitOfWork)
{
    public Task<Result<Counts>> ExecuteAsync(CancellationToken ct = default) =>
        unitOfWork.ReadAsync(this, Permission.ReadOrders, async db =>
        {
            var visit = new Visit(db);
            var shown = Enum.GetValues<TendersShown>().Where(each => each is not (TendersShown.All or TendersShown.Closed))
                .Select(each => (Shown: each, Count: visit.Ask(ListTenders.In(db.Tenders, each).GroupBy(_ => 1).Select(all => all.Count())))).ToList();
            await visit.GoAsync(ct);

            return new Counts(shown.ToDictionary(each => each.Shown, each => each.Count.Only));
        }, ct);

    public sealed record Counts(IReadOnlyDictionary<TendersShown, int> Shown);
}

/// <summary>Two versions of an offer side by side, line by line; or one, and the offer as it stands.</summary>
[UseCase]
public sealed class CompareTenderVersions(UnitOfWork unitOfWork)
{
    /// <param name="before">From 1.</param>
    /// <param name="after">From 1; null for the offer as it stands.</param>
    public Task<Result<Comparison>> ExecuteAsync(TenderId id, int before, int? after, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<Comparison>(this, Permission.ReadOrders, async db =>
        {
            if (await TenderReading.FindAsync(db, id, ct) is not var (tender, _))
            {
                return new NoSuchTender();
            }

            var now = after is null ? [.. tender.Lines.OrderBy(line => line.Position).Select(line => line.Freeze())] : Of(tender, after.Value);

            return Of(tender, before) is { } then && now is not null ? new Comparison(before, after, TenderComparison.Of(then, now)) : new NoSuchTenderVersion();
        }, ct);

    private static IReadOnlyList<OfferedLine>? Of(Tender tender, int number) => tender.Versions.FirstOrDefault(version => version.Number == number)?.Lines;

    /// <param name="After">Null for the offer as it stands.</param>
    public sealed record Comparison(int Before, int? After, IReadOnlyList<LineComparison> Lines);
}

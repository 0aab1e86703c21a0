using AdvPortal.Domain.Contracts;

namespace AdvPortal.Application.Contracts;

/// <summary>With whom a handoff lies.</summary>
public enum HandoffsShown { WithAdv, WithSales, Accepted, All }

/// <summary>One handoff.</summary>
[UseCase]
public sealed class ReadHandoff(UnitOfWork unitOfWork)
{
    public Task<Result<HandoffView>> ExecuteAsync(HandoffId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<HandoffView>(this, Permission.ReadHandoffs, async db =>
            await db.Handoffs.AsNoTracking().SingleOrDefaultAsync(h => h.Id == id, ct) is { } handoff ? await HandoffView.OfAsync(db, handoff, ct) : new NoSuchHandoff(), ct);
}

/// <summary>The handoffs, the newest first.</summary>
[UseCase]
public sealed class ListHandoffs(UnitOfWork unitOfWork)
{
    public Task<Result<Page<HandoffView>>> ExecuteAsync(HandoffsShown shown = HandoffsShown.All, string? cursor = null, int limit = 25, CancellationToken ct = default) =>
        unitOfWork.ReadAsync(this, Permission.ReadHandoffs, async db =>
        {
            var handoffs = In(db.Handoffs.AsNoTracking(), shown);
            handoffs = Cursor.Read<DateTimeOffset, Guid>(cursor) is var (at, id)
                ? handoffs.Where(h => EF.Functions.LessThan(ValueTuple.Create(h.CreatedAt, h.Id), ValueTuple.Create(at, new HandoffId(id))))
                : handoffs;
            var found = await handoffs.OrderByDescending(h => h.CreatedAt).ThenByDescending(h => h.Id).Take(limit + 1).ToListAsync(ct);
            var people = found.SelectMany(h => new[] { h.AuthorId, h.OwnerId }).OfType<MemberId>().Distinct().ToList();
            var names = await db.Members.Where(m => people.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, ct);

            return found.ConvertAll(h => HandoffView.Of(h, names)).Cut(limit, row => Cursor.Write(row.CreatedAt, row.Id.Value));
        }, ct);

    private static IQueryable<Handoff> In(IQueryable<Handoff> all, HandoffsShown shown) => shown switch
    {
        HandoffsShown.WithAdv => all.Where(h => h.Status == HandoffStatus.Submitted),
        HandoffsShown.WithSales => all.Where(h => h.Status == HandoffStatus.Draft || h.Status == HandoffStatus.Questions || h.Status == HandoffStatus.Returned),
        HandoffsShown.Accepted => all.Where(h => h.Status == HandoffStatus.Accepted),
        _ => all,
    };
}

using AdvPortal.Domain.Contracts;

namespace AdvPortal.Application.Contracts;

/// <summary>With whom a handoff lies, or whose it is.</summary>
public enum HandoffsShown
{
    WithAdv,
    WithSales,
    Accepted,

    /// <summary>Those that the person prepared, wherever they are.</summary>
    Mine,
    All,
}

/// <summary>One handoff.</summary>
[UseCase]
public sealed class ReadHandoff(UnitOfWork unitOfWork, TenantClock clock)
{
    public Task<Result<HandoffView>> ExecuteAsync(HandoffId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<HandoffView>(this, Permission.ReadHandoffs, async db =>
            await db.Handoffs.AsNoTracking().SingleOrDefaultAsync(h => h.Id == id, ct) is { } handoff ? await db.ViewAsync(handoff, clock, ct) : new NoSuchHandoff(), ct);
}

/// <summary>The handoffs, the newest first.</summary>
[UseCase]
public sealed class ListHandoffs(UnitOfWork unitOfWork, CurrentMember member, TenantClock clock)
{
    public Task<Result<Page<HandoffView>>> ExecuteAsync(HandoffsShown shown = HandoffsShown.All, string? cursor = null, int limit = 25, CancellationToken ct = default) =>
        unitOfWork.ReadAsync(this, Permission.ReadHandoffs, async db =>
        {
            var handoffs = In(db.Handoffs.AsNoTracking(), shown);
            handoffs = Cursor.Read<DateTimeOffset, Guid>(cursor) is var (at, id)
                ? handoffs.Where(h => EF.Functions.LessThan(ValueTuple.Create(h.CreatedAt, h.Id), ValueTuple.Create(at, new HandoffId(id))))
                : handoffs;
            var found = await handoffs.OrderByDescending(h => h.CreatedAt).ThenByDescending(h => h.Id).Take(limit + 1).ToListAsync(ct);

            return (await db.ViewAsync(found, clock, ct)).Cut(limit, row => Cursor.Write(row.CreatedAt, row.Id.Value));
        }, ct);

    private IQueryable<Handoff> In(IQueryable<Handoff> all, HandoffsShown shown) => shown switch
    {
        HandoffsShown.WithAdv => all.Where(h => h.Status == HandoffStatus.Submitted),
        HandoffsShown.WithSales => all.Where(h => h.Status == HandoffStatus.Draft || h.Status == HandoffStatus.Questions || h.Status == HandoffStatus.Returned),
        HandoffsShown.Mine => all.Where(h => h.AuthorId != null && h.AuthorId == member.Id),
        HandoffsShown.Accepted => all.Where(h => h.Status == HandoffStatus.Accepted),
        _ => all,
    };
}

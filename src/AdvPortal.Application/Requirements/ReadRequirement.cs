using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Application.Requirements;

/// <summary>One requirement with its revisions, and what became of the last of them in orders.</summary>
[UseCase]
public sealed class ReadRequirement(UnitOfWork unitOfWork, TenantClock clock)
{
    public Task<Result<RequirementView>> ExecuteAsync(RequirementId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<RequirementView>(this, Permission.ReadRequirements, async db =>
            await db.Requirements.Include(r => r.Revisions).SingleOrDefaultAsync(r => r.Id == id, ct) is { } requirement
                ? RequirementView.Of(requirement, await RequirementUsage.ReadAsync(db, [requirement], clock, ct))
                : new NoSuchRequirement(), ct);
}

/// <summary>What one client requires, or required on a day, by number.</summary>
[UseCase]
public sealed class ListRequirements(UnitOfWork unitOfWork, TenantClock clock)
{
    public Task<Result<Page<RequirementView>>> ExecuteAsync(ClientId client, string? after = null, int size = 25, DateOnly? on = null, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<Page<RequirementView>>(this, Permission.ReadRequirements, async db =>
        {
            if (!await db.Clients.AnyAsync(c => c.Id == client, ct))
            {
                return new NoSuchClient();
            }

            var number = Cursor.Read<int, Guid>(after)?.First ?? 0;
            var all = db.Requirements.Where(r => r.ClientId == client && r.Number > number);
            var rows = await (on is { } day ? HeldOn(all, day) : all).Include(r => r.Revisions).OrderBy(r => r.Number).Take(size + 1).ToListAsync(ct);
            var page = rows.Cut(size, r => Cursor.Write(r.Number, r.Id.Value));

            if (on is { } then)
            {
                return new Page<RequirementView>([.. page.Items.Select(r => RequirementView.On(then, r)!)], page.Next);
            }

            var usage = await RequirementUsage.ReadAsync(db, page.Items, clock, ct);

            return new Page<RequirementView>([.. page.Items.Select(r => RequirementView.Of(r, usage))], page.Next);
        }, ct);

    /// <summary>As <see cref="Requirement.InForceOn"/> has it, before rows are counted into pages.</summary>
    private static IQueryable<Requirement> HeldOn(IQueryable<Requirement> all, DateOnly day) => all.Where(r =>
        (r.RetiredFrom == null || r.RetiredFrom > day)
        && r.Revisions.Any(v => v.Status != RequirementStatus.Draft && v.ValidFrom <= day && (v.ValidUntil == null || v.ValidUntil >= day)
            && !r.Revisions.Any(later => later.Status != RequirementStatus.Draft && later.Revision > v.Revision && later.ValidFrom <= day)));
}

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

/// <summary>What one client requires, by number.</summary>
[UseCase]
public sealed class ListRequirements(UnitOfWork unitOfWork, TenantClock clock)
{
    public Task<Result<Page<RequirementView>>> ExecuteAsync(ClientId client, string? after = null, int size = 25, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<Page<RequirementView>>(this, Permission.ReadRequirements, async db =>
        {
            if (!await db.Clients.AnyAsync(c => c.Id == client, ct))
            {
                return new NoSuchClient();
            }

            var number = Cursor.Read<int, Guid>(after)?.First ?? 0;
            var rows = await db.Requirements.Include(r => r.Revisions).Where(r => r.ClientId == client && r.Number > number).OrderBy(r => r.Number).Take(size + 1).ToListAsync(ct);

            var page = rows.Cut(size, r => Cursor.Write(r.Number, r.Id.Value));
            var usage = await RequirementUsage.ReadAsync(db, page.Items, clock, ct);

            return new Page<RequirementView>([.. page.Items.Select(r => RequirementView.Of(r, usage))], page.Next);
        }, ct);
}

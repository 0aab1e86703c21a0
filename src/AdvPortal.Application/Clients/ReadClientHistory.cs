using AdvPortal.Application.History;
using AdvPortal.Domain.Clients;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Clients;

/// <summary>What happened around a client, newest first, a page at a time.</summary>
[UseCase]
public sealed class ReadClientHistory(UnitOfWork unitOfWork, TenantClock clock)
{
    public Task<Result<Page<ClientEvent>>> ExecuteAsync(ClientId id, string? after = null, int size = 25, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<Page<ClientEvent>>(this, Permission.ReadHistory, async db =>
        {
            if (!await db.Clients.IgnoreQueryFilters([Filters.Archived]).AnyAsync(c => c.Id == id, ct))
            {
                return new NoSuchClient();
            }

            var before = Cursor.Read<long, Guid>(after)?.First ?? long.MaxValue;
            var since = before == long.MaxValue ? (DateTimeOffset?)null : await db.History.Where(h => h.Position == before).Select(h => (DateTimeOffset?)h.At).SingleOrDefaultAsync(ct);
            var rows = await ClientEvent.Of(db, db.History.Where(h => h.Position < before && (h.ClientId == id || h.SubjectId == id.Value))).Take(size + 1).ToListAsync(ct);
            var page = rows.Cut(size, e => Cursor.Write(e.Position, e.SubjectId));
            var covers = await CoverEvents.OfAsync(db, clock, id, page.Next is null ? DateTimeOffset.MinValue : page.Items[^1].At, since ?? DateTimeOffset.MaxValue, ct);
            var told = await ClientEvent.NameAsync(db, clock, page.Items, ct);

            return new Page<ClientEvent>(covers is [] ? told : [.. told.Concat(covers).OrderByDescending(e => e.At)], page.Next);
        }, ct);
}

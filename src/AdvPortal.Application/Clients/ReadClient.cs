using AdvPortal.Domain.Clients;
using AdvPortal.Persistence.Common;
using AdvPortal.Persistence.Portfolios;

namespace AdvPortal.Application.Clients;

/// <summary>One client.</summary>
[UseCase]
public sealed class ReadClient(UnitOfWork unitOfWork, TenantClock clock)
{
    public Task<Result<ClientView>> ExecuteAsync(ClientId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<ClientView>(Permission.ReadClients, async db =>
            await db.Clients.SingleOrDefaultAsync(c => c.Id == id, ct) is { } client ? await ClientView.OfAsync(db, clock, client, ct) : new NoSuchClient(), ct);
}

/// <summary>The clients by name, a page at a time.</summary>
[UseCase]
public sealed class ListClients(UnitOfWork unitOfWork, TenantClock clock)
{
    public Task<Result<Page<ClientView>>> ExecuteAsync(Query query, CancellationToken ct = default) =>
        unitOfWork.ReadAsync(Permission.ReadClients, async db =>
        {
            var responsible = db.ResponsibilitiesAt(HalfDay.Of(clock.Local(clock.Now)));
            var clients = db.Clients.AsQueryable();

            if (query.Search is { Length: > 0 } text)
            {
                var found = db.FindClients(text);
                clients = clients.Where(c => found.Contains(c.Id));
            }

            if (query.Owner is { } owner)
            {
                clients = clients.Where(c => responsible.Any(r => r.ClientId == c.Id && (r.OwnerId == owner || r.ActingOwnerId == owner)));
            }

            if (Cursor.Read<string, Guid>(query.After) is var (name, id))
            {
                clients = clients.Where(c => EF.Functions.GreaterThan(ValueTuple.Create(c.Name, c.Id), ValueTuple.Create(name, new ClientId(id))));
            }

            var rows = await clients.OrderBy(c => c.Name).ThenBy(c => c.Id).Take(query.Size + 1).ToListAsync(ct);
            var ids = rows.Select(c => c.Id).ToList();
            var by = await responsible.Where(r => ids.Contains(r.ClientId)).ToDictionaryAsync(r => r.ClientId, ct);

            return rows.Select(c => ClientView.Of(c, by.GetValueOrDefault(c.Id))).ToList().Cut(query.Size, c => Cursor.Write(c.Name, c.Id.Value));
        }, ct);

    public sealed record Query(string? Search = null, MemberId? Owner = null, string? After = null, int Size = 25);
}

/// <summary>Where a client receives goods.</summary>
[UseCase]
public sealed class ListSites(UnitOfWork unitOfWork)
{
    public Task<Result<Page<SiteView>>> ExecuteAsync(ClientId client, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<Page<SiteView>>(Permission.ReadClients, async db =>
            await db.Clients.Include(c => c.Sites).SingleOrDefaultAsync(c => c.Id == client, ct) is { } found
                ? new Page<SiteView>([.. found.Sites.OrderBy(s => s.Name, StringComparer.OrdinalIgnoreCase).Select(SiteView.Of)], null)
                : new NoSuchClient(), ct);
}

/// <summary>Whom one can write to at a client's.</summary>
[UseCase]
public sealed class ListContacts(UnitOfWork unitOfWork)
{
    public Task<Result<Page<ContactView>>> ExecuteAsync(ClientId client, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<Page<ContactView>>(Permission.ReadClients, async db =>
            await db.Clients.Include(c => c.Contacts).SingleOrDefaultAsync(c => c.Id == client, ct) is { } found
                ? new Page<ContactView>([.. found.Contacts.Where(c => c.ErasedAt is null).OrderBy(c => c.Name, StringComparer.OrdinalIgnoreCase).Select(ContactView.Of)], null)
                : new NoSuchClient(), ct);
}

using AdvPortal.Domain.Clients;
using AdvPortal.Persistence.Common;
using AdvPortal.Persistence.Portfolios;

namespace AdvPortal.Application.Clients;

/// <summary>One client.</summary>
[UseCase]
public sealed class ReadClient(UnitOfWork unitOfWork, TenantClock clock)
{
    public Task<Result<ClientView>> ExecuteAsync(ClientId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<ClientView>(this, Permission.ReadClients, async db =>
            await db.Clients.SingleOrDefaultAsync(c => c.Id == id, ct) is { } client ? await ClientView.OfAsync(db, clock, client, ct) : new NoSuchClient(), ct);
}

/// <summary>The clients by name, a page at a time.</summary>
[UseCase]
public sealed class ListClients(UnitOfWork unitOfWork, TenantClock clock)
{
    public Task<Result<Page<ClientView>>> ExecuteAsync(Query query, CancellationToken ct = default) =>
        unitOfWork.ReadAsync(this, Permission.ReadClients, async db =>
        {
            var half = HalfDay.Of(clock.Local(clock.Now));
            var clients = db.Clients.Where(c => !c.IsArchived);

            if (query.Search is { Length: > 0 } text)
            {
                var found = db.FindClients(text);
                clients = clients.Where(c => found.Contains(c.Id));
            }

            if (query.Owner is { } owner)
            {
                var theirs = db.ClientsOf(owner, half);
                clients = clients.Where(c => theirs.Contains(c.Id));
            }

            if (Cursor.Read<string, Guid>(query.After) is var (name, id))
            {
                clients = clients.Where(c => EF.Functions.GreaterThan(ValueTuple.Create(c.Name, c.Id), ValueTuple.Create(name, new ClientId(id))));
            }

            var rows = await clients.OrderBy(c => c.Name).ThenBy(c => c.Id).Take(query.Size + 1).ToListAsync(ct);
            var ids = rows.Select(c => c.Id).ToList();
            var by = await db.ResponsibilitiesAt(half).Where(r => ids.Contains(r.ClientId)).ToDictionaryAsync(r => r.ClientId, ct);

            return rows.Select(c => ClientView.Of(c, by.GetValueOrDefault(c.Id))).ToList().Cut(query.Size, c => Cursor.Write(c.Name, c.Id.Value));
        }, ct);

    public sealed record Query(string? Search = null, MemberId? Owner = null, string? After = null, int Size = 25);
}

/// <summary>One place of delivery.</summary>
[UseCase]
public sealed class ReadSite(UnitOfWork unitOfWork)
{
    public Task<Result<SiteView>> ExecuteAsync(SiteId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<SiteView>(this, Permission.ReadClients, async db =>
            await db.Clients.SelectMany(c => c.Sites).SingleOrDefaultAsync(s => s.Id == id, ct) is { } site ? SiteView.Of(site) : new NoSuchSite(), ct);
}

/// <summary>One person at a client's, unless they asked to be forgotten.</summary>
[UseCase]
public sealed class ReadContact(UnitOfWork unitOfWork)
{
    public Task<Result<ContactView>> ExecuteAsync(ContactId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<ContactView>(this, Permission.ReadClients, async db =>
            await db.Clients.SelectMany(c => c.Contacts).SingleOrDefaultAsync(c => c.Id == id && c.ErasedAt == null, ct) is { } contact ? ContactView.Of(contact) : new NoSuchContact(), ct);
}

/// <summary>Where a client receives goods, by name.</summary>
[UseCase]
public sealed class ListSites(UnitOfWork unitOfWork)
{
    /// <param name="client">The client.</param>
    /// <param name="after">The cursor of the page before.</param>
    /// <param name="size">Null for all of them at once.</param>
    /// <param name="ct">Ends the work.</param>
    public Task<Result<Page<SiteView>>> ExecuteAsync(ClientId client, string? after = null, int? size = null, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<Page<SiteView>>(this, Permission.ReadClients, async db =>
        {
            if (!await db.Clients.AnyAsync(c => c.Id == client, ct))
            {
                return new NoSuchClient();
            }

            var sites = db.Sites.Where(s => s.ClientId == client);
            sites = Cursor.Read<string, Guid>(after) is var (name, id)
                ? sites.Where(s => EF.Functions.GreaterThan(ValueTuple.Create(s.Name, s.Id), ValueTuple.Create(name, new SiteId(id))))
                : sites;
            var rows = await sites.OrderBy(s => s.Name).ThenBy(s => s.Id).UpTo(size).ToListAsync(ct);

            return rows.ConvertAll(SiteView.Of).Cut(size ?? int.MaxValue, s => Cursor.Write(s.Name, s.Id.Value));
        }, ct);
}

/// <summary>Whom one can write to at a client's, by name.</summary>
[UseCase]
public sealed class ListContacts(UnitOfWork unitOfWork)
{
    /// <param name="client">The client.</param>
    /// <param name="after">The cursor of the page before.</param>
    /// <param name="size">Null for all of them at once.</param>
    /// <param name="ct">Ends the work.</param>
    public Task<Result<Page<ContactView>>> ExecuteAsync(ClientId client, string? after = null, int? size = null, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<Page<ContactView>>(this, Permission.ReadClients, async db =>
        {
            if (!await db.Clients.AnyAsync(c => c.Id == client, ct))
            {
                return new NoSuchClient();
            }

            var contacts = db.Contacts.Where(c => c.ClientId == client && c.ErasedAt == null);
            contacts = Cursor.Read<string, Guid>(after) is var (name, id)
                ? contacts.Where(c => EF.Functions.GreaterThan(ValueTuple.Create(c.Name, c.Id), ValueTuple.Create(name, new ContactId(id))))
                : contacts;
            var rows = await contacts.OrderBy(c => c.Name).ThenBy(c => c.Id).UpTo(size).ToListAsync(ct);

            return rows.ConvertAll(ContactView.Of).Cut(size ?? int.MaxValue, c => Cursor.Write(c.Name, c.Id.Value));
        }, ct);
}

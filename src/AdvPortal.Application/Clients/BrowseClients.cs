using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;
using AdvPortal.Persistence.Portfolios;

namespace AdvPortal.Application.Clients;

/// <summary>The clients as the eye runs over them: who has them, where they are, what is open.</summary>
[UseCase]
public sealed class BrowseClients(UnitOfWork unitOfWork, TenantClock clock)
{
    private const int PageSize = 25;

    private static readonly OrderStatus[] _open = [.. Enum.GetValues<OrderStatus>().Where(status => status.IsOpen())];

    public Task<Result<Page<Row>>> ExecuteAsync(Query query, CancellationToken ct = default) =>
        unitOfWork.ReadAsync(this, Permission.ReadClients, async db =>
        {
            var responsible = db.ResponsibilitiesAt(HalfDay.Of(clock.Local(clock.Now)));
            var clients = db.Clients.Where(c => !c.IsArchived);

            if (query.Search is { Length: > 0 } text)
            {
                var found = db.FindClients(text);
                clients = clients.Where(c => found.Contains(c.Id));
            }

            if (query.AnsweredBy is { } member)
            {
                clients = clients.Where(c => responsible.Any(r => r.ClientId == c.Id && (r.ActingOwnerId == member || (r.ActingOwnerId == null && r.OwnerId == member))));
            }

            if (Cursor.Read<string, Guid>(query.After) is var (name, id))
            {
                clients = clients.Where(c => EF.Functions.GreaterThan(ValueTuple.Create(c.Name, c.Id), ValueTuple.Create(name, new ClientId(id))));
            }

            var rows = await Rows(db, clients.OrderBy(c => c.Name).ThenBy(c => c.Id).Take(PageSize + 1), responsible).ToListAsync(ct);

            return rows.Cut(PageSize, row => Cursor.Write(row.Name, row.Id.Value));
        }, ct);

    // Ordered again, by the database that cut the page: a join may lose the order of what it joins, and no other collation finds it back.
    private static IQueryable<Row> Rows(AdvDbContext db, IQueryable<Client> page, IQueryable<Responsibility> responsible) =>
        from client in page
        join answering in responsible on client.Id equals answering.ClientId
        orderby client.Name, client.Id
        select new Row(
            client.Id, client.Code, client.Name,
            client.Sites.Where(s => s.Address.City != null).OrderBy(s => s.Id).Select(s => s.Address.City).FirstOrDefault(),
            db.Members.Where(m => m.Id == answering.OwnerId).Select(m => m.Name).FirstOrDefault(),
            db.Members.Where(m => m.Id == answering.ActingOwnerId).Select(m => m.Name).FirstOrDefault(),
            db.Orders.Count(o => o.ClientId == client.Id && _open.Contains(o.Status)),
            db.Requirements.Count(r => r.ClientId == client.Id && r.Status == RequirementStatus.InForce));

    /// <param name="Search">Any part of the name, the code or what else names a client.</param>
    /// <param name="AnsweredBy">Clients for whom this member answers now.</param>
    /// <param name="After">The cursor of the page before.</param>
    public sealed record Query(string? Search = null, MemberId? AnsweredBy = null, string? After = null);

    /// <param name="City">Of the first site that has one.</param>
    /// <param name="ActingOwnerName">Null while the owner answers.</param>
    public sealed record Row(ClientId Id, string Code, string Name, string? City, string? OwnerName, string? ActingOwnerName, int OpenOrders, int Requirements);
}

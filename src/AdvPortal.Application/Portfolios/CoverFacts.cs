using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Portfolios;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Portfolios;

/// <summary>
/// Everything that bears on absences within a period, read in two queries: the team and when each of them is away, and whose clients
/// have how much work. What is proposed, refused and shown about covers is computed from this.
/// </summary>
internal sealed record CoverFacts(IReadOnlyList<CoverFacts.Colleague> Team, IReadOnlyList<CoverFacts.Owned> Clients)
{
    private static readonly OrderStatus[] _open = [.. Enum.GetValues<OrderStatus>().Where(s => s.IsOpen())];

    // A group that SQL calls null would be no group at all.
    private static readonly DateOnly _undated = new(9999, 1, 1);

    // Having stood in this often is knowing a client.
    private const int CoversToKnow = 3;

    public sealed record Colleague(Member Member, IReadOnlyList<Absence> Absences)
    {
        // An admin may handle orders, but nobody proposes the person who looks after the accounts.
        public bool IsOfTheDesk => MayHandleOrders && Roles.PermissionsOf(Member.Roles.Where(role => role is not Role.Admin)).Contains(Permission.HandleOrders);

        public bool MayHandleOrders => !Member.IsDisabled && Roles.PermissionsOf(Member.Roles).Contains(Permission.HandleOrders);
    }

    /// <summary>A client in somebody's portfolio, from one day to another.</summary>
    public sealed record Owned(
        ClientId Id, string Name, string Language, MemberId OwnerId, DateOnly From, DateOnly? Until,
        IReadOnlyList<Due> OpenOrders, IReadOnlyList<Known> KnownBy)
    {
        public int OpenCount => OpenOrders.Sum(d => d.Orders);

        public int DueWithin(DateOnly from, DateOnly until) => OpenOrders.Where(d => d.On >= from && d.On <= until).Sum(d => d.Orders);
    }

    /// <summary>How many open orders of a client are promised, or else requested, for a day; without any, for the end of time.</summary>
    public sealed record Due(DateOnly On, int Orders);

    /// <summary>How many times a colleague has stood in for a client.</summary>
    public sealed record Known(MemberId MemberId, int Times);

    public static async Task<CoverFacts> ReadAsync(AdvDbContext db, DateOnly from, DateOnly until, CancellationToken ct) =>
        new(await TeamAsync(db, db.Absences.Where(a => a.From <= until && a.Until >= from), ct), await ClientsAsync(db, from, until, ct));

    /// <summary>Null when there is no such absence.</summary>
    public static async Task<(Absence Absence, CoverFacts Facts)?> ReadAsync(AdvDbContext db, AbsenceId id, CancellationToken ct)
    {
        var team = await TeamAsync(db, db.Absences.Where(a => db.Absences.Any(t => t.Id == id && a.From <= t.Until && a.Until >= t.From)), ct);
        var absence = team.SelectMany(c => c.Absences).SingleOrDefault(a => a.Id == id);

        return absence is null ? null : (absence, new(team, await ClientsAsync(db, absence.From, absence.Until, ct)));
    }

    /// <summary>The clients that need somebody while their owner is away, each for the days in which the absent member owns it.</summary>
    public IEnumerable<ClientToCover> ToCover(Absence absence) =>
        from client in Clients
        where client.OwnerId == absence.MemberId
        let first = Math.Max(absence.FirstHalf, HalfDay.Of(client.From, DayHalf.Morning))
        let last = client.Until is { } end ? Math.Min(absence.LastHalf, HalfDay.Of(end, DayHalf.Afternoon)) : absence.LastHalf
        where first <= last
        select new ClientToCover(client.Id, client.Language, first, last, client.OpenCount, Familiar(client));

    /// <summary>Those of the desk who are not the absent one, with what they carry besides this absence.</summary>
    public IReadOnlyList<StandIn> StandIns(Absence absence) =>
        [.. Team.Where(c => c.IsOfTheDesk && c.Member.Id != absence.MemberId).OrderBy(c => c.Member.Id.Value).Select(c => StandInOf(c, absence))];

    public StandIn StandInOf(Colleague colleague, Absence absence) => new(colleague.Member.Id, colleague.Member.Language, LoadOf(colleague, absence), colleague.Absences);

    private decimal LoadOf(Colleague colleague, Absence absence)
    {
        var own = Clients.Where(c => c.OwnerId == colleague.Member.Id);
        var covered = Team.SelectMany(c => c.Absences)
            .Where(a => a.Id != absence.Id)
            .SelectMany(a => a.Covers)
            .Where(k => k.IsPublished && k.StandInId == colleague.Member.Id && k.FirstHalf <= absence.LastHalf && k.LastHalf >= absence.FirstHalf)
            .Select(k => k.ClientId)
            .ToHashSet();

        return own.Concat(Clients.Where(c => covered.Contains(c.Id))).DistinctBy(c => c.Id).Sum(c => Workload.Of(c.OpenCount));
    }

    private static Dictionary<MemberId, decimal> Familiar(Owned client) =>
        client.KnownBy.ToDictionary(k => k.MemberId, k => Math.Round(Math.Min(1m, (decimal)k.Times / CoversToKnow), 2));

    private static async Task<IReadOnlyList<Colleague>> TeamAsync(AdvDbContext db, IQueryable<Absence> within, CancellationToken ct)
    {
        var rows = await (
            from member in db.Members
            orderby member.Id
            select new { Member = member, Absences = within.Include(a => a.Covers).Where(a => a.MemberId == member.Id).ToList() }).ToListAsync(ct);

        return [.. rows.Select(row => new Colleague(row.Member, row.Absences))];
    }

    private static async Task<IReadOnlyList<Owned>> ClientsAsync(AdvDbContext db, DateOnly first, DateOnly last, CancellationToken ct)
    {
        // What is planned for these days teaches nobody anything yet.
        var begins = HalfDay.Of(first, DayHalf.Morning);

        return await (
            from ownership in db.Ownerships
            join client in db.Clients on ownership.ClientId equals client.Id
            where ownership.From <= last && (ownership.Until == null || ownership.Until >= first)
            orderby client.Name, client.Id, ownership.From
            select new Owned(
                client.Id, client.Name, client.Language, ownership.OwnerId, ownership.From, ownership.Until,
                db.Orders.Where(o => o.ClientId == client.Id && _open.Contains(o.Status))
                    .GroupBy(o => o.PromisedOn ?? o.RequestedOn ?? _undated).Select(g => new Due(g.Key, g.Count())).ToList(),
                db.Covers.Where(k => k.ClientId == client.Id && k.IsPublished && k.LastHalf < begins)
                    .GroupBy(k => k.StandInId).Select(g => new Known(g.Key, g.Count())).ToList()))
            .ToListAsync(ct);
    }
}

using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Portfolios;
using AdvPortal.Domain.Requirements;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Portfolios;

/// <summary>
/// Everything that bears on absences within a period, read in two queries: the team and when each of them is away, and whose clients
/// have how much work. What is proposed, refused and shown about covers is computed from this.
/// </summary>
internal sealed record CoverFacts(IReadOnlyList<CoverFacts.Colleague> Team, IReadOnlyList<CoverFacts.Owned> Clients)
{
    /// <summary>The kinds of requirements in force, client by client.</summary>
    public required ILookup<ClientId, string> Requirements { get; init; }

    /// <summary>What colleagues have had to do with the clients of whoever is away.</summary>
    public required PastWork Past { get; init; }

    public bool ArePortfoliosClosed { get; init; }

    private ILookup<MemberId, Owned> Own { get; } = Clients.ToLookup(c => c.OwnerId);

    private readonly Dictionary<(DateOnly, DateOnly, MemberId), List<Owned>> _during = [];

    private static readonly OrderStatus[] _open = [.. Enum.GetValues<OrderStatus>().Where(s => s.IsOpen())];

    // A group that SQL calls null would be no group at all.
    private static readonly DateOnly _undated = new(9999, 1, 1);

    public sealed record Colleague(Member Member, IReadOnlyList<Absence> Absences)
    {
        public bool IsOfTheDesk => !Member.IsDisabled && Roles.AreOfTheDesk(Member.Roles);

        public WorkingWeek Week => Member.Week ?? WorkingWeek.Full;

        public bool MayHandleOrders => !Member.IsDisabled && Roles.PermissionsOf(Member.Roles).Contains(Permission.HandleOrders);
    }

    /// <summary>A client in somebody's portfolio, from one day to another.</summary>
    public sealed record Owned(
        ClientId Id, string Name, string Language, MemberId OwnerId, DateOnly From, DateOnly? Until,
        IReadOnlyList<Due> OpenOrders, bool IsSensitive, bool CanBeTold)
    {
        public ClientWork Work { get; init; } = ClientWork.None;

        public bool IsOwnedDuring(Absence absence) => From <= absence.Until && (Until is null || Until >= absence.From);

        public int OpenCount => OpenOrders.Sum(d => d.Orders);

        public int DueWithin(DateOnly from, DateOnly until) => OpenOrders.Where(d => d.On >= from && d.On <= until).Sum(d => d.Orders);
    }

    /// <summary>How many open orders of a client are promised, or else requested, for a day; without any, for the end of time.</summary>
    public sealed record Due(DateOnly On, int Orders);

    /// <summary>What a client insists on.</summary>
    public sealed record RulesOf(ClientId ClientId, IReadOnlyList<Rule> Rules);

    /// <summary>Whose absence the questions are about: one that is in the database, or one that is only being declared.</summary>
    public static async Task<CoverFacts> ReadAsync(AdvDbContext db, TenantClock clock, DateOnly from, DateOnly until, CancellationToken ct, MemberId? declaring = null) =>
        await RestAsync(db, clock, await TeamAsync(db, db.Absences.Where(a => a.From <= until && a.Until >= from), ct), from, until, until, declaring, ct);

    /// <summary>What bears on a member's leaving on a day: whoever is foreseen to own a client at any time from then on is there too.</summary>
    public static async Task<CoverFacts> OfLeavingAsync(AdvDbContext db, TenantClock clock, MemberId leaving, DateOnly start, CancellationToken ct) =>
        await RestAsync(db, clock, await TeamAsync(db, db.Absences.Where(a => a.From <= start && a.Until >= start), ct), start, start, DateOnly.MaxValue, leaving, ct);

    /// <summary>Null when there is no such absence.</summary>
    public static async Task<(Absence Absence, CoverFacts Facts)?> ReadAsync(AdvDbContext db, TenantClock clock, AbsenceId id, CancellationToken ct)
    {
        var team = await TeamAsync(db, db.Absences.Where(a => db.Absences.Any(t => t.Id == id && a.From <= t.Until && a.Until >= t.From)), ct);
        var absence = team.SelectMany(c => c.Absences).SingleOrDefault(a => a.Id == id);

        return absence is null ? null : (absence, await RestAsync(db, clock, team, absence.From, absence.Until, absence.Until, null, ct));
    }

    public IEnumerable<Absence> Others(Absence absence) => Team.SelectMany(c => c.Absences).Where(a => a.Id != absence.Id);

    /// <summary>
    /// The clients that need somebody while their owner is away, each for the days in which the absent member owns it; and those of absent
    /// colleagues for whom the absent member stands in.
    /// </summary>
    public IEnumerable<ClientToCover> ToCover(Absence absence) =>
        (from client in Clients
         where client.OwnerId == absence.MemberId
         let first = Math.Max(absence.FirstOpenHalf, HalfDay.Of(client.From, DayHalf.Morning))
         let last = client.Until is { } end ? Math.Min(absence.LastHalf, HalfDay.Of(end, DayHalf.Afternoon)) : absence.LastHalf
         where first <= last
         select Need(client, absence, first, last, null)).Concat(
            from stood in StandsIn(absence)
            join client in Clients.Where(c => c.IsOwnedDuring(absence)).DistinctBy(c => c.Id) on stood.ClientId equals client.Id
            select Need(client, absence, stood.First, stood.Last, stood.Chain));

    /// <summary>The clients that whoever leaves owns then, or would own later: none of them can stay theirs. Whom they only stand in for is not theirs to give.</summary>
    public IEnumerable<ClientToCover> ToGive(Absence leaving) =>
        Own[leaving.MemberId].DistinctBy(c => c.Id).Select(client => Need(client, leaving, leaving.FirstHalf, leaving.LastHalf, null));

    /// <summary>Those of the desk who are not the absent one, with what they carry besides this absence.</summary>
    public IReadOnlyList<StandIn> StandIns(Absence absence) =>
        [.. Team.Where(c => c.IsOfTheDesk && c.Member.Id != absence.MemberId).OrderBy(c => c.Member.Id.Value).Select(c => StandInOf(c, absence))];

    /// <summary>The problem of one absence: what a manager fixed in its plan stays.</summary>
    public CoverProblem Problem(Absence absence)
    {
        var kept = absence.Covers.Where(k => k.IsFixed && !k.IsPublished).Select(k => k.AsPlanned).ToList();
        var standIns = StandIns(absence);
        var chosen = Team.Where(c => c.MayHandleOrders && kept.Exists(k => k.StandInId == c.Member.Id) && standIns.All(s => s.Id != c.Member.Id)).Select(c => StandInOf(c, absence));

        return new([.. ToCover(absence)], [.. standIns, .. chosen], absence.Weights, kept);
    }

    // In covers that others published; and, once they have stepped aside, in the lines of this plan that took their place.
    private IEnumerable<(ClientId ClientId, int First, int Last, CoverChain Chain)> StandsIn(Absence absence) =>
        (from other in Others(absence)
         where other.PlanStatus is not CoverPlanStatus.Withdrawn
         from cover in other.Covers
         where cover.IsPublished && cover.StandInId == absence.MemberId && cover.FirstHalf <= absence.LastHalf && cover.LastHalf >= absence.FirstOpenHalf
         select (cover.ClientId, Math.Max(cover.FirstHalf, absence.FirstOpenHalf), Math.Min(cover.LastHalf, absence.LastHalf), new CoverChain([.. cover.FollowsFrom, other.Id], cover.AbsentId))).Concat(
            from cover in absence.Covers
            where cover is { IsPublished: true, FollowsFrom.Count: > 0 } && cover.LastHalf >= absence.FirstOpenHalf
            select (cover.ClientId, cover.FirstHalf, cover.LastHalf, cover.AsPlanned.Chain!));

    private ClientToCover Need(Owned client, Absence absence, int first, int last, CoverChain? chain) =>
        new(client.Id, client.Language, first, last, client.Work)
        {
            Acquainted = Acquainted(client, absence),
            IsSensitive = client.IsSensitive,
            Chain = chain,
        };

    public StandIn StandInOf(Colleague colleague, Absence absence) => new(colleague.Member.Id, colleague.Member.Speaks, LoadOf(colleague, absence), colleague.Absences)
    {
        Capacity = colleague.Member.WeeklyCapacity,
        Week = colleague.Week,
    };

    private decimal LoadOf(Colleague colleague, Absence absence)
    {
        var covered = Team.SelectMany(c => c.Absences)
            .Where(a => a.Id != absence.Id)
            .SelectMany(a => a.Covers)
            .Where(k => k.IsPublished && k.StandInId == colleague.Member.Id && k.FirstHalf <= absence.LastHalf && k.LastHalf >= absence.FirstHalf)
            .Select(k => k.ClientId)
            .ToHashSet();

        return OwnDuring(absence, colleague.Member.Id).Concat(Clients.Where(c => covered.Contains(c.Id))).DistinctBy(c => c.Id).Sum(c => c.Work.Points);
    }

    private List<Owned> OwnDuring(Absence absence, MemberId member)
    {
        if (!_during.TryGetValue((absence.From, absence.Until, member), out var own))
        {
            _during[(absence.From, absence.Until, member)] = own = [.. Own[member].Where(c => c.IsOwnedDuring(absence))];
        }

        return own;
    }

    private Dictionary<MemberId, Acquaintance> Acquainted(Owned client, Absence absence)
    {
        var kinds = Requirements[client.Id].ToHashSet(StringComparer.Ordinal);

        return Team.Where(c => c.Member.Id != client.OwnerId).Select(c => (c.Member.Id, Knows: Of(c.Member.Id))).Where(pair => pair.Knows is not null).ToDictionary(pair => pair.Id, pair => pair.Knows!);

        Acquaintance? Of(MemberId member)
        {
            var before = Past.Of(client.Id, member, absence.From);
            var own = OwnDuring(absence, member).Where(c => c.Id != client.Id).ToList();
            var like = own.Select(c => (c.Name, Shared: Requirements[c.Id].Count(kinds.Contains))).Where(c => c.Shared > 0).OrderByDescending(c => c.Shared).ThenBy(c => c.Name, StringComparer.Ordinal).FirstOrDefault().Name;
            var alike = like is null ? 0 : Math.Round((decimal)kinds.Count(kind => own.Exists(c => Requirements[c.Id].Contains(kind))) / kinds.Count, 2);

            return before is null && like is null ? null : (before ?? Acquaintance.None) with { Alike = alike, LikeName = like };
        }
    }

    private static async Task<IReadOnlyList<Colleague>> TeamAsync(AdvDbContext db, IQueryable<Absence> within, CancellationToken ct)
    {
        var rows = await (
            from member in db.Members
            orderby member.Id
            select new { Member = member, Absences = within.Include(a => a.Covers).Where(a => a.MemberId == member.Id).ToList() }).ToListAsync(ct);

        return [.. rows.Select(row => new Colleague(row.Member, row.Absences))];
    }

    private static async Task<CoverFacts> RestAsync(AdvDbContext db, TenantClock clock, IReadOnlyList<Colleague> team, DateOnly first, DateOnly last, DateOnly foreseen, MemberId? declaring, CancellationToken ct)
    {
        var visit = new Visit(db);
        var (clients, requirements) = Ask(db, visit, clock.Today, first, foreseen);
        var (work, past) = (OpenWork.Ask(db, visit), PastWork.Ask(db, visit, clock, last, AwayWithin(db, first, foreseen, declaring)));
        var closed = visit.Ask(db.TenantSettings.Select(s => s.ClosedPortfolios));
        await visit.GoAsync(ct);
        var of = work();

        return new(team, [.. clients.Rows.Select(client => client with { Work = of(client.Id) })])
        {
            Requirements = requirements.Rows.SelectMany(r => r.Rules.Select(rule => (r.ClientId, rule.Kind))).ToLookup(r => r.ClientId, r => r.Kind),
            Past = past(),
            ArePortfoliosClosed = closed.Rows is [true],
        };
    }

    private static (Answer<Owned> Clients, Answer<RulesOf> Rules) Ask(AdvDbContext db, Visit visit, DateOnly today, DateOnly first, DateOnly last) => (
        visit.Ask(
            from ownership in db.Ownerships
            join client in db.Clients on ownership.ClientId equals client.Id
            where ownership.From <= last && (ownership.Until == null || ownership.Until >= first)
            orderby client.Name, client.Id, ownership.From
            select new Owned(
                client.Id, client.Name, client.Language, ownership.OwnerId, ownership.From, ownership.Until,
                db.Orders.Where(o => o.ClientId == client.Id && _open.Contains(o.Status))
                    .GroupBy(o => o.PromisedOn ?? o.RequestedOn ?? _undated).Select(g => new Due(g.Key, g.Count())).ToList(),
                db.Orders.Any(o => o.ClientId == client.Id && _open.Contains(o.Status) && (o.IsThreatened || o.Status == OrderStatus.OnHold || o.NextDueOn < today)),
                db.Contacts.Any(c => c.ClientId == client.Id && c.Role == ContactRole.Buyer && c.Email != null))),
        visit.Ask(
            from requirement in db.Requirements
            where requirement.Status == RequirementStatus.InForce && requirement.RetiredFrom == null
            select new RulesOf(requirement.ClientId, requirement.Revisions.Where(r => r.Status == RequirementStatus.InForce).Select(r => r.Rule).ToList())));

    private static IQueryable<ClientId> AwayWithin(AdvDbContext db, DateOnly first, DateOnly last, MemberId? declaring) =>
        db.Ownerships.Where(o => o.From <= last && (o.Until == null || o.Until >= first)
            && (o.OwnerId == declaring || db.Absences.Any(a => a.MemberId == o.OwnerId && a.From <= last && a.Until >= first))).Select(o => o.ClientId);
}

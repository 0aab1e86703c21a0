using System.Text.Json.Serialization;
using AdvPortal.Domain.Portfolios;
using AdvPortal.Persistence.Common;
using AdvPortal.Persistence.Portfolios;

namespace AdvPortal.Application.Portfolios;

/// <summary>Who has which clients today, and who answers for them.</summary>
[UseCase]
public sealed class ListPortfolios(UnitOfWork unitOfWork, TenantClock clock)
{
    /// <param name="after">The cursor of the page before.</param>
    /// <param name="size">Null for all of them at once.</param>
    /// <param name="ct">Ends the work.</param>
    public Task<Result<Page<Portfolio>>> ExecuteAsync(string? after = null, int? size = null, CancellationToken ct = default) =>
        unitOfWork.ReadAsync(this, Permission.ReadPortfolios, async db =>
        {
            var visit = new Visit(db);
            var (today, half) = (clock.Today, HalfDay.Of(clock.Local(clock.Now)));
            var members = visit.Ask(db.Members);
            var clients = visit.Ask(
                from client in db.Clients
                join responsible in db.ResponsibilitiesAt(half) on client.Id equals responsible.ClientId
                where !client.IsArchived
                orderby client.Name, client.Id
                select new { client.Id, client.Code, client.Name, responsible.OwnerId, responsible.ActingOwnerId });
            var later = visit.Ask(db.Ownerships.Where(o => o.From > today).Select(o => new { o.ClientId, o.OwnerId, o.From }));
            var standing = visit.Ask(db.Covers.Where(c => c.IsPublished && c.LastHalf >= half).GroupBy(c => c.StandInId).Select(each => new { Member = each.Key, LastHalf = each.Max(c => c.LastHalf) }));
            var work = OpenWork.Ask(db, visit);
            await visit.GoAsync(ct);

            var of = work();
            var next = later.Rows.OrderBy(o => o.From).ToLookup(o => o.ClientId, o => new Change(o.OwnerId, o.From));
            var owned = clients.Rows.ToLookup(c => c.OwnerId, c => new Owned(c.Id, c.Code, c.Name, c.ActingOwnerId, next[c.Id].FirstOrDefault()) { Work = of(c.Id), AfterNext = [.. next[c.Id].Skip(1)] });
            var until = standing.Rows.ToDictionary(c => c.Member, c => HalfDay.DayOf(c.LastHalf));
            var covering = clients.Rows.ToLookup(c => c.ActingOwnerId, c => c.Id);

            var portfolios = members.Rows
                .Where(m => owned[m.Id].Any() || (!m.IsDisabled && Roles.AreOfTheDesk(m.Roles)))
                .OrderBy(m => m.Name, StringComparer.CurrentCulture).ThenBy(m => m.Id.Value)
                .Select(m => new Portfolio(m.Id, m.Name, m.Roles, [.. owned[m.Id]], [.. covering[m.Id]])
                {
                    Capacity = m.WeeklyCapacity,
                    Languages = m.Speaks,
                    Team = m.Team,
                    MayTake = !m.IsDisabled && Roles.PermissionsOf(m.Roles).Contains(Permission.HandleOrders),
                    Week = m.Week ?? WorkingWeek.Full,
                    StandsInUntil = until.TryGetValue(m.Id, out var last) ? last : null,
                })
                .ToList();

            // Clients that nobody owns are nobody's to answer for, and must be seen.
            if (owned[null].Any())
            {
                portfolios.Add(new(null, null, [], [.. owned[null]], []));
            }

            if (Cursor.Read<string, Guid>(after) is var (name, id))
            {
                portfolios.RemoveAll(p => p.MemberId is { } member && (StringComparer.CurrentCulture.Compare(p.MemberName, name) is not 0 and var order ? order < 0 : member.Value.CompareTo(id) <= 0));
            }

            return portfolios.Cut(size ?? int.MaxValue, p => Cursor.Write(p.MemberName, p.MemberId!.Value.Value));
        }, ct);

    /// <param name="MemberId">Null for the clients without an owner.</param>
    /// <param name="Covering">The clients of absent colleagues for whom this member answers now.</param>
    public sealed record Portfolio(MemberId? MemberId, string? MemberName, IReadOnlyList<Role> Roles, IReadOnlyList<Owned> Clients, IReadOnlyList<ClientId> Covering)
    {
        /// <summary>The work of their clients, in points: what a load bar shows of <see cref="Capacity"/>.</summary>
        public decimal Load => Clients.Sum(c => c.Work.Points);

        /// <summary>What the member carries in the week they work, in points; 0 for the clients without an owner.</summary>
        public decimal Capacity { get; init; }

        /// <summary>ISO 639-1: what the member answers clients in.</summary>
        public IReadOnlyList<string> Languages { get; init; } = [];

        public string? Team { get; init; }

        /// <summary>Whether the member can be given clients.</summary>
        [JsonIgnore]
        public bool MayTake { get; init; }

        /// <summary>The half-days of every week that the member does not work.</summary>
        [JsonIgnore]
        public WorkingWeek Week { get; init; } = WorkingWeek.Full;

        /// <summary>The last day, today or later, for which the member is to stand in for somebody; null for none.</summary>
        [JsonIgnore]
        public DateOnly? StandsInUntil { get; init; }
    }

    public sealed record Owned(ClientId ClientId, string Code, string Name, MemberId? ActingOwnerId, Change? Next)
    {
        /// <summary>What is open, counted, and its points.</summary>
        public ClientWork Work { get; init; } = ClientWork.None;

        /// <summary>What is foreseen after <see cref="Next"/>, the soonest first.</summary>
        [JsonIgnore]
        public IReadOnlyList<Change> AfterNext { get; init; } = [];

        /// <summary>All that is foreseen, the soonest first.</summary>
        [JsonIgnore]
        public IEnumerable<Change> Foreseen => Next is { } next ? [next, .. AfterNext] : [];
    }

    /// <summary>A transfer that is foreseen.</summary>
    public sealed record Change(MemberId ToMemberId, DateOnly From);
}

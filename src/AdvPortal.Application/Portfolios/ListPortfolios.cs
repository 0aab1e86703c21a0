using System.Text.Json.Serialization;
using AdvPortal.Domain.Portfolios;
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
            var members = await db.Members.Select(m => new { m.Id, m.Name, m.Roles, m.IsDisabled, m.Week }).ToListAsync(ct);
            var clients = await (
                from client in db.Clients
                join responsible in db.ResponsibilitiesAt(HalfDay.Of(clock.Local(clock.Now))) on client.Id equals responsible.ClientId
                where !client.IsArchived
                orderby client.Name, client.Id
                select new { client.Id, client.Code, client.Name, responsible.OwnerId, responsible.ActingOwnerId }).ToListAsync(ct);
            var today = clock.Today;
            var later = await (
                from ownership in db.Ownerships
                where ownership.From > today
                select new { ownership.ClientId, ownership.OwnerId, ownership.From }).ToListAsync(ct);
            var next = later.OrderBy(o => o.From).DistinctBy(o => o.ClientId).ToDictionary(o => o.ClientId, o => new Change(o.OwnerId, o.From));
            var owned = clients.ToLookup(c => c.OwnerId, c => new Owned(c.Id, c.Code, c.Name, c.ActingOwnerId, next.GetValueOrDefault(c.Id)));

            var portfolios = members
                .Where(m => owned[m.Id].Any() || (!m.IsDisabled && Roles.PermissionsOf(m.Roles.Where(r => r is not Role.Admin)).Contains(Permission.HandleOrders)))
                .OrderBy(m => m.Name, StringComparer.CurrentCulture).ThenBy(m => m.Id.Value)
                .Select(m => new Portfolio(m.Id, m.Name, m.Roles, [.. owned[m.Id]], [.. clients.Where(c => c.ActingOwnerId == m.Id).Select(c => c.Id)]) { Week = m.Week ?? WorkingWeek.Full })
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
        /// <summary>The half-days of every week that the member does not work.</summary>
        [JsonIgnore]
        public WorkingWeek Week { get; init; } = WorkingWeek.Full;
    }

    public sealed record Owned(ClientId ClientId, string Code, string Name, MemberId? ActingOwnerId, Change? Next);

    /// <summary>A transfer that is foreseen.</summary>
    public sealed record Change(MemberId ToMemberId, DateOnly From);
}

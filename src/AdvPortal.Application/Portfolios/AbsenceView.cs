using System.Text.Json.Serialization;
using AdvPortal.Domain.Portfolios;

namespace AdvPortal.Application.Portfolios;

/// <summary>An absence as pages and the API read it, with the plan of who stands in.</summary>
public sealed record AbsenceView(
    AbsenceId Id, int Version, MemberId MemberId, string MemberName, DateOnly From, DateOnly Until, DayHalf? FromHalf, DayHalf? UntilHalf, CoverPlan CoverPlan)
{
    internal static AbsenceView Of(Absence absence, int version, CoverFacts facts) => new(
        absence.Id, version, absence.MemberId, facts.Team.Single(c => c.Member.Id == absence.MemberId).Member.Name,
        absence.From, absence.Until, absence.FromHalf, absence.UntilHalf, CoverPlan.Of(absence, facts));
}

/// <summary>Who stands in for whom, why, and what that does to everybody's load.</summary>
public sealed record CoverPlan(
    AbsenceId AbsenceId, MemberId MemberId, DateOnly From, DateOnly Until, CoverPlanStatus Status,
    IReadOnlyList<CoverPlan.Line> Lines, IReadOnlyList<CoverPlan.Load> Loads, IReadOnlyList<ClientId> Uncovered)
{
    /// <summary>Of the absence: the plan has none of its own.</summary>
    [JsonIgnore]
    public int Version { get; init; }

    /// <summary>Every client of the absent member in those days, whether somebody stands in or not: what a person plans from.</summary>
    [JsonIgnore]
    public IReadOnlyList<Need> Needs { get; init; } = [];

    public sealed record Line(
        ClientId ClientId, string ClientName, MemberId CoverMemberId, string CoverMemberName, DateOnly From, DateOnly Until, DayHalf? FromHalf, DayHalf? UntilHalf,
        CoverReasons Because, int OpenOrders, int DueDuring);

    /// <summary>In open orders, each client counting a half more; <see cref="Capacity"/> is the 100 %.</summary>
    public sealed record Load(MemberId MemberId, string MemberName, decimal Before, decimal After, decimal Capacity)
    {
        /// <summary>Whether the colleague is away for a part of these days.</summary>
        [JsonIgnore]
        public bool IsAway { get; init; }
    }

    public sealed record Need(ClientId ClientId, string ClientName, int OpenOrders, int DueDuring);

    internal static CoverPlan Of(Absence absence, CoverFacts facts)
    {
        var toCover = facts.ToCover(absence).ToList();
        var clients = facts.Clients.DistinctBy(c => c.Id).ToDictionary(c => c.Id);
        var people = facts.Team.ToDictionary(c => c.Member.Id);
        var taken = absence.Covers.Where(k => clients.ContainsKey(k.ClientId)).ToList();
        var standIns = facts.StandIns(absence)
            .UnionBy(taken.Select(k => facts.StandInOf(people[k.StandInId], absence)), s => s.Id)
            .ToDictionary(s => s.Id);
        var after = standIns.Values.ToDictionary(
            s => s.Id,
            s => s.Load + taken.Where(k => k.StandInId == s.Id).Select(k => k.ClientId).Distinct().Sum(c => Workload.Of(clients[c].OpenCount)));

        return new(
            absence.Id, absence.MemberId, absence.From, absence.Until, absence.PlanStatus,
            [.. taken.OrderByDescending(k => clients[k.ClientId].OpenCount).ThenBy(k => clients[k.ClientId].Name, StringComparer.CurrentCulture).ThenBy(k => k.FirstHalf).Select(ToLine)],
            [.. standIns.Values.OrderBy(s => people[s.Id].Member.Name, StringComparer.CurrentCulture).Select(s =>
                new Load(s.Id, people[s.Id].Member.Name, s.Load, after[s.Id], Workload.Capacity) { IsAway = s.IsAway(absence.FirstHalf, absence.LastHalf) })],
            [.. toCover.Where(c => !IsCovered(c, taken)).Select(c => c.Id).Distinct()])
        {
            Needs = [.. toCover.DistinctBy(c => c.Id).Select(c => clients[c.Id])
                .OrderByDescending(c => c.OpenCount).ThenBy(c => c.Name, StringComparer.CurrentCulture)
                .Select(c => new Need(c.Id, c.Name, c.OpenCount, c.DueWithin(absence.From, absence.Until)))],
        };

        Line ToLine(Cover cover)
        {
            var client = clients[cover.ClientId];
            var (from, until) = (HalfDay.DayOf(cover.FirstHalf), HalfDay.DayOf(cover.LastHalf));
            var because = toCover.Find(c => c.Id == cover.ClientId) is { } need
                ? CoverReasons.Of(need, standIns[cover.StandInId], after[cover.StandInId])
                : new CoverReasons(0, 0, Language: client.Language == people[cover.StandInId].Member.Language);

            return new(
                client.Id, client.Name, cover.StandInId, people[cover.StandInId].Member.Name, from, until,
                HalfDay.HalfOf(cover.FirstHalf) is DayHalf.Afternoon ? DayHalf.Afternoon : null, HalfDay.HalfOf(cover.LastHalf) is DayHalf.Morning ? DayHalf.Morning : null,
                because, client.OpenCount, client.DueWithin(from, until));
        }
    }

    private static bool IsCovered(ClientToCover client, List<Cover> covers)
    {
        var next = client.FirstHalf;

        foreach (var cover in covers.Where(k => k.ClientId == client.Id && k.LastHalf >= client.FirstHalf).OrderBy(k => k.FirstHalf))
        {
            if (cover.FirstHalf > next)
            {
                return false;
            }

            next = cover.LastHalf + 1;
        }

        return next > client.LastHalf;
    }
}

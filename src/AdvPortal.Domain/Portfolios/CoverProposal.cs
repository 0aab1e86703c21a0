namespace AdvPortal.Domain.Portfolios;

/// <summary>A client whose owner is away from one half-day to another, both included.</summary>
/// <param name="Familiar">How well colleagues know the client: from 0 (not named) to 1.</param>
public sealed record ClientToCover(ClientId Id, string Language, int FirstHalf, int LastHalf, int OpenOrders, IReadOnlyDictionary<MemberId, decimal> Familiar);

/// <summary>A colleague who could stand in, what they have on their desk already, and when they are away themselves.</summary>
/// <param name="Load">In open orders, as <see cref="Workload"/> counts them.</param>
public sealed record StandIn(MemberId Id, string Language, decimal Load, IReadOnlyList<Absence> Absences)
{
    public bool IsAway(int firstHalf, int lastHalf) => Absences.Any(a => a.Overlaps(firstHalf, lastHalf));
}

/// <summary>Why somebody was proposed, in figures from 0 to 1; <see cref="Load"/> is how free they stay.</summary>
public sealed record CoverReasons(decimal Familiarity, decimal Load, bool Language)
{
    /// <summary>What the proposal weighs; in this order a person would, too.</summary>
    public decimal Score() => (0.5m * Familiarity) + (0.3m * Load) + (Language ? 0.2m : 0);

    public static CoverReasons Of(ClientToCover client, StandIn standIn, decimal loadAfter) => new(
        client.Familiar.GetValueOrDefault(standIn.Id),
        Math.Round(Math.Clamp(1 - (loadAfter / Workload.Capacity), 0, 1), 2),
        client.Language == standIn.Language);
}

/// <summary>
/// Proposes who stands in for each client of an absent colleague: the heaviest clients first, each to whom knows it, has room and
/// speaks its language. Nobody is proposed for a time when they are away; where nobody is there all the time, several share it.
/// </summary>
public sealed class CoverProposal
{
    private readonly Dictionary<MemberId, decimal> _loads;
    private readonly IReadOnlyList<StandIn> _team;

    private CoverProposal(IReadOnlyList<StandIn> team) => (_team, _loads) = (team, team.ToDictionary(s => s.Id, s => s.Load));

    public static IReadOnlyList<PlannedCover> For(IEnumerable<ClientToCover> clients, IReadOnlyList<StandIn> team)
    {
        var proposal = new CoverProposal(team);

        return [.. clients.OrderByDescending(c => c.OpenOrders).ThenBy(c => c.Id.Value).SelectMany(proposal.Cover)];
    }

    private IEnumerable<PlannedCover> Cover(ClientToCover client)
    {
        var chosen = new List<PlannedCover>();

        foreach (var (first, last) in Best(client, client.FirstHalf, client.LastHalf) is null ? Parts(client) : [(client.FirstHalf, client.LastHalf)])
        {
            var before = chosen.LastOrDefault();

            // Whoever has begun goes on as long as they are there: a client dislikes a third voice.
            if (before is not null && before.LastHalf == first - 1 && !_team.Single(s => s.Id == before.StandInId).IsAway(first, last))
            {
                chosen[^1] = before with { LastHalf = last };
            }
            else if (Best(client, first, last) is { } best)
            {
                chosen.Add(new(client.Id, best.Id, first, last));
            }
        }

        foreach (var standIn in chosen.Select(c => c.StandInId).Distinct())
        {
            _loads[standIn] += Workload.Of(client.OpenOrders);
        }

        return chosen;
    }

    private StandIn? Best(ClientToCover client, int first, int last) => _team
        .Where(s => !s.IsAway(first, last))
        .OrderByDescending(s => CoverReasons.Of(client, s, _loads[s.Id] + Workload.Of(client.OpenOrders)).Score())
        .ThenBy(s => _loads[s.Id])
        .ThenBy(s => s.Id.Value)
        .FirstOrDefault();

    /// <summary>The period cut wherever a colleague leaves or comes back.</summary>
    private IEnumerable<(int First, int Last)> Parts(ClientToCover client)
    {
        int[] begins =
        [
            client.FirstHalf,
            .. _team.SelectMany(s => s.Absences).SelectMany(a => new[] { a.FirstHalf, a.LastHalf + 1 })
                .Where(half => half > client.FirstHalf && half <= client.LastHalf).Distinct().Order(),
        ];

        return begins.Select((first, i) => (first, i + 1 < begins.Length ? begins[i + 1] - 1 : client.LastHalf));
    }
}

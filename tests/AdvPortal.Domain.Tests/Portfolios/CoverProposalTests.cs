using AdvPortal.Domain.Portfolios;

namespace AdvPortal.Domain.Tests.Portfolios;

public sealed class CoverProposalTests
{
    private static readonly DateOnly _monday = new(2026, 12, 7);
    private static readonly int _first = HalfDay.Of(_monday, DayHalf.Morning);
    private static readonly int _last = HalfDay.Of(_monday.AddDays(4), DayHalf.Afternoon);

    private readonly StandIn _yanis = new(Ids.New<MemberId>(), ["fr"], 10, []);
    private readonly StandIn _sophie = new(Ids.New<MemberId>(), ["fr"], 10, []);

    [Fact]
    public void Whoever_knows_the_client_is_proposed()
    {
        var plan = Plan([AClient(4, (_sophie, 1m))], [_yanis, _sophie]);

        Assert.Equal([new(plan[0].ClientId, _sophie.Id, _first, _last)], plan);
    }

    [Fact]
    public void Whoever_speaks_the_client_s_language_is_proposed()
    {
        var english = _sophie with { Languages = ["en"] };

        Assert.Equal(english.Id, Plan([AClient(4) with { Language = "en" }], [_yanis, english]).Single().StandInId);
    }

    [Fact]
    public void Work_is_spread_over_colleagues_who_are_alike()
    {
        var plan = Plan([.. Enumerable.Range(0, 8).Select(_ => AClient(3))], [_yanis, _sophie]);

        Assert.Equal([4, 4], plan.GroupBy(line => line.StandInId).Select(lines => lines.Count()));
    }

    [Fact]
    public void Clients_without_any_order_are_spread_as_well()
    {
        var plan = Plan([.. Enumerable.Range(0, 6).Select(_ => AClient(0))], [_yanis, _sophie]);

        Assert.Equal([3, 3], plan.GroupBy(line => line.StandInId).Select(lines => lines.Count()));
    }

    [Fact]
    public void Nobody_is_proposed_who_is_away_at_any_time_while_another_is_there()
    {
        var away = _sophie with { Absences = [Away(_sophie, 2, 2)] };

        Assert.Equal(_yanis.Id, Plan([AClient(4, (away, 1m))], [_yanis, away]).Single().StandInId);
    }

    [Fact]
    public void Where_nobody_is_there_all_the_time_several_share_the_period_without_a_gap()
    {
        var yanis = _yanis with { Absences = [Away(_yanis, 3, 4)] };
        var sophie = _sophie with { Absences = [Away(_sophie, 0, 1)] };

        var plan = Plan([AClient(4)], [yanis, sophie]).OrderBy(line => line.FirstHalf).ToList();

        Assert.Equal([yanis.Id, sophie.Id], plan.Select(line => line.StandInId));
        Assert.Equal((_first, _last), (plan[0].FirstHalf, plan[1].LastHalf));
        Assert.Equal(plan[0].LastHalf + 1, plan[1].FirstHalf);
    }

    [Fact]
    public void Days_on_which_everybody_is_away_stay_open()
    {
        var yanis = _yanis with { Absences = [Away(_yanis, 2, 2)] };

        var plan = Plan([AClient(4)], [yanis]).OrderBy(line => line.FirstHalf).ToList();

        Assert.Equal([(_first, _first + 3), (_first + 6, _last)], plan.Select(line => (line.FirstHalf, line.LastHalf)));
        Assert.Empty(Plan([AClient(1)], []));
    }

    private static ClientToCover AClient(int openOrders, params (StandIn Who, decimal Knows)[] familiar) =>
        new(Ids.New<ClientId>(), "fr", _first, _last, new(openOrders)) { Acquainted = familiar.ToDictionary(f => f.Who.Id, f => new Acquaintance(0, (int)(20 * f.Knows), Owned: false, 0, null)) };

    private static IReadOnlyList<PlannedCover> Plan(IReadOnlyList<ClientToCover> clients, IReadOnlyList<StandIn> team)
    {
        var problem = new CoverProblem(clients, team);

        return problem.LinesOf(CoverProposal.For(problem));
    }

    private static Absence Away(StandIn who, int fromDay, int untilDay) =>
        Absence.Declare(who.Id, _monday.AddDays(fromDay), _monday.AddDays(untilDay)).Value!;
}

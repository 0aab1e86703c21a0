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

    [Fact]
    public void What_a_manager_fixed_is_taken_first_and_the_room_for_the_rest_is_what_it_leaves()
    {
        // Each can carry three points more: the heavy client and the fixed one fit on two desks only.
        var (yanis, sophie) = (_yanis with { Capacity = 10, Load = 12 }, _sophie with { Capacity = 10, Load = 12 });
        var (heavy, light) = (AClient(2, (yanis, 1m)), AClient(1));

        var plan = Plan([heavy, light], [yanis, sophie], new PlannedCover(light.Id, yanis.Id, _first, _last, IsFixed: true));

        Assert.Equal([(heavy.Id, sophie.Id, false), (light.Id, yanis.Id, true)], plan.Select(line => (line.ClientId, line.StandInId, line.IsFixed)));
    }

    [Fact]
    public void The_heaviest_client_is_given_first_and_whom_there_is_no_room_for_stays_without_anybody()
    {
        // Three points are left, exactly those of the heavy client.
        var yanis = _yanis with { Capacity = 10, Load = 12 };
        var (light, heavy) = (AClient(1), AClient(2) with { Work = new(2, Findings: 1) });

        Assert.Equal([heavy.Id], Plan([light, heavy], [yanis]).Select(line => line.ClientId));
    }

    [Fact]
    public void Of_equal_clients_and_colleagues_the_first_goes_to_the_first()
    {
        var (first, second) = (AClient(1), AClient(1));

        Assert.Equal([(second.Id, _sophie.Id), (first.Id, _yanis.Id)], Plan([second, first], [_sophie, _yanis]).Select(line => (line.ClientId, line.StandInId)));
    }

    [Fact]
    public void Whoever_has_begun_goes_on_even_where_another_would_suit_better()
    {
        // Sophie knows the client and comes on Wednesday, Bruno stays until Thursday: on Friday she has it.
        var bruno = new StandIn(Ids.New<MemberId>(), ["fr"], 10, []) is var there ? there with { Absences = [Away(there, 4, 4)] } : null!;
        var sophie = _sophie with { Absences = [Away(_sophie, 0, 1)] };

        Assert.Equal([(bruno.Id, _first, _first + 7), (sophie.Id, _first + 8, _last)], Plan([AClient(4, (sophie, 1m))], [sophie, bruno]).Select(line => (line.StandInId, line.FirstHalf, line.LastHalf)));
    }

    private static ClientToCover AClient(int openOrders, params (StandIn Who, decimal Knows)[] familiar) =>
        new(Ids.New<ClientId>(), "fr", _first, _last, new(openOrders)) { Acquainted = familiar.ToDictionary(f => f.Who.Id, f => new Acquaintance(0, (int)(20 * f.Knows), Owned: false, 0, null)) };

    private static IReadOnlyList<PlannedCover> Plan(IReadOnlyList<ClientToCover> clients, IReadOnlyList<StandIn> team, params PlannedCover[] kept)
    {
        var problem = new CoverProblem(clients, team, kept: kept);

        return problem.LinesOf(CoverProposal.For(problem));
    }

    private static Absence Away(StandIn who, int fromDay, int untilDay) =>
        Absence.Declare(who.Id, _monday.AddDays(fromDay), _monday.AddDays(untilDay)).Value!;
}

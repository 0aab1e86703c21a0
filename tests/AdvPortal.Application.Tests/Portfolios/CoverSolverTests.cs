using AdvPortal.Application.Portfolios;
using AdvPortal.Domain.Portfolios;

namespace AdvPortal.Application.Tests.Portfolios;

/// <summary>The plan that is proposed, against every plan there is, against the quick one, and against the bound.</summary>
public sealed class CoverSolverTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_other_plan_of_a_small_desk_costs_less(int seed)
    {
        // Narrow desks: for some of these portfolios there is not enough room.
        var problem = new CoverScene(seed).Draw(clients: 3 + (seed % 2), team: 2 + (seed % 2), days: 5, aways: seed % 3, capacity: seed % 4 == 0 ? 10 : 40);

        var solution = CoverSolver.Solve(problem);

        Assert.Equal(Cheapest(problem), solution.Cost);
        Assert.Equal((solution.Cost, solution.Cost), (solution.Bound, problem.Cost(solution.Choice)));
        Assert.True(Allows(problem, solution.Choice));
    }

    [Theory]
    [InlineData(1, 40, 4, 5, 0)]
    [InlineData(2, 60, 5, 12, 2)]
    [InlineData(3, 500, 10, 5, 0)]
    [InlineData(4, 600, 12, 12, 3)]
    [InlineData(5, 1500, 20, 12, 4)]
    public void A_plan_is_never_dearer_than_the_quick_one_and_near_to_what_is_possible_at_all(int seed, int clients, int team, int days, int aways)
    {
        var problem = new CoverScene(seed).Draw(clients, team, days, aways, capacity: 12m * clients / team);

        var solution = CoverSolver.Solve(problem);

        Assert.True(Allows(problem, solution.Choice));
        Assert.Equal(problem.Cost(solution.Choice), solution.Cost);
        Assert.True(solution.Cost <= problem.Cost(CoverProposal.For(problem)));
        Assert.True(solution.Bound <= solution.Cost && solution.Gap <= 0.03, $"{solution.Gap:P3}");
    }

    [Fact]
    public void The_same_question_has_the_same_answer()
    {
        var (once, again) = (CoverSolver.Solve(new CoverScene(7).Draw(120, 6, 12, 2)), CoverSolver.Solve(new CoverScene(7).Draw(120, 6, 12, 2)));

        Assert.Equal(once.Lines, again.Lines);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Somebody_who_is_there_answers_at_every_time_at_which_anybody_is_there(int seed)
    {
        var problem = new CoverScene(seed).Draw(clients: 5, team: 3, days: 12, aways: 3, capacity: 400, weeks: 2);

        var lines = CoverSolver.Solve(problem).Lines;

        foreach (var client in problem.Clients)
        {
            for (var half = client.FirstHalf; half <= client.LastHalf; half++)
            {
                var answers = lines.Where(l => l.ClientId == client.Id && l.FirstHalf <= half && l.LastHalf >= half).Select(l => problem.Team.Single(s => s.Id == l.StandInId)).ToList();

                Assert.Equal(problem.Team.Any(s => !s.IsAway(half, half)) ? 1 : 0, answers.Count);
                Assert.DoesNotContain(answers, s => s.IsAway(half, half));
            }
        }
    }

    [Fact]
    public void What_was_fixed_by_hand_stays_and_the_rest_is_planned_around_it()
    {
        var free = new CoverScene(3).Draw(20, 3, 5, 1, capacity: 80);
        var before = CoverSolver.Solve(free);
        var client = free.Clients[0];
        var other = free.Team.First(s => s.Absences.Count == 0 && before.Lines.All(l => l.ClientId != client.Id || l.StandInId != s.Id));
        PlannedCover chosen = new(client.Id, other.Id, client.FirstHalf, client.LastHalf, IsFixed: true);

        var around = CoverSolver.Solve(new CoverProblem(free.Clients, free.Team, kept: [chosen]));

        Assert.Equal([chosen], around.Lines.Where(l => l.ClientId == client.Id));
        Assert.True(around.Cost <= around.Bound && around.Cost >= before.Cost);
        Assert.All(free.Clients, c => Assert.Contains(around.Lines, l => l.ClientId == c.Id));
    }

    [Fact]
    public void Nobody_is_given_more_than_they_can_carry_at_all()
    {
        var problem = new CoverScene(5).Draw(60, 2, 5, 0, capacity: 20);

        var solution = CoverSolver.Solve(problem);

        Assert.True(Allows(problem, solution.Choice));
        Assert.Contains(problem.Clients, c => solution.Lines.All(l => l.ClientId != c.Id));
        Assert.All(problem.Team, s => Assert.True(
            s.Load + solution.Lines.Where(l => l.StandInId == s.Id).Sum(l => problem.Clients.Single(c => c.Id == l.ClientId).Effort) <= s.Capacity * CoverWeights.AbsoluteCapacity));
    }

    // Whether a choice keeps to what is possible at all.
    private static bool Allows(CoverProblem problem, CoverChoice choice) =>
        Enumerable.Range(0, problem.Parts.Count).All(part =>
        {
            var chosen = Enumerable.Range(0, problem.Clients.Count).Where(client => part >= problem.Spans[client].First && part <= problem.Spans[client].Last).ToList();

            return chosen.TrueForAll(client => problem.May(client, choice[client, part], part))
                && Enumerable.Range(0, problem.Team.Count).All(standIn => chosen.Where(client => choice[client, part] == standIn).Sum(client => problem.Units[client]) <= problem.Room(standIn, part));
        });

    private static long Cheapest(CoverProblem problem)
    {
        var (choice, cheapest) = (new CoverChoice(problem), long.MaxValue);
        var places = (from client in Enumerable.Range(0, problem.Clients.Count) from part in Enumerable.Range(0, problem.Parts.Count) select (client, part)).ToList();
        Try(0, 0);

        return cheapest;

        // Nothing costs less than nothing: what is dearer than the cheapest halfway is not gone on with.
        void Try(int at, long price)
        {
            if (price > cheapest)
            {
                return;
            }

            if (at == places.Count)
            {
                cheapest = Allows(problem, choice) ? Math.Min(cheapest, problem.Cost(choice)) : cheapest;
                return;
            }

            for (var standIn = problem.Team.Count - 1; standIn >= CoverProblem.Nobody; standIn--)
            {
                if (problem.May(places[at].client, standIn, places[at].part))
                {
                    choice[places[at].client, places[at].part] = standIn;
                    Try(at + 1, price + problem.Price(places[at].client, standIn, places[at].part));
                }
            }
        }
    }
}

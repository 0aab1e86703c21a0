using AdvPortal.Domain.Portfolios;

namespace AdvPortal.Application.Portfolios;

/// <summary>What the search found, and how much better anything could be at all.</summary>
/// <param name="Bound">No choice whatever costs less.</param>
internal sealed record CoverSolution(CoverProblem Problem, CoverChoice Choice, long Cost, long Bound)
{
    /// <summary>How far above the bound it is, of the cost.</summary>
    public double Gap => Cost <= Bound ? 0 : (double)(Cost - Bound) / Cost;

    public IReadOnlyList<PlannedCover> Lines => Problem.LinesOf(Choice);
}

/// <summary>
/// Finds the cheapest cover plan. What a desk has is handed whole to CP-SAT, which proves its answer. A large portfolio is first priced: a
/// price for a unit of work on each desk in each part, at which every client alone may choose; that gives a bound and, rounded and improved,
/// a plan; the choices that could still better it are few, and CP-SAT decides among them. The same question has the same answer, always:
/// one thread, one seed, and limits counted in steps; the clock only cuts off what the steps did not foresee.
/// </summary>
internal static class CoverSolver
{
    /// <summary>Choices up to which CP-SAT gets all of them.</summary>
    private const int Few = 1_500;

    // Of a core: beyond, its model alone takes longer than anybody waits.
    private const int MostInCore = 18_000;

    // Of the cost.
    private const double NearEnough = 0.001;

    // A first plan that prices are made from need not be the best of its kind.
    private const int Passes = 2;

    // Seconds of a usual machine, counted in steps.
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(1);

    /// <summary>The same beside whatever else goes on: a page that waits for it stays awake.</summary>
    public static Task<IReadOnlyList<PlannedCover>> SolveAsync(CoverProblem problem, CancellationToken ct) => Task.Run(() => Solve(problem).Lines, ct);

    public static CoverSolution Solve(CoverProblem problem)
    {
        var work = new CoverSearch(problem);

        if (problem.Clients.Count == 0 || problem.Team.Count == 0)
        {
            work.Improve(CoverProposal.For(problem));

            return new(problem, work.Best, work.Cost, work.Cost);
        }

        var all = work.Choices(Few + 1);

        if (all.Count <= Few)
        {
            work.Improve(CoverProposal.For(problem));
            var whole = CoverModel.Decide(problem, work.Best, all, bound: 0, _longest);
            work.Improve(whole.Choice);

            return new(problem, work.Best, work.Cost, Math.Min(work.Cost, whole.Bound));
        }

        var prices = new CoverPrices(problem);

        if (problem.Parts.Count == 1)
        {
            var (at, rounded) = CoverFlow.Solve(problem);
            prices.Set(at);
            work.Improve(rounded);
        }
        else
        {
            work.Improve(CoverProposal.For(problem), Passes);
            prices.Ascend(work, NearEnough);
        }

        work.Improve(prices.Cheapest(), Passes);

        // Very near, and with very many ways to be nearer still: nobody waits for that.
        if (work.Cost > prices.Bound && prices.Within(work.Cost - prices.Bound, MostInCore) is var core && (core.IsWhole || work.Cost - prices.Bound > work.Cost * NearEnough))
        {
            var decided = CoverModel.Decide(problem, work.Best, core.Choices, prices.Bound, _longest);
            work.Improve(decided.Choice);

            // Every choice that was left out would cost more than what was found.
            return new(problem, work.Best, work.Cost, Math.Min(work.Cost, core.IsWhole ? Math.Max(prices.Bound, decided.Bound) : prices.Bound));
        }

        return new(problem, work.Best, work.Cost, prices.Bound);
    }
}

using AdvPortal.Domain.Portfolios;

namespace AdvPortal.Application.Portfolios;

/// <summary>What the search found, and how much better anything could be at all.</summary>
/// <param name="Bound">No choice whatever costs less.</param>
internal sealed record CoverSolution(CoverProblem Problem, CoverChoice Choice, long Cost, long Bound)
{
    public bool IsOptimal => Cost <= Bound;

    /// <summary>How far above the bound it is, of the cost.</summary>
    public double Gap => IsOptimal ? 0 : (double)(Cost - Bound) / Cost;

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

    private const int Rounds = 400;

    /// <summary>One part in so many.</summary>
    private const int NearEnough = 1_000;

    public static CoverSolution Solve(CoverProblem problem, TimeSpan? limit = null)
    {
        var work = new CoverSearch(problem);
        work.Improve(CoverProposal.For(problem));

        if (problem.Clients.Count == 0 || problem.Team.Count == 0)
        {
            return new(problem, work.Best, work.Cost, work.Cost);
        }

        var time = limit ?? TimeSpan.FromSeconds(3);
        var all = work.Choices(Few + 1);

        if (all.Count <= Few)
        {
            var whole = CoverModel.Decide(problem, work.Best, all, bound: 0, time);
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
            prices.Ascend(work, Rounds);
        }

        work.Improve(prices.Cheapest());

        // Very near, and with very many ways to be nearer still: nobody waits for that.
        if (work.Cost > prices.Bound && prices.Within(work.Cost - prices.Bound, MostInCore) is var core && (core.IsWhole || work.Cost - prices.Bound > work.Cost / NearEnough))
        {
            var decided = CoverModel.Decide(problem, work.Best, core.Choices, prices.Bound, time);
            work.Improve(decided.Choice);

            // Every choice that was left out would cost more than what was found.
            return new(problem, work.Best, work.Cost, Math.Min(work.Cost, core.IsWhole ? Math.Max(prices.Bound, decided.Bound) : prices.Bound));
        }

        return new(problem, work.Best, work.Cost, prices.Bound);
    }
}

/// <summary>The best choice until now, bettered by moving one client, or a part of it, and by swapping two.</summary>
internal sealed class CoverSearch(CoverProblem problem)
{
    private const int Many = 1_500;
    private const int MostExchanges = 300;
    private const long None = long.MaxValue / 4;

    private readonly int[] _sizes = [0, .. problem.Units.Distinct().Order()];
    private readonly int[,] _loads = new int[problem.Team.Count, problem.Parts.Count];
    private CoverChoice _choice = new(problem);

    public CoverChoice Best { get; private set; } = new(problem);

    public long Cost { get; private set; } = long.MaxValue;

    /// <summary>Keeps <paramref name="choice"/>, made possible and as good as small steps make it, where it is better than what was known.</summary>
    public long Improve(CoverChoice choice, int passes = 12)
    {
        _choice = choice.Copy();
        Array.Clear(_loads);
        Load();

        for (var pass = 0; pass < passes && (Move() | Swap()); pass++)
        {
        }

        for (var pass = 0; problem.Parts.Count == 1 && pass < MostExchanges && Exchange(); pass++)
        {
        }

        var cost = problem.Cost(_choice);

        if (cost < Cost)
        {
            (Best, Cost) = (_choice.Copy(), cost);
        }

        return cost;
    }

    /// <summary>Every possible choice of a client, part by part; at most so many.</summary>
    public List<(int Client, int StandIn, int Part)> Choices(int most) =>
        [.. (from client in Enumerable.Range(0, problem.Clients.Count)
             from part in Enumerable.Range(problem.Spans[client].First, problem.Spans[client].Last - problem.Spans[client].First + 1)
             from standIn in Enumerable.Range(CoverProblem.Nobody, problem.Team.Count + 1)
             where problem.May(client, standIn, part)
             select (client, standIn, part)).Take(most)];

    // What does not fit is nobody's, until a step finds it a place.
    private void Load()
    {
        for (var client = 0; client < problem.Clients.Count; client++)
        {
            for (var part = problem.Spans[client].First; part <= problem.Spans[client].Last; part++)
            {
                _choice[client, part] = problem.Fixed(client, part) ?? _choice[client, part];

                if (_choice[client, part] is >= 0 and var standIn)
                {
                    if (problem.Fixed(client, part) is null && !(problem.May(client, standIn, part) && _loads[standIn, part] + problem.Units[client] <= problem.Room(standIn, part)))
                    {
                        _choice[client, part] = CoverProblem.Nobody;
                    }
                    else
                    {
                        _loads[standIn, part] += problem.Units[client];
                    }
                }
            }
        }
    }

    private bool Move()
    {
        var moved = false;

        for (var client = 0; client < problem.Clients.Count; client++)
        {
            var (first, last) = problem.Spans[client];

            for (var from = first; from <= last; from++)
            {
                // The rest of the period from here, and this part alone.
                foreach (var to in from == last ? [last] : new[] { last, from })
                {
                    var now = PriceOf(client, from, to);
                    var (best, price) = (int.MinValue, now);

                    for (var standIn = CoverProblem.Nobody; standIn < problem.Team.Count; standIn++)
                    {
                        if (Try(client, standIn, from, to) is { } would && would < price)
                        {
                            (best, price) = (standIn, would);
                        }
                    }

                    if (best != int.MinValue)
                    {
                        Put(client, best, from, to);
                        moved = true;
                    }
                }
            }
        }

        return moved;
    }

    // Two clients of one period change places, whole: what a move alone cannot do on full desks.
    private bool Swap()
    {
        var swapped = false;

        if (problem.Clients.Count > Many)
        {
            return false;
        }

        for (var one = 0; one < problem.Clients.Count; one++)
        {
            for (var other = one + 1; other < problem.Clients.Count; other++)
            {
                var (first, last) = problem.Spans[one];

                if (problem.Spans[other] != (first, last) || _choice[one, first] is var a && _choice[other, first] is var b && (a == b || a == CoverProblem.Nobody || b == CoverProblem.Nobody))
                {
                    continue;
                }

                swapped |= TrySwap(one, other, first, last);
            }
        }

        return swapped;
    }

    // Of very many clients, in one part: between every two desks, the cheapest client of each size either way, and the best pair of them.
    private bool Exchange()
    {
        var (desks, exchanged) = (problem.Team.Count, false);
        var (prices, clients) = (new long[desks, desks, _sizes.Length], new int[desks, desks, _sizes.Length]);

        foreach (var (a, b, size) in from a in Enumerable.Range(0, desks) from b in Enumerable.Range(0, desks) from size in Enumerable.Range(1, _sizes.Length - 1) select (a, b, size))
        {
            prices[a, b, size] = None;
        }

        for (var client = 0; client < problem.Clients.Count; client++)
        {
            if (_choice[client, 0] is >= 0 and var a && problem.Fixed(client, 0) is null)
            {
                var size = Array.BinarySearch(_sizes, problem.Units[client]);
                var now = problem.Price(client, a, 0);

                for (var b = 0; b < desks; b++)
                {
                    if (b != a && problem.May(client, b, 0) && problem.Price(client, b, 0) - now is var dearer && dearer < prices[a, b, size])
                    {
                        (prices[a, b, size], clients[a, b, size]) = (dearer, client);
                    }
                }
            }
        }

        var touched = new bool[desks];

        for (var a = 0; a < desks; a++)
        {
            for (var b = a + 1; b < desks && !touched[a]; b++)
            {
                if (!touched[b] && BestPair(a, b, prices) is var (there, back))
                {
                    Put(clients[a, b, there], there, b);
                    Put(clients[b, a, back], back, a);
                    touched[a] = touched[b] = exchanged = true;
                }
            }
        }

        return exchanged;

        void Put(int client, int size, int standIn)
        {
            if (size > 0)
            {
                this.Put(client, standIn, 0, 0);
            }
        }
    }

    private (int There, int Back)? BestPair(int a, int b, long[,,] prices)
    {
        var ((loadA, loadB), best) = ((_loads[a, 0], _loads[b, 0]), ((int, int)?)null);
        var least = LoadOf(a, 0, loadA) + LoadOf(b, 0, loadB);

        for (var there = 0; there < _sizes.Length; there++)
        {
            for (var back = 0; back < _sizes.Length; back++)
            {
                var net = _sizes[back] - _sizes[there];

                if (prices[a, b, there] >= None || prices[b, a, back] >= None || (net > 0 && loadA + net > problem.Room(a, 0)) || (net < 0 && loadB - net > problem.Room(b, 0)))
                {
                    continue;
                }

                var price = prices[a, b, there] + prices[b, a, back] + LoadOf(a, 0, loadA + net) + LoadOf(b, 0, loadB - net);

                if (price < least)
                {
                    (best, least) = ((there, back), price);
                }
            }
        }

        return best;
    }

    private bool TrySwap(int one, int other, int first, int last)
    {
        for (var part = first; part <= last; part++)
        {
            if (problem.Fixed(one, part) is not null || problem.Fixed(other, part) is not null || !problem.May(one, _choice[other, part], part) || !problem.May(other, _choice[one, part], part))
            {
                return false;
            }
        }

        var (rowOne, rowOther) = (Row(one, first, last), Row(other, first, last));
        var before = PriceOf(one, first, last) + Without(one, first, last, () => PriceOf(other, first, last));
        Lift(one, first, last);
        Lift(other, first, last);

        if (Lay(one, rowOther, first) is { } priceOne && Lay(other, rowOne, first) is { } priceOther && priceOne + priceOther < before)
        {
            return true;
        }

        Lift(one, first, last);
        Lift(other, first, last);
        Lay(one, rowOne, first);
        Lay(other, rowOther, first);

        return false;
    }

    private int[] Row(int client, int first, int last) => [.. Enumerable.Range(first, last - first + 1).Select(part => _choice[client, part])];

    private long Without(int client, int first, int last, Func<long> price)
    {
        Shift(client, first, last, -1);
        var worth = price();
        Shift(client, first, last, 1);

        return worth;
    }

    private void Lift(int client, int first, int last)
    {
        Shift(client, first, last, -1);

        for (var part = first; part <= last; part++)
        {
            _choice[client, part] = CoverProblem.Nobody;
        }
    }

    // Null when somebody's desk is too full; it lies there all the same, to be lifted again.
    private long? Lay(int client, int[] row, int first)
    {
        var fits = true;

        for (var at = 0; at < row.Length; at++)
        {
            fits &= row[at] == CoverProblem.Nobody || _loads[row[at], first + at] + problem.Units[client] <= problem.Room(row[at], first + at);
            _choice[client, first + at] = row[at];
        }

        Shift(client, first, first + row.Length - 1, 1);

        return fits ? PriceOf(client, first, first + row.Length - 1) : null;
    }

    private void Shift(int client, int first, int last, int sign)
    {
        for (var part = first; part <= last; part++)
        {
            if (_choice[client, part] is >= 0 and var standIn)
            {
                _loads[standIn, part] += sign * problem.Units[client];
            }
        }
    }

    // Null where it is not possible.
    private long? Try(int client, int standIn, int from, int to)
    {
        var price = 0L;

        for (var part = from; part <= to; part++)
        {
            var now = _choice[client, part];

            if (!problem.May(client, standIn, part))
            {
                return null;
            }

            price += problem.Price(client, standIn, part);

            if (standIn != CoverProblem.Nobody)
            {
                var others = _loads[standIn, part] - (now == standIn ? problem.Units[client] : 0);

                if (now != standIn && others + problem.Units[client] > problem.Room(standIn, part))
                {
                    return null;
                }

                price += LoadOf(standIn, part, others + problem.Units[client]) - LoadOf(standIn, part, others);
            }
        }

        return price + Change(client, from - 1, standIn) + Change(client, to + 1, standIn);
    }

    // What the client costs as it stands from one part to another, with the changes of hand at both ends.
    private long PriceOf(int client, int from, int to)
    {
        var price = 0L;

        for (var part = from; part <= to; part++)
        {
            var now = _choice[client, part];
            price += problem.Price(client, now, part);
            price += now == CoverProblem.Nobody ? 0 : LoadOf(now, part, _loads[now, part]) - LoadOf(now, part, _loads[now, part] - problem.Units[client]);
            price += part > from ? Change(client, part - 1, now) : 0;
        }

        return price + Change(client, from - 1, _choice[client, from]) + Change(client, to + 1, _choice[client, to]);
    }

    private long Change(int client, int beside, int standIn) =>
        beside >= problem.Spans[client].First && beside <= problem.Spans[client].Last && CoverProblem.IsChange(_choice[client, beside], standIn) ? problem.ChangePrice(client) : 0;

    private long LoadOf(int standIn, int part, int units) => problem.Parts[part].Weight * problem.LoadPrice(standIn, units);

    private void Put(int client, int standIn, int from, int to)
    {
        Shift(client, from, to, -1);

        for (var part = from; part <= to; part++)
        {
            _choice[client, part] = standIn;
        }

        Shift(client, from, to, 1);
    }
}

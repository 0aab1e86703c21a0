using AdvPortal.Domain.Portfolios;

namespace AdvPortal.Application.Portfolios;

/// <summary>
/// A price for a unit of work on each desk in each part. Given it, every client finds its cheapest way through the parts alone, and every
/// desk how much it would take; together that is less than any plan can cost (Lagrange). The better the prices, the closer.
/// </summary>
internal sealed class CoverPrices
{
    private const int MostRounds = 400;
    private const int RoundsAPlan = 20;

    private readonly CoverProblem _problem;
    private readonly int _desks;
    private readonly long[,] _used;
    private readonly long[] _ahead;
    private readonly int[] _from;
    private long[,] _prices;
    private long[,] _best;
    private CoverChoice _cheapest;
    private CoverChoice _tried;

    public CoverPrices(CoverProblem problem)
    {
        (_problem, _desks) = (problem, problem.Team.Count + 1);
        (_prices, _best, _used) = (new long[problem.Team.Count, problem.Parts.Count], new long[problem.Team.Count, problem.Parts.Count], new long[problem.Team.Count, problem.Parts.Count]);
        (_ahead, _from) = (new long[_desks * problem.Parts.Count], new int[_desks * problem.Parts.Count]);
        (_cheapest, _tried) = (new(problem), new(problem));
        Bound = long.MinValue;
    }

    /// <summary>No plan costs less.</summary>
    public long Bound { get; private set; }

    /// <summary>What every client would choose alone, at the best prices known.</summary>
    public CoverChoice Cheapest() => _cheapest;

    public void Set(long[,] prices)
    {
        _prices = prices;
        Weigh();
    }

    /// <summary>Raises the price of desks that too many would choose, and lowers it where there is room, in ever smaller steps, until the best plan known is less than <paramref name="near"/> of its cost above the bound.</summary>
    public void Ascend(CoverSearch search, double near)
    {
        Begin(search.Best);
        var (eagerness, since) = (1.2, 0);

        for (var round = 0; round < MostRounds && search.Cost - (double)Bound > near * search.Cost; round++)
        {
            var before = Bound;
            var weighed = Weigh();
            (eagerness, since) = Bound > before ? (eagerness, 0) : since < 6 ? (eagerness, since + 1) : (eagerness / 1.6, 0);

            // Plans on the way: each is better than the one before, as a rule, and brings the steps to their size.
            if (round % RoundsAPlan == RoundsAPlan - 1)
            {
                search.Improve(_cheapest, passes: 2);
            }

            if (eagerness < 0.005 || !Step(eagerness * (search.Cost - weighed)))
            {
                return;
            }
        }
    }

    /// <summary>The choices that some plan at most <paramref name="slack"/> above the bound could hold; no more than <paramref name="most"/>, the likeliest.</summary>
    public (List<(int Client, int StandIn, int Part)> Choices, bool IsWhole) Within(long slack, int most)
    {
        _prices = _best;
        var found = new List<(int Client, int StandIn, int Part, long Above)>();

        for (var client = 0; client < _problem.Clients.Count; client++)
        {
            found.AddRange(Above(client).Where(each => each.Above <= slack));
        }

        var kept = found.Count <= most ? found : [.. found.OrderBy(each => each.Above).ThenBy(each => each.Client).ThenBy(each => each.Part).ThenBy(each => each.StandIn).Take(most)];

        return ([.. kept.Select(each => (each.Client, each.StandIn, each.Part))], found.Count <= most);
    }

    private void Begin(CoverChoice choice)
    {
        for (var standIn = 0; standIn < _problem.Team.Count; standIn++)
        {
            for (var part = 0; part < _problem.Parts.Count; part++)
            {
                var load = Enumerable.Range(0, _problem.Clients.Count)
                    .Where(client => _problem.Spans[client].First <= part && _problem.Spans[client].Last >= part && choice[client, part] == standIn).Sum(client => _problem.Units[client]);
                _prices[standIn, part] = Marginal(standIn, part, load);
            }
        }
    }

    // What the prices of now are worth; keeps them when they are the best until now.
    private long Weigh()
    {
        Array.Clear(_used);
        var worth = 0L;

        for (var client = 0; client < _problem.Clients.Count; client++)
        {
            worth += Way(client);
        }

        for (var standIn = 0; standIn < _problem.Team.Count; standIn++)
        {
            for (var part = 0; part < _problem.Parts.Count; part++)
            {
                var takes = Takes(standIn, part);
                worth += (_problem.Parts[part].Weight * _problem.LoadPrice(standIn, takes)) - (_prices[standIn, part] * takes);
                _used[standIn, part] -= takes;
            }
        }

        if (worth > Bound)
        {
            (Bound, _best) = (worth, (long[,])_prices.Clone());
            (_cheapest, _tried) = (_tried, _cheapest);
        }

        return worth;
    }

    private bool Step(double by)
    {
        var length = 0.0;

        foreach (var used in _used)
        {
            length += (double)used * used;
        }

        if (length == 0)
        {
            return false;
        }

        for (var standIn = 0; standIn < _problem.Team.Count; standIn++)
        {
            for (var part = 0; part < _problem.Parts.Count; part++)
            {
                _prices[standIn, part] = Math.Max(0, _prices[standIn, part] + (long)Math.Round(by / length * _used[standIn, part]));
            }
        }

        return true;
    }

    // How many units a desk takes gladly at its price.
    private int Takes(int standIn, int part)
    {
        var (low, high) = (0, _problem.Room(standIn, part));

        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Marginal(standIn, part, middle) < _prices[standIn, part] ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private long Marginal(int standIn, int part, int load) => _problem.Parts[part].Weight * (_problem.LoadPrice(standIn, load + 1) - _problem.LoadPrice(standIn, load));

    private long Node(int client, int desk, int part) => _problem.May(client, desk - 1, part)
        ? _problem.Price(client, desk - 1, part) + (desk == 0 ? 0 : _prices[desk - 1, part] * _problem.Units[client])
        : long.MaxValue / 4;

    // The cheapest way of one client through its parts: to stay where it is, to change from whoever was cheapest, or to begin anew after nobody.
    private long Way(int client)
    {
        var ((first, last), change) = (_problem.Spans[client], _problem.ChangePrice(client));

        for (var part = first; part <= last; part++)
        {
            var at = part * _desks;
            var cheapest = part == first ? 0 : Cheapest(at - _desks);

            for (var desk = 0; desk < _desks; desk++)
            {
                (_ahead[at + desk], _from[at + desk]) = (Node(client, desk, part), desk);

                if (part > first)
                {
                    var (price, from) = desk == 0 ? (_ahead[at - _desks + cheapest], cheapest) : Least(at - _desks, desk, cheapest, change);
                    (_ahead[at + desk], _from[at + desk]) = (_ahead[at + desk] + price, from);
                }
            }
        }

        var chosen = Cheapest(last * _desks);
        var worth = _ahead[(last * _desks) + chosen];

        for (var part = last; part >= first; part--)
        {
            _tried[client, part] = chosen - 1;

            if (chosen > 0)
            {
                _used[chosen - 1, part] += _problem.Units[client];
            }

            chosen = _from[(part * _desks) + chosen];
        }

        return worth;
    }

    private (long Price, int From) Least(int at, int desk, int cheapest, long change)
    {
        var (price, from) = (_ahead[at + desk], desk);

        if (_ahead[at] < price)
        {
            (price, from) = (_ahead[at], 0);
        }

        return _ahead[at + cheapest] + (cheapest == 0 ? 0 : change) is var moved && moved < price ? (moved, cheapest) : (price, from);
    }

    private int Cheapest(int at)
    {
        var cheapest = 0;

        for (var desk = 1; desk < _desks; desk++)
        {
            cheapest = _ahead[at + desk] < _ahead[at + cheapest] ? desk : cheapest;
        }

        return cheapest;
    }

    // How much dearer the client's cheapest way through each choice is than its cheapest of all.
    private IEnumerable<(int Client, int StandIn, int Part, long Above)> Above(int client)
    {
        var ((first, last), change) = (_problem.Spans[client], _problem.ChangePrice(client));
        var worth = Way(client);
        var behind = new long[_desks];

        for (var part = last; part >= first; part--)
        {
            var at = part * _desks;

            for (var desk = 0; desk < _desks; desk++)
            {
                if (_problem.May(client, desk - 1, part))
                {
                    yield return (client, desk - 1, part, _ahead[at + desk] + behind[desk] - worth);
                }
            }

            var cheapest = long.MaxValue;

            for (var desk = 0; desk < _desks; desk++)
            {
                behind[desk] += Node(client, desk, part);
                cheapest = Math.Min(cheapest, behind[desk]);
            }

            for (var desk = _desks - 1; desk >= 0; desk--)
            {
                behind[desk] = desk == 0 ? cheapest : Math.Min(Math.Min(behind[desk], behind[0]), cheapest + change);
            }
        }
    }
}

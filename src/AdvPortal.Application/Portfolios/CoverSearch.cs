using AdvPortal.Domain.Portfolios;

namespace AdvPortal.Application.Portfolios;

/// <summary>The best choice until now, bettered by moving one client, or a part of it, and by swapping two.</summary>
internal sealed partial class CoverSearch(CoverProblem problem)
{
    private const int MostExchanges = 300;

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

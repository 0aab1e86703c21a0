using AdvPortal.Domain.Portfolios;
using Google.OrTools.Graph;

namespace AdvPortal.Application.Portfolios;

/// <summary>
/// One part of a period as a flow: the work of each client runs to desks, and each desk asks more for each further unit. Where a client might
/// be shared between desks this is the cheapest plan; its prices are the best there are for <see cref="CoverPrices"/>.
/// </summary>
internal sealed class CoverFlow : IDisposable
{
    private readonly CoverProblem _problem;
    private readonly MinCostFlow _flow = new();
    private readonly List<(int Arc, int Client, int StandIn)> _arcs = [];

    private CoverFlow(CoverProblem problem)
    {
        _problem = problem;
        var (clients, sink) = (problem.Clients.Count, problem.Clients.Count + problem.Team.Count + 1);

        for (var client = 0; client < clients; client++)
        {
            _flow.SetNodeSupply(client, problem.Units[client]);

            for (var standIn = CoverProblem.Nobody; standIn < problem.Team.Count; standIn++)
            {
                if (problem.May(client, standIn, 0))
                {
                    _arcs.Add((_flow.AddArcWithCapacityAndUnitCost(client, Desk(standIn), problem.Units[client], Unit(client, standIn)), client, standIn));
                }
            }
        }

        for (var standIn = 0; standIn < problem.Team.Count; standIn++)
        {
            for (var unit = 0; unit < problem.Room(standIn, 0); unit++)
            {
                _flow.AddArcWithCapacityAndUnitCost(Desk(standIn), sink, 1, Next(standIn, unit));
            }
        }

        _flow.AddArcWithCapacityAndUnitCost(Desk(CoverProblem.Nobody), sink, problem.Units.Sum(), 0);
        _flow.SetNodeSupply(sink, -problem.Units.Sum());
    }

    /// <summary>What a unit of work costs at each desk, for the whole part.</summary>
    public static (long[,] Prices, CoverChoice Rounded) Solve(CoverProblem problem)
    {
        using var flow = new CoverFlow(problem);

        if (flow._flow.Solve() is not MinCostFlowBase.Status.OPTIMAL)
        {
            throw new InvalidOperationException("Whatever nobody takes is nobody's: there is always a flow.");
        }

        return (flow.Prices(), flow.Rounded());
    }

    public void Dispose() => _flow.Dispose();

    // Each client where most of its work runs.
    private CoverChoice Rounded()
    {
        var choice = new CoverChoice(_problem);

        foreach (var client in _arcs.GroupBy(arc => arc.Client))
        {
            choice[client.Key, 0] = client.MaxBy(arc => _flow.Flow(arc.Arc)).StandIn;
        }

        return choice;
    }

    private int Desk(int standIn) => _problem.Clients.Count + standIn + 1;

    private long Unit(int client, int standIn) => _problem.PriceOfUnit(client, standIn) * _problem.Parts[0].Weight;

    private long Next(int standIn, int units) => _problem.Parts[0].Weight * (_problem.LoadPrice(standIn, units + 1) - _problem.LoadPrice(standIn, units));

    // Shortest ways in what the flow leaves: from the ground to each desk by its next unit, from desk to desk by whoever could change, back by the last unit.
    private long[,] Prices()
    {
        const long Far = long.MaxValue / 4;
        var desks = _problem.Team.Count + 1;
        var (ground, loads) = (desks, new long[desks]);
        var ways = new long[desks + 1, desks + 1];
        var byClient = _arcs.ToLookup(arc => arc.Client);

        for (var from = 0; from <= desks; from++)
        {
            for (var to = 0; to <= desks; to++)
            {
                ways[from, to] = Far;
            }
        }

        foreach (var (arc, client, standIn) in _arcs)
        {
            if (_flow.Flow(arc) is > 0 and var units)
            {
                loads[standIn + 1] += units;

                foreach (var other in byClient[client])
                {
                    ref var way = ref ways[other.StandIn + 1, standIn + 1];
                    way = Math.Min(way, Unit(client, other.StandIn) - Unit(client, standIn));
                }
            }
        }

        ways[ground, 0] = 0;
        ways[0, ground] = loads[0] > 0 ? 0 : Far;

        for (var standIn = 0; standIn < _problem.Team.Count; standIn++)
        {
            var load = (int)loads[standIn + 1];
            ways[ground, standIn + 1] = load < _problem.Room(standIn, 0) ? Next(standIn, load) : Far;
            ways[standIn + 1, ground] = load > 0 ? -Next(standIn, load - 1) : Far;
        }

        var prices = Enumerable.Repeat(Far, desks + 1).ToArray();
        prices[ground] = 0;

        for (var round = 0; round <= desks + 1; round++)
        {
            for (var from = 0; from <= desks; from++)
            {
                for (var to = 0; to <= desks && prices[from] < Far; to++)
                {
                    if (ways[from, to] < Far)
                    {
                        prices[to] = Math.Min(prices[to], prices[from] + ways[from, to]);
                    }
                }
            }
        }

        var answer = new long[_problem.Team.Count, 1];

        for (var standIn = 0; standIn < _problem.Team.Count; standIn++)
        {
            // Full, and nobody wants to come: any price will do.
            answer[standIn, 0] = prices[standIn + 1] < Far ? prices[standIn + 1] : 0;
        }

        return answer;
    }
}

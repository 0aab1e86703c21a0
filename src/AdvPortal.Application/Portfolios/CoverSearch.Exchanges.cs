namespace AdvPortal.Application.Portfolios;

/// <summary>The same for very many clients: the cheapest exchange between every two desks at once.</summary>
internal sealed partial class CoverSearch
{
    private const long None = long.MaxValue / 4;

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
}

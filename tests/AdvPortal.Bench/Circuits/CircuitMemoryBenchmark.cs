using AdvPortal.Bench.Lab;

namespace AdvPortal.Bench.Circuits;

/// <summary>P8: what a page that somebody has open keeps of the server's heap, against the least that a page of MudBlazor can be.</summary>
internal sealed class CircuitMemoryBenchmark : Benchmark
{
    private const int Open = 40;
    private const int Rounds = 3;
    private const double BarKilobytes = 1000;

    private static readonly TimeSpan _calm = TimeSpan.FromMilliseconds(500);

    public override string Id => "P8";

    public override async Task<IReadOnlyList<Figure>> RunAsync(Laboratory laboratory, CancellationToken ct)
    {
        await using var office = await Office.OpenAsync(laboratory, ct);
        await using var trivial = await PortalProcess.StartTrivialAsync(ct);
        using var guest = new Guest(trivial.Address);
        var least = await WeighAsync(trivial, guest, _ => "", TrivialPage.Greeting, ct);

        return
        [
            await FigureAsync("« Ma journée »", _ => ""),
            await FigureAsync("the order book", _ => "orders"),
            await FigureAsync("an order to review", n => office.Reviews[n % office.Reviews.Count]),
        ];

        async Task<Figure> FigureAsync(string what, Func<int, string> path) =>
            Figure.AtMost(Id, $"heap of a circuit: {what}", await WeighAsync(office.Portal, office.Members[0], path, office.ClientName, ct), "KB", BarKilobytes) with { Yardstick = least };
    }

    /// <summary>Kilobytes for one more circuit: the median of several rounds, after one that warms up.</summary>
    private static async Task<double> WeighAsync(PortalProcess server, Guest guest, Func<int, string> path, string expected, CancellationToken ct)
    {
        var weights = new List<double>();

        for (var round = 0; round <= Rounds; round++)
        {
            var before = await server.HeapAsync(ct);
            var circuits = new List<Circuit>();

            for (var n = 0; n < Open; n++)
            {
                circuits.Add(await Circuit.OpenAsync(guest, path(n), expected, ct));
            }

            await Task.WhenAll(circuits.Select(circuit => circuit.CalmAsync(since: 0, _calm, ct)));
            weights.Add((await server.HeapAsync(ct) - before) / 1000.0 / Open);

            foreach (var circuit in circuits)
            {
                if (circuit is { Failure: not null } or { IsAsExpected: false })
                {
                    throw new InvalidOperationException($"A circuit at /{path(0)} does not show « {expected} »: {circuit.Failure ?? "it shows something else"}");
                }

                await circuit.DisposeAsync();
            }
        }

        return new Timings(weights[1..]).P50;
    }
}

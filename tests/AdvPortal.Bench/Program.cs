using System.Globalization;
using AdvPortal.Bench.Hosting;
using AdvPortal.Bench.Intake;
using AdvPortal.Bench.Lab;
using AdvPortal.Bench.Orders;
using AdvPortal.Bench.Pages;

Benchmark[] all =
[
    new OrderPageBenchmark(), new PlaceOrderBenchmark(), new SearchBenchmark(), new JudgingBenchmark(), new ReadingBenchmark(),
    new FirstVisitBenchmark(), new ColdStartBenchmark(), new RoundTripBenchmark(),
    new Unmeasured("P3", "import of 10 000 lines", "not measured"),
    new Unmeasured("P6", "cover plan of 5 000 clients", "not measured"),
    new Unmeasured("P8", "memory of an open circuit", "not measured: it takes a heap that the benchmark can collect"),
    new Unmeasured("P9", "300 circuits", "not measured: a browser for each is too much for one machine, it takes a client of the circuit's own protocol"),
];
var orders = Array.IndexOf(args, "--orders") is >= 0 and var at && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : 1_000_000;
var wanted = args.Where(arg => arg.StartsWith('P')).ToList();

if (wanted.Find(id => all.All(benchmark => benchmark.Id != id)) is { } unknown)
{
    await Console.Error.WriteLineAsync($"bin/bench knows {string.Join(", ", all.Select(benchmark => benchmark.Id))}, not {unknown}.");

    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    stop.Cancel();
};

await using var laboratory = new Laboratory(orders);
List<Figure> figures = [];

foreach (var benchmark in all.Where(each => wanted.Count == 0 || wanted.Contains(each.Id)))
{
    Console.WriteLine($"{benchmark.Id}…");

    try
    {
        figures.AddRange(await benchmark.RunAsync(laboratory, stop.Token));
    }
    catch (OperationCanceledException) when (stop.IsCancellationRequested)
    {
        // Ctrl+C: what was measured until now is shown.
        break;
    }
}

Report.Print(figures);
await Report.WriteAsync(Path.Combine(Repository.Root, "artifacts", "bench.json"), figures, TimeProvider.System.GetUtcNow());

return 0;

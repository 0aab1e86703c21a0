using System.Globalization;
using AdvPortal.Bench.Circuits;
using AdvPortal.Bench.Faults;
using AdvPortal.Bench.Hosting;
using AdvPortal.Bench.Inquiries;
using AdvPortal.Bench.Intake;
using AdvPortal.Bench.Lab;
using AdvPortal.Bench.Orders;
using AdvPortal.Bench.Pages;
using AdvPortal.Bench.Portfolios;

if (args is [TrivialSite.Name, var address])
{
    await TrivialSite.RunAsync(address);

    return 0;
}

const int Full = 1_000_000;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    stop.Cancel();
};

if (Array.IndexOf(args, "--faults") is >= 0 and var faults)
{
    return await FaultRun.RunAsync(Number("--instants", 200), faults + 1 < args.Length && !args[faults + 1].StartsWith("--", StringComparison.Ordinal) ? args[faults + 1] : null, stop.Token);
}

Benchmark[] all =
[
    new OrderPageBenchmark(), new OrderBookBenchmark(), new PlaceOrderBenchmark(), new ImportBenchmark(), new SearchBenchmark(), new JudgingBenchmark(), new ReadingBenchmark(),
    new CircuitMemoryBenchmark(), new CircuitLoadBenchmark(Number("--minutes", 10)), new FirstVisitBenchmark(), new ColdStartBenchmark(), new RoundTripBenchmark(), new RehearsalBenchmark(),
    new CoverPlanBenchmark(), new InboxBenchmark(),
];
var wanted = args.Where(arg => arg.StartsWith('P')).ToList();

if (wanted.Find(id => all.All(benchmark => benchmark.Id != id)) is { } unknown)
{
    await Console.Error.WriteLineAsync($"bin/bench knows {string.Join(", ", all.Select(benchmark => benchmark.Id))}, not {unknown}.");

    return 2;
}

var orders = Number("--orders", Full);
await using var laboratory = new Laboratory(orders, Number("--neighbours", orders >= Full ? 200 : 0));
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

int Number(string option, int usual) => Array.IndexOf(args, option) is >= 0 and var at && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : usual;

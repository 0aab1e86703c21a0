using AdvPortal.Application.Orders;
using AdvPortal.Bench.Lab;

namespace AdvPortal.Bench.Orders;

/// <summary>P1b: the order book as a person reads it, a page of a view with the counts of all views, against the same SQL without EF.</summary>
internal sealed class OrderBookBenchmark : Benchmark
{
    private const int Rounds = 60;

    private static readonly string[] _views = ["", "view=late", "view=atRisk", "view=open&sort=-amount", "view=toReview&mine=true"];

    public override string Id => "P1b";

    public override async Task<IReadOnlyList<Figure>> RunAsync(Laboratory laboratory, CancellationToken ct)
    {
        var (many, database) = (await laboratory.ManyAsync(ct), await laboratory.AsAppAsync(ct));
        var services = await laboratory.ServicesAsync(ct);
        List<Figure> figures = [];

        foreach (var view in _views)
        {
            await using var scope = many.Enter(services);
            var (read, filter) = (scope.ServiceProvider.GetRequiredService<ReadOrderBook>(), BookFilter.Parse(view));
            var questions = await laboratory.Capture.ListenAsync(async () => await read.ExecuteAsync(filter, ct: ct));
            var times = await Timings.InTurnAsync(
                Rounds,
                async () => await read.ExecuteAsync(filter, ct: ct),
                () => SqlCapture.ReplayAsync(database, many.Tenant.Id.Value, questions, ct));
            figures.Add(Figure.AtMost(Id, $"order book, « {(view.Length == 0 ? "view=thisWeek" : view)} » of {laboratory.Orders}, with its counts, p50", times[0].P50, "ms", times[1].P50, 4));
        }

        return figures;
    }
}

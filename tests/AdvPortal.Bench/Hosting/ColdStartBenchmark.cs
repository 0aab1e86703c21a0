using AdvPortal.Bench.Lab;

namespace AdvPortal.Bench.Hosting;

/// <summary>P11: from the command line to /health/ready, the database being there.</summary>
internal sealed class ColdStartBenchmark : Benchmark
{
    private const int Starts = 5;
    private const double BarSeconds = 4;

    public override string Id => "P11";

    public override async Task<IReadOnlyList<Figure>> RunAsync(Laboratory laboratory, CancellationToken ct)
    {
        var seconds = new List<double>();

        for (var start = 0; start < Starts; start++)
        {
            await laboratory.StopPortalAsync();
            seconds.Add((await laboratory.PortalAsync(ct)).Start.TotalSeconds);
        }

        return [Figure.AtMost(Id, $"cold start, the slowest of {Starts}", seconds.Max(), "s", BarSeconds)];
    }
}

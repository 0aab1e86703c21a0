using System.Diagnostics;
using AdvPortal.Application.Portfolios;
using AdvPortal.Application.Tests.Portfolios;
using AdvPortal.Bench.Lab;
using AdvPortal.Domain.Portfolios;

namespace AdvPortal.Bench.Portfolios;

/// <summary>P6: who stands in for 5 000 clients among 50 members, in one part of a period, and where members come and go meanwhile.</summary>
internal sealed class CoverPlanBenchmark : Benchmark
{
    private const int Clients = 5_000;
    private const int Members = 50;

    public override string Id => "P6";

    public override Task<IReadOnlyList<Figure>> RunAsync(Laboratory laboratory, CancellationToken ct)
    {
        // The first call of all loads the solver.
        CoverSolver.Solve(new CoverScene(1).Draw(6, 3, 5, 0));

        var (one, oneTook) = Timed(new CoverScene(9).Draw(Clients, Members, 5, aways: 0, capacity: 2_400));
        var (several, severalTook) = Timed(new CoverScene(0).Draw(Clients, Members, 12, aways: 6, capacity: 1_200));

        return Task.FromResult<IReadOnlyList<Figure>>(
        [
            Figure.AtMost(Id, "cover plan of one part, proven optimum", oneTook, "s", 2) with { Passes = one.Cost <= one.Bound && oneTook <= 2, Note = $"gap to the bound {one.Gap:P4}, {(one.Gap == 0 ? "proven" : "not proven")}" },
            Figure.AtMost(Id, $"cover plan of {several.Problem.Parts.Count} parts", severalTook, "s", 10),
            Figure.AtMost(Id, "its gap to the bound", several.Gap * 100, "%", 2),
        ]);
    }

    private static (CoverSolution Solution, double Seconds) Timed(CoverProblem problem)
    {
        var started = Stopwatch.GetTimestamp();

        return (CoverSolver.Solve(problem), Stopwatch.GetElapsedTime(started).TotalSeconds);
    }
}

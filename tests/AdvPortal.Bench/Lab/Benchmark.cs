namespace AdvPortal.Bench.Lab;

/// <summary>One row of the list of figures to reach: sets its scene, measures, and says what came out.</summary>
internal abstract class Benchmark
{
    /// <summary>P1 to P13.</summary>
    public abstract string Id { get; }

    public abstract Task<IReadOnlyList<Figure>> RunAsync(Laboratory laboratory, CancellationToken ct);
}

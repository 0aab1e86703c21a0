namespace AdvPortal.Bench.Lab;

/// <summary>A figure that is asked of the portal and that nothing here measures yet: the table says so rather than leaving it out.</summary>
internal sealed class Unmeasured(string id, string what, string why) : Benchmark
{
    public override string Id => id;

    public override Task<IReadOnlyList<Figure>> RunAsync(Laboratory laboratory, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Figure>>([Figure.Missing(id, what, why)]);
}

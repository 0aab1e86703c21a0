namespace AdvPortal.Bench.Faults;

/// <summary>One thing that goes wrong, brought about on purpose, and what must hold afterwards.</summary>
internal abstract class Fault
{
    public abstract string Name { get; }

    public abstract Task<Verdict> RunAsync(Scene scene, CancellationToken ct);
}

/// <summary>What was looked at after a fault, and what was not as it must be.</summary>
/// <param name="Checked">With how many times.</param>
internal sealed record Verdict(string Checked, IReadOnlyList<string> Violations);

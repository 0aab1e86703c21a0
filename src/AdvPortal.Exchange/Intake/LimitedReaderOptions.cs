using System.Reflection;

namespace AdvPortal.Exchange.Intake;

/// <summary>Which process reads, and how much it may take.</summary>
/// <param name="FileName">The executable to start.</param>
/// <param name="Arguments">What stands before the kind of reading, usually <c>read</c>.</param>
public sealed record LimitedReaderOptions(string FileName, IReadOnlyList<string> Arguments)
{
    private const int Megabyte = 1024 * 1024;

    /// <summary>From start to answer.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Resident memory of the process; its managed heap gets three quarters of it.</summary>
    public long MemoryBytes { get; init; } = 256 * Megabyte;

    /// <summary>The largest answer: a list of 100 000 rows is about 20 MB of JSON.</summary>
    public int OutputBytes { get; init; } = 32 * Megabyte;

    /// <summary>Processes at a time; more files wait.</summary>
    public int Parallel { get; init; } = 2;

    /// <summary>A program of ours, started again as <c>read</c>: by the runtime that runs it now, or by itself where it has an executable of its own.</summary>
    /// <param name="program">The assembly with the entry point that answers to <c>read</c>; not always the running one, as in tests.</param>
    public static LimitedReaderOptions For(Assembly program)
    {
        var running = Environment.ProcessPath ?? throw new InvalidOperationException("The running program has no path.");
        if (program.Location.Length == 0)
        {
            // Published as one file: the assembly lies inside the executable.
            return new(running, ["read"]);
        }

        var own = Path.ChangeExtension(program.Location, OperatingSystem.IsWindows() ? "exe" : null);
        return Path.GetFileNameWithoutExtension(running) == "dotnet" ? new(running, [program.Location, "read"])
            : File.Exists(own) ? new(own, ["read"])
            : new("dotnet", [program.Location, "read"]);
    }
}

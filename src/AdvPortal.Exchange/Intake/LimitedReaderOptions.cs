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

    /// <summary>The running program itself, started again as <c>read</c>.</summary>
    public static LimitedReaderOptions ForThisProgram()
    {
        var program = Environment.ProcessPath ?? throw new InvalidOperationException("The running program has no path.");
        return Path.GetFileNameWithoutExtension(program) == "dotnet"
            ? new(program, [Assembly.GetEntryAssembly()!.Location, "read"])
            : new(program, ["read"]);
    }
}

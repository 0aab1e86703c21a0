using System.Globalization;
using System.IO.Pipes;

/// <summary>
/// Runs inside a server that is measured, before its own first line, and knows nothing of it (DOTNET_STARTUP_HOOKS): collects its garbage
/// when the benchmark asks, and says what is left. The name is the runtime's.
/// </summary>
#pragma warning disable MA0047 // The runtime looks for it outside any namespace.
internal static class StartupHook
#pragma warning restore MA0047
{
    /// <summary>The environment variable that names the pipe to ask through.</summary>
    public const string Pipe = "ADVPORTAL_BENCH_PIPE";

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(Pipe) is { Length: > 0 } name)
        {
            new Thread(() => Answer(name)) { IsBackground = true, Name = "bench" }.Start();
        }
    }

    private static void Answer(string name)
    {
        while (true)
        {
            using var pipe = new NamedPipeServerStream(name, PipeDirection.Out, 1);
            pipe.WaitForConnection();

            // What waits for its finalizer is only gone the second time.
            for (var time = 0; time < 2; time++)
            {
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                GC.WaitForPendingFinalizers();
            }

            using var answer = new StreamWriter(pipe);
            answer.WriteLine(GC.GetTotalMemory(forceFullCollection: true).ToString(CultureInfo.InvariantCulture));
        }
    }
}

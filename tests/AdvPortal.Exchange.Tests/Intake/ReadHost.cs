using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using AdvPortal.Exchange.Intake;

namespace AdvPortal.Exchange.Tests.Intake;

/// <summary>The test program, started again as the limited process: it reads, or misbehaves on purpose.</summary>
internal static class ReadHost
{
    private const string Misbehave = "misbehave";

    public static LimitedReaderOptions Reading => Options("read");

    public static LimitedReaderOptions Misbehaving(string how) => Options(Misbehave, how);

    private static LimitedReaderOptions Options(params string[] arguments)
    {
        var assembly = Assembly.GetExecutingAssembly().Location;
        var program = Environment.ProcessPath!;
        return new(program, Path.GetFileNameWithoutExtension(program) == "dotnet" ? [assembly, .. arguments] : arguments);
    }

    /// <summary>Runs before the test runner's own entry point and takes the process over when it was started to read.</summary>
    [ModuleInitializer]
    internal static void Take()
    {
        switch (Environment.GetCommandLineArgs())
        {
            case [_, "read", var kind]:
                Environment.Exit(ReadProcess.Run(Console.OpenStandardInput(), Console.OpenStandardOutput(), kind));
                break;
            case [_, Misbehave, var how, _]:
                Do(how);
                Environment.Exit(0);
                break;
        }
    }

    private static void Do(string how)
    {
        using var stdout = Console.OpenStandardOutput();
        switch (how)
        {
            case "hang":
                using (var never = new ManualResetEventSlim())
                {
                    never.Wait();
                }

                break;
            case "crash":
                Environment.FailFast("The parser's stack overflowed.");
                break;
            case "flood":
                for (var block = new byte[1024 * 1024]; ;)
                {
                    stdout.Write(block);
                }

            case "eat-managed":
                for (List<byte[]> all = []; ;)
                {
                    all.Add(GC.AllocateArray<byte>(16 * 1024 * 1024, pinned: true));
                    all[^1].AsSpan().Fill(1);
                }

            case "eat-native":
                for (; ; )
                {
                    Touch(System.Runtime.InteropServices.Marshal.AllocHGlobal(16 * 1024 * 1024));
                }

            case "babble":
                stdout.Write("not json"u8);
                break;
            case "secrets":
                stdout.Write(System.Text.Encoding.UTF8.GetBytes(Environment.GetEnvironmentVariable("ADVPORTAL_TEST_SECRET") ?? "null"));
                break;
            default:
                throw new UnreachableException(how);
        }

        static void Touch(nint memory)
        {
            for (var i = 0; i < 16 * 1024 * 1024; i += 4096)
            {
                System.Runtime.InteropServices.Marshal.WriteByte(memory, i, 1);
            }
        }
    }
}

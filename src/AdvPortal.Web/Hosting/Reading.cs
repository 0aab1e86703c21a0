using AdvPortal.Application.Intake;

namespace AdvPortal.Web.Hosting;

/// <summary>The portal started as a reader: one document comes in, what it says goes out.</summary>
internal static class Reading
{
    public static int Run(string[] args)
    {
        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();

        return ReadInProcess.Run(input, output, args.FirstOrDefault() ?? "");
    }
}

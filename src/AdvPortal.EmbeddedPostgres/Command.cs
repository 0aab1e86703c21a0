using System.Diagnostics;

namespace AdvPortal.EmbeddedPostgres;

/// <summary>Runs a program to its end and says what it said.</summary>
internal sealed record Command(IReadOnlyList<string> Line)
{
    public string? Folder { get; init; }

    public string? Input { get; init; }

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>False for a program that leaves a server behind: the server would hold our end of the pipe open for ever.</summary>
    public bool Listens { get; init; } = true;

    public Command InFolder(string folder) => this with { Folder = folder };

    public async Task<Answer> RunAsync(CancellationToken ct)
    {
        using var process = new Process { StartInfo = StartInfo() };
        process.Start();

        var output = Listens ? process.StandardOutput.ReadToEndAsync(ct) : Task.FromResult("");
        var error = Listens ? process.StandardError.ReadToEndAsync(ct) : Task.FromResult("");
        await process.StandardInput.WriteAsync(Input.AsMemory(), ct);
        process.StandardInput.Close();

        try
        {
            await process.WaitForExitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return new(process.ExitCode, await output, await error);
    }

    /// <summary>As <see cref="RunAsync"/>, for a program whose failure ends the matter.</summary>
    public async Task<string> MustRunAsync(CancellationToken ct)
    {
        var answer = await RunAsync(ct);

        return answer.ExitCode == 0
            ? answer.Output
            : throw new EmbeddedPostgresException($"{Path.GetFileName(Line[0])} failed ({answer.ExitCode}): {string.Join(' ', Line)}\n{answer.Error}{answer.Output}".TrimEnd());
    }

    private ProcessStartInfo StartInfo()
    {
        var start = new ProcessStartInfo(Line[0], Line.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = Folder ?? "",
        };

        // What a person exported for psql must not reach our server.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("PG", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["LC_ALL"] = "C";

        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    internal sealed record Answer(int ExitCode, string Output, string Error);
}

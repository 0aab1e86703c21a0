using System.Globalization;
using System.Text.RegularExpressions;

namespace AdvPortal.EmbeddedPostgres;

/// <summary>A folder that holds the programs of one PostgreSQL.</summary>
internal sealed partial record Binaries(string Folder, string Version)
{
    public const int OldestMajor = 15;
    private static readonly string[] _needed = ["postgres", "initdb", "pg_ctl"];

    public int Major { get; } = int.Parse(MajorPattern().Match(Version).Value, CultureInfo.InvariantCulture);

    public string Program(string name) => PathOf(Folder, name);

    /// <summary>A program that not every package brings (pg_dump), or null.</summary>
    public string? Optional(string name) => File.Exists(Program(name)) ? Program(name) : null;

    /// <summary>The binaries in a folder, or null when they are incomplete, broken or too old.</summary>
    public static async Task<Binaries?> AtAsync(string folder, CancellationToken ct)
    {
        if (!_needed.All(name => File.Exists(PathOf(folder, name))))
        {
            return null;
        }

        try
        {
            var answer = await new Command([PathOf(folder, "postgres"), "--version"]).RunAsync(ct);
            var version = VersionPattern().Match(answer.Output);

            return version.Success && new Binaries(folder, version.Groups["version"].Value) is { Major: >= OldestMajor } found ? found : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // Built for another machine.
            return null;
        }
    }

    private static string PathOf(string folder, string name) => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name);

    [GeneratedRegex(@"\(PostgreSQL\) (?<version>\d+\S*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex VersionPattern();

    [GeneratedRegex(@"^\d+", RegexOptions.None, 1000)]
    private static partial Regex MajorPattern();
}

namespace AdvPortal.EmbeddedPostgres;

/// <summary>Where on a machine PostgreSQL may be, and where ours may be kept; the tests describe poorer machines with it.</summary>
internal sealed record SearchPlaces
{
    public const string NameOfVariable = "ADVPORTAL_PG_BIN";

    /// <summary>What ADVPORTAL_PG_BIN says: this folder and no other.</summary>
    public string? Named { get; init; }

    /// <summary>The folders of PATH.</summary>
    public IReadOnlyList<string> Path { get; init; } = [];

    /// <summary>Folders that hold one folder per installed version, each with its `bin`.</summary>
    public IReadOnlyList<string> Installations { get; init; } = [];

    /// <summary>Ours on this machine: unpacked binaries, and data that its own folder could not hold.</summary>
    public required string Shelter { get; init; }

    public string Unpacked => System.IO.Path.Combine(Shelter, "postgresql");

    public static SearchPlaces OfThisMachine() => new()
    {
        Named = Environment.GetEnvironmentVariable(NameOfVariable) is { Length: > 0 } named ? named : null,
        Path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
        Installations = InstallationsHere(),
        Shelter = System.IO.Path.Combine(ShelterHere(), "advportal"),
    };

    /// <summary>A program of PATH by its name, or null.</summary>
    public string? Program(string name) =>
        (from folder in Path
         from file in OperatingSystem.IsWindows() ? new[] { name + ".exe", name + ".cmd" } : [name]
         let path = System.IO.Path.Combine(folder, file)
         where File.Exists(path)
         select path).FirstOrDefault();

    private static string[] InstallationsHere() => OperatingSystem.IsWindows()
        ? [System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PostgreSQL")]
        : ["/usr/lib/postgresql", "/usr", "/opt/homebrew/opt", "/usr/local/opt", "/home/linuxbrew/.linuxbrew/opt", "/Applications/Postgres.app/Contents/Versions"];

    private static string ShelterHere()
    {
        // The home of root is closed to the user that runs the server.
        if (Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows())
        {
            return "/var/lib";
        }

        var own = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);

        return own.Length > 0 ? own : System.IO.Path.GetTempPath();
    }
}

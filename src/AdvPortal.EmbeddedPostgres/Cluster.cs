using System.Net;
using System.Net.Sockets;

namespace AdvPortal.EmbeddedPostgres;

/// <summary>The data of one server and the programs that make, start and stop it. Its folder holds `cluster`, `secrets.json`, `server.log`.</summary>
internal sealed class Cluster(string folder, Binaries binaries, ServerUser user)
{
    public const string Superuser = "postgres";
    private const int _attempts = 40;
    private static readonly string[] _hasty = ["--no-sync"];
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(50);

    public string Folder { get; } = folder;

    public Binaries Binaries { get; } = binaries;

    public string Data { get; } = Path.Combine(folder, "cluster");

    public string SecretsFile { get; } = Path.Combine(folder, "secrets.json");

    public string InUseFile { get; } = Path.Combine(folder, "in-use");

    private string Log { get; } = Path.Combine(folder, "server.log");

    private string Ours { get; } = Path.Combine(folder, "cluster", "advportal.conf");

    /// <summary>Makes the data, the roles and the portal's database; nothing runs afterwards.</summary>
    public async Task CreateAsync(bool isDurable, CancellationToken ct)
    {
        await PrepareFolderAsync(ct);
        await user.Command(
            Binaries.Program("initdb"),
            ["-D", Data, "-U", Superuser, "-A", "reject", "-E", "UTF8", "--locale=C", $"--lc-ctype={Ctype()}", "--no-instructions", .. isDurable ? [] : _hasty])
            .InFolder(Folder).MustRunAsync(ct);

        await File.WriteAllTextAsync(
            Path.Combine(Data, "pg_hba.conf"),
            "# Our own machine only, and never without a password.\nlocal all all scram-sha-256\nhost all all 127.0.0.1/32 scram-sha-256\n",
            ct);
        await File.AppendAllTextAsync(Path.Combine(Data, "postgresql.conf"), "\n# Written anew at every start.\ninclude_if_exists 'advportal.conf'\n", ct);

        await SetPasswordsAsync(isDurable, ct);
        await ExecuteAsync("postgres", RoleSetup.CreateDatabase(), isDurable, ct);
        await ExecuteAsync(RoleSetup.Database, RoleSetup.Extensions, isDurable, ct);
    }

    /// <summary>Makes new passwords; the server must not run.</summary>
    public async Task SetPasswordsAsync(bool isDurable, CancellationToken ct)
    {
        var secrets = Secrets.New();
        await ExecuteAsync("postgres", RoleSetup.Roles(secrets.Owner, secrets.App) + $"\nalter role {Superuser} password {RoleSetup.Quote(secrets.Superuser)};\n", isDurable, ct);
        secrets.Write(SecretsFile);
    }

    /// <summary>The server that runs on this data, waiting for one that is just starting or stopping; null when none does.</summary>
    public async Task<Postmaster?> RunningAsync(CancellationToken ct)
    {
        while (Postmaster.Alive(Data) is { } server)
        {
            if (server.IsReady)
            {
                return server;
            }

            await Task.Delay(_pause, ct);
        }

        return null;
    }

    public async Task<Postmaster> StartAsync(IEnumerable<(string Name, string Value)> settings, CancellationToken ct)
    {
        await user.OwnAsync(Folder, ct);
        KeepLastLog();

        for (var attempt = 1; ; attempt++)
        {
            Postmaster.Disown(Data);
            await File.WriteAllLinesAsync(Ours, settings.Select(s => $"{s.Name} = {RoleSetup.Quote(s.Value)}").Append($"port = {FreePort()}"), ct);

            var start = user.Command(Binaries.Program("pg_ctl"), "-D", Data, "-l", Log, "-w", "-t", "120", "-s", "start").InFolder(Folder) with { Listens = false };
            var answer = await start.RunAsync(ct);

            if (answer.ExitCode == 0 && Postmaster.Alive(Data) is { } server)
            {
                return server;
            }

            var words = File.Exists(Log) ? await File.ReadAllTextAsync(Log, ct) : "";

            // Another program took the port meanwhile, or back ends of a killed server have not noticed yet.
            var passes = words.Contains("could not bind", StringComparison.Ordinal) || words.Contains("shared memory block", StringComparison.Ordinal);

            if (!passes || attempt == _attempts)
            {
                throw new EmbeddedPostgresException($"PostgreSQL {Binaries.Version} ({Binaries.Folder}) does not start on {Data}:\n{words[Math.Max(0, words.Length - 2000)..]}".TrimEnd());
            }

            KeepLastLog();
            await Task.Delay(_pause * 5, ct);
        }
    }

    public async Task StopAsync(CancellationToken ct) =>
        await user.Command(Binaries.Program("pg_ctl"), "-D", Data, "-m", "fast", "-w", "-t", "120", "-s", "stop").InFolder(Folder).MustRunAsync(ct);

    private async Task PrepareFolderAsync(CancellationToken ct)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        await user.OwnAsync(Folder, ct);
    }

    /// <summary>Runs a script without any server: nobody can connect before the passwords are set.</summary>
    private async Task ExecuteAsync(string database, string script, bool isDurable, CancellationToken ct)
    {
        // -j: a statement ends with a semicolon and an empty line; a password is not for the log.
        string[] arguments = ["--single", "-j", "-D", Data, "-c", "log_min_error_statement=panic", "-c", "log_checkpoints=off", "-c", $"fsync={(isDurable ? "on" : "off")}", database];
        var command = user.Command(Binaries.Program("postgres"), arguments).InFolder(Folder) with { Input = script + "\n" };
        var answer = await command.RunAsync(ct);

        if (answer.ExitCode != 0 || answer.Error.Contains("ERROR:", StringComparison.Ordinal) || answer.Error.Contains("FATAL:", StringComparison.Ordinal))
        {
            throw new EmbeddedPostgresException($"PostgreSQL {Binaries.Version} ({Binaries.Folder}) cannot be set up (are its contrib extensions installed?):\n{answer.Error}".TrimEnd());
        }
    }

    private void KeepLastLog()
    {
        if (File.Exists(Log))
        {
            File.Move(Log, Log + ".last", overwrite: true);
        }
    }

    // Code-point order is the same on every machine; only the knowledge of letters differs in name.
    private static string Ctype() => OperatingSystem.IsWindows() ? "en-US" : OperatingSystem.IsMacOS() ? "en_US.UTF-8" : "C.UTF-8";

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

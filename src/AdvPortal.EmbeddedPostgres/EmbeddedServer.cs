namespace AdvPortal.EmbeddedPostgres;

/// <summary>
/// A PostgreSQL for the portal: the one that is configured, or a private one that is found, made, started and stopped here.
/// The last process to let go of a private server stops it.
/// </summary>
public sealed class EmbeddedServer : IAsyncDisposable
{
    private readonly Func<ValueTask> _letGo;
    private string _superuserPassword = "";
    private bool _isDisposed;

    private EmbeddedServer(string app, string owner, Func<ValueTask> letGo) => (AppConnectionString, OwnerConnectionString, _letGo) = (app, owner, letGo);

    /// <summary>As adv_app: what the portal works with.</summary>
    public string AppConnectionString { get; }

    /// <summary>As adv_owner: what migrates.</summary>
    public string OwnerConnectionString { get; }

    /// <summary>As the superuser, in the portal's database; null for a configured server.</summary>
    public string? AdminConnectionString { get; private init; }

    /// <summary>Where the private server keeps its data; null for a configured server.</summary>
    public string? DataDirectory { get; private init; }

    /// <summary>Where the private server listens, on 127.0.0.1 only.</summary>
    public int? Port { get; private init; }

    /// <summary>The process of the private server.</summary>
    public int? ProcessId { get; private init; }

    /// <summary>The version of the private server; null for a configured one.</summary>
    public string? Version { get; private init; }

    /// <summary>Whether the server was alive before we came.</summary>
    public bool IsAttached { get; private init; }

    /// <summary>What runs and from where, for the console.</summary>
    public required string WhereFound { get; init; }

    /// <exception cref="EmbeddedPostgresException">No PostgreSQL can be had, or it does not start; the message says what would help.</exception>
    public static async Task<EmbeddedServer> StartAsync(EmbeddedServerOptions options, CancellationToken ct)
    {
        if (options.ConnectionString is { Length: > 0 } configured)
        {
            var owner = options.OwnerConnectionString is { Length: > 0 } named ? named : configured;

            return new(configured, owner, () => ValueTask.CompletedTask) { WhereFound = "the configured PostgreSQL server" };
        }

        var user = ServerUser.Choose(options.Places);
        var folder = await DataFolder.OpenAsync(options.DataDirectory, user, options.Places, options.Say, ct);

        using (await folder.LockAsync(ct))
        {
            var cluster = await ClusterOfAsync(folder, options, user, ct);
            var running = await cluster.RunningAsync(ct);
            var server = running ?? await StartAsync(cluster, options, ct);
            var inUse = FileLock.TryShared(cluster.InUseFile) ?? throw new EmbeddedPostgresException($"{cluster.InUseFile} cannot be locked.");

            return Describe(cluster, server, isAttached: running is not null, () => LetGoAsync(folder, cluster, inUse));
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            await _letGo();
        }
    }

    /// <summary>The data that is there with programs that can read it, or new data.</summary>
    internal static async Task<Cluster> ClusterOfAsync(DataFolder folder, EmbeddedServerOptions options, ServerUser user, CancellationToken ct)
    {
        var last = folder.Major is { } known ? LastBinaries(folder.Of(known)) : null;
        var binaries = await new BinariesSearch(options.Places, options.MayDownload, options.Say).FindAsync(folder.Major, last, ct);
        var place = folder.Of(binaries.Major);

        if (folder.Major is null)
        {
            var making = folder.Making(binaries.Major);
            await new Cluster(making, binaries, user).CreateAsync(options.IsDurable, ct);
            Directory.Move(making, place);
        }

        return new(place, binaries, user);
    }

    /// <summary>A server that nobody else can see yet.</summary>
    internal static async Task<EmbeddedServer> StartAloneAsync(Cluster cluster, EmbeddedServerOptions options, CancellationToken ct) =>
        Describe(cluster, await StartAsync(cluster, options, ct), isAttached: false, async () => await cluster.StopAsync(CancellationToken.None));

    /// <summary>A program of PostgreSQL, on the portal's database as the superuser.</summary>
    internal Command Tool(string program, params IEnumerable<string> arguments) =>
        new([program, "--host=127.0.0.1", $"--port={Port}", $"--username={Cluster.Superuser}", $"--dbname={RoleSetup.Database}", "--no-password", .. arguments])
        {
            Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["PGPASSWORD"] = _superuserPassword },
        };

    private static async Task<Postmaster> StartAsync(Cluster cluster, EmbeddedServerOptions options, CancellationToken ct)
    {
        if (Secrets.Read(cluster.SecretsFile) is null)
        {
            await cluster.SetPasswordsAsync(options.IsDurable, ct);
        }

        await File.WriteAllTextAsync(LastBinariesFile(cluster.Folder), cluster.Binaries.Folder, ct);

        return await cluster.StartAsync(ServerSettings.For(options), ct);
    }

    private static async ValueTask LetGoAsync(DataFolder folder, Cluster cluster, FileLock inUse)
    {
        using (await folder.LockAsync(CancellationToken.None))
        {
            inUse.Dispose();
            using var alone = FileLock.TryAlone(cluster.InUseFile);

            if (alone is not null && await cluster.RunningAsync(CancellationToken.None) is not null)
            {
                await cluster.StopAsync(CancellationToken.None);
            }
        }
    }

    private static EmbeddedServer Describe(Cluster cluster, Postmaster server, bool isAttached, Func<ValueTask> letGo)
    {
        var secrets = Secrets.Read(cluster.SecretsFile) ?? throw new EmbeddedPostgresException($"{cluster.SecretsFile} is missing while the server runs: stop the portal, then start it again.");

        return new(As(RoleSetup.App, secrets.App), As(RoleSetup.Owner, secrets.Owner), letGo)
        {
            AdminConnectionString = As(Cluster.Superuser, secrets.Superuser),
            DataDirectory = cluster.Folder,
            Port = server.Port,
            ProcessId = server.ProcessId,
            _superuserPassword = secrets.Superuser,
            Version = cluster.Binaries.Version,
            IsAttached = isAttached,
            WhereFound = $"PostgreSQL {cluster.Binaries.Version} from {cluster.Binaries.Folder}, data in {cluster.Folder}" + (isAttached ? ", running already" : ""),
        };

        string As(string role, string password) => $"Host=127.0.0.1;Port={server.Port};Database={RoleSetup.Database};Username={role};Password={password}";
    }

    private static string LastBinariesFile(string folder) => Path.Combine(folder, "binaries");

    private static string? LastBinaries(string folder) => File.Exists(LastBinariesFile(folder)) ? File.ReadAllText(LastBinariesFile(folder)) : null;
}

using AdvPortal.EmbeddedPostgres;
using Npgsql;
using Testcontainers.PostgreSql;

namespace AdvPortal.Tests;

/// <summary>
/// One PostgreSQL per test process, with the roles and the empty database of production: a container when Docker answers, else
/// a private server. Name it once per project: <c>[assembly: AssemblyFixture(typeof(TestPostgres))]</c>.
/// </summary>
public sealed class TestPostgres : IAsyncLifetime
{
    private const string _password = "test";
    private static readonly string[] _hurried = ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off", "-c", "max_connections=200"];
    private Func<ValueTask> _stop = () => ValueTask.CompletedTask;

    /// <summary>As adv_app, who meets row security: what tests work with.</summary>
    public string AppConnectionString { get; private set; } = "";

    /// <summary>As adv_owner: to migrate.</summary>
    public string OwnerConnectionString { get; private set; } = "";

    /// <summary>As the superuser: to look at what nobody else may see.</summary>
    public string AdminConnectionString { get; private set; } = "";

    /// <summary>What answers, for the log.</summary>
    public string WhereFound { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (!await TryContainerAsync())
        {
            await StartEmbeddedAsync();
        }
    }

    public ValueTask DisposeAsync() => _stop();

    /// <summary>A second database with all that the first holds by now: its connection string as adv_app.</summary>
    /// <remarks>For tests of what works through every tenant at once, and would take other tests' work for its own.</remarks>
    public async Task<string> CopyAsync(string name)
    {
        // A template must have nobody connected to it.
        NpgsqlConnection.ClearAllPools();
        await using (var server = await OpenAsync("postgres"))
        {
            await RunAsync(server, $"create database {name} owner {RoleSetup.Owner} template {RoleSetup.Database}");
        }

        await using var copy = await OpenAsync(name);
        await RunAsync(copy, RoleSetup.Extensions);

        return new NpgsqlConnectionStringBuilder(AppConnectionString) { Database = name }.ConnectionString;
    }

    private async Task<NpgsqlConnection> OpenAsync(string database)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(AdminConnectionString) { Database = database, Pooling = false }.ConnectionString);
        await connection.OpenAsync();

        return connection;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<bool> TryContainerAsync()
    {
        try
        {
            // The oldest version we support.
            var container = new PostgreSqlBuilder("postgres:15").WithDatabase(RoleSetup.Database).WithUsername("postgres").WithPassword(_password).WithCommand(_hurried).Build();
            await container.StartAsync();
            _stop = container.DisposeAsync;
            await container.ExecScriptAsync(RoleSetup.Roles(_password, _password) + $"alter database {RoleSetup.Database} owner to {RoleSetup.Owner};" + RoleSetup.Extensions);

            var server = $"Host={container.Hostname};Port={container.GetMappedPublicPort(PostgreSqlBuilder.PostgreSqlPort)};Database={RoleSetup.Database};Password={_password};Username=";
            (AppConnectionString, OwnerConnectionString, AdminConnectionString) = (server + RoleSetup.App, server + RoleSetup.Owner, server + "postgres");
            WhereFound = "postgres:15 in Docker";

            return true;
        }
        catch (DotNet.Testcontainers.Builders.DockerUnavailableException)
        {
            return false;
        }
    }

    private async Task StartEmbeddedAsync()
    {
        var folder = Directory.CreateTempSubdirectory("advportal-tests-");

        if (!OperatingSystem.IsWindows())
        {
            // A temporary folder is its maker's alone; the server may run as somebody else.
            folder.UnixFileMode |= UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        }

        var server = await EmbeddedServer.StartAsync(new() { DataDirectory = folder.FullName, IsDurable = false, Say = line => TestContext.Current.SendDiagnosticMessage(line) }, TestContext.Current.CancellationToken);
        _stop = async () =>
        {
            await server.DisposeAsync();
            folder.Delete(recursive: true);
        };
        (AppConnectionString, OwnerConnectionString, AdminConnectionString) = (server.AppConnectionString, server.OwnerConnectionString, server.AdminConnectionString!);
        WhereFound = server.WhereFound;
    }
}

using Npgsql;

namespace AdvPortal.EmbeddedPostgres.Tests;

/// <summary>The README's three commands for a server of one's own, as psql runs them.</summary>
public sealed class OwnServerTests(InstalledPostgres installed) : IDisposable
{
    private readonly TestMachine _machine = new();

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task Psql_prepares_the_roles_and_a_database()
    {
        var psql = Path.Combine(installed.Folder, "psql");
        Assert.SkipUnless(File.Exists(psql), "psql is not installed here.");

        await using var server = await EmbeddedServer.StartAsync(_machine.Options with { Places = _machine.Places with { Named = installed.Folder } }, TestContext.Current.CancellationToken);
        var admin = new NpgsqlConnectionStringBuilder(server.AdminConnectionString);

        await RunAsync("postgres", "-v", "owner_password=it's mine", "-v", "app_password=$ecret", "-f", Script("roles.sql"));
        await RunAsync("postgres", "-c", "create database another owner adv_owner");
        await RunAsync("another", "-f", Script("database.sql"));

        var app = new NpgsqlConnectionStringBuilder(admin.ConnectionString) { Database = "another", Username = "adv_app", Password = "$ecret" };
        var owner = new NpgsqlConnectionStringBuilder(app.ConnectionString) { Username = "adv_owner", Password = "it's mine" };
        Assert.Equal("e", await Sql.AskAsync<string>(app.ConnectionString, "select unaccent('é')"));
        await Sql.TellAsync(owner.ConnectionString, "create table mine (id int)");

        Task RunAsync(string database, params string[] arguments) =>
            new Command([psql, "-v", "ON_ERROR_STOP=1", "-X", "-h", "127.0.0.1", "-p", $"{admin.Port}", "-U", "postgres", "-d", database, .. arguments])
            {
                Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["PGPASSWORD"] = admin.Password! },
            }.MustRunAsync(TestContext.Current.CancellationToken);
    }

    private static string Script(string name) => Path.Combine(Repository.Root, "src", "AdvPortal.EmbeddedPostgres", "Sql", name);
}

using System.Diagnostics;

namespace AdvPortal.EmbeddedPostgres.Tests;

/// <summary>The life of a private server: made, shared, stopped, started again.</summary>
public sealed class ServerTests(InstalledPostgres installed) : IDisposable
{
    private readonly TestMachine _machine = new();

    private EmbeddedServerOptions Options => _machine.Options with { Places = _machine.Places with { Named = installed.Folder } };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task A_restarted_server_has_its_data_and_its_passwords()
    {
        string password;

        await using (var first = await EmbeddedServer.StartAsync(Options, Ct))
        {
            await Sql.TellAsync(first.OwnerConnectionString, "create table kept as select 'here' as it; grant select on kept to adv_app");
            password = PasswordOf(first);
        }

        await using var second = await EmbeddedServer.StartAsync(Options, Ct);

        Assert.False(second.IsAttached);
        Assert.Equal("here", await Sql.AskAsync<string>(second.AppConnectionString, "select it from kept"));
        Assert.Equal(password, PasswordOf(second));
    }

    [Fact]
    public async Task Who_comes_second_shares_the_server_and_who_goes_last_stops_it()
    {
        var first = await EmbeddedServer.StartAsync(Options, Ct);
        var second = await EmbeddedServer.StartAsync(Options, Ct);
        Assert.Equal((false, true, first.ProcessId, first.AppConnectionString), (first.IsAttached, second.IsAttached, second.ProcessId, second.AppConnectionString));

        await first.DisposeAsync();
        Assert.Equal(1, await Sql.AskAsync<int>(second.AppConnectionString, "select 1"));

        await second.DisposeAsync();
        Assert.True(await HasEndedAsync(second.ProcessId!.Value));
    }

    [Fact]
    public async Task Two_who_start_at_once_meet_in_one_server()
    {
        var both = await Task.WhenAll(EmbeddedServer.StartAsync(Options, Ct), EmbeddedServer.StartAsync(Options, Ct));

        Assert.Equal(both[0].ProcessId, both[1].ProcessId);
        Assert.Equal([false, true], both.Select(s => s.IsAttached).Order());

        await Task.WhenAll(both.Select(s => s.DisposeAsync().AsTask()));
        Assert.True(await HasEndedAsync(both[0].ProcessId!.Value));
    }

    [Fact]
    public async Task The_server_is_private()
    {
        await using var server = await EmbeddedServer.StartAsync(Options, Ct);

        Assert.Equal("127.0.0.1", await Sql.AskAsync<string>(server.AdminConnectionString!, "show listen_addresses"));
        Assert.Equal("", await Sql.AskAsync<string>(server.AdminConnectionString!, "show unix_socket_directories"));
        Assert.Equal("scram-sha-256", await Sql.AskAsync<string>(server.AdminConnectionString!, "select string_agg(distinct auth_method, ' ') from pg_hba_file_rules"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(server.DataDirectory!, "secrets.json")));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(server.DataDirectory!));

        var log = string.Concat(Directory.GetFiles(server.DataDirectory!, "server.log*").Select(File.ReadAllText));
        Assert.DoesNotContain(PasswordOf(server), log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Carelessness_is_for_tests_only()
    {
        await using var careless = await EmbeddedServer.StartAsync(Options, Ct);
        Assert.Equal("off", await Sql.AskAsync<string>(careless.AppConnectionString, "show fsync"));

        using var other = new TestMachine();
        await using var durable = await EmbeddedServer.StartAsync(Options with { DataDirectory = other.Data, IsDurable = true, Settings = [("max_connections", "17")] }, Ct);
        Assert.Equal("on on on 17", await Sql.AskAsync<string>(durable.AppConnectionString, "select concat_ws(' ', current_setting('fsync'), current_setting('synchronous_commit'), current_setting('full_page_writes'), current_setting('max_connections'))"));
    }

    [Fact]
    public async Task Lost_passwords_are_made_anew()
    {
        await using (var first = await EmbeddedServer.StartAsync(Options, Ct))
        {
            File.Delete(Path.Combine(first.DataDirectory!, "secrets.json"));
        }

        await using var second = await EmbeddedServer.StartAsync(Options, Ct);

        Assert.Equal("adv_app", await Sql.AskAsync<string>(second.AppConnectionString, "select current_user::text"));
    }

    internal static async Task<bool> HasEndedAsync(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);

            return true;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    private static string PasswordOf(EmbeddedServer server) => new Npgsql.NpgsqlConnectionStringBuilder(server.AppConnectionString).Password!;
}

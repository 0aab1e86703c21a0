namespace AdvPortal.EmbeddedPostgres.Tests;

/// <summary>What was saved comes back, by a dump or by a copy, and nothing is lost on the way.</summary>
public sealed class BackupTests(InstalledPostgres installed) : IDisposable
{
    private readonly TestMachine _machine = new();

    private EmbeddedServerOptions Options => _machine.Options with { Places = _machine.Places with { Named = installed.Folder } };

    private EmbeddedServerOptions WithoutDump => _machine.Options with { Places = _machine.Places with { Named = Path.Combine(_machine.Root, "server-only") } };

    private string Saved => Path.Combine(_machine.Root, "saved", "advportal.backup");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task A_dump_is_made_while_the_portal_runs_and_brings_everything_back()
    {
        await using (var server = await EmbeddedServer.StartAsync(Options, Ct))
        {
            await FillAsync(server);
            Assert.Contains("pg_dump", await Backup.SaveAsync(Options, Saved, Ct), StringComparison.Ordinal);
            await Sql.TellAsync(server.OwnerConnectionString, "update kept set it = 'spoilt'");
        }

        var replaced = await Backup.RestoreAsync(Options, Saved, Ct);

        Assert.True(Directory.Exists(Path.Combine(replaced!, "cluster")));
        await MeetAsync(Options);
    }

    [Fact]
    public async Task A_dump_fills_an_empty_machine()
    {
        await using (var server = await EmbeddedServer.StartAsync(Options, Ct))
        {
            await FillAsync(server);
            await Backup.SaveAsync(Options, Saved, Ct);
        }

        using var another = new TestMachine();
        var there = Options with { DataDirectory = another.Data };

        Assert.Null(await Backup.RestoreAsync(there, Saved, Ct));
        await MeetAsync(there);
    }

    [Fact]
    public async Task Without_pg_dump_the_stopped_server_is_copied()
    {
        _machine.ServerOnly(installed.Folder);

        await using (var server = await EmbeddedServer.StartAsync(WithoutDump, Ct))
        {
            await FillAsync(server);

            var refusal = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => Backup.SaveAsync(WithoutDump, Saved, Ct));
            Assert.Contains("stop it first", refusal.Message, StringComparison.Ordinal);
            Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(Saved)!));
        }

        Assert.Contains("a copy of", await Backup.SaveAsync(WithoutDump, Saved, Ct), StringComparison.Ordinal);

        await using (var server = await EmbeddedServer.StartAsync(WithoutDump, Ct))
        {
            await Sql.TellAsync(server.OwnerConnectionString, "drop table kept");
        }

        await Backup.RestoreAsync(WithoutDump, Saved, Ct);
        await MeetAsync(WithoutDump);
    }

    [Fact]
    public async Task Nothing_is_restored_under_a_running_portal()
    {
        await using var server = await EmbeddedServer.StartAsync(Options, Ct);
        await FillAsync(server);
        await Backup.SaveAsync(Options, Saved, Ct);

        var refusal = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => Backup.RestoreAsync(Options, Saved, Ct));

        Assert.Contains("stop it first", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("here", await Sql.AskAsync<string>(server.AppConnectionString, "select it from kept"));
    }

    [Fact]
    public async Task A_damaged_dump_changes_nothing()
    {
        await using (var server = await EmbeddedServer.StartAsync(Options, Ct))
        {
            await FillAsync(server);
            await Backup.SaveAsync(Options, Saved, Ct);
        }

        var bytes = await File.ReadAllBytesAsync(Saved, Ct);
        await File.WriteAllBytesAsync(Saved, bytes[..(bytes.Length / 2)], Ct);

        await Assert.ThrowsAsync<EmbeddedPostgresException>(() => Backup.RestoreAsync(Options, Saved, Ct));
        await MeetAsync(Options);
    }

    [Fact]
    public async Task A_file_that_is_no_backup_is_refused()
    {
        var file = Path.Combine(_machine.Root, "note.txt");
        await File.WriteAllTextAsync(file, "Bonjour", Ct);

        var refusal = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => Backup.RestoreAsync(Options, file, Ct));

        Assert.Contains("is no backup", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("backup", "There is nothing to back up")]
    [InlineData("restore", "There is no file")]
    public async Task The_command_line_answers_in_words_and_fails(string verb, string words)
    {
        using var error = new StringWriter();

        Assert.Equal(1, await DatabaseCommand.TryRunAsync([verb, Saved], _machine.Options, error, Ct));
        Assert.Contains(words, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_arguments_start_the_portal() => Assert.Null(await DatabaseCommand.TryRunAsync(["--urls", "http://localhost:5080"], Options, TextWriter.Null, Ct));

    private static Task FillAsync(EmbeddedServer server) => Sql.TellAsync(
        server.OwnerConnectionString,
        """
        create table kept as select 'here' as it;
        alter table kept enable row level security, force row level security;
        create policy everyone on kept using (true);
        grant select on kept to adv_app;
        """);

    private static async Task MeetAsync(EmbeddedServerOptions options)
    {
        await using var server = await EmbeddedServer.StartAsync(options, Ct);

        Assert.Equal("here", await Sql.AskAsync<string>(server.AppConnectionString, "select it from kept"));
        Assert.Equal("adv_owner true", await Sql.AskAsync<string>(server.OwnerConnectionString, "select tableowner || ' ' || rowsecurity::text from pg_tables where tablename = 'kept'"));
        Assert.Equal("adv_owner", await Sql.AskAsync<string>(server.OwnerConnectionString, "select nspowner::regrole::text from pg_namespace where nspname = 'public'"));
    }
}

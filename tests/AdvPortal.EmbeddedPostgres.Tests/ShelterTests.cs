namespace AdvPortal.EmbeddedPostgres.Tests;

/// <summary>A data folder that the user who runs the server cannot reach.</summary>
public sealed class ShelterTests(InstalledPostgres installed) : IDisposable
{
    private readonly TestMachine _machine = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        File.SetUnixFileMode(Path.Combine(_machine.Root, "closed"), (UnixFileMode)0b111_000_000);
        _machine.Dispose();
    }

    [Fact]
    public async Task It_is_replaced_by_one_that_can_be_reached_and_this_is_said()
    {
        var options = _machine.Options with { DataDirectory = Closed(), Places = _machine.Places with { Named = installed.Folder } };
        string? kept;

        await using (var server = await EmbeddedServer.StartAsync(options, Ct))
        {
            kept = server.DataDirectory;
            Assert.StartsWith(Path.Combine(_machine.Root, "shelter", "data"), kept, StringComparison.Ordinal);
            Assert.Contains(_machine.Said, line => line.Contains(Closed(), StringComparison.Ordinal) && line.Contains(Path.GetDirectoryName(kept)!, StringComparison.Ordinal));
        }

        // The same place the next time, and another for another folder.
        await using var again = await EmbeddedServer.StartAsync(options, Ct);
        Assert.Equal(kept, again.DataDirectory);

        await using var other = await EmbeddedServer.StartAsync(options with { DataDirectory = Path.Combine(Closed(), "other") }, Ct);
        Assert.NotEqual(kept, other.DataDirectory, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Where_no_folder_can_be_reached_both_are_named()
    {
        var places = _machine.Places with { Shelter = Path.Combine(Closed(), "shelter") };

        var refusal = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => EmbeddedServer.StartAsync(_machine.Options with { DataDirectory = Closed(), Places = places }, Ct));

        Assert.All([Path.Combine(Closed(), "postgresql"), places.Shelter, "--data"], part => Assert.Contains(part, refusal.Message, StringComparison.Ordinal));
    }

    /// <summary>Closed to the server's user when root gives the server away, closed to ourselves otherwise.</summary>
    private string Closed()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_machine.Root, "closed")).FullName;
        File.SetUnixFileMode(folder, Environment.IsPrivilegedProcess ? (UnixFileMode)0b111_000_000 : (UnixFileMode)0b101_000_000);

        return folder;
    }
}

namespace AdvPortal.EmbeddedPostgres;

/// <summary>Who runs the server: ourselves, or, since PostgreSQL refuses root, another user whom root can be.</summary>
internal sealed class ServerUser
{
    private readonly string? _owner;
    private readonly string[] _become;

    private ServerUser(string name, string? owner, string[] become) => (Name, _owner, _become) = (name, owner, become);

    public string Name { get; }

    public static ServerUser Choose(SearchPlaces places)
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
        {
            return new(Environment.UserName, owner: null, []);
        }

        var accounts = File.ReadLines("/etc/passwd").Select(line => line.Split(':')).Where(fields => fields.Length > 3).ToLookup(fields => fields[0], StringComparer.Ordinal);
        var account = accounts["postgres"].Concat(accounts["nobody"]).FirstOrDefault()
            ?? throw new EmbeddedPostgresException("PostgreSQL refuses to run as root, and there is neither a user `postgres` nor `nobody` to run it instead.");
        var (name, user, group) = (account[0], account[2], account[3]);

        return places switch
        {
            _ when places.Program("setpriv") is { } setpriv => new(name, $"{user}:{group}", [setpriv, $"--reuid={user}", $"--regid={group}", "--clear-groups", "--no-new-privs", "--"]),
            _ when places.Program("runuser") is { } runuser => new(name, $"{user}:{group}", [runuser, "-u", name, "--"]),
            _ when places.Program("sudo") is { } sudo => new(name, $"{user}:{group}", [sudo, "-n", "-u", name, "--"]),
            _ => throw new EmbeddedPostgresException("PostgreSQL refuses to run as root, and none of setpriv, runuser and sudo is here to run it as another user."),
        };
    }

    /// <summary>A command line that runs as this user.</summary>
    public Command Command(string program, params IEnumerable<string> arguments) => new([.. _become, program, .. arguments]);

    /// <summary>Makes this user the owner of a folder and of all it holds.</summary>
    public async Task OwnAsync(string folder, CancellationToken ct)
    {
        if (_owner is not null)
        {
            await new Command(["chown", "-R", _owner, folder]).MustRunAsync(ct);
        }
    }

    /// <summary>Whether this user gets into a folder that we may write.</summary>
    public async Task<bool> ReachesAsync(string folder, CancellationToken ct)
    {
        try
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllTextAsync(Path.Combine(folder, ".reached"), "", ct);
            File.Delete(Path.Combine(folder, ".reached"));
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return false;
        }

        return _owner is null || (await Command("test", "-x", folder).RunAsync(ct)).ExitCode == 0;
    }
}

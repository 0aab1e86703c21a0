using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AdvPortal.EmbeddedPostgres;

/// <summary>The folder of the embedded server: one sub-folder per major version, since no other version can read its data.</summary>
internal sealed class DataFolder
{
    private const string _beingMade = ".new";
    private const string _replaced = ".replaced";

    private DataFolder(string path) => Path = path;

    public string Path { get; }

    /// <summary>The version that wrote the data, the highest of several; null when there is none yet.</summary>
    public int? Major => (from folder in Directory.EnumerateDirectories(Path)
                          let name = System.IO.Path.GetFileName(folder)
                          where int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _)
                          select (int?)int.Parse(name, CultureInfo.InvariantCulture)).Max();

    /// <summary>The folder that was asked for, or, where the server's user cannot reach it, one of its own that it can.</summary>
    public static async Task<DataFolder> OpenAsync(string asked, ServerUser user, SearchPlaces places, Action<string> say, CancellationToken ct)
    {
        var wanted = System.IO.Path.GetFullPath(System.IO.Path.Combine(asked, "postgresql"));

        if (await user.ReachesAsync(wanted, ct))
        {
            return new(wanted);
        }

        // One folder per folder asked for: two clones on one machine never share data.
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(wanted)))[..12];
        var sheltered = System.IO.Path.Combine(places.Shelter, "data", mark);

        if (!await user.ReachesAsync(sheltered, ct))
        {
            throw new EmbeddedPostgresException($"The user {user.Name}, who runs PostgreSQL, can reach neither {wanted} nor {sheltered}. Name a folder that it can: --data /path.");
        }

        say($"The user {user.Name}, who runs PostgreSQL, cannot reach {wanted}: the data is kept in {sheltered} instead.");

        return new(sheltered);
    }

    public string Of(int major) => System.IO.Path.Combine(Path, major.ToString(CultureInfo.InvariantCulture));

    /// <summary>Where a server is prepared, until it is whole and moves to its place.</summary>
    public string Making(int major)
    {
        var folder = Of(major) + _beingMade;

        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);

        return folder;
    }

    /// <summary>Puts a prepared server in the place of the present one and answers where that one is kept; null when there was none.</summary>
    public string? Replace(string prepared, int major)
    {
        string? kept = null;

        while (Major is { } today)
        {
            kept = Of(today) + _replaced;

            if (Directory.Exists(kept))
            {
                Directory.Delete(kept, recursive: true);
            }

            Directory.Move(Of(today), kept);
        }

        Directory.Move(prepared, Of(major));

        return kept;
    }

    /// <summary>Held while a server is started, stopped or replaced: one at a time.</summary>
    public Task<FileLock> LockAsync(CancellationToken ct) => FileLock.WaitAsync(System.IO.Path.Combine(Path, "lock"), ct);
}

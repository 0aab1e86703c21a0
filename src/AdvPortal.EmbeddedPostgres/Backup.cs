using System.Formats.Tar;
using System.IO.Compression;

namespace AdvPortal.EmbeddedPostgres;

/// <summary>
/// Saves the data of the embedded server in one file and brings it back. With pg_dump at hand the file is a dump, which later
/// versions read too and which can be made while the portal runs; without it, a copy of the stopped server.
/// </summary>
public static class Backup
{
    private const string _stopFirst = "The portal is running on this data: stop it first (Ctrl+C), then try again.";

    /// <summary>Writes <paramref name="file"/>, whole or not at all, and answers how it was made.</summary>
    /// <exception cref="EmbeddedPostgresException">There is nothing to save, or the portal must be stopped first.</exception>
    public static async Task<string> SaveAsync(EmbeddedServerOptions options, string file, CancellationToken ct)
    {
        RefuseConfigured(options);
        var (folder, user) = await OpenAsync(options, ct);

        if (folder.Major is null)
        {
            throw new EmbeddedPostgresException($"There is nothing to back up: {folder.Path} holds no data.");
        }

        var cluster = await EmbeddedServer.ClusterOfAsync(folder, options, user, ct);
        var part = Path.GetFullPath(file) + ".part";
        Directory.CreateDirectory(Path.GetDirectoryName(part)!);

        // What clients wrote, and the passwords of the copy, are nobody else's business.
        Secrets.CreatePrivate(part).Dispose();

        try
        {
            var how = cluster.Binaries.Optional("pg_dump") is { } dump ? await DumpAsync(dump, options, part, ct) : await CopyAsync(folder, cluster, part, ct);
            File.Move(part, file, overwrite: true);

            return how;
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>Puts the data of <paramref name="file"/> in the place of today's, which is kept beside it, and answers where.</summary>
    /// <exception cref="EmbeddedPostgresException">The file is no backup, or the portal must be stopped first; nothing has changed.</exception>
    public static async Task<string?> RestoreAsync(EmbeddedServerOptions options, string file, CancellationToken ct)
    {
        RefuseConfigured(options);
        var isDump = await IsDumpAsync(file, ct);
        var (folder, user) = await OpenAsync(options, ct);

        using (await folder.LockAsync(ct))
        {
            if (folder.Major is { } today && Postmaster.Alive(Path.Combine(folder.Of(today), "cluster")) is not null)
            {
                throw new EmbeddedPostgresException(_stopFirst);
            }

            return isDump ? await RestoreDumpAsync(folder, options, user, file, ct) : await RestoreCopyAsync(folder, file, ct);
        }
    }

    private static async Task<string> DumpAsync(string dump, EmbeddedServerOptions options, string file, CancellationToken ct)
    {
        await using var server = await EmbeddedServer.StartAsync(options, ct);
        await server.Tool(dump, "--format=custom", $"--file={file}").MustRunAsync(ct);

        return $"made with {dump}";
    }

    private static async Task<string> CopyAsync(DataFolder folder, Cluster cluster, string file, CancellationToken ct)
    {
        using (await folder.LockAsync(ct))
        {
            if (Postmaster.Alive(cluster.Data) is not null)
            {
                throw new EmbeddedPostgresException("There is no pg_dump here, so that only a stopped server can be saved. " + _stopFirst);
            }

            await using var target = File.Create(file);
            await using var packed = new GZipStream(target, CompressionLevel.Fastest);
            await TarFile.CreateFromDirectoryAsync(cluster.Folder, packed, includeBaseDirectory: true, ct);

            return $"a copy of {cluster.Folder}";
        }
    }

    private static async Task<string?> RestoreDumpAsync(DataFolder folder, EmbeddedServerOptions options, ServerUser user, string file, CancellationToken ct)
    {
        var binaries = await new BinariesSearch(options.Places, mayDownload: false, options.Say) { Needed = "pg_restore" }.FindAsync(major: null, last: null, ct);
        var cluster = new Cluster(folder.Making(binaries.Major), binaries, user);
        await cluster.CreateAsync(options.IsDurable, ct);

        await using (var server = await EmbeddedServer.StartAloneAsync(cluster, options, ct))
        {
            await server.Tool(binaries.Program("pg_restore"), "--exit-on-error", "--single-transaction", Path.GetFullPath(file)).MustRunAsync(ct);
        }

        return folder.Replace(cluster.Folder, binaries.Major);
    }

    private static async Task<string?> RestoreCopyAsync(DataFolder folder, string file, CancellationToken ct)
    {
        var work = folder.Making(0);

        await using (var packed = File.OpenRead(file))
        await using (var plain = new GZipStream(packed, CompressionMode.Decompress))
        {
            await TarFile.ExtractToDirectoryAsync(plain, work, overwriteFiles: false, ct);
        }

        var server = Directory.GetDirectories(work).Single();
        File.Delete(Postmaster.FileOf(Path.Combine(server, "cluster")));
        var replaced = folder.Replace(server, int.Parse(Path.GetFileName(server), System.Globalization.CultureInfo.InvariantCulture));
        Directory.Delete(work);

        return replaced;
    }

    private static async Task<bool> IsDumpAsync(string file, CancellationToken ct)
    {
        if (!File.Exists(file))
        {
            throw new EmbeddedPostgresException($"There is no file {file}.");
        }

        await using var stream = File.OpenRead(file);
        var first = new byte[5];
        var length = await stream.ReadAtLeastAsync(first, first.Length, throwOnEndOfStream: false, ct);

        return first[..length] switch
        {
            [(byte)'P', (byte)'G', (byte)'D', (byte)'M', (byte)'P'] => true,
            [0x1F, 0x8B, ..] => false,
            _ => throw new EmbeddedPostgresException($"{file} is no backup of the portal: neither a dump (pg_dump --format=custom) nor a packed copy."),
        };
    }

    private static void RefuseConfigured(EmbeddedServerOptions options)
    {
        if (options.ConnectionString is { Length: > 0 })
        {
            throw new EmbeddedPostgresException("The portal uses a server of your own: back it up with its own means, pg_dump and pg_restore (README, Back up and restore).");
        }
    }

    private static async Task<(DataFolder Folder, ServerUser User)> OpenAsync(EmbeddedServerOptions options, CancellationToken ct)
    {
        var user = ServerUser.Choose(options.Places);

        return (await DataFolder.OpenAsync(options.DataDirectory, user, options.Places, options.Say, ct), user);
    }
}

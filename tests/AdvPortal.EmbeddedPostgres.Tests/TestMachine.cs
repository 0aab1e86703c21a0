using System.Diagnostics;

namespace AdvPortal.EmbeddedPostgres.Tests;

/// <summary>A machine as a test wishes it: its own folders, and only the PostgreSQL that the test puts there.</summary>
internal sealed class TestMachine : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("advportal-machine-");

    // The server may run as somebody else, who must get through.
    public TestMachine() => File.SetUnixFileMode(Root, (UnixFileMode)0b111_101_101);

    public string Root => _root.FullName;

    public string Data => Path.Combine(Root, "data");

    public List<string> Said { get; } = [];

    public EmbeddedServerOptions Options => new() { DataDirectory = Data, IsDurable = false, MayDownload = false, Say = Said.Add, Places = Places };

    /// <summary>Nothing of PostgreSQL, but what is needed to become another user.</summary>
    public SearchPlaces Places => new() { Shelter = Path.Combine(Root, "shelter"), Path = Tools };

    public static IReadOnlyList<string> Tools { get; } = ToolsOnly();

    /// <summary>The installed PostgreSQL, without psql, pg_dump and pg_restore.</summary>
    public string ServerOnly(string installed)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Root, "server-only")).FullName;

        foreach (var name in new[] { "postgres", "initdb", "pg_ctl" })
        {
            File.CreateSymbolicLink(Path.Combine(folder, name), Path.Combine(installed, name));
        }

        return folder;
    }

    /// <summary>Programs that do nothing but say which version they are.</summary>
    public string Fake(string folder, string version)
    {
        var bin = Directory.CreateDirectory(Path.Combine(Root, folder)).FullName;

        foreach (var name in new[] { "postgres", "initdb", "pg_ctl" })
        {
            Script(Path.Combine(bin, name), $"echo '{name} (PostgreSQL) {version}'");
        }

        return bin;
    }

    public string Script(string path, string line)
    {
        var program = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(program)!);

        // By another process: had we the file open ourselves, a program that some other test starts at this moment would inherit it, and Linux runs no program that is open for writing ("Text file busy").
        using var writer = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "printf '#!/bin/sh\n%s\n' \"$2\" > \"$1\" && chmod 755 \"$1\"", "sh", program, line]))!;
        writer.WaitForExit();
        Assert.Equal(0, writer.ExitCode);

        return program;
    }

    public void Dispose() => _root.Delete(recursive: true);

    /// <summary>A folder of links to the programs that change users: PATH without PostgreSQL, wherever it is installed.</summary>
    private static string[] ToolsOnly()
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "tools")).FullName;

        foreach (var name in new[] { "setpriv", "runuser", "sudo" })
        {
            if (SearchPlaces.OfThisMachine().Program(name) is { } program && !File.Exists(Path.Combine(folder, name)))
            {
                File.CreateSymbolicLink(Path.Combine(folder, name), program);
            }
        }

        return [folder];
    }
}

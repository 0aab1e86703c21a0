using System.Diagnostics;
using System.Globalization;

namespace AdvPortal.EmbeddedPostgres;

/// <summary>What postmaster.pid says of the server that runs, or ran, on a cluster.</summary>
internal sealed record Postmaster(int ProcessId, string Folder, int Port, string Status)
{
    // Above the highest number that any system gives to a process.
    private const int _nobody = 99_999_999;

    public bool IsReady => string.Equals(Status, "ready", StringComparison.Ordinal);

    public static string FileOf(string cluster) => Path.Combine(cluster, "postmaster.pid");

    /// <summary>The server that is alive on this cluster; null when none is, whatever the file says.</summary>
    public static Postmaster? Alive(string cluster) => Read(cluster) is { } noted && noted.Lives() ? noted : null;

    /// <summary>
    /// Lets the next server pass a lock whose number has gone to another process, or to the remains of the dead one. The rest of
    /// the file stays: by it PostgreSQL recognises back ends of the dead server that still write.
    /// </summary>
    public static void Disown(string cluster)
    {
        if (Read(cluster) is { } noted && Exists(noted.ProcessId) && !noted.Lives())
        {
            var lines = File.ReadAllLines(FileOf(cluster));
            lines[0] = _nobody.ToString(CultureInfo.InvariantCulture);
            File.WriteAllLines(FileOf(cluster), lines);
        }
    }

    private static Postmaster? Read(string cluster)
    {
        try
        {
            // Number, folder, start, port, socket folder, address, shared memory, status: the last ones come while it starts.
            var lines = File.ReadAllLines(FileOf(cluster));

            return lines is [var id, var folder, _, var port, ..]
                ? new(int.Parse(id, CultureInfo.InvariantCulture), folder, int.Parse(port, CultureInfo.InvariantCulture), lines.ElementAtOrDefault(7)?.Trim() ?? "")
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            return null;
        }
    }

    private static bool Exists(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);

            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private bool Lives()
    {
        try
        {
            // A number is given again, after a restart perhaps to another server: on Linux its command line tells.
            if (OperatingSystem.IsLinux())
            {
                return File.ReadAllText($"/proc/{ProcessId}/cmdline").Split('\0').Contains(Folder, StringComparer.Ordinal);
            }

            using var process = Process.GetProcessById(ProcessId);

            return process.ProcessName.StartsWith("postgres", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }
}

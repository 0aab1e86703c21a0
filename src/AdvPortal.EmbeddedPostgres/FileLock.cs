namespace AdvPortal.EmbeddedPostgres;

/// <summary>A lock on a file between processes; the system releases it when its holder dies, however it dies.</summary>
internal sealed class FileLock : IDisposable
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(50);
    private readonly FileStream _file;

    private FileLock(FileStream file) => _file = file;

    /// <summary>Held by one only; null while anybody holds it, alone or shared.</summary>
    public static FileLock? TryAlone(string path) => Try(path, FileAccess.ReadWrite, FileShare.None);

    /// <summary>Held by many.</summary>
    public static FileLock? TryShared(string path) => Try(path, FileAccess.Read, FileShare.Read);

    public static async Task<FileLock> WaitAsync(string path, CancellationToken ct)
    {
        while (true)
        {
            if (TryAlone(path) is { } held)
            {
                return held;
            }

            await Task.Delay(_pause, ct);
        }
    }

    public void Dispose() => _file.Dispose();

    private static FileLock? Try(string path, FileAccess access, FileShare share)
    {
        try
        {
            return new(new FileStream(path, FileMode.OpenOrCreate, access, share));
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or PathTooLongException))
        {
            return null;
        }
    }
}

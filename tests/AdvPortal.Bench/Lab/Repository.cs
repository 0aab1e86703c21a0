namespace AdvPortal.Bench.Lab;

/// <summary>Where things lie on this machine.</summary>
internal static class Repository
{
    public static string Root { get; } = Above(AppContext.BaseDirectory, folder => File.Exists(Path.Combine(folder, "AdvPortal.sln")))!;

    /// <summary>Real documents, kept beside the repository; null when they are not there.</summary>
    public static string? Cases { get; } = Above(Root, folder => Directory.Exists(Path.Combine(folder, "shared", "cases"))) is { } folder ? Path.Combine(folder, "shared", "cases") : null;

    private static string? Above(string? folder, Predicate<string> isIt)
    {
        while (folder is not null && !isIt(folder))
        {
            folder = Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar));
        }

        return folder;
    }
}

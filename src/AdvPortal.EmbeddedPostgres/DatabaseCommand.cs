namespace AdvPortal.EmbeddedPostgres;

/// <summary>`backup FILE` and `restore FILE`, as the portal's program takes them instead of starting.</summary>
public static class DatabaseCommand
{
    /// <returns>The exit code; null when the arguments ask for something else.</returns>
    public static async Task<int?> TryRunAsync(IReadOnlyList<string> arguments, EmbeddedServerOptions options, TextWriter error, CancellationToken ct)
    {
        if (arguments is not [("backup" or "restore") and var verb, var file, ..])
        {
            return null;
        }

        try
        {
            options.Say(verb == "backup" ? await BackUpAsync(options, file, ct) : await RestoreAsync(options, file, ct));

            return 0;
        }
        catch (EmbeddedPostgresException refusal)
        {
            await error.WriteLineAsync(refusal.Message);

            return 1;
        }
    }

    private static async Task<string> BackUpAsync(EmbeddedServerOptions options, string file, CancellationToken ct) =>
        $"Saved to {file}, {await Backup.SaveAsync(options, file, ct)}.";

    private static async Task<string> RestoreAsync(EmbeddedServerOptions options, string file, CancellationToken ct) =>
        await Backup.RestoreAsync(options, file, ct) is { } replaced
            ? $"Restored from {file}. The data from before is kept in {replaced}: delete it when all is well."
            : $"Restored from {file}.";
}

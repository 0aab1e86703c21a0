namespace AdvPortal.EmbeddedPostgres;

/// <summary>The lines of postgresql.conf that are ours.</summary>
internal static class ServerSettings
{
    private static readonly Dictionary<string, string> _always = new(StringComparer.Ordinal)
    {
        ["listen_addresses"] = "127.0.0.1",
        ["unix_socket_directories"] = "",
        ["password_encryption"] = "scram-sha-256",
        ["max_connections"] = "200",
        ["shared_buffers"] = "256MB",
        ["timezone"] = "UTC",
        ["log_timezone"] = "UTC",
        ["log_checkpoints"] = "off",
        // One machine, no replica: nothing reads the log of changes but crash recovery.
        ["wal_level"] = "minimal",
        ["max_wal_senders"] = "0",
        ["max_wal_size"] = "2GB",
    };

    private static readonly Dictionary<string, string> _careless = new(StringComparer.Ordinal)
    {
        ["fsync"] = "off",
        ["synchronous_commit"] = "off",
        ["full_page_writes"] = "off",
    };

    public static IEnumerable<KeyValuePair<string, string>> For(EmbeddedServerOptions options)
    {
        var settings = new Dictionary<string, string>(_always, StringComparer.Ordinal);

        foreach (var (name, value) in (options.IsDurable ? [] : _careless).Concat(options.Settings))
        {
            settings[name] = value;
        }

        return settings;
    }
}

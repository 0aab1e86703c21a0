namespace AdvPortal.EmbeddedPostgres;

/// <summary>The lines of postgresql.conf that are ours; of two lines with one name, the later counts.</summary>
internal static class ServerSettings
{
    private static readonly (string Name, string Value)[] _always =
    [
        ("listen_addresses", "127.0.0.1"),
        ("unix_socket_directories", ""),
        ("password_encryption", "scram-sha-256"),
        ("max_connections", "200"),
        ("shared_buffers", "256MB"),
        ("timezone", "UTC"),
        ("log_timezone", "UTC"),
        ("log_checkpoints", "off"),
        // One machine, no replica: nothing reads the log of changes but crash recovery.
        ("wal_level", "minimal"),
        ("max_wal_senders", "0"),
        ("max_wal_size", "2GB"),
    ];

    private static readonly (string Name, string Value)[] _careless =
    [
        ("fsync", "off"),
        ("synchronous_commit", "off"),
        ("full_page_writes", "off"),
    ];

    public static IEnumerable<(string Name, string Value)> For(EmbeddedServerOptions options) => [.. _always, .. options.IsDurable ? [] : _careless, .. options.Settings];
}

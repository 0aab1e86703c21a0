using AdvPortal.Persistence;

namespace AdvPortal.Application.Common;

/// <summary>What the host does with the database before anybody is served.</summary>
public static class Database
{
    /// <summary>Brings it to the schema of this release, as the role that owns the tables.</summary>
    public static Task MigrateAsync(string ownerConnectionString, CancellationToken ct = default) =>
        PersistenceServices.MigrateAsync(ownerConnectionString, ct);
}

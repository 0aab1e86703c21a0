using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace AdvPortal.Persistence.Common;

/// <summary>
/// Writes the new rows of work in bulk itself, one statement a table and a few thousand rows; EF, which writes row by row, saves what is left.
/// In the same transaction, and past no wall: row security holds for an INSERT, and PostgreSQL refuses COPY to whoever is subject to it.
/// </summary>
/// <remarks>Comes after <see cref="RowStampInterceptor"/>, which says whose a row is.</remarks>
internal sealed class BulkInsertInterceptor : SaveChangesInterceptor
{
    public static readonly BulkInsertInterceptor Instance = new();

    /// <summary>Rows from which on one statement a table is the quicker way.</summary>
    internal const int Many = 200;

    /// <summary>Rows of one statement: enough to be quick, and few enough for memory.</summary>
    private const int AtOnce = 4000;

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = eventData.Context!;
        var changed = db.ChangeTracker.Entries().Where(e => e.State is not EntityState.Unchanged).ToList();

        if (changed.Count < Many || db.Database.CurrentTransaction is null)
        {
            return result;
        }

        var added = changed.Where(e => e.State is EntityState.Added).ToLookup(e => e.Metadata);

        // A new row may need the place that an old one of its kind leaves: which comes first is EF's to say.
        var isSimple = changed.TrueForAll(e => e.State is EntityState.Added || (e.State is EntityState.Modified && !added.Contains(e.Metadata)));

        if (isSimple && added.Sum(kind => kind.Count()) >= Many && added.All(kind => BulkTable.Takes(kind.Key)) && InTurn(added) is { } kinds)
        {
            foreach (var kind in kinds)
            {
                await WriteAsync(db, new BulkTable(kind), added[kind], cancellationToken);
            }
        }

        return result;
    }

    private static async Task WriteAsync(DbContext db, BulkTable table, IEnumerable<EntityEntry> added, CancellationToken ct)
    {
        foreach (var rows in added.Chunk(AtOnce))
        {
            await using (var insert = (NpgsqlCommand)db.Database.GetDbConnection().CreateCommand())
            {
                table.Write(insert, rows);
                await insert.ExecuteNonQueryAsync(ct);
            }

            foreach (var row in rows)
            {
                row.State = EntityState.Unchanged;
            }
        }
    }

    /// <summary>Each kind after those it refers to; nothing when they refer to one another, and EF has to see to it.</summary>
    private static List<IEntityType>? InTurn(ILookup<IEntityType, EntityEntry> added)
    {
        var (left, turn) = (added.Select(kind => kind.Key).ToList(), new List<IEntityType>());

        while (left.Count > 0)
        {
            if (left.Find(kind => kind.GetForeignKeys().All(key => key.PrincipalEntityType == kind || !left.Contains(key.PrincipalEntityType))) is not { } next)
            {
                return null;
            }

            turn.Add(next);
            left.Remove(next);
        }

        return turn;
    }
}

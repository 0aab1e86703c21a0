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
        var db = (AdvDbContext)eventData.Context!;
        var untracked = db.TakeNewRows();

        foreach (var kind in InTurn(untracked.ToLookup(row => row.Kind)) ?? throw new InvalidOperationException("Rows that refer to one another are EF's to put in turn."))
        {
            foreach (var rows in kind.Chunk(AtOnce))
            {
                await WriteAsync(db, new(kind.Key), rows.Length, (row, property) => rows[row].Value(property, db.Tenant!.Value), cancellationToken);
            }
        }

        var changed = Changed(db.ChangeTracker);

        // What comes with very many rows goes their way, however few it is: as many visits for a thousand as for a hundred.
        if (untracked.Count + changed.Count < Many || db.Database.CurrentTransaction is null)
        {
            return result;
        }

        var added = changed.Where(e => e.State is EntityState.Added).ToLookup(e => e.Metadata);

        // A new row may need the place that an old one of its kind leaves: which comes first is EF's to say.
        var isSimple = changed.TrueForAll(e => e.State is EntityState.Added || (e.State is EntityState.Modified && !added.Contains(e.Metadata)));

        if (isSimple && untracked.Count + added.Sum(kind => kind.Count()) >= Many && added.All(kind => BulkTable.Takes(kind.Key)) && InTurn(added) is { } kinds)
        {
            foreach (var kind in kinds)
            {
                foreach (var rows in kind.Chunk(AtOnce))
                {
                    var values = Array.ConvertAll(rows, row => row.CurrentValues);
                    await WriteAsync(db, new(kind.Key), rows.Length, (row, property) => values[row][property], cancellationToken);
                    Array.ForEach(rows, row => row.State = EntityState.Unchanged);
                }
            }
        }

        return result;
    }

    // Whoever stamped the rows looked for changes: that is not done again for each save, which most of the time has a few of them.
    private static List<EntityEntry> Changed(ChangeTracker tracker)
    {
        var detects = tracker.AutoDetectChangesEnabled;
        tracker.AutoDetectChangesEnabled = false;
        List<EntityEntry> changed = [.. tracker.Entries().Where(e => e.State is not EntityState.Unchanged)];
        tracker.AutoDetectChangesEnabled = detects;

        return changed;
    }

    private static async Task WriteAsync(DbContext db, BulkTable table, int count, Func<int, IProperty, object?> value, CancellationToken ct)
    {
        await using var insert = (NpgsqlCommand)db.Database.GetDbConnection().CreateCommand();
        table.Write(insert, count, value);
        await insert.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Each kind after those it refers to; nothing when they refer to one another, and EF has to see to it.</summary>
    internal static List<IGrouping<IEntityType, T>>? InTurn<T>(ILookup<IEntityType, T> added)
    {
        var (left, turn) = (added.ToList(), new List<IGrouping<IEntityType, T>>());

        while (left.Count > 0)
        {
            if (left.Find(kind => kind.Key.GetForeignKeys().All(key => key.PrincipalEntityType == kind.Key || left.TrueForAll(other => other.Key != key.PrincipalEntityType))) is not { } next)
            {
                return null;
            }

            turn.Add(next);
            left.Remove(next);
        }

        return turn;
    }
}

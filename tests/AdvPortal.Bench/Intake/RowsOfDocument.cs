using System.Diagnostics;
using Npgsql;

namespace AdvPortal.Bench.Intake;

/// <summary>
/// Every row that importing one document left behind, taken out and copied in again, byte for byte, with every index and reference there:
/// as the superuser, because PostgreSQL refuses COPY to whoever is subject to row security.
/// </summary>
internal sealed class RowsOfDocument(string admin) : IAsyncDisposable
{
    // Each before what refers to it.
    private static readonly (string Table, string Which)[] _tables =
    [
        ("order_documents", "id = $1"),
        ("order_document_contents", "id = $1"),
        ("orders", "order_document_id = $1"),
        ("order_lines", "order_id = any(array(select id from orders where order_document_id = $1))"),
        ("order_findings", "order_id = any(array(select id from orders where order_document_id = $1))"),
        ("order_document_orders", "order_document_id = $1"),
        ("history", "subject_id = $1"),
    ];

    private readonly NpgsqlDataSource _database = NpgsqlDataSource.Create(admin + ";Command Timeout=0");

    public async Task<TimeSpan> CopyAgainAsync(Guid document, CancellationToken ct)
    {
        await using var connection = await _database.OpenConnectionAsync(ct);
        List<(string Table, byte[] Rows)> taken = [];

        foreach (var (table, which) in _tables)
        {
            await using var from = await connection.BeginRawBinaryCopyAsync($"copy (select * from {table} where {which.Replace("$1", $"'{document}'", StringComparison.Ordinal)}) to stdout (format binary)", ct);
            using var rows = new MemoryStream();
            await from.CopyToAsync(rows, ct);
            taken.Add((table, rows.ToArray()));
        }

        foreach (var (table, which) in _tables.Reverse())
        {
            await RunAsync(connection, $"delete from {table} where {which.Replace("$1", $"'{document}'", StringComparison.Ordinal)}", ct);
        }

        await RunAsync(connection, $"vacuum {string.Join(", ", _tables.Select(each => each.Table))}", ct);
        await RunAsync(connection, "checkpoint", ct);
        var started = Stopwatch.GetTimestamp();

        await using (var transaction = await connection.BeginTransactionAsync(ct))
        {
            foreach (var (table, rows) in taken)
            {
                await using var into = await connection.BeginRawBinaryCopyAsync($"copy {table} from stdin (format binary)", ct);
                await into.WriteAsync(rows, ct);
            }

            await transaction.CommitAsync(ct);
        }

        return Stopwatch.GetElapsedTime(started);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(ct);
    }
}

using Npgsql;

namespace AdvPortal.Bench.Orders;

/// <summary>Every row that placing one order left behind, to be written again under other ids: what the same safety costs at the very least.</summary>
internal sealed class RowsOfOrder
{
    private static readonly (string Table, string Key)[] _tables = [("orders", "id"), ("order_lines", "order_id"), ("order_findings", "order_id"), ("history", "subject_id")];

    private readonly Guid _tenant;
    private readonly Guid _order;
    private readonly List<(string Table, List<(string Column, string Type, object Value)> Cells)> _rows = [];

    private RowsOfOrder(Guid tenant, Guid order) => (_tenant, _order) = (tenant, order);

    public static async Task<RowsOfOrder> ReadAsync(NpgsqlDataSource database, Guid tenant, Guid order, CancellationToken ct)
    {
        var rows = new RowsOfOrder(tenant, order);
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await rows.EnterAsync(connection, ct);

        foreach (var (table, key) in _tables)
        {
            await using var command = new NpgsqlCommand($"select * from {table} where tenant_id = $1 and {key} = $2", connection) { Parameters = { new() { Value = tenant }, new() { Value = order } } };
            await using var reader = await command.ExecuteReaderAsync(ct);

            while (await reader.ReadAsync(ct))
            {
                rows._rows.Add((table, [.. Enumerable.Range(0, reader.FieldCount).Select(i => (reader.GetName(i), reader.GetDataTypeName(i), reader.GetValue(i)))]));
            }
        }

        return rows;
    }

    /// <summary>One transaction: the rows in one batch, and at its end the counter and the head of the chain.</summary>
    public async Task WriteAgainAsync(NpgsqlDataSource database, string number, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await EnterAsync(connection, ct);
        await using var batch = new NpgsqlBatch(connection, transaction);
        var id = Guid.CreateVersion7();

        foreach (var (table, cells) in _rows.Where(row => row.Table != "history"))
        {
            var insert = new NpgsqlBatchCommand($"insert into {table} ({Columns(cells)}) values ({string.Join(", ", Enumerable.Range(1, cells.Count).Select(n => $"${n}"))})");
            Fill(insert, cells, table, id, number);
            batch.BatchCommands.Add(insert);
        }

        batch.BatchCommands.Add(new("update counters set value = value + 1 where tenant_id = $1 and name = 'order' returning value") { Parameters = { new() { Value = _tenant } } });
        var (history, happened) = _rows.Single(row => row.Table == "history");
        var append = new NpgsqlBatchCommand(
            $"""
            with moved as (update history_heads set position = position + 1, hash = sha256(hash) where tenant_id = $1 returning position, hash)
            insert into history ({Columns(happened)}) select {string.Join(", ", happened.Select((cell, n) => cell.Column is "position" or "hash" ? $"moved.{cell.Column}" : $"${n + 1}"))} from moved
            """);
        Fill(append, happened, history, id, number);
        batch.BatchCommands.Add(append);
        await batch.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private static string Columns(List<(string Column, string Type, object Value)> cells) => string.Join(", ", cells.Select(cell => cell.Column));

    private void Fill(NpgsqlBatchCommand command, List<(string Column, string Type, object Value)> cells, string table, Guid order, string number)
    {
        foreach (var (column, type, value) in cells)
        {
            var written = (column, value) switch
            {
                ("id", _) => table == "orders" ? order : Guid.CreateVersion7(),
                ("number", _) => number,
                (_, Guid same) when same == _order => order,
                _ => value,
            };
            command.Parameters.Add(new() { Value = written, DataTypeName = type.Split('(')[0] });
        }
    }

    private async Task EnterAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var name = new NpgsqlCommand($"set local app.tenant_id = '{_tenant}'", connection);
        await name.ExecuteNonQueryAsync(ct);
    }
}

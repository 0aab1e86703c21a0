using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace AdvPortal.Bench.Lab;

/// <summary>Writes down the questions EF asks while somebody listens, so that they can be asked again without EF.</summary>
internal sealed class SqlCapture : DbCommandInterceptor
{
    private List<(string Text, NpgsqlParameter[] Parameters)>? _heard;

    public async Task<IReadOnlyList<(string Text, NpgsqlParameter[] Parameters)>> ListenAsync(Func<Task> work)
    {
        _heard = [];
        await work();
        var heard = _heard;
        _heard = null;

        return heard;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        _heard?.Add((command.CommandText, [.. command.Parameters.Cast<NpgsqlParameter>().Select(each => each.Clone())]));

        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    /// <summary>Asks and reads everything, in a transaction of the tenant, and keeps nothing.</summary>
    public static async Task ReplayAsync(NpgsqlDataSource database, Guid tenant, IReadOnlyList<(string Text, NpgsqlParameter[] Parameters)> questions, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using (var name = new NpgsqlCommand($"set local app.tenant_id = '{tenant}'", connection, transaction))
        {
            await name.ExecuteNonQueryAsync(ct);
        }

        foreach (var (text, parameters) in questions)
        {
            await using var command = new NpgsqlCommand(text, connection, transaction);
            command.Parameters.AddRange(Array.ConvertAll(parameters, each => each.Clone()));
            await using var reader = await command.ExecuteReaderAsync(ct);
            var row = new object[reader.FieldCount];

            while (await reader.ReadAsync(ct))
            {
                reader.GetValues(row);
            }
        }
    }
}

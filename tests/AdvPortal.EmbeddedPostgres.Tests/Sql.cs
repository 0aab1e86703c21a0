using Npgsql;

namespace AdvPortal.EmbeddedPostgres.Tests;

/// <summary>Asks a server one thing.</summary>
internal static class Sql
{
    public static async Task<T> AskAsync<T>(string connection, string question)
    {
        await using var source = NpgsqlDataSource.Create(connection + ";Pooling=false");
        await using var command = source.CreateCommand(question);

        return (T)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    public static async Task TellAsync(string connection, string statements)
    {
        await using var source = NpgsqlDataSource.Create(connection + ";Pooling=false");
        await using var command = source.CreateCommand(statements);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}

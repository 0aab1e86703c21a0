using Npgsql;

namespace AdvPortal.Bench.Faults;

/// <summary>What must hold whatever happened, asked of the tables themselves.</summary>
internal static class Books
{
    // Joined as wholes: one by one, the more there is the longer each would take.
    private const string OrdersOfDocument = "select order_document_id as id, count(*) as orders from orders where order_document_id is not null group by order_document_id";
    private const string LinesOfOrder = "select order_id as id, count(*) as lines, sum(line_amount) as amount from order_lines group by order_id";

    private const string LinesRead = "select d.id, part.place - 1 as index, json_array_length(part.read->'lines') as lines from order_documents d cross join lateral json_array_elements(d.reading->'orders') with ordinality part (read, place)";

    // Each counts what may not be.
    private static readonly (string What, string Sql)[] _never =
    [
        ("documents with the same bytes", "select count(*) from (select from order_documents group by tenant_id, sha256 having count(*) > 1) twice"),
        ("documents without their bytes", "select count(*) from order_documents d where not exists (select from order_document_contents c where c.id = d.id and sha256(c.bytes) = d.sha256)"),
        ("places of a document that made two orders", "select count(*) from (select from order_document_orders group by order_document_id, index having count(*) > 1) twice"),
        ("orders that their document does not know", "select count(*) from (select from orders o left join order_document_orders l on l.order_id = o.id and l.order_document_id = o.order_document_id where o.order_document_id is not null group by o.id having count(l.order_id) <> 1) unknown"),
        ("documents done by half", $"select count(*) from order_documents d left join ({OrdersOfDocument}) made on made.id = d.id where d.status = 'Done' and json_array_length(d.reading->'orders') <> coalesce(made.orders, 0)"),
        ("documents with orders that are not done", $"select count(*) from order_documents d join ({OrdersOfDocument}) made on made.id = d.id where d.status <> 'Done'"),
        ("orders of a document with other lines than it has", $"select count(*) from ({LinesRead}) read join order_document_orders l on l.order_document_id = read.id and l.index = read.index left join ({LinesOfOrder}) kept on kept.id = l.order_id where read.lines <> coalesce(kept.lines, 0)"),
        ("orders whose total is not that of their lines", $"select count(*) from orders o left join ({LinesOfOrder}) kept on kept.id = o.id where o.total_net <> coalesce(kept.amount, 0)"),
        ("numbers borne twice", "select count(*) from (select from orders group by tenant_id, number having count(*) > 1) twice"),
    ];

    private static readonly string[] _tables = ["orders", "order_lines", "order_findings", "order_documents", "order_document_contents", "order_document_orders", "history", "counters", "idempotent_answers"];

    public static async Task<List<string>> CheckAsync(Scene scene, CancellationToken ct)
    {
        List<string> violations = [];

        foreach (var (what, sql) in _never)
        {
            if (await scene.AskAsync<long>(sql, ct) is > 0 and var count)
            {
                violations.Add($"{count} {what}");
            }
        }

        foreach (var table in _tables)
        {
            if (await scene.AskAsync<long>($"select count(*) from {table} where tenant_id <> $1", ct, scene.Crowd.Tenant.Id.Value) is > 0 and var strange)
            {
                violations.Add($"{strange} rows of {table} belong to somebody else");
            }
        }

        var (made, counted) = (await scene.AskAsync<long>("select count(*) from orders", ct) - scene.Before, await scene.AskAsync<long>("select coalesce((select value from counters where name = 'order'), 0)", ct));

        if (made != counted)
        {
            violations.Add($"{counted} numbers given to {made} orders");
        }

        return [.. violations, .. await ChainAsync(scene, ct)];
    }

    /// <summary>Of a file that was acknowledged: there once, with everything in it; of one that was not: whole, or without any order.</summary>
    public static async Task<string?> LookAsync(Scene scene, SentFile file, bool isAcknowledged, CancellationToken ct)
    {
        await using var connection = await scene.OpenAsync(ct);
        await using var ask = new NpgsqlCommand(
            """
            select count(distinct d.id), count(distinct o.id), count(l.id)
            from order_documents d left join orders o on o.order_document_id = d.id left join order_lines l on l.order_id = o.id
            where d.sha256 = $1
            """, connection)
        { Parameters = { new() { Value = file.Sha256 } } };
        await using var row = await ask.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        var there = (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2));
        var isWhole = there == (1, file.Orders, file.Lines);

        return isWhole || (!isAcknowledged && there is (0 or 1, 0, 0)) ? null
            : $"{(isAcknowledged ? "acknowledged" : "unacknowledged")} file of {file.Orders} orders and {file.Lines} lines: {there.Item1} documents, {there.Item2} orders, {there.Item3} lines";
    }

    private static async Task<List<string>> ChainAsync(Scene scene, CancellationToken ct)
    {
        await using var connection = await scene.OpenAsync(ct);
        await using var ask = new NpgsqlCommand(
            "select position, id, at, member_id, api_key_id, use_case, subject_kind, subject_id, client_id, changes::text, contact_id, acting_for_id, content_hash, hash from history where tenant_id = $1 order by position", connection)
        { Parameters = { new() { Value = scene.Crowd.Tenant.Id.Value } } };
        await using var row = await ask.ExecuteReaderAsync(ct);
        byte[]? before = null;

        for (var position = 1L; await row.ReadAsync(ct); position++)
        {
            var content = HistoryChain.ContentHash(
                row.GetGuid(1), await row.GetFieldValueAsync<DateTimeOffset>(2, ct), Id(3), Id(4), row.GetString(5), row.GetString(6), row.GetGuid(7), Id(8), row.GetString(9), Id(10));
            var hash = (byte[])row[13];

            if (row.GetInt64(0) != position || !content.AsSpan().SequenceEqual((byte[])row[12]) || !HistoryChain.Link(before, content, Id(11)).AsSpan().SequenceEqual(hash))
            {
                return [$"the history chain breaks at position {position}"];
            }

            before = hash;
        }

        return [];

        Guid? Id(int column) => row.IsDBNull(column) ? null : row.GetGuid(column);
    }
}

using System.Text.Json;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Mapping;
using Npgsql;

namespace AdvPortal.Application.Common;

/// <summary>
/// Keeps what was answered to a request that carries a key, in the transaction that did the work: whoever sends it again, even at the
/// same moment, waits on the unique key and gets the same answer.
/// </summary>
internal sealed class RepeatedRequest(string key, byte[] requestHash)
{
    /// <summary>How long work of several transactions may go without a sign of life before its key may be claimed again.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    public async Task<(bool IsFirst, TResult? Answer)> ClaimAsync<TResult>(AdvDbContext db, TenantId tenant, DateTimeOffset now, CancellationToken ct)
        where TResult : IResult<TResult>
    {
        var id = Ids.Next();
        var claimed = await db.Database.ExecuteSqlAsync(
            $"""
            insert into idempotent_answers (tenant_id, id, key, request_hash, at, version)
            values ({tenant.Value}, {id}, {key}, {requestHash}, {now}, 1)
            on conflict (tenant_id, key) do update set at = excluded.at
            where idempotent_answers.answer is null and idempotent_answers.request_hash = excluded.request_hash and idempotent_answers.at <= {now - Lease}
            """, ct);

        if (claimed == 1)
        {
            return (true, default);
        }

        var kept = await db.Set<Persistence.Common.IdempotentAnswer>().AsNoTracking().SingleAsync(a => a.Key == key, ct);

        return (false, !kept.RequestHash.AsSpan().SequenceEqual(requestHash) ? (TResult)(Refusal)new KeyUsedOtherwise()
            : kept.Answer is null ? (TResult)(Refusal)new RequestUnderWay()
            : Read<TResult>(kept.Answer));
    }

    /// <summary>Whoever works on gives a sign of life.</summary>
    public Task<int> RenewAsync(AdvDbContext db, DateTimeOffset now, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"update idempotent_answers set at = {now} where key = {key} and answer is null", ct);

    /// <summary>To be run with the commit of the work that gave the answer.</summary>
    public NpgsqlBatchCommand Keep<TResult>(TResult result) => new("update idempotent_answers set answer = $1 where key = $2")
    {
        Parameters = { new() { Value = JsonSerializer.Serialize(result, StoredJson.Options) }, new() { Value = key } },
    };

    public async Task<int> KeepAsync<TResult>(AdvDbContext db, TResult result, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch((NpgsqlConnection)db.Database.GetDbConnection()) { BatchCommands = { Keep(result) } };

        return await batch.ExecuteNonQueryAsync(ct);
    }

    private static TResult Read<TResult>(string answer)
        where TResult : IResult<TResult>
    {
        if (typeof(TResult) == typeof(Result))
        {
            return (TResult)(object)Result.Ok;
        }

        // Result<T> is not made to be written down: its value is.
        using var json = JsonDocument.Parse(answer);
        var valueType = typeof(TResult).GetGenericArguments()[0];
        var value = json.RootElement.GetProperty("value").Deserialize(valueType, StoredJson.Options)!;

        return (TResult)typeof(TResult).GetMethod("op_Implicit", [valueType])!.Invoke(null, [value])!;
    }
}

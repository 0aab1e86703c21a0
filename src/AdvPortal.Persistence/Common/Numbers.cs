namespace AdvPortal.Persistence.Common;

/// <summary>The numbers people see, one row a tenant and a kind of thing.</summary>
public static class Numbers
{
    /// <summary>
    /// The next number of <paramref name="name"/>. The row stays locked until the transaction ends: ask as late as possible.
    /// A refused transaction gives its number back, so there is no gap.
    /// </summary>
    public static Task<long> NextNumberAsync(this AdvDbContext db, string name, CancellationToken ct) => db.NextNumbersAsync(name, 1, ct);

    /// <summary>The first of as many numbers in a row, asked for at once.</summary>
    public static async Task<long> NextNumbersAsync(this AdvDbContext db, string name, int count, CancellationToken ct)
    {
        var (tenant, id) = (db.Tenant!.Value.Value, Ids.Next());

        var last = await db.Database.SqlQuery<long>(
            $"""
            insert into counters as c (tenant_id, id, name, value, version) values ({tenant}, {id}, {name}, {count}, 1)
            on conflict (tenant_id, name) do update set value = c.value + {count}
            returning value
            """).ToListAsync(ct);

        return last.Single() - count + 1;
    }
}

namespace AdvPortal.Persistence.Common;

/// <summary>Writes a draft over the one before it, whichever window it comes from.</summary>
public static class KeptDrafts
{
    /// <summary>One statement, because two windows of one person may keep the same form for the first time at once.</summary>
    public static Task KeepDraftAsync(this AdvDbContext db, MemberId member, string form, string content, DateTimeOffset at, CancellationToken ct)
    {
        var (tenant, id) = (db.Tenant!.Value.Value, Ids.Next());

        return db.Database.ExecuteSqlAsync(
            $"""
            insert into drafts as d (tenant_id, id, member_id, form, content, saved_at, version) values ({tenant}, {id}, {member.Value}, {form}, {content}, {at}, 1)
            on conflict (tenant_id, member_id, form) do update set content = excluded.content, saved_at = excluded.saved_at, version = d.version + 1
            """,
            ct);
    }
}

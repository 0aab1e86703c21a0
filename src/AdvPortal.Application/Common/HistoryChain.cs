using System.Security.Cryptography;
using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace AdvPortal.Application.Common;

/// <summary>Appends to a tenant's history in one statement: moves the head of the chain, which only this statement locks, and writes the entry.</summary>
internal static class HistoryChain
{
    private static readonly byte[] _start = new byte[32];

    // For whom it was done is decided here, where the cover is: whoever stands in for the client's owner at this half-day.
    private const string Statement =
        """
        with acting as (
            select absent_id from covers
            where tenant_id = @tenant and client_id = @client and stand_in_id = @member and is_published and @half between first_half and last_half
            limit 1),
        moved as (
            insert into history_heads as head (tenant_id, id, position, hash, version)
            values (@tenant, @tenant, 1, sha256(@start || @content || coalesce((select uuid_send(absent_id) from acting), ''::bytea)), 1)
            on conflict (tenant_id, id) do update set
                position = head.position + 1,
                hash = sha256(head.hash || @content || coalesce((select uuid_send(absent_id) from acting), ''::bytea))
            returning position, hash)
        insert into history (tenant_id, id, position, at, member_id, api_key_id, contact_id, acting_for_id, use_case, subject_kind, subject_id, client_id, changes, personal, content_hash, hash, version)
        select @tenant, @id, moved.position, @at, @member, @key, @contact, (select absent_id from acting), @use_case, @kind, @subject, @client, @changes, @personal, @content, moved.hash, 1
        from moved
        """;

    public sealed record Entry(TenantId Tenant, CurrentMember Actor, string UseCase, IId Subject, DateTimeOffset At, int Half, ChangeRecord Record);

    /// <summary>To be run last of all, with the commit.</summary>
    public static NpgsqlBatchCommand Append(Entry entry)
    {
        var id = Ids.Next();

        // PostgreSQL keeps microseconds: the hash covers what can be read back.
        var at = new DateTimeOffset(entry.At.UtcTicks - (entry.At.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
        var kind = entry.Subject.GetType().Name[..^2];
        var content = ContentHash(id, at, entry.Actor.Id?.Value, entry.Actor.ApiKeyId?.Value, entry.UseCase, kind, entry.Subject.Value, entry.Record.ClientId?.Value, entry.Record.Changes, entry.Actor.ContactId?.Value);

        var append = new NpgsqlBatchCommand(Statement);
        append.Parameters.AddWithValue("tenant", entry.Tenant.Value);
        append.Parameters.AddWithValue("id", id);
        append.Parameters.AddWithValue("at", at);
        append.Parameters.Add(Nullable("member", entry.Actor.Id?.Value));
        append.Parameters.Add(Nullable("key", entry.Actor.ApiKeyId?.Value));
        append.Parameters.Add(Nullable("contact", entry.Actor.ContactId?.Value));
        append.Parameters.Add(Nullable("client", entry.Record.ClientId?.Value));
        append.Parameters.AddWithValue("half", entry.Half);
        append.Parameters.AddWithValue("use_case", entry.UseCase);
        append.Parameters.AddWithValue("kind", kind);
        append.Parameters.AddWithValue("subject", entry.Subject.Value);
        append.Parameters.Add(new("changes", NpgsqlDbType.Json) { Value = entry.Record.Changes });
        append.Parameters.Add(new("personal", NpgsqlDbType.Json) { Value = (object?)entry.Record.Personal ?? DBNull.Value });
        append.Parameters.AddWithValue("content", content);
        append.Parameters.AddWithValue("start", _start);

        return append;
    }

    /// <summary>SHA-256 over every field of the entry but the personal ones, each on its line; that of a contact only where one acted.</summary>
    public static byte[] ContentHash(Guid id, DateTimeOffset at, Guid? member, Guid? key, string useCase, string kind, Guid subject, Guid? client, string changes, Guid? contact = null) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{id}\n{at.UtcTicks}\n{member}\n{key}\n{useCase}\n{kind}\n{subject}\n{client}\n{changes}{(contact is null ? "" : $"\n{contact}")}"));

    /// <summary>SHA-256 over the entry before, this entry's content, and for whom it was done: what the statement above computes.</summary>
    public static byte[] Link(byte[]? before, byte[] content, Guid? actingFor) =>
        SHA256.HashData([.. before ?? _start, .. content, .. actingFor?.ToByteArray(bigEndian: true) ?? []]);

    private static NpgsqlParameter Nullable(string name, Guid? value) => new(name, NpgsqlDbType.Uuid) { Value = (object?)value ?? DBNull.Value };
}

using System.Text.Json;
using System.Text.Json.Nodes;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Contracts;
using AdvPortal.Domain.History;
using AdvPortal.Domain.Intake;
using AdvPortal.Domain.Orders;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Mapping;
using AdvPortal.Persistence.Outbox;

namespace AdvPortal.Application.Clients;

/// <summary>Where else than on their own row a contact can be recognised: mails, sources, agreements, handoffs, what came in, the personal half of history.</summary>
internal static class ContactTraces
{
    /// <summary>The mails that went to this person, alone or with others.</summary>
    public static IQueryable<OutboxMessage> MailsTo(this AdvDbContext db, Contact contact)
    {
        var address = contact.Email ?? "";
        var pattern = $"%, {address.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)},%";

        return db.Outbox.Where(m => address.Length > 0 && EF.Functions.ILike(", " + m.To + ",", pattern, @"\"));
    }

    public static async Task<List<(string Number, Waiver Waiver)>> WaiversAgreedByAsync(this AdvDbContext db, Contact contact, CancellationToken ct)
    {
        var orders = await db.Orders.Include(o => o.Findings).Where(o => o.ClientId == contact.ClientId && o.Findings.Any(f => f.Waiver != null)).OrderBy(o => o.Number).ToListAsync(ct);

        return [.. from order in orders
                   from finding in order.Findings
                   where contact.ErasedAt is null && finding.Waiver?.AgreedBy.Contains(contact.Name, StringComparison.OrdinalIgnoreCase) is true
                   select (order.Number, finding.Waiver)];
    }

    /// <summary>The handoffs that name this person: those of their client, whether it is one yet or not, and those with their own address.</summary>
    public static async Task<List<Handoff>> HandoffsNamingAsync(this AdvDbContext db, Contact contact, CancellationToken ct)
    {
        if (contact.ErasedAt is not null)
        {
            return [];
        }

        var (words, address) = (ContactWords.Of(contact), ContactWords.OfAddress(contact));
        var code = await db.Clients.Where(c => c.Id == contact.ClientId).Select(c => c.Code).SingleOrDefaultAsync(ct);
        var found = await db.Handoffs.FromSql(
            $"""
            select * from handoffs
            where exists (select from unnest({words.InJson}) as word where strpos(lower(content::text || remarks::text), lower(word)) > 0)
            """).AsNoTracking().ToListAsync(ct);

        return found.FindAll(h => (IsOf(h) && words.Name(h.Json())) || address.Name(h.Json()));

        bool IsOf(Handoff handoff) => handoff.ClientId == contact.ClientId || handoff.Content.Client.Id == contact.ClientId || (code is not null && handoff.Content.Client.Code == code);
    }

    /// <summary>Signed contracts that are called after them: of a handoff of their client, or with their own address.</summary>
    public static IQueryable<HandoffFile> ContractsNaming(this AdvDbContext db, Contact contact)
    {
        var (client, words, address) = (contact.ClientId.Value, ContactWords.Of(contact).InSql, ContactWords.OfAddress(contact).InSql);

        return db.HandoffFiles.FromSql(
            $"""
            select * from handoff_files
            where file_name ~* {words} and (file_name ~* {address} or handoff_id in (
                select id from handoffs
                where client_id = {client} or content->'client'->>'id' = {client.ToString()} or content->'client'->>'code' = (select code from clients where id = {client})))
            """);
    }

    /// <summary>Messages met in the mailbox: from their address, or of their client and naming them.</summary>
    public static IQueryable<MailboxMessage> MessagesNaming(this AdvDbContext db, Contact contact)
    {
        var (client, words, address) = (contact.ClientId.Value, ContactWords.Of(contact).InSql, ContactWords.OfAddress(contact).InSql);

        return db.MailboxMessages.FromSql(
            $"""
            select * from mailbox_messages
            where concat_ws(' ', sender, subject) ~* {words}
                and (concat_ws(' ', sender, subject) ~* {address} or document_id in (select id from order_documents where client_id = {client}))
            """);
    }

    /// <summary>Documents whose name or whose note names them: of their client, or sent from their address.</summary>
    public static IQueryable<OrderDocument> DocumentsNaming(this AdvDbContext db, Contact contact)
    {
        var (client, words, address) = (contact.ClientId.Value, ContactWords.Of(contact).InSql, ContactWords.OfAddress(contact).InSql);

        return db.OrderDocuments.FromSql(
            $"""
            select * from order_documents
            where concat_ws(' ', file_name, set_aside_note) ~* {words}
                and (client_id = {client} or concat_ws(' ', file_name, set_aside_note) ~* {address} or id in (select document_id from mailbox_messages where sender ~* {address}))
            """);
    }

    /// <summary>Orders of their client on which a note names them: why it was given up or held, what was said of a change, of a promise, of goods that are awaited.</summary>
    public static IQueryable<Order> OrdersNaming(this AdvDbContext db, Contact contact)
    {
        var (client, words) = (contact.ClientId.Value, ContactWords.Of(contact).InSql);

        return db.Orders.FromSql(
            $"""
            select * from orders
            where client_id = {client} and (concat_ws(' ', cancel_reason, hold->>'note') ~* {words}
                or exists (select from jsonb_array_elements(amendments) as amendment where amendment->>'note' ~* {words})
                or exists (select from promise_changes p where p.tenant_id = orders.tenant_id and p.order_id = orders.id and p.note ~* {words})
                or exists (select from order_lines l where l.tenant_id = orders.tenant_id and l.order_id = orders.id and l.ready->>'note' ~* {words}))
            """);
    }

    /// <summary>The rows of history that are of their client, whatever else the entry was about.</summary>
    public static IReadOnlySet<string> Theirs(IEnumerable<Handoff> handoffs, IEnumerable<OrderDocumentId> documents, IEnumerable<HandoffFileId> contracts) =>
        handoffs.Select(h => h.Id.Value).Concat(documents.Select(d => d.Value)).Concat(contracts.Select(c => c.Value)).Select(id => id.ToString()).ToHashSet(StringComparer.Ordinal);

    /// <summary>What history tells of this person, of their client alone or of several at once, as it is kept.</summary>
    public static Task<List<Happening>> HappeningsNamingAsync(this AdvDbContext db, Contact contact, CancellationToken ct)
    {
        var (client, id, words) = (contact.ClientId.Value, contact.Id.Value.ToString(), ContactWords.Of(contact).InJson);

        return db.History.FromSql(
            $"""
            select * from history
            where personal is not null and (client_id = {client} or client_id is null)
                and (contact_id = {contact.Id.Value} or strpos(personal::text, {id}) > 0 or exists (select from unnest({words}) as word where strpos(lower(personal::jsonb::text), lower(word)) > 0))
            """).AsNoTracking().OrderBy(h => h.Position).ToListAsync(ct);
    }

    /// <summary>The rows of an entry's personal half that are about this person, or name them.</summary>
    /// <param name="contact">The person.</param>
    /// <param name="told">The rows.</param>
    /// <param name="entry">What happened.</param>
    /// <param name="theirs">See <see cref="Theirs"/>.</param>
    public static IEnumerable<(JsonNode Row, bool IsTheirs, ContactWords Words)> RowsNaming(this Contact contact, JsonArray told, Happening entry, IReadOnlySet<string> theirs)
    {
        var (words, address) = (ContactWords.Of(contact), ContactWords.OfAddress(contact));

        foreach (var row in told.OfType<JsonNode>())
        {
            // Among the rows of several clients a name may be a namesake's.
            var id = (string?)row["id"];
            var by = entry.ClientId == contact.ClientId || theirs.Contains(entry.SubjectId.ToString()) || (id is not null && theirs.Contains(id)) ? words : address;

            if (id == contact.Id.Value.ToString() || by.Name(row))
            {
                yield return (row, id == contact.Id.Value.ToString(), by);
            }
        }
    }

    private static JsonArray Json(this Handoff handoff) =>
        new(JsonSerializer.SerializeToNode(handoff.Content, StoredJson.Options), JsonSerializer.SerializeToNode(handoff.Remarks, StoredJson.Options));
}

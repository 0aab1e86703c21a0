using AdvPortal.Domain.Clients;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Clients;

/// <summary>Takes a contact out of what is noted beside the things their client sent: who mailed it, what it is called, why no order comes of it. What was sent stays as it came, as the law of trade wants it.</summary>
internal static class ForgottenArrivals
{
    public static async Task ForgetArrivalsAsync(this AdvDbContext db, Contact contact, CancellationToken ct)
    {
        var words = ContactWords.Of(contact).InSql;
        var orders = await db.OrdersNaming(contact).Select(o => o.Id).ToListAsync(ct);

        // Which documents are theirs is told by the messages, and the other way round: both are looked for before either is blotted.
        var documents = await db.DocumentsNaming(contact).Select(d => d.Id).ToListAsync(ct);
        var messages = await db.MessagesNaming(contact).Select(m => m.Id).ToListAsync(ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            update mailbox_messages set sender = regexp_replace(sender, {words}, {ContactWords.Nobody}, 'gi'), subject = regexp_replace(subject, {words}, {ContactWords.Nobody}, 'gi')
            where id = any({messages.ToArray()})
            """, ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            update order_documents set file_name = regexp_replace(file_name, {words}, {ContactWords.Nobody}, 'gi'), set_aside_note = regexp_replace(set_aside_note, {words}, {ContactWords.Nobody}, 'gi'), version = version + 1
            where id = any({documents.Select(id => id.Value).ToArray()})
            """, ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            update promise_changes set note = regexp_replace(note, {words}, {ContactWords.Nobody}, 'gi')
            where order_id = any({orders.Select(id => id.Value).ToArray()}) and note ~* {words}
            """, ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            update order_lines set ready = jsonb_set(ready, array['note'], to_jsonb(regexp_replace(ready->>'note', {words}, {ContactWords.Nobody}, 'gi')))
            where order_id = any({orders.Select(id => id.Value).ToArray()}) and ready->>'note' ~* {words}
            """, ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            update orders set version = version + 1, cancel_reason = regexp_replace(cancel_reason, {words}, {ContactWords.Nobody}, 'gi'),
                hold = case when hold->>'note' ~* {words} then jsonb_set(hold, array['note'], to_jsonb(regexp_replace(hold->>'note', {words}, {ContactWords.Nobody}, 'gi'))) else hold end, amendments = coalesce((
                select jsonb_agg(case when note ~* {words} then jsonb_set(amendment, array['note'], to_jsonb(regexp_replace(note, {words}, {ContactWords.Nobody}, 'gi'))) else amendment end order by place)
                from jsonb_array_elements(amendments) with ordinality as each(amendment, place), lateral (select amendment->>'note' as note) as said), amendments)
            where id = any({orders.Select(id => id.Value).ToArray()})
            """, ct);
    }
}

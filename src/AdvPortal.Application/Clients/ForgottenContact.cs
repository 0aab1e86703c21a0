using System.Text.Json;
using System.Text.Json.Nodes;
using AdvPortal.Application.Outbox;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Contracts;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;
using AdvPortal.Persistence.Mapping;
using AdvPortal.Persistence.Outbox;

namespace AdvPortal.Application.Clients;

/// <summary>Takes a contact out of every trace they left. Nothing of it is tracked: what is forgotten must not come back as the "before" of a history entry.</summary>
internal static class ForgottenContact
{
    public static async Task ForgetAsync(this AdvDbContext db, Contact contact, CancellationToken ct)
    {
        // Before any of it is blotted: which rows of history are theirs is told by the handoffs that name them.
        var handoffs = await db.HandoffsNamingAsync(contact, ct);
        var theirs = ContactTraces.Theirs(handoffs, await db.DocumentsNaming(contact).Select(d => d.Id).ToListAsync(ct), await db.ContractsNaming(contact).Select(f => f.Id).ToListAsync(ct));
        await ForgetMailsAsync(db, contact, ct);
        await ForgetSourcesAsync(db, contact, ct);
        await ForgetReconfirmationsAsync(db, contact, ct);
        await ForgetHandoffsAsync(db, contact, handoffs, ct);
        await ForgetDraftsAsync(db, contact, ct);
        await ForgetAnswersAsync(db, contact, ct);
        await db.ForgetArrivalsAsync(contact, ct);
        await db.ForgetDeliveriesAsync(contact, ct);
        await db.ForgetInquiriesAsync(contact, ct);
        await db.ForgetComplaintsAsync(contact, ct);
        await db.ForgetTendersAsync(contact, ct);
        await db.ForgetBlanketsAsync(contact, ct);
        await ForgetHistoryAsync(db, contact, theirs, ct);
    }

    private static async Task ForgetMailsAsync(AdvDbContext db, Contact contact, CancellationToken ct)
    {
        var words = ContactWords.Of(contact);

        foreach (var message in await db.MailsTo(contact).AsNoTracking().ToListAsync(ct))
        {
            var mail = Mailer.Open(message.Content);
            mail = mail with { To = [.. mail.To.Where(to => !to.Address.Equals(contact.Email, StringComparison.OrdinalIgnoreCase))], Subject = words.Blot(mail.Subject), TextBody = ContactWords.Nobody, HtmlBody = null };
            var to = mail.To.Count == 0 ? ContactWords.Nobody : string.Join(", ", mail.To.Select(it => it.Address));
            var (subject, content) = (words.Blot(message.Subject), Mailer.Write(mail));
            var status = message.IsUnderway ? OutboxStatus.Cancelled : message.Status;
            await db.Outbox.Where(m => m.Id == message.Id).ExecuteUpdateAsync(
                set => set.SetProperty(m => m.To, to).SetProperty(m => m.Subject, subject).SetProperty(m => m.Content, content).SetProperty(m => m.Status, status).SetProperty(m => m.LastError, (string?)null), ct);
            await db.OutboxTurns.Where(t => t.Id == message.Id).ExecuteDeleteAsync(ct);
        }
    }

    // Who said it, who agreed, and what is noted: of their client only, for a name may be a namesake's elsewhere.
    private static async Task ForgetSourcesAsync(AdvDbContext db, Contact contact, CancellationToken ct)
    {
        var (client, words) = (contact.ClientId.Value, ContactWords.Of(contact).InSql);
        await db.Database.ExecuteSqlAsync(
            $"""
            update requirements set version = version + 1
            where client_id = {client} and exists (select from requirement_revisions r where r.tenant_id = requirements.tenant_id and r.requirement_id = requirements.id and (r.source->>'who' ~* {words} or r.rule->>'who' ~* {words}))
            """, ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            update requirement_revisions set source = jsonb_set(source, array['who'], to_jsonb(regexp_replace(source->>'who', {words}, {ContactWords.Nobody}, 'gi')))
            where source->>'who' ~* {words} and requirement_id in (select id from requirements where client_id = {client})
            """, ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            update requirement_revisions set rule = jsonb_set(rule, array['who'], to_jsonb(regexp_replace(rule->>'who', {words}, {ContactWords.Nobody}, 'gi')))
            where rule->>'who' ~* {words} and requirement_id in (select id from requirements where client_id = {client})
            """, ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            update order_findings set after = jsonb_set(after, array['contact', 'who'], to_jsonb(regexp_replace(after->'contact'->>'who', {words}, {ContactWords.Nobody}, 'gi')))
            where after->'contact'->>'who' ~* {words} and order_id in (select id from orders where client_id = {client})
            """, ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            update order_findings set source = jsonb_set(source, array['who'], to_jsonb(regexp_replace(source->>'who', {words}, {ContactWords.Nobody}, 'gi')))
            where source->>'who' ~* {words} and order_id in (select id from orders where client_id = {client})
            """, ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            update order_findings set waiver = waiver || jsonb_build_object(
                'agreedBy', regexp_replace(waiver->>'agreedBy', {words}, {ContactWords.Nobody}, 'gi'), 'reason', regexp_replace(waiver->>'reason', {words}, {ContactWords.Nobody}, 'gi'))
            where concat_ws(' ', waiver->>'agreedBy', waiver->>'reason') ~* {words} and order_id in (select id from orders where client_id = {client})
            """, ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            update clarifications set "to" = regexp_replace("to", {words}, {ContactWords.Nobody}, 'gi'), subject = regexp_replace(subject, {words}, {ContactWords.Nobody}, 'gi'),
                text = regexp_replace(text, {words}, {ContactWords.Nobody}, 'gi'), answered_by = regexp_replace(answered_by, {words}, {ContactWords.Nobody}, 'gi'), answer = regexp_replace(answer, {words}, {ContactWords.Nobody}, 'gi')
            where client_id = {client} and concat_ws(' ', "to", subject, text, answered_by, answer) ~* {words}
            """, ct);
        await db.Database.ExecuteSqlAsync($"update clients set notes = regexp_replace(notes, {words}, {ContactWords.Nobody}, 'gi'), version = version + 1 where notes ~* {words} and id = {client}", ct);
        await db.Database.ExecuteSqlAsync($"update sites set notes = regexp_replace(notes, {words}, {ContactWords.Nobody}, 'gi'), version = version + 1 where notes ~* {words} and client_id = {client}", ct);
        await db.Database.ExecuteSqlAsync($"update contacts set habits = regexp_replace(habits, {words}, {ContactWords.Nobody}, 'gi'), version = version + 1 where habits ~* {words} and client_id = {client} and id <> {contact.Id.Value}", ct);
    }

    // What holds instead stays, as the client's; who said so does not.
    private static async Task ForgetReconfirmationsAsync(AdvDbContext db, Contact contact, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            update requirements set correction = jsonb_set(correction, array['who'], to_jsonb({ContactWords.Nobody}::text))
            where correction->>'contactId' = {contact.Id.Value.ToString()} and client_id = {contact.ClientId.Value}
            """, ct);
        await db.Database.ExecuteSqlAsync(
            $"update reconfirmations set answered_by = case when answered_by is null then null else {ContactWords.Nobody} end, comment = null where contact_id = {contact.Id.Value}", ct);
    }

    // The version moves: whoever has it open must not write the person back.
    private static async Task ForgetHandoffsAsync(AdvDbContext db, Contact contact, List<Handoff> handoffs, CancellationToken ct)
    {
        var words = ContactWords.Of(contact);
        var contracts = (await db.ContractsNaming(contact).Select(f => f.Id).ToListAsync(ct)).Select(id => id.Value).ToArray();
        await db.Database.ExecuteSqlAsync($"update handoff_files set file_name = regexp_replace(file_name, {words.InSql}, {ContactWords.Nobody}, 'gi'), version = version + 1 where id = any({contracts})", ct);

        foreach (var handoff in handoffs)
        {
            var content = Without(handoff.Content);
            var remarks = Without(handoff.Remarks);
            await db.Handoffs.Where(h => h.Id == handoff.Id).ExecuteUpdateAsync(
                set => set.SetProperty(h => h.Content, content).SetProperty(h => h.Remarks, remarks).SetProperty(h => h.Version, h => h.Version + 1), ct);
        }

        T Without<T>(T value) => JsonSerializer.Deserialize<T>(words.BlotJson(JsonSerializer.Serialize(value, StoredJson.Options)), StoredJson.Options)!;
    }

    private static async Task ForgetDraftsAsync(AdvDbContext db, Contact contact, CancellationToken ct)
    {
        var words = ContactWords.Of(contact);

        foreach (var draft in await db.Drafts.AsNoTracking().ToListAsync(ct))
        {
            var content = words.BlotJson(draft.Content);
            await db.Drafts.Where(d => d.Id == draft.Id && d.Content != content).ExecuteUpdateAsync(set => set.SetProperty(d => d.Content, content), ct);
        }
    }

    // The answer to a request that may be sent again stays one: without it, the work would be done a second time.
    private static async Task ForgetAnswersAsync(AdvDbContext db, Contact contact, CancellationToken ct)
    {
        var words = ContactWords.Of(contact);
        var answers = await db.Set<IdempotentAnswer>().FromSql(
            $"""
            select * from idempotent_answers
            where exists (select from unnest({words.InJson}) as word where strpos(lower(answer::jsonb::text), lower(word)) > 0)
            """).AsNoTracking().ToListAsync(ct);

        foreach (var kept in answers)
        {
            var answer = words.BlotJson(kept.Answer!);
            await db.Set<IdempotentAnswer>().Where(a => a.Id == kept.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.Answer, answer), ct);
        }
    }

    // Only the personal half, which no hash covers: the chain still holds afterwards.
    private static async Task ForgetHistoryAsync(AdvDbContext db, Contact contact, IReadOnlySet<string> theirs, CancellationToken ct)
    {
        var signed = await db.Reconfirmations.Where(r => r.ContactId == contact.Id).Select(r => r.Id).ToListAsync(ct);

        foreach (var entry in await db.HappeningsNamingAsync(contact, ct))
        {
            var told = JsonNode.Parse(entry.Personal!)!.AsArray();
            Unsign(told, contact, signed);

            foreach (var (row, isTheirs, words) in contact.RowsNaming(told, entry, theirs).ToList())
            {
                if (isTheirs)
                {
                    told.Remove(row);
                }
                else
                {
                    words.Blot(row);
                }
            }

            var personal = told.Count == 0 ? null : told.ToJsonString();
            await db.History.Where(h => h.Id == entry.Id).ExecuteUpdateAsync(set => set.SetProperty(h => h.Personal, personal), ct);
        }
    }

    // The name under an answer need not be the one we know them by.
    private static void Unsign(JsonArray told, Contact contact, List<ReconfirmationId> signed)
    {
        foreach (var row in told.OfType<JsonObject>().ToList())
        {
            if (signed.Exists(id => id.Value.ToString() == (string?)row["id"]))
            {
                told.Remove(row);
            }
            else
            {
                Unsign(row, contact.Id.Value.ToString());
            }
        }
    }

    private static void Unsign(JsonNode? node, string contact)
    {
        if (node is JsonObject said && said["contactId"]?.ToString() == contact && said["who"] is { } who)
        {
            who.ReplaceWith(ContactWords.Nobody);
        }

        foreach (var child in node switch { JsonObject it => it.Select(property => property.Value).ToList(), JsonArray it => [.. it], _ => [] })
        {
            Unsign(child, contact);
        }
    }
}

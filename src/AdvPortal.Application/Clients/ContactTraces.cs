using System.Text.Json.Nodes;
using AdvPortal.Application.Outbox;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Orders;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Outbox;

namespace AdvPortal.Application.Clients;

/// <summary>Where else than on their own row a contact can be recognised: mails, sources, agreements, the personal half of history.</summary>
internal static class ContactTraces
{
    public const string Nobody = "—";

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

    /// <summary>Nothing of it is tracked: what is forgotten must not come back as the "before" of a history entry.</summary>
    public static async Task ForgetAsync(this AdvDbContext db, Contact contact, CancellationToken ct)
    {
        await ForgetMailsAsync(db, contact, ct);
        var (client, name) = (contact.ClientId.Value, contact.Name);
        await db.Database.ExecuteSqlAsync(
            $"""
            update requirement_revisions set source = jsonb_set(source, array['who'], to_jsonb(replace(source->>'who', {name}, {Nobody})))
            where strpos(source->>'who', {name}) > 0 and requirement_id in (select id from requirements where client_id = {client})
            """, ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            update order_findings set source = jsonb_set(source, array['who'], to_jsonb(replace(source->>'who', {name}, {Nobody})))
            where strpos(source->>'who', {name}) > 0 and order_id in (select id from orders where client_id = {client})
            """, ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            update order_findings set waiver = jsonb_set(waiver, array['agreedBy'], to_jsonb(replace(waiver->>'agreedBy', {name}, {Nobody})))
            where strpos(waiver->>'agreedBy', {name}) > 0 and order_id in (select id from orders where client_id = {client})
            """, ct);

        // What holds instead stays, as the client's; who said so does not.
        await db.Database.ExecuteSqlAsync(
            $"""
            update requirements set correction = jsonb_set(correction, array['who'], to_jsonb({Nobody}::text))
            where correction->>'contactId' = {contact.Id.Value.ToString()} and client_id = {client}
            """, ct);
        await db.Database.ExecuteSqlAsync(
            $"update reconfirmations set answered_by = case when answered_by is null then null else {Nobody} end, comment = null where contact_id = {contact.Id.Value}", ct);

        // Answers kept for a request that may be sent again: one that made this contact says who it is.
        await db.Database.ExecuteSqlAsync($"delete from idempotent_answers where strpos(answer::text, {contact.Id.Value.ToString()}) > 0", ct);
        await ForgetHistoryAsync(db, contact, ct);
    }

    private static async Task ForgetMailsAsync(AdvDbContext db, Contact contact, CancellationToken ct)
    {
        foreach (var message in await db.MailsTo(contact).AsNoTracking().ToListAsync(ct))
        {
            var mail = Mailer.Open(message.Content);
            mail = mail with { To = [.. mail.To.Where(to => !to.Address.Equals(contact.Email, StringComparison.OrdinalIgnoreCase))], TextBody = Nobody, HtmlBody = null };
            var to = mail.To.Count == 0 ? Nobody : string.Join(", ", mail.To.Select(it => it.Address));
            var content = Mailer.Write(mail);
            var status = message.IsUnderway ? OutboxStatus.Cancelled : message.Status;
            await db.Outbox.Where(m => m.Id == message.Id).ExecuteUpdateAsync(
                set => set.SetProperty(m => m.To, to).SetProperty(m => m.Content, content).SetProperty(m => m.Status, status).SetProperty(m => m.LastError, (string?)null), ct);
            await db.OutboxTurns.Where(t => t.Id == message.Id).ExecuteDeleteAsync(ct);
        }
    }

    // Only the personal half, which no hash covers: the chain still holds afterwards.
    private static async Task ForgetHistoryAsync(AdvDbContext db, Contact contact, CancellationToken ct)
    {
        var answers = await db.Reconfirmations.Where(r => r.ContactId == contact.Id).Select(r => r.Id).ToListAsync(ct);
        var whole = answers.Select(id => id.Value.ToString()).Append(contact.Id.Value.ToString()).ToHashSet(StringComparer.Ordinal);
        var entries = await db.History.Where(h => h.ClientId == contact.ClientId && h.Personal != null).Select(h => new { h.Id, h.Personal }).ToListAsync(ct);

        foreach (var entry in entries)
        {
            var told = JsonNode.Parse(entry.Personal!)!.AsArray();
            var before = told.ToJsonString();

            for (var i = told.Count - 1; i >= 0; i--)
            {
                if (whole.Contains((string)told[i]!["id"]!))
                {
                    told.RemoveAt(i);
                }
                else
                {
                    Blot(told[i]!, contact);
                }
            }

            if (told.ToJsonString() is var after && after != before)
            {
                var personal = told.Count == 0 ? null : after;
                await db.History.Where(h => h.Id == entry.Id).ExecuteUpdateAsync(set => set.SetProperty(h => h.Personal, personal), ct);
            }
        }
    }

    private static void Blot(JsonNode node, Contact contact)
    {
        var children = node switch
        {
            JsonObject it => it.Select(property => property.Value).ToList(),
            JsonArray it => [.. it],
            _ => [],
        };

        // The name under a correction need not be the one we know them by.
        if (node is JsonObject said && said["contactId"]?.ToString() == contact.Id.Value.ToString() && said["who"] is { } who)
        {
            who.ReplaceWith(Nobody);
        }

        foreach (var child in children.OfType<JsonNode>().Where(child => child.Parent is not null))
        {
            if (child is JsonValue value && value.TryGetValue<string>(out var words) && Names(words, contact))
            {
                child.ReplaceWith(Nobody);
            }
            else
            {
                Blot(child, contact);
            }
        }
    }

    private static bool Names(string words, Contact contact) =>
        words.Contains(contact.Name, StringComparison.OrdinalIgnoreCase) || (contact.Email is { Length: > 0 } address && words.Contains(address, StringComparison.OrdinalIgnoreCase));
}

using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Inquiries;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Clients;

/// <summary>Takes a contact out of conversations: who wrote, and where a message names them. That something was asked and answered stays.</summary>
internal static class ForgottenInquiries
{
    /// <summary>Conversations of their client, or from their address, that name them.</summary>
    public static IQueryable<Inquiry> InquiriesNaming(this AdvDbContext db, Contact contact)
    {
        var (client, id, words, address) = (contact.ClientId.Value, contact.Id.Value, ContactWords.Of(contact).InSql, ContactWords.OfAddress(contact).InSql);

        return db.Inquiries.FromSql(
            $"""
            select * from inquiries
            where contact_id = {id} or (client_id = {client} and (concat_ws(' ', subject, preview, person_name, address) ~* {words}
                or exists (select from inquiry_messages m where m.tenant_id = inquiries.tenant_id and m.inquiry_id = inquiries.id and concat_ws(' ', m."from", m.from_name, m."to", m.text, m.html, m.files::text) ~* {words})))
                or address ~* {address}
            """);
    }

    public static async Task ForgetInquiriesAsync(this AdvDbContext db, Contact contact, CancellationToken ct)
    {
        var (words, nobody) = (ContactWords.Of(contact).InSql, ContactWords.Nobody);
        var ids = (await db.InquiriesNaming(contact).Select(i => i.Id).ToListAsync(ct)).Select(id => id.Value).ToArray();
        await db.Database.ExecuteSqlAsync(
            $"""
            update inquiries set version = version + 1, subject = left(regexp_replace(subject, {words}, {nobody}, 'gi'), 300), preview = left(regexp_replace(preview, {words}, {nobody}, 'gi'), 200),
                person_name = left(regexp_replace(person_name, {words}, {nobody}, 'gi'), 200), address = case when address ~* {words} then null else address end
            where id = any({ids})
            """, ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            update inquiry_messages set "from" = case when "from" ~* {words} then null else "from" end, from_name = left(regexp_replace(from_name, {words}, {nobody}, 'gi'), 200),
                "to" = left(regexp_replace("to", {words}, {nobody}, 'gi'), 320), text = left(regexp_replace(text, {words}, {nobody}, 'gi'), 50000), html = null,
                files = regexp_replace(files::text, {words}, {nobody}, 'gi')::jsonb
            where inquiry_id = any({ids}) and concat_ws(' ', "from", from_name, "to", text, html, files::text) ~* {words}
            """, ct);
    }
}

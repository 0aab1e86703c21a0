using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Deliveries;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Clients;

/// <summary>Takes a contact out of what is noted of deliveries: who signed for them, agreed to a part, and what was said at the door. That they arrived stays.</summary>
internal static class ForgottenDeliveries
{
    /// <summary>Deliveries of their client on which a note names them.</summary>
    public static IQueryable<Delivery> DeliveriesNaming(this AdvDbContext db, Contact contact)
    {
        var (client, words) = (contact.ClientId.Value, ContactWords.Of(contact).InSql);

        return db.Deliveries.FromSql(
            $"""
            select * from deliveries
            where client_id = {client} and (concat_ws(' ', parts_agreed_by, void_reason, proof->>'receivedBy', proof->>'reserves') ~* {words}
                or exists (select from delivery_lines l where l.tenant_id = deliveries.tenant_id and l.delivery_id = deliveries.id and l.refused_note ~* {words})
                or exists (select from delivery_files f where f.tenant_id = deliveries.tenant_id and f.delivery_id = deliveries.id and f.file_name ~* {words}))
            """);
    }

    public static async Task ForgetDeliveriesAsync(this AdvDbContext db, Contact contact, CancellationToken ct)
    {
        var words = ContactWords.Of(contact).InSql;
        var ids = (await db.DeliveriesNaming(contact).Select(d => d.Id).ToListAsync(ct)).Select(id => id.Value).ToArray();
        await db.Database.ExecuteSqlAsync(
            $"""
            update deliveries set version = version + 1, parts_agreed_by = regexp_replace(parts_agreed_by, {words}, {ContactWords.Nobody}, 'gi'), void_reason = regexp_replace(void_reason, {words}, {ContactWords.Nobody}, 'gi'),
                proof = proof || jsonb_build_object(
                    'receivedBy', regexp_replace(proof->>'receivedBy', {words}, {ContactWords.Nobody}, 'gi'), 'reserves', regexp_replace(proof->>'reserves', {words}, {ContactWords.Nobody}, 'gi'))
            where id = any({ids})
            """, ct);
        await db.Database.ExecuteSqlAsync($"update delivery_lines set refused_note = regexp_replace(refused_note, {words}, {ContactWords.Nobody}, 'gi') where delivery_id = any({ids}) and refused_note ~* {words}", ct);
        await db.Database.ExecuteSqlAsync($"update delivery_files set file_name = regexp_replace(file_name, {words}, {ContactWords.Nobody}, 'gi') where delivery_id = any({ids}) and file_name ~* {words}", ct);
    }
}

using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Complaints;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Clients;

/// <summary>Takes a contact out of what is written in complaints: who complained, what was said and answered, who works on it. That there was a complaint, and what it led to, stays.</summary>
internal static class ForgottenComplaints
{
    /// <summary>Complaints of their client in which a text names them.</summary>
    public static IQueryable<Complaint> ComplaintsNaming(this AdvDbContext db, Contact contact)
    {
        var (client, id, words) = (contact.ClientId.Value, contact.Id.Value, ContactWords.Of(contact).InSql);

        return db.Complaints.FromSql(
            $"""
            select * from complaints
            where client_id = {client} and (contact_id = {id}
                or concat_ws(' ', contact_name, subject, description, problem, verification, answer, end_reason, team::text, analysis::text, reopenings::text, costs::text) ~* {words}
                or exists (select from complaint_actions a where a.tenant_id = complaints.tenant_id and a.complaint_id = complaints.id and concat_ws(' ', a.text, a.who) ~* {words})
                or exists (select from complaint_credits c where c.tenant_id = complaints.tenant_id and c.complaint_id = complaints.id and c.reason ~* {words})
                or exists (select from complaint_files f where f.tenant_id = complaints.tenant_id and f.complaint_id = complaints.id and f.file_name ~* {words}))
            """);
    }

    public static async Task ForgetComplaintsAsync(this AdvDbContext db, Contact contact, CancellationToken ct)
    {
        var words = ContactWords.Of(contact).InSql;
        var ids = (await db.ComplaintsNaming(contact).Select(c => c.Id).ToListAsync(ct)).Select(id => id.Value).ToArray();
        await db.Database.ExecuteSqlAsync(
            $"""
            update complaints set version = version + 1,
                contact_name = regexp_replace(contact_name, {words}, {ContactWords.Nobody}, 'gi'), subject = regexp_replace(subject, {words}, {ContactWords.Nobody}, 'gi'),
                description = regexp_replace(description, {words}, {ContactWords.Nobody}, 'gi'), problem = regexp_replace(problem, {words}, {ContactWords.Nobody}, 'gi'),
                verification = regexp_replace(verification, {words}, {ContactWords.Nobody}, 'gi'), answer = regexp_replace(answer, {words}, {ContactWords.Nobody}, 'gi'),
                end_reason = regexp_replace(end_reason, {words}, {ContactWords.Nobody}, 'gi'), team = regexp_replace(team::text, {words}, {ContactWords.Nobody}, 'gi')::jsonb,
                analysis = regexp_replace(analysis::text, {words}, {ContactWords.Nobody}, 'gi')::jsonb, reopenings = regexp_replace(reopenings::text, {words}, {ContactWords.Nobody}, 'gi')::jsonb,
                costs = regexp_replace(costs::text, {words}, {ContactWords.Nobody}, 'gi')::jsonb
            where id = any({ids})
            """, ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            update complaint_actions set text = regexp_replace(text, {words}, {ContactWords.Nobody}, 'gi'), who = regexp_replace(who, {words}, {ContactWords.Nobody}, 'gi')
            where complaint_id = any({ids}) and concat_ws(' ', text, who) ~* {words}
            """, ct);
        await db.Database.ExecuteSqlAsync($"update complaint_credits set reason = regexp_replace(reason, {words}, {ContactWords.Nobody}, 'gi') where complaint_id = any({ids}) and reason ~* {words}", ct);
        await db.Database.ExecuteSqlAsync($"update complaint_files set file_name = regexp_replace(file_name, {words}, {ContactWords.Nobody}, 'gi') where complaint_id = any({ids}) and file_name ~* {words}", ct);
    }
}

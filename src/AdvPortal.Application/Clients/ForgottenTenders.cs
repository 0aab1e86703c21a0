using AdvPortal.Application.Outbox;
using AdvPortal.Application.Tenders;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Tenders;
using AdvPortal.Exchange.Mail;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Outbox;

namespace AdvPortal.Application.Clients;

/// <summary>Takes a contact out of what is written in tenders: who asks, what was asked, answered and noted. That there was a tender, and what it led to, stays.</summary>
internal static class ForgottenTenders
{
    /// <summary>Tenders of their client in which a text names them.</summary>
    public static IQueryable<Tender> TendersNaming(this AdvDbContext db, Contact contact)
    {
        var (client, id, words) = (contact.ClientId.Value, contact.Id.Value, ContactWords.Of(contact).InSql);

        return db.Tenders.FromSql(
            $"""
            select * from tenders
            where client_id = {client} and (contact_id = {id} or concat_ws(' ', title, words, approvals::text, ending::text) ~* {words}
                or exists (select from tender_lines l where l.tenant_id = tenders.tenant_id and l.tender_id = tenders.id and l.note ~* {words})
                or exists (select from tender_tasks t where t.tenant_id = tenders.tenant_id and t.tender_id = tenders.id and concat_ws(' ', t.text, t.answer) ~* {words})
                or exists (select from tender_questions q where q.tenant_id = tenders.tenant_id and q.tender_id = tenders.id and concat_ws(' ', q.text, q.answer) ~* {words})
                or exists (select from tender_versions v where v.tenant_id = tenders.tenant_id and v.tender_id = tenders.id and concat_ws(' ', v."to", v.lines::text, v.terms::text) ~* {words}))
            """);
    }

    /// <summary>What of a tender is about the person: what they asked for, and each text that names them.</summary>
    public static string About(Tender tender, Contact contact)
    {
        IEnumerable<string?> texts =
        [
            tender.Title, tender.Words, .. tender.Approvals.Select(a => a.Reason), tender.End?.Words, tender.End?.Competitor, .. tender.Lines.OrderBy(l => l.Position).Select(l => l.Note),
            .. tender.Tasks.OrderBy(t => t.Position).SelectMany(t => new[] { t.Text, t.Answer }), .. tender.Questions.OrderBy(q => q.Position).SelectMany(q => new[] { q.Text, q.Answer }),
            .. tender.Versions.OrderBy(v => v.Number).SelectMany(v => new[] { v.To, v.Terms?.Contact, v.Terms?.Title }
                .Concat(v.Terms?.Answers.SelectMany(said => new[] { said.Question, said.Answer }) ?? []).Concat(v.Lines.Select(l => l.Note))),
        ];
        var theirs = tender.ContactId == contact.Id ? new[] { tender.Title, tender.Words }.Where(text => text.Length > 0) : [];

        return string.Join(" · ", theirs.Concat(texts.OfType<string>().Where(ContactWords.Of(contact).Name)).Distinct(StringComparer.Ordinal));
    }

    public static async Task ForgetTendersAsync(this AdvDbContext db, Contact contact, CancellationToken ct)
    {
        var words = ContactWords.Of(contact).InSql;
        var ids = (await db.TendersNaming(contact).Select(t => t.Id).ToListAsync(ct)).Select(id => id.Value).ToArray();

        // As they were printed: what was submitted before its terms were frozen with it cannot be printed again.
        var printed = await db.Database.SqlQuery<Guid>(
            $"""
            select id as "Value" from tender_versions where tender_id = any({ids}) and (terms is null or concat_ws(' ', lines::text, terms::text) ~* {words})
            """).ToListAsync(ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            update tenders set version = version + 1,
                title = regexp_replace(title, {words}, {ContactWords.Nobody}, 'gi'), words = regexp_replace(words, {words}, {ContactWords.Nobody}, 'gi'),
                approvals = regexp_replace(approvals::text, {words}, {ContactWords.Nobody}, 'gi')::jsonb, ending = regexp_replace(ending::text, {words}, {ContactWords.Nobody}, 'gi')::jsonb
            where id = any({ids})
            """, ct);
        await db.Database.ExecuteSqlAsync($"update tender_lines set note = regexp_replace(note, {words}, {ContactWords.Nobody}, 'gi') where tender_id = any({ids}) and note ~* {words}", ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            update tender_tasks set text = regexp_replace(text, {words}, {ContactWords.Nobody}, 'gi'), answer = regexp_replace(answer, {words}, {ContactWords.Nobody}, 'gi')
            where tender_id = any({ids}) and concat_ws(' ', text, answer) ~* {words}
            """, ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            update tender_questions set text = regexp_replace(text, {words}, {ContactWords.Nobody}, 'gi'), answer = regexp_replace(answer, {words}, {ContactWords.Nobody}, 'gi')
            where tender_id = any({ids}) and concat_ws(' ', text, answer) ~* {words}
            """, ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            update tender_versions set "to" = regexp_replace("to", {words}, {ContactWords.Nobody}, 'gi'), lines = regexp_replace(lines::text, {words}, {ContactWords.Nobody}, 'gi')::jsonb,
                terms = regexp_replace(terms::text, {words}, {ContactWords.Nobody}, 'gi')::jsonb
            where tender_id = any({ids}) and concat_ws(' ', "to", lines::text, terms::text) ~* {words}
            """, ct);
        await ForgetMailsAsync(db, contact, [.. printed], ct);
    }

    // A colleague who was asked for something was mailed what was asked, word for word, whatever was dropped or reworded since; and the offer on paper names whoever asks, whoever it went to.
    private static async Task ForgetMailsAsync(AdvDbContext db, Contact contact, HashSet<Guid> printed, CancellationToken ct)
    {
        var words = ContactWords.Of(contact);
        var tenders = await db.Tenders.AsNoTracking().Where(t => t.ClientId == contact.ClientId).Include(t => t.Versions).ToDictionaryAsync(t => t.Id.Value, ct);
        var ids = tenders.Keys.ToArray();

        foreach (var message in await db.Outbox.AsNoTracking().Where(m => m.SubjectId != null && ids.Contains(m.SubjectId.Value)).ToListAsync(ct))
        {
            var mail = Mailer.Open(message.Content);
            var papers = mail.Attachments.SelectMany(paper => PrintedAgain(paper, tenders[message.SubjectId!.Value], printed)).ToList();
            var isNamed = words.Name($"{mail.Subject} {mail.TextBody}");

            if (isNamed || !papers.SequenceEqual(mail.Attachments))
            {
                var left = mail with { Subject = words.Blot(mail.Subject), TextBody = words.Blot(mail.TextBody), HtmlBody = isNamed ? null : mail.HtmlBody, Attachments = papers };
                var (subject, content) = (words.Blot(message.Subject), Mailer.Write(left));
                await db.Outbox.Where(m => m.Id == message.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.Subject, subject).SetProperty(m => m.Content, content), ct);

                // Nobody is sent a letter without its offer.
                if (papers.Count < mail.Attachments.Count && message.IsUnderway)
                {
                    await db.Outbox.Where(m => m.Id == message.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.Status, OutboxStatus.Cancelled), ct);
                    await db.OutboxTurns.Where(t => t.Id == message.Id).ExecuteDeleteAsync(ct);
                }
            }
        }
    }

    // None where what it was printed of is not known any more.
    private static IEnumerable<MailAttachment> PrintedAgain(MailAttachment paper, Tender tender, HashSet<Guid> printed) =>
        tender.Versions.FirstOrDefault(version => paper.Name == OfferBasis.NameOf(tender, version.Number)) is not { } offered || !printed.Contains(offered.Id) ? [paper]
            : offered.Terms is { } terms ? [paper with { Bytes = OfferBasis.Print(tender, terms, offered).Bytes }] : [];
}

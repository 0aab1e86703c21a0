using System.Text.Json.Nodes;
using AdvPortal.Application.Outbox;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Contracts;
using AdvPortal.Domain.History;
using AdvPortal.Domain.Inquiries;
using AdvPortal.Domain.Requirements;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Clients;

/// <summary>Everything that is kept about one person at a client's, as they may ask for it (GDPR, articles 15 and 20).</summary>
[UseCase]
public sealed class ExportContactData(UnitOfWork unitOfWork, TenantClock clock)
{
    public Task<Result<ContactData>> ExecuteAsync(ContactId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<ContactData>(
            this, Permission.ErasePersonalData,
            async db =>
            {
                if (await db.Contacts.SingleOrDefaultAsync(c => c.Id == id, ct) is not { } contact)
                {
                    return new NoSuchContact();
                }

                var client = await db.Clients.Where(c => c.Id == contact.ClientId).Select(c => new { c.Code, c.Name }).SingleAsync(ct);
                var site = await db.Sites.Where(s => s.Id == contact.SiteId).Select(s => s.Name).SingleOrDefaultAsync(ct);
                var mails = await db.MailsTo(contact).OrderBy(m => m.CreatedAt).Select(m => new { m.CreatedAt, m.SentAt, m.Content }).ToListAsync(ct);
                var requirements = await db.Requirements.Include(r => r.Revisions).Where(r => r.ClientId == contact.ClientId).OrderBy(r => r.Number).ToListAsync(ct);
                var answers = await db.Reconfirmations.Where(r => r.ContactId == contact.Id && r.AnsweredAt != null && contact.ErasedAt == null).OrderBy(r => r.AskedAt).ToListAsync(ct);
                var clarifications = await db.Clarifications.Where(c => c.ClientId == contact.ClientId && contact.ErasedAt == null).OrderBy(c => c.AskedAt).ToListAsync(ct);
                var waivers = await db.WaiversAgreedByAsync(contact, ct);
                var handoffs = await db.HandoffsNamingAsync(contact, ct);
                var theirs = ContactTraces.Theirs(handoffs, contact.ErasedAt is null ? await db.DocumentsNaming(contact).Select(d => d.Id).ToListAsync(ct) : [], contact.ErasedAt is null ? await db.ContractsNaming(contact).Select(f => f.Id).ToListAsync(ct) : []);
                var notes = contact.ErasedAt is null ? await db.OrdersNaming(contact).OrderBy(o => o.Number).Include(o => o.Lines).Include(o => o.Promises).AsSplitQuery().ToListAsync(ct) : [];
                var deliveries = contact.ErasedAt is null ? await db.DeliveriesNaming(contact).OrderBy(d => d.Number).Include(d => d.Lines).ToListAsync(ct) : [];
                var complaints = contact.ErasedAt is null ? await db.ComplaintsNaming(contact).OrderBy(c => c.Number).ToListAsync(ct) : [];
                var tenders = contact.ErasedAt is null ? await db.TendersNaming(contact).OrderBy(t => t.Number).Include(t => t.Lines).Include(t => t.Tasks).Include(t => t.Questions).Include(t => t.Versions).AsSplitQuery().ToListAsync(ct) : [];
                var blankets = contact.ErasedAt is null ? await db.BlanketsNaming(contact).OrderBy(b => b.Number).Include(b => b.Lines).AsSingleQuery().ToListAsync(ct) : [];
                var inquiries = contact.ErasedAt is null ? await db.InquiriesNaming(contact).OrderBy(i => i.OpenedAt).ThenBy(i => i.Id).Include(i => i.Messages).ToListAsync(ct) : [];
                var arrivals = contact.ErasedAt is null ? await ArrivalsAsync(db, contact, ct) : [];
                var habits = contact.ErasedAt is null ? await db.Contacts.Where(c => c.ClientId == contact.ClientId && c.Id != contact.Id && c.Habits != null).OrderBy(c => c.Id).Select(c => c.Habits!).ToListAsync(ct) : [];
                var happenings = contact.ErasedAt is null ? await db.HappeningsNamingAsync(contact, ct) : [];

                return new ContactData(
                    clock.Now, client.Code, client.Name, site, ContactView.Of(contact), contact.ErasedAt,
                    [.. mails.Select(m => Mailer.Open(m.Content) is var mail ? new Mail(m.CreatedAt, m.SentAt, mail.Subject, mail.TextBody) : null!)],
                    [
                        .. from requirement in requirements
                           from revision in requirement.Revisions
                           where contact.ErasedAt is null && revision.Source.Who.Contains(contact.Name, StringComparison.OrdinalIgnoreCase)
                           select new Mention(Requirement.Name(requirement.Number), revision.Source.On, revision.Sentence),
                        .. from requirement in requirements
                           where requirement.Correction?.ContactId == contact.Id
                           select new Mention(Requirement.Name(requirement.Number), clock.DayOf(requirement.Correction!.At), requirement.Correction.Says),
                        .. answers.Select(a => new Mention(client.Code, clock.DayOf(a.AnsweredAt!.Value), string.Join(" · ", a.Answers.Select(said => said.Correction).Append(a.Comment).Prepend(a.AnsweredBy).OfType<string>()))),
                        .. clarifications.FindAll(c => ContactWords.Of(contact).Name($"{c.To} {c.Text} {c.AnsweredBy} {c.Answer}"))
                            .Select(c => new Mention(client.Code, clock.DayOf(c.AnsweredAt ?? c.AskedAt), string.Join(" · ", new[] { c.To, c.Text, c.AnsweredBy, c.Answer }.OfType<string>()))),
                        .. waivers.Select(w => new Mention(w.Number, clock.DayOf(w.Waiver.At), w.Waiver.Reason)),
                        .. from order in notes
                           from note in order.Amendments.Select(a => (On: (DateOnly?)clock.DayOf(a.At), Text: a.Note)).Append((On: null, Text: order.CancelReason))
                               .Concat(order.Promises.Select(p => (On: (DateOnly?)clock.DayOf(p.At), Text: p.Note))).Concat(order.Lines.Select(l => (On: l.Ready?.On, Text: l.Ready?.Note))).Append((On: order.Hold is { } hold ? clock.DayOf(hold.At) : null, Text: order.Hold?.Note))
                           where ContactWords.Of(contact).Name(note.Text)
                           select new Mention(order.Number, note.On, note.Text!),
                        .. from delivery in deliveries
                           select new Mention(
                               delivery.Number, delivery.Proof is { } proof ? clock.DayOf(proof.At) : null,
                               string.Join(" · ", delivery.Lines.Select(l => l.RefusedNote).Prepend(delivery.VoidReason).Prepend(delivery.PartsAgreedBy).Prepend(delivery.Proof?.Reserves).Prepend(delivery.Proof?.ReceivedBy).OfType<string>())),
                        .. complaints.Select(c => new Mention(c.Number, clock.DayOf(c.OpenedAt), string.Join(" · ", new[] { c.ContactName, c.Description, c.Problem, c.Answer, c.EndReason }.OfType<string>()))),
                        .. tenders.Select(t => new Mention(t.Number, clock.DayOf(t.OpenedAt), ForgottenTenders.About(t, contact))),
                        .. from blanket in blankets
                           from note in blanket.Changes.Select(change => change.Reason).Concat(blanket.Lines.Select(line => line.Rhythm)).Append(blanket.CloseReason)
                           where ContactWords.Of(contact).Name(note)
                           select new Mention(blanket.Number, null, note!),
                        .. habits.Where(ContactWords.Of(contact).Name).Select(habit => new Mention(client.Code, null, habit)),
                    ],
                    handoffs.ConvertAll(h => Passage.Of(h, ContactWords.Of(contact))),
                    [.. happenings.Select(h => Event.Of(h, contact, theirs)).Where(e => e.Data.Count > 0)], arrivals, [.. inquiries.Select(i => Conversation.Of(i, contact))]);
            },
            ct);

    private static async Task<List<Arrival>> ArrivalsAsync(AdvDbContext db, Contact contact, CancellationToken ct)
    {
        var messages = await db.MessagesNaming(contact).Select(m => new Arrival(m.MetAt, m.Sender, m.Subject, null, null)).ToListAsync(ct);
        var documents = await db.DocumentsNaming(contact).Select(d => new Arrival(d.ReceivedAt, null, null, d.FileName, d.SetAsideNote)).ToListAsync(ct);
        var contracts = await db.ContractsNaming(contact).Select(f => new Arrival(f.AddedAt, null, null, f.FileName, null)).ToListAsync(ct);

        return [.. messages.Concat(documents).Concat(contracts).OrderBy(a => a.At)];
    }

    /// <param name="ErasedAt">When this person asked to be forgotten; what follows is then empty.</param>
    public sealed record ContactData(
        DateTimeOffset ExportedAt, string ClientCode, string ClientName, string? Site, ContactView Contact, DateTimeOffset? ErasedAt, IReadOnlyList<Mail> Mails, IReadOnlyList<Mention> Mentions,
        IReadOnlyList<Passage> Handoffs, IReadOnlyList<Event> History, IReadOnlyList<Arrival> Arrivals, IReadOnlyList<Conversation> Conversations);

    public sealed record Mail(DateTimeOffset WrittenAt, DateTimeOffset? SentAt, string Subject, string Text);

    /// <summary>Where the person is named: a requirement they voiced, answered for or corrected, an exception they agreed to, a note on an order or a delivery, a complaint, a tender, a colleague's habits.</summary>
    /// <param name="In">The number of the requirement, the order, the delivery, the complaint or the tender; of an answer about several requirements, and of a colleague's habits, the client's code.</param>
    public sealed record Mention(string In, DateOnly? On, string Text);

    /// <summary>What came in by the person's mail, or is named after them: a message as the mailbox lists it, or a document with what was noted of it.</summary>
    public sealed record Arrival(DateTimeOffset At, string? Sender, string? Subject, string? FileName, string? Note);

    /// <summary>What the person asked and was answered, and what was noted of it that names them.</summary>
    public sealed record Conversation(string Subject, DateTimeOffset OpenedAt, IReadOnlyList<Said> Messages)
    {
        // Within what they began, all that was written to or by the client; within another's, what names them.
        internal static Conversation Of(Inquiry inquiry, Contact contact)
        {
            var words = ContactWords.Of(contact);
            var isTheirs = inquiry.ContactId == contact.Id || ContactWords.OfAddress(contact).Name(inquiry.Address);

            return new(inquiry.Subject, inquiry.OpenedAt,
            [
                .. inquiry.Messages.OrderBy(m => m.At).ThenBy(m => m.Id.Value)
                    .Where(m => (isTheirs && m.Voice is not InquiryVoice.Note) || words.Name(string.Join(' ', m.Files.Prepend(m.Text).Prepend(m.To).Prepend(m.FromName).Prepend(m.From))))
                    .Select(m => new Said(m.At, m.From, m.To, m.Text, m.Files)),
            ]);
        }
    }

    public sealed record Said(DateTimeOffset At, string? From, string? To, string Text, IReadOnlyList<string> Files);

    /// <summary>What a handoff holds about the person: how to reach them, and what they said or were promised to be told.</summary>
    public sealed record Passage(HandoffId Id, string? Reference, DateTimeOffset CreatedAt, IReadOnlyList<HandoffContact> Contacts, IReadOnlyList<string> Texts)
    {
        internal static Passage Of(Handoff handoff, ContactWords words) => new(
            handoff.Id, handoff.Content.Contract.Reference, handoff.CreatedAt,
            [.. handoff.Content.Contacts.Where(c => words.Name(c.Name) || words.Name(c.Email))],
            [
                .. handoff.Content.Sentences.Where(said => words.Name(said.Who) || words.Name(said.Sentence)).Select(said => said.Sentence).OfType<string>(),
                .. handoff.Content.Clauses.Select(clause => clause.Words).Where(words.Name).OfType<string>(),
                .. handoff.Content.Promises.Where(promise => words.Name(promise.Who) || words.Name(promise.What)).Select(promise => promise.What).OfType<string>(),
                .. handoff.Content.Sites.Select(site => site.Notes).Where(words.Name).OfType<string>(),
                .. handoff.Remarks.SelectMany(remark => remark.Texts).Where(words.Name),
            ]);
    }

    /// <summary>What history keeps about the person: before and after, as it was.</summary>
    public sealed record Event(DateTimeOffset At, string UseCase, IReadOnlyList<JsonNode> Data)
    {
        internal static Event Of(Happening happening, Contact contact, IReadOnlySet<string> theirs) =>
            new(happening.At, happening.UseCase, [.. contact.RowsNaming(JsonNode.Parse(happening.Personal!)!.AsArray(), happening, theirs).Select(naming => naming.Row)]);
    }
}

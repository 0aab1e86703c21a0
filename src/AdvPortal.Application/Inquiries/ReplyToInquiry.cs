using AdvPortal.Application.Orders;
using AdvPortal.Application.Outbox;
using AdvPortal.Application.Webhooks;
using AdvPortal.Domain.Inquiries;
using AdvPortal.Domain.Orders;
using AdvPortal.Exchange.Inquiries;
using AdvPortal.Exchange.Mail;
using AdvPortal.Persistence.Common;
using AdvPortal.Persistence.Outbox;
using AdvPortal.Persistence;
using FluentValidation;

namespace AdvPortal.Application.Inquiries;

/// <summary>
/// Answers a client: once, however often it is clicked (<see cref="Form.Key"/>), and not across a message that the writer has not seen
/// (<see cref="Form.SeenMessageId"/>). A person has a moment to think again (<see cref="UndoReply"/>).
/// </summary>
[UseCase]
public sealed class ReplyToInquiry(ActOnInquiry act, ReadInquiry read, UnitOfWork unitOfWork, Mailer mailer, MailSettings settings, CurrentMember member, IValidator<ReplyToInquiry.Form> validator)
{
    private const int MostReferences = 20;

    public async Task<Result<InquiryView>> ExecuteAsync(InquiryId id, Form form, int? version, CancellationToken ct = default)
    {
        if (await AlreadyAsync(id, form.Key, ct))
        {
            return await read.ExecuteAsync(id, ct);
        }

        var sent = await act.RunAsync(
            this, id, version,
            async (db, inquiry, _, now) => await validator.RefuseAsync(form, ct) is { } invalid ? invalid : await PostAsync(db, inquiry, form, now, ct), ct);

        // Clicked twice at the same moment: the first click has sent it.
        return sent.Refusal is ChangedMeanwhile && await AlreadyAsync(id, form.Key, ct) ? await read.ExecuteAsync(id, ct) : sent;
    }

    private async Task<Result> PostAsync(AdvDbContext db, Inquiry inquiry, Form form, DateTimeOffset now, CancellationToken ct)
    {
        if (ReplyText.GapsIn(form.Text!) is [var gap, ..])
        {
            return new VariableMissing(gap);
        }

        var visit = new Visit(db);
        var senders = visit.Ask(db.TenantSettings.Select(s => new Sender(
            s.LegalName, s.MailFrom, db.Members.Where(m => m.Id == member.Id).Select(m => m.Email).FirstOrDefault(), db.Members.Where(m => m.Id == member.Id).Select(m => m.Name).FirstOrDefault(),
            db.OrderMailboxes.Where(m => m.IsWatched).Select(m => m.User).FirstOrDefault(), db.Tenants.Where(t => t.Id == db.Tenant).Select(t => t.Language).FirstOrDefault())));
        var contacts = visit.Ask(db.Contacts.Where(c => c.ClientId == inquiry.ClientId && c.ErasedAt == null && c.Email != null).Select(c => new Person(c.Email!, c.Name, c.Language)));
        await visit.GoAsync(ct);

        if (string.IsNullOrWhiteSpace(form.To) && inquiry.Address is null)
        {
            return new NobodyToWriteTo();
        }

        var wanted = string.IsNullOrWhiteSpace(form.To) ? inquiry.Address! : form.To.Trim();
        var known = contacts.Rows.Concat(inquiry.Messages.Where(m => m.From is not null).Select(m => new Person(m.From!, m.FromName, null)));

        if (known.FirstOrDefault(p => p.Address.Equals(wanted, StringComparison.OrdinalIgnoreCase)) is not { } to)
        {
            return new AddressOfNobody(wanted);
        }

        var answersTo = inquiry.Messages.Select(m => m.MailId).OfType<string>().TakeLast(MostReferences).ToList();
        var replied = inquiry.Reply(form.Text!, member.Id, form.SeenMessageId, form.AwaitsAnswer, form.Key, now);

        if (!replied.IsOk)
        {
            return replied.Refusal;
        }

        if (form.Close && inquiry.Close(now).Refusal is { } refusal)
        {
            return refusal;
        }

        Send(db, inquiry, replied.Value, to, senders.Rows[0], answersTo, form);

        return Result.Ok;
    }

    private void Send(AdvDbContext db, Inquiry inquiry, InquiryMessage message, Person to, Sender sender, IReadOnlyList<string> answersTo, Form form)
    {
        var from = new Exchange.Mail.Mailbox(sender.MailFrom ?? settings.From.Address, sender.Company);
        var subject = string.IsNullOrWhiteSpace(form.Subject) ? inquiry.Subject : form.Subject.Trim();
        subject = subject.StartsWith("re:", StringComparison.OrdinalIgnoreCase) || subject.StartsWith("re :", StringComparison.OrdinalIgnoreCase) ? subject : $"Re: {subject}";

        // What the client answers has to come back to where it is read.
        var reply = sender.Watched?.Contains('@', StringComparison.Ordinal) == true ? sender.Watched : sender.Email;
        var language = to.Language ?? sender.Language ?? "fr";
        var sent = mailer.Send(db, new(MailKind.Other, ClarificationMail.Write(language, subject, message.Text), language, new Exchange.Mail.Mailbox(to.Address, to.Name))
        {
            From = from,
            ReplyTo = reply is null ? null : new(reply, sender.Name ?? sender.Company),
            About = inquiry.Id.Value,
            ClientId = inquiry.ClientId,
            AnswersTo = answersTo,
            Delay = member.Id is null ? TimeSpan.Zero : ConfirmOrder.UndoFor,
        });
        message.Sent(sent.Id, to.Address, OutgoingMail.StableMessageId(sent.Id.Value, from));
    }

    private async Task<bool> AlreadyAsync(InquiryId id, Guid? key, CancellationToken ct) =>
        key is not null && member.May(Permission.HandleInquiries)
        && await unitOfWork.ReadAsAnyoneAsync(db => db.Set<InquiryMessage>().AnyAsync(m => m.Key == key && EF.Property<InquiryId>(m, InquiryParts.Key) == id, ct), ct);

    public sealed class Form
    {
        /// <summary>Made by whoever sends: the same answer sent twice is one.</summary>
        public Guid? Key { get; set; }

        /// <summary>The last message that the writer had before them: a newer one holds the answer back.</summary>
        public InquiryMessageId? SeenMessageId { get; set; }

        /// <summary>Who wrote, or a contact of the client; null for who wrote last.</summary>
        public string? To { get; set; }

        /// <summary>Null: the conversation's.</summary>
        public string? Subject { get; set; }

        /// <summary>An empty line parts paragraphs, a dash begins a point.</summary>
        public string? Text { get; set; }

        /// <summary>We ask something: the delay stands still until the client answers.</summary>
        public bool AwaitsAnswer { get; set; }

        /// <summary>There is nothing more to do.</summary>
        public bool Close { get; set; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(f => f.Text).NotEmpty().WithMessage("EnterText").MaximumLength(Clarification.TextMaxLength).WithMessage("TextTooLong");
            RuleFor(f => f.Subject).MaximumLength(Clarification.SubjectMaxLength).WithMessage("SubjectTooLong");
        }
    }

    private sealed record Sender(string Company, string? MailFrom, string? Email, string? Name, string? Watched, string? Language);

    private sealed record Person(string Address, string? Name, string? Language);
}

/// <summary>Takes an answer back while nobody has been told of it: it has not left, and no webhook has.</summary>
[UseCase]
public sealed class UndoReply(ActOnInquiry act)
{
    public Task<Result<InquiryView>> ExecuteAsync(InquiryId id, InquiryMessageId reply, int? version, CancellationToken ct = default) =>
        act.RunAsync(
            this, id, version,
            async (db, inquiry, service, _) =>
            {
                if (inquiry.Messages.FirstOrDefault(m => m.Id == reply) is not { OutboxId: { } outbox } message)
                {
                    return new ReplyHasLeft();
                }

                var visit = new Visit(db);
                var mails = visit.Ask(db.Outbox.AsTracking().Where(m => m.Id == outbox));
                var told = visit.Ask(WebhookPosting.Left(db, id.Value, WebhookEvents.Answered, message.At));
                await visit.GoAsync(ct);

                if (mails.Only is not { CanBeTakenBack: true } mail || told.Rows.Count > 0)
                {
                    return new ReplyHasLeft();
                }

                mail.Cancel();

                return inquiry.TakeBack(reply, service);
            },
            ct);
}

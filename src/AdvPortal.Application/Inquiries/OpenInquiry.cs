using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Inquiries;
using AdvPortal.Exchange.Inquiries;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;
using FluentValidation;

namespace AdvPortal.Application.Inquiries;

/// <summary>Writes down a question that came by telephone, or through a program.</summary>
[UseCase(TakesIn = true)]
public sealed class OpenInquiry(UnitOfWork unitOfWork, ActOnInquiry act, TenantClock clock, CurrentMember member, IValidator<OpenInquiry.Form> validator)
{
    public Task<Result<InquiryView>> ExecuteAsync(Form form, CancellationToken ct = default)
    {
        var id = Ids.New<InquiryId>();

        return unitOfWork.RunAsync<Result<InquiryView>>(this, Permission.HandleInquiries, id, async db =>
            await validator.RefuseAsync(form, ct) is { } invalid ? invalid : await OpenAsync(db, id, form, ct), ct);
    }

    private async Task<Result<InquiryView>> OpenAsync(AdvDbContext db, InquiryId id, Form form, CancellationToken ct)
    {
        var named = NamedThings.In(form.Subject, form.Body!);
        var asked = new Visit(db);
        var clients = asked.Ask(db.Clients.Where(c => c.Id == form.ClientId).Select(c => c.Id));
        var senders = asked.Ask(InquiryLinks.Senders(db, form.From));
        var settings = asked.Ask(db.TenantSettings.Select(s => s.Service));
        await asked.GoAsync(ct);

        if (form.ClientId is not null && clients.Rows.Count == 0)
        {
            return new NoSuchClient();
        }

        var sender = InquiryLinks.Only(senders.Rows);
        var client = form.ClientId ?? sender?.ClientId;
        var inquiry = Inquiry.Open(
            id, client, form.Subject, new Said(form.Body!, form.From, form.FromName, member.Id is null ? InquiryChannel.Api : InquiryChannel.Phone), act.ServiceOf(settings), clock.Now,
            form.Kind ?? NamedThings.KindOf(form.Subject, form.Body!), form.Priority ?? NamedThings.PriorityOf(form.Subject, form.Body!));

        if (sender?.ClientId == client && sender?.ContactId is { } contact)
        {
            inquiry.Meet(contact);
        }

        var visit = new Visit(db);
        var link = InquiryLinks.Ask(db, visit, named, client);
        await visit.GoAsync(ct);
        link(inquiry);
        db.Inquiries.Add(inquiry);

        return await ActOnInquiry.AnswerAsync(db, clock, inquiry, inquiry.Version, ct) with { Version = 1 };
    }

    public sealed class Form
    {
        /// <summary>Null while nobody knows whose question it is.</summary>
        public ClientId? ClientId { get; set; }

        /// <summary>The address that an answer goes to.</summary>
        public string? From { get; set; }

        public string? FromName { get; set; }
        public string? Subject { get; set; }
        public string? Body { get; set; }
        public InquiryKind? Kind { get; set; }
        public InquiryPriority? Priority { get; set; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(f => f.From).EmailAddress().When(f => !string.IsNullOrWhiteSpace(f.From)).WithMessage("Member.EmailWrong").MaximumLength(InquiryMessage.AddressMaxLength).WithMessage("TextTooLong");
            RuleFor(f => f.FromName).MaximumLength(InquiryMessage.NameMaxLength).WithMessage("TextTooLong");
            RuleFor(f => f.Subject).NotEmpty().WithMessage("EnterSubject").MaximumLength(Inquiry.SubjectMaxLength).WithMessage("SubjectTooLong");
            RuleFor(f => f.Body).NotEmpty().WithMessage("EnterQuestion").MaximumLength(InquiryMessage.TextMaxLength).WithMessage("TextTooLong");
        }
    }
}

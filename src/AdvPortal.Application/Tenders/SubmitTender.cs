using AdvPortal.Application.Outbox;
using AdvPortal.Domain.Tenders;
using AdvPortal.Exchange.Mail;
using AdvPortal.Persistence;
using FluentValidation;

namespace AdvPortal.Application.Tenders;

/// <summary>Drafts the letter that goes with an offer: a person reads it before it leaves.</summary>
[UseCase]
public sealed class DraftTenderMail(UnitOfWork unitOfWork, TenantClock clock, CurrentMember member)
{
    public Task<Result<Drafted>> ExecuteAsync(TenderId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<Drafted>(this, Permission.HandleTenders, async db =>
        {
            if (await TenderReading.FindAsync(db, id, ct) is not var (tender, settings))
            {
                return new NoSuchTender();
            }

            var basis = await OfferBasis.ReadAsync(db, clock, tender, settings, ct);
            var me = await db.Members.Where(m => m.Id == member.Id).Select(m => m.Name).SingleOrDefaultAsync(ct);
            var to = basis.Addressees.FirstOrDefault();
            var (subject, text) = TenderMail.Draft(
                to?.Language ?? basis.Client.Language, to?.Name, tender.Number, tender.CustomerReference, tender.Title, tender.Versions.Count + 1, settings.LegalName, me ?? basis.People.Answering?.Name);

            return new Drafted([.. basis.Addressees.Select(c => new Recipient(c.Name, c.Email!))], to?.Email, WholeText.Cut(subject, Domain.Orders.Clarification.SubjectMaxLength), text);
        }, ct);

    public sealed record Recipient(string Name, string Address);

    /// <param name="Recipients">Who may be written to.</param>
    /// <param name="To">The first of them; null where nobody has an address.</param>
    public sealed record Drafted(IReadOnlyList<Recipient> Recipients, string? To, string Subject, string Text);
}

/// <summary>Submits an approved offer, once: freezes it as the next version and mails it, or, without an address, notes that it was handed in otherwise.</summary>
[UseCase]
public sealed class SubmitTender(ActOnTender act, Mailer mailer, MailSettings mail, TenantClock clock, CurrentMember member, IValidator<SubmitTender.Form> validator)
{
    public Task<Result<TenderView>> ExecuteAsync(TenderId id, Form form, int? version, CancellationToken ct = default) =>
        act.RunAsync(
            this, Permission.HandleTenders, id, version,
            async (db, tender, settings) => await validator.RefuseAsync(form, ct) is { } invalid ? invalid : Submit(db, await OfferBasis.ReadAsync(db, clock, tender, settings, ct), form),
            ct);

    private Result Submit(AdvDbContext db, OfferBasis basis, Form form)
    {
        var (tender, address) = (basis.Tender, string.IsNullOrWhiteSpace(form.To) ? null : form.To.Trim());
        var to = address is null ? null : basis.People.At(address);

        if (address is not null && to is null)
        {
            return new Domain.Orders.AddressOfNobody(address);
        }

        var terms = basis.Terms(to is null ? basis.Client.Language : Correspondents.LanguageOf(to), clock.Today);
        var submitted = tender.Submit(terms, to?.Email, clock.Now, member.Id);

        if (submitted.IsOk && to is not null)
        {
            new PaperMail(to, form.Subject!, form.Text!, OfferBasis.Print(tender, terms, tender.Versions[^1]), tender.Id.Value).Send(db, mailer, mail, basis.Settings, basis.People);
        }

        return submitted;
    }

    public sealed class Form
    {
        /// <summary>The address of one of the client's contacts; null where the offer was handed in otherwise.</summary>
        public string? To { get; set; }

        public string? Subject { get; set; }

        /// <summary>An empty line parts paragraphs, a dash begins a point.</summary>
        public string? Text { get; set; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(f => f.Subject).NotEmpty().When(IsMailed).WithMessage("EnterSubject").MaximumLength(Domain.Orders.Clarification.SubjectMaxLength).WithMessage("SubjectTooLong");
            RuleFor(f => f.Text).NotEmpty().When(IsMailed).WithMessage("EnterText").MaximumLength(Tender.WordsMaxLength).WithMessage("TextTooLong");
        }

        private static bool IsMailed(Form form) => !string.IsNullOrWhiteSpace(form.To);
    }
}

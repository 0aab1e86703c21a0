using AdvPortal.Application.Outbox;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Tenants;
using AdvPortal.Domain.Tenders;
using AdvPortal.Exchange.Mail;
using AdvPortal.Exchange.Tenders;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;
using AdvPortal.Persistence.Outbox;
using AdvPortal.Persistence.Portfolios;
using FluentValidation;

namespace AdvPortal.Application.Tenders;

/// <summary>Asks whether an offer may leave. Up to the company's limit the desk says so by itself; above it, somebody who approves tenders decides.</summary>
[UseCase]
public sealed class RequestTenderApproval(ActOnTender act, TenantClock clock, CurrentMember member)
{
    public Task<Result<TenderView>> ExecuteAsync(TenderId id, int? version, CancellationToken ct = default) =>
        act.RunAsync(this, Permission.HandleTenders, id, version, (_, tender, settings) => Task.FromResult(tender.RequestApproval(TenderLimits.Of(settings, tender.Currency), clock.Now, member.Id)), ct);
}

internal static class TenderLimits
{
    // In which the company's limit is written (ISO 4217). What it is worth in another currency nobody has said.
    private const string Currency = "EUR";

    public static decimal Of(TenantSettings settings, string currency) => currency == Currency ? settings.TenderLimit : 0;
}

/// <summary>Approves an offer above what the desk may submit by itself, or sends it back with a reason.</summary>
[UseCase]
public sealed class JudgeTender(ActOnTender act, TenantClock clock, CurrentMember member, IValidator<JudgeTender.Form> validator)
{
    public Task<Result<TenderView>> ExecuteAsync(TenderId id, Form form, int? version, CancellationToken ct = default) =>
        act.RunAsync(
            this, Permission.ApproveTenders, id, version,
            async (_, tender, _) => await validator.RefuseAsync(form, ct) is { } invalid ? invalid : tender.Judge(form.Approved, form.Reason, clock.Now, member.Id),
            ct);

    public sealed class Form
    {
        public bool Approved { get; set; }

        /// <summary>Needed when it is sent back.</summary>
        public string? Reason { get; set; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator() => RuleFor(f => f.Reason).NotEmpty().When(f => !f.Approved).WithMessage("SayWhy").MaximumLength(TenderApproval.ReasonMaxLength).WithMessage("NoteTooLong");
    }
}

/// <summary>An offer that was approved or submitted is worked on again; the next submission is another version.</summary>
[UseCase]
public sealed class ReworkTender(ActOnTender act)
{
    public Task<Result<TenderView>> ExecuteAsync(TenderId id, int? version, CancellationToken ct = default) => act.RunAsync(this, id, version, tender => tender.Rework(), ct);
}

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
                to?.Language ?? basis.Client.Language, to?.Name, tender.Number, tender.CustomerReference, tender.Title, tender.Versions.Count + 1, settings.LegalName, me ?? basis.Answering?.Name);

            return new Drafted([.. basis.Addressees.Select(c => new Recipient(c.Name, c.Email!))], to?.Email, subject, text);
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
            async (db, tender, settings) =>
            {
                if (await validator.RefuseAsync(form, ct) is { } invalid)
                {
                    return invalid;
                }

                var address = string.IsNullOrWhiteSpace(form.To) ? null : form.To.Trim();
                var submitted = tender.Submit(address, clock.Now, clock.Today, member.Id);

                if (!submitted.IsOk || address is null)
                {
                    return submitted;
                }

                var basis = await OfferBasis.ReadAsync(db, clock, tender, settings, ct);

                if (basis.Contacts.FirstOrDefault(c => string.Equals(c.Email, address, StringComparison.OrdinalIgnoreCase)) is not { } to)
                {
                    return new Domain.Orders.AddressOfNobody(address);
                }

                Send(db, basis, to, form);

                return Result.Ok;
            },
            ct);

    private void Send(AdvDbContext db, OfferBasis basis, Contact to, Form form)
    {
        // A paper or a mail in any other language is one in English.
        var language = to.Language.StartsWith("fr", StringComparison.OrdinalIgnoreCase) ? "fr" : "en";
        var (name, bytes) = OfferBasis.Print(basis.Describe(language, basis.Tender.Versions[^1]));
        mailer.Send(db, new(MailKind.Other, ClarificationMail.Write(language, form.Subject!.Trim(), form.Text!), language, new Mailbox(to.Email!, to.Name))
        {
            From = new(basis.Settings.MailFrom ?? mail.From.Address, basis.Settings.LegalName),
            ReplyTo = basis.Answering is { } answering ? new(answering.Email, answering.Name) : null,
            Attachments = [new(name, "application/pdf", bytes)],
            About = basis.Tender.Id.Value,
            ClientId = basis.Tender.ClientId,
        });
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

/// <summary>All that an offer on paper needs to know, read once; and the paper itself.</summary>
internal sealed record OfferBasis(Tender Tender, TenantSettings Settings, Client Client, IReadOnlyList<Contact> Contacts, Member? Answering, TenantClock Clock)
{
    public static async Task<OfferBasis> ReadAsync(AdvDbContext db, TenantClock clock, Tender tender, TenantSettings settings, CancellationToken ct)
    {
        var responsible = db.ResponsibilitiesAt(HalfDay.Of(clock.Local(clock.Now))).Where(r => r.ClientId == tender.ClientId);
        var visit = new Visit(db);
        var client = visit.Ask(db.Clients.AsNoTracking().IgnoreQueryFilters(new[] { Filters.Archived }).Where(c => c.Id == tender.ClientId));
        var contacts = visit.Ask(db.Contacts.AsNoTracking().Where(c => c.ClientId == tender.ClientId && c.ErasedAt == null).OrderBy(c => c.Name));
        var answering = visit.Ask(db.Members.AsNoTracking().Where(m => responsible.Any(r => m.Id == (r.ActingOwnerId ?? r.OwnerId))));
        await visit.GoAsync(ct);

        return new(tender, settings, client.Rows[0], contacts.Rows, answering.Only, clock);
    }

    /// <summary>Whoever asks, then those who buy.</summary>
    public IEnumerable<Contact> Addressees => Contacts.Where(c => c.Email is not null).OrderBy(c => c.Id != Tender.ContactId).ThenBy(c => c.Role is not ContactRole.Buyer).ThenBy(c => c.Name, StringComparer.Ordinal);

    /// <param name="language">ISO 639-1.</param>
    /// <param name="version">Null for the offer as it stands: a draft.</param>
    public TenderOffer Describe(string language, TenderVersion? version)
    {
        var day = version is null ? Clock.Today : Clock.DayOf(version.SubmittedAt);

        return new()
        {
            Language = language,
            Number = Tender.Number,
            Version = version?.Number ?? Tender.Versions.Count + 1,
            IsDraft = version is null,
            IssuedOn = day,
            Company = Settings.LegalName,
            Address = [.. new[] { Settings.Address.Street, $"{Settings.Address.Postcode} {Settings.Address.City}".Trim() }.Where(line => !string.IsNullOrWhiteSpace(line)).OfType<string>()],
            Client = Client.Name,
            Contact = Contacts.FirstOrDefault(c => c.Id == Tender.ContactId)?.Name,
            CustomerReference = Tender.CustomerReference,
            Title = Tender.Title,
            Currency = Tender.Currency,
            Lines = version?.Lines ?? [.. Tender.Lines.OrderBy(line => line.Position).Select(line => line.Freeze())],
            Answers = [.. Tender.Questions.OrderBy(question => question.Position)
                .Where(question => question is { Voice: TenderVoice.Client, Answer: not null } && question.AnsweredOn <= day).Select(question => (question.Text, question.Answer!))],
            Answering = Answering is { } member ? (member.Name, member.Email) : null,
        };
    }

    public static (string Name, byte[] Bytes) Print(TenderOffer offer) => ($"{offer.Number}-v{offer.Version}.pdf", TenderPdf.Write(offer));
}

/// <summary>An offer on paper, in the client's language: a version as it was submitted, or what stands now as a draft.</summary>
[UseCase]
public sealed class ReadTenderOffer(UnitOfWork unitOfWork, TenantClock clock)
{
    /// <param name="number">Of the version, from 1; null for the offer as it stands.</param>
    public Task<Result<Printed>> ExecuteAsync(TenderId id, int? number, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<Printed>(this, Permission.ReadOrders, async db =>
        {
            if (await TenderReading.FindAsync(db, id, ct) is not var (tender, settings))
            {
                return new NoSuchTender();
            }

            var version = tender.Versions.FirstOrDefault(each => each.Number == number);

            if (number is not null && version is null)
            {
                return new NoSuchTenderVersion();
            }

            var basis = await OfferBasis.ReadAsync(db, clock, tender, settings, ct);
            var (name, bytes) = OfferBasis.Print(basis.Describe(basis.Client.Language, version));

            return new Printed(name, bytes);
        }, ct);

    public sealed record Printed(string Name, byte[] Bytes);
}

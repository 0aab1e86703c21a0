using System.Text.Json.Serialization;
using AdvPortal.Application.Outbox;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Complaints;
using AdvPortal.Domain.Tenants;
using AdvPortal.Exchange.Complaints;
using AdvPortal.Exchange.Mail;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;
using FluentValidation;

namespace AdvPortal.Application.Complaints;

/// <summary>On which paper a client is answered.</summary>
[JsonConverter(typeof(CamelCaseEnum<ComplaintPaper>))]
public enum ComplaintPaper { Letter, EightD }

/// <summary>All that an answer to one complaint needs to know, read once; and the papers themselves.</summary>
internal sealed record AnswerBasis(Complaint Complaint, TenantSettings Settings, Correspondents People, (string Number, string Sentence)? Requirement, ComplaintView View, TenantClock Clock)
{
    public static async Task<AnswerBasis> ReadAsync(AdvDbContext db, TenantClock clock, Complaint complaint, TenantSettings settings, CancellationToken ct)
    {
        var requirement = complaint.RequirementId;
        var visit = new Visit(db);
        var around = ComplaintReading.AskAround(db, visit, clock, [complaint]);
        var people = Correspondents.Ask(db, visit, clock, complaint.ClientId);
        var learnt = visit.Ask(db.Requirements.AsNoTracking().Where(r => r.Id == requirement).Include(r => r.Revisions).AsSingleQuery());
        await visit.GoAsync(ct);

        return new(
            complaint, settings, people(), learnt.Only is { } it ? (Domain.Requirements.Requirement.Name(it.Number), it.Current.Sentence) : null,
            ComplaintView.Of(complaint, around()), clock);
    }

    /// <summary>Whoever complained first, then those who look after quality.</summary>
    public IEnumerable<Contact> Addressees => People.Contacts.Where(c => c.Email is not null).OrderBy(c => c.Id != Complaint.ContactId).ThenBy(c => c.Role is not ContactRole.Quality).ThenBy(c => c.Name, StringComparer.Ordinal);

    public ComplaintReport Describe(string language, string? answer) => new()
    {
        Language = language,
        Number = Complaint.Number,
        IssuedOn = Clock.Today,
        OpenedOn = Clock.DayOf(Complaint.OpenedAt),
        Company = Settings.LegalName,
        Client = People.Client.Name,
        Contact = View.ContactName,
        Subject = Complaint.Subject,
        Description = Complaint.Description,
        Currency = Complaint.Currency,
        Lines = [.. View.Lines.Select(l => new ReportLine(l.BuyerCode ?? l.ProductCode ?? "", l.Description, l.OrderNumber, l.DeliveryNumber, l.Quantity, l.Unit, l.ReceivedInstead, l.Amount, l.Settlement))],
        Team = [.. Complaint.Team.Select(m => (m.Name, m.Role))],
        Problem = Complaint.Problem,
        Actions = [.. View.Actions.Select(a => new ReportAction(a.Kind, a.Text, a.Who, a.DueOn, a.DoneAt is { } at ? Clock.DayOf(at) : null))],
        Analysis = Complaint.Analysis,
        Verification = Complaint.Verification,
        Requirement = Requirement,
        Credits = [.. View.Credits.Where(c => c.Status is CreditStatus.Approved).Select(c => (c.Number, c.Amount))],
        Steps = [.. Complaint.Steps.Select(s => new ReportStep(s.Discipline, s.DueOn, s.DoneAt is { } at ? Clock.DayOf(at) : null))],
        Answer = answer ?? Complaint.Answer,
        Answering = People.Answering is { } member ? (member.Name, member.Email) : null,
    };

    public static (string Name, byte[] Bytes) Print(ComplaintReport report, ComplaintPaper paper) => paper is ComplaintPaper.EightD
        ? ($"8D-{report.Number}.pdf", ComplaintPdf.Write8D(report))
        : ($"{report.Number}.pdf", ComplaintPdf.WriteLetter(report));
}

/// <summary>The answer to a complaint as it stands now, on paper: a letter, or the report of the eight disciplines, in the client's language.</summary>
[UseCase]
public sealed class ReadComplaintPaper(UnitOfWork unitOfWork, TenantClock clock)
{
    public Task<Result<Printed>> ExecuteAsync(ComplaintId id, ComplaintPaper paper, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<Printed>(this, Permission.ReadOrders, async db =>
        {
            if (await ComplaintReading.FindAsync(db, id, ct) is not var (complaint, settings))
            {
                return new NoSuchComplaint();
            }

            var basis = await AnswerBasis.ReadAsync(db, clock, complaint, settings, ct);
            var (name, bytes) = AnswerBasis.Print(basis.Describe(basis.People.Client.Language, answer: null), paper);

            return new Printed(name, bytes);
        }, ct);

    public sealed record Printed(string Name, byte[] Bytes);
}

/// <summary>Drafts the answer to a complaint: a person reads it before it leaves.</summary>
[UseCase]
public sealed class DraftComplaintAnswer(UnitOfWork unitOfWork, TenantClock clock, CurrentMember member)
{
    public Task<Result<Drafted>> ExecuteAsync(ComplaintId id, ComplaintPaper paper, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<Drafted>(this, Permission.HandleComplaints, async db =>
        {
            if (await ComplaintReading.FindAsync(db, id, ct) is not var (complaint, settings))
            {
                return new NoSuchComplaint();
            }

            var basis = await AnswerBasis.ReadAsync(db, clock, complaint, settings, ct);
            var me = await db.Members.Where(m => m.Id == member.Id).Select(m => m.Name).SingleOrDefaultAsync(ct);
            var to = basis.Addressees.FirstOrDefault();
            var language = to?.Language ?? basis.People.Client.Language;
            var (subject, text) = ComplaintMail.Draft(
                language, to?.Name, complaint.Number, complaint.Subject, complaint.Analysis.RootCause,
                basis.View.Actions.Where(a => a.DoneAt is not null && a.Kind is not ComplaintActionKind.Preventive).Select(a => a.Text), settings.LegalName, me ?? basis.People.Answering?.Name);

            return new Drafted([.. basis.Addressees.Select(c => new Recipient(c.Name, c.Email!))], to?.Email, subject, text, paper);
        }, ct);

    public sealed record Recipient(string Name, string Address);

    /// <param name="Recipients">Who may be written to.</param>
    /// <param name="To">The first of them; null where nobody has an address.</param>
    public sealed record Drafted(IReadOnlyList<Recipient> Recipients, string? To, string Subject, string Text, ComplaintPaper Paper);
}

/// <summary>Answers the client: by mail with a paper attached, or, without an address, notes what was said by telephone.</summary>
[UseCase]
public sealed class AnswerComplaint(ActOnComplaint act, Mailer mailer, MailSettings mail, TenantClock clock, IValidator<AnswerComplaint.Form> validator)
{
    public Task<Result<ComplaintView>> ExecuteAsync(ComplaintId id, Form form, int? version, CancellationToken ct = default) =>
        act.RunAsync(
            this, Permission.HandleComplaints, id, version,
            async (db, complaint, settings) =>
            {
                if (await validator.RefuseAsync(form, ct) is { } invalid)
                {
                    return invalid;
                }

                var told = complaint.Tell(form.Text!, clock.Now);

                if (!told.IsOk || string.IsNullOrWhiteSpace(form.To))
                {
                    return told;
                }

                var basis = await AnswerBasis.ReadAsync(db, clock, complaint, settings, ct);

                if (basis.People.At(form.To.Trim()) is not { } to)
                {
                    return new Domain.Orders.AddressOfNobody(form.To.Trim());
                }

                var paper = AnswerBasis.Print(basis.Describe(Correspondents.LanguageOf(to), form.Text), form.Paper);
                new PaperMail(to, form.Subject!, form.Text!, paper, complaint.Id.Value).Send(db, mailer, mail, settings, basis.People);

                return Result.Ok;
            },
            ct);

    public sealed class Form
    {
        /// <summary>The address of one of the client's contacts; null where the client was told otherwise.</summary>
        public string? To { get; set; }

        public string? Subject { get; set; }

        /// <summary>An empty line parts paragraphs, a dash begins a point.</summary>
        public string? Text { get; set; }

        /// <summary>What is attached.</summary>
        public ComplaintPaper Paper { get; set; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(f => f.Subject).NotEmpty().When(f => !string.IsNullOrWhiteSpace(f.To)).WithMessage("EnterSubject").MaximumLength(Domain.Orders.Clarification.SubjectMaxLength).WithMessage("SubjectTooLong");
            RuleFor(f => f.Text).NotEmpty().WithMessage("EnterText").MaximumLength(Complaint.AnswerMaxLength).WithMessage("TextTooLong");
        }
    }
}

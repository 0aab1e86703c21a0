using AdvPortal.Application.Outbox;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Requirements;
using AdvPortal.Exchange.Mail;
using AdvPortal.Exchange.Requirements;
using AdvPortal.Persistence.Outbox;
using FluentValidation;

namespace AdvPortal.Application.Requirements;

/// <summary>Asks somebody at a client's whether what they once told us still holds: by mail, with the sheet and a link to answer. A newer question ends the one before.</summary>
[UseCase]
public sealed class AskForReconfirmation(UnitOfWork unitOfWork, Mailer mailer, MailSettings settings, TenantClock clock, RuleWording wording, IValidator<AskForReconfirmation.Form> validator)
{
    public Task<Result<ReconfirmationView>> ExecuteAsync(ClientId id, Form form, CancellationToken ct = default)
    {
        var asked = Ids.New<ReconfirmationId>();

        return unitOfWork.RunAsync<Result<ReconfirmationView>>(this, Permission.ManageRequirements, asked, async db =>
        {
            if (await db.Clients.Include(c => c.Sites).Include(c => c.Contacts).AsSplitQuery().SingleOrDefaultAsync(c => c.Id == id, ct) is not { } client)
            {
                return new NoSuchClient();
            }

            if (await validator.RefuseAsync(form, ct) is { } invalid)
            {
                return invalid;
            }

            if (client.Contacts.SingleOrDefault(c => c.Id == form.ContactId) is not { ErasedAt: null } contact)
            {
                return new NoSuchContact();
            }

            if (string.IsNullOrWhiteSpace(contact.Email))
            {
                return new ContactWithoutAddress();
            }

            var basis = (await SheetBasis.ReadAsync(db, clock, client, ct)).First(Reconfirmation.MostRequirements);

            if (basis.InForce.Count == 0)
            {
                return new NothingToReconfirm();
            }

            foreach (var before in await db.Reconfirmations.Where(r => r.ContactId == contact.Id && r.AnsweredAt == null && r.ExpiresAt > clock.Now).ToListAsync(ct))
            {
                before.Withdraw(clock.Now);
            }

            var language = Correspondents.LanguageOf(contact);
            var token = Reconfirmation.NewToken();
            var question = new Reconfirmation(asked, client.Id, contact.Id, language, [.. basis.InForce.Select(pair => new ShownRequirement(pair.Requirement.Id, pair.Revision.Revision))], token, clock.Now);
            db.Reconfirmations.Add(question);

            var sheet = basis.Describe(language, wording);
            var slug = await db.Tenants.Where(t => t.Id == db.Tenant).Select(t => t.Slug).SingleAsync(ct);
            var words = ReconfirmationMail.Write(sheet, contact.Name, mailer.LinkTo(slug, $"confirm/{token}"), clock.DayOf(question.ExpiresAt));
            mailer.Send(db, new(MailKind.Other, words, language, new Mailbox(contact.Email, contact.Name))
            {
                From = new(settings.From.Address, basis.Company),
                ReplyTo = basis.Answering is { } member ? new(member.Email, member.Name) : null,
                Attachments = [new(FileNameOf(client.Code), "application/pdf", RequirementSheetPdf.Write(sheet))],
                About = asked.Value,
                ClientId = client.Id,
            });

            return ReconfirmationView.Of(question, contact.Name, clock.Now);
        }, ct);
    }

    /// <summary>EX-C-0147.pdf: the client's code, without what a file's name cannot hold.</summary>
    public static string FileNameOf(string code) => $"EX-{string.Concat(code.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '-'))}.pdf";

    public sealed class Form
    {
        public ContactId? ContactId { get; set; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator() => RuleFor(f => f.ContactId).NotNull().WithMessage("ChooseContact");
    }
}

using AdvPortal.Application.Outbox;
using AdvPortal.Exchange.Mail;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Outbox;

namespace AdvPortal.Application.Members;

/// <summary>Puts the mails about accounts into the outbox of the transaction that gives cause to them.</summary>
internal static class AccountMails
{
    /// <param name="mailer">Sends it.</param>
    /// <param name="db">The context of the work.</param>
    /// <param name="to">Whom it is about.</param>
    /// <param name="occasion">Why it is written.</param>
    /// <param name="invitedBy">The name of who invites; null where nobody does.</param>
    /// <param name="path">Where the link leads inside the company: empty for its door.</param>
    /// <param name="ct">Ends the work.</param>
    public static async Task SendLinkAsync(this Mailer mailer, AdvDbContext db, Member to, PasswordMail.Occasion occasion, string? invitedBy, string path, CancellationToken ct)
    {
        var company = await (from settings in db.TenantSettings join tenant in db.Tenants on settings.TenantId equals tenant.Id select new { settings.LegalName, tenant.Slug }).SingleAsync(ct);
        var text = PasswordMail.Write(occasion, to.Language, to.Name, company.LegalName, invitedBy, mailer.LinkTo(company.Slug, path));
        var kind = occasion is PasswordMail.Occasion.Forgotten ? MailKind.PasswordReset : MailKind.Invitation;
        mailer.Send(db, new(kind, text, to.Language, new Mailbox(to.Email, to.Name)) { About = to.Id.Value });
    }
}

using AdvPortal.Application.Outbox;
using AdvPortal.Exchange.Mail;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Members;

/// <summary>Puts the mails about accounts into the outbox of the transaction that gives cause to them.</summary>
internal static class AccountMails
{
    public static async Task SendLinkAsync(
        this AdvDbContext db, TenantId tenant, Member to, PasswordMail.Occasion occasion, string? invitedBy, Uri link, DateTimeOffset now, CancellationToken ct)
    {
        var sender = await db.TenantSettings.Select(s => new { s.LegalName, s.MailFrom }).SingleAsync(ct);
        var text = PasswordMail.Write(occasion, to.Language, to.Name, sender.LegalName, invitedBy, link);
        var from = new Mailbox(sender.MailFrom ?? $"adv@{link.Host}", sender.LegalName);
        var mail = new OutgoingMail
        {
            From = from,
            To = [new(to.Email, to.Name)],
            Subject = text.Subject,
            TextBody = text.TextBody,
            HtmlBody = text.HtmlBody,
            MessageId = OutgoingMail.StableMessageId(Guid.CreateVersion7(), from),
            Language = to.Language,
            WrittenAt = now,
        };
        using var content = new MemoryStream();
        await MailMessage.Build(mail, from).WriteToAsync(content, ct);
        db.Send(tenant, to.Email, text.Subject, content.ToArray(), to.Id.Value, now, TimeSpan.Zero);
    }
}

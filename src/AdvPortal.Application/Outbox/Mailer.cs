using System.Text.Json;
using AdvPortal.Exchange.Mail;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Outbox;

namespace AdvPortal.Application.Outbox;

/// <summary>
/// Puts mails into the outbox of the transaction that gives cause to them: they leave if, and only if, the change is committed.
/// A use case takes a <see cref="Mailer"/> and says, inside its unit of work:
/// <code>mailer.Send(db, new(MailKind.Invitation, words, language, new Mailbox(email, name)) { About = member.Id.Value });</code>
/// The words come from a <see cref="MailTextBuilder"/>; an absolute address for a link in them from <see cref="LinkTo"/>.
/// </summary>
/// <remarks>
/// A mail belongs to the tenant of the scope. What concerns a login of no tenant in particular, such as a forgotten password, belongs to the
/// tenant at whose door it was asked for (<c>CurrentMember.Visit</c>), else to any tenant of the login: the outbox of a tenant is the only one there is.
/// </remarks>
public sealed class Mailer(MailSettings settings, TenantClock clock)
{
    /// <summary>An address that works outside: https://portal.example/visserie-du-perche/invitation/…; <paramref name="slug"/> empty for the portal itself.</summary>
    public Uri LinkTo(string slug, string path) => new(settings.PublicAddress, slug.Length == 0 ? path : $"{slug}/{path}");

    internal OutboxMessage Send(AdvDbContext db, Letter letter)
    {
        var tenant = db.Tenant ?? throw new InvalidOperationException("A mail leaves for a tenant.");
        var id = Ids.New<MessageId>();
        var from = letter.From ?? settings.From;
        var mail = new OutgoingMail
        {
            From = from,
            ReplyTo = letter.ReplyTo,
            To = letter.To,
            Subject = letter.Text.Subject,
            TextBody = letter.Text.TextBody,
            HtmlBody = letter.Text.HtmlBody,
            Attachments = letter.Attachments,
            AnswersTo = letter.AnswersTo,
            MessageId = OutgoingMail.StableMessageId(id.Value, from),
            Language = letter.Language,
        };
        var message = new OutboxMessage(
            id, letter.Kind, string.Join(", ", letter.To.Select(to => to.Address)), letter.Text.Subject,
            Write(mail), letter.About, letter.ClientId, clock.Now, clock.Now + letter.Delay);
        db.Outbox.Add(message);
        db.OutboxTurns.Add(new(id, tenant, message.DueAt));

        return message;
    }

    internal static byte[] Write(OutgoingMail mail) => JsonSerializer.SerializeToUtf8Bytes(mail);

    internal static OutgoingMail Open(byte[] content) => JsonSerializer.Deserialize<OutgoingMail>(content)!;
}

/// <summary>A mail as a use case gives it to the <see cref="Mailer"/>.</summary>
internal sealed record Letter(MailKind Kind, MailText Text, string Language, params IReadOnlyList<Mailbox> To)
{
    /// <summary>The portal's own sender where it is left out.</summary>
    public Mailbox? From { get; init; }

    public Mailbox? ReplyTo { get; init; }

    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];

    /// <summary>Message-IDs of what it answers to, the oldest first.</summary>
    public IReadOnlyList<string> AnswersTo { get; init; } = [];

    /// <summary>The id of what it tells of.</summary>
    public Guid? About { get; init; }

    public ClientId? ClientId { get; init; }

    /// <summary>How long it can be taken back.</summary>
    public TimeSpan Delay { get; init; }
}

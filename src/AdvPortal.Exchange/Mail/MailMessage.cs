using MimeKit;

namespace AdvPortal.Exchange.Mail;

/// <summary>Puts a mail into its MIME form. Nothing of what people typed can add a header or a recipient.</summary>
public static class MailMessage
{
    /// <summary>Throws <see cref="FormatException"/> when there is no recipient or an address is none.</summary>
    public static MimeMessage Build(OutgoingMail mail, Mailbox defaultFrom)
    {
        if (mail.To.Count == 0)
        {
            throw new FormatException("A mail needs a recipient.");
        }

        var message = new MimeMessage { Subject = OneLine(mail.Subject), MessageId = mail.MessageId };
        message.From.Add(Address(mail.From ?? defaultFrom));
        message.To.AddRange(mail.To.Select(Address));
        message.Cc.AddRange(mail.Cc.Select(Address));

        if (mail.ReplyTo is { } replyTo)
        {
            message.ReplyTo.Add(Address(replyTo));
        }

        if (mail.WrittenAt is { } writtenAt)
        {
            message.Date = writtenAt;
        }

        foreach (var id in mail.AnswersTo.Select(OneLine).Where(id => id.Length > 0 && !id.Contains(' ', StringComparison.Ordinal)))
        {
            message.References.Add(id);
            message.InReplyTo = id;
        }

        var body = new BodyBuilder { TextBody = mail.TextBody, HtmlBody = mail.HtmlBody };

        foreach (var attachment in mail.Attachments)
        {
            var type = ContentType.TryParse(attachment.ContentType, out var known) ? known : new ContentType("application", "octet-stream");
            body.Attachments.Add(FileName(attachment.Name), attachment.Bytes, type);
        }

        message.Body = body.ToMessageBody();
        message.Body.Headers.Replace(HeaderId.ContentLanguage, OneLine(mail.Language));

        return message;
    }

    private static MailboxAddress Address(Mailbox mailbox)
    {
        var isAddress = !mailbox.Address.Any(character => char.IsControl(character) || char.IsWhiteSpace(character) || character is ',' or ';' or '<' or '>')
            && MailboxAddress.TryParse(mailbox.Address, out var parsed)
            && parsed.Address.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
            && at < parsed.Address.Length - 1;

        return isAddress
            ? new MailboxAddress(mailbox.Name is { } name ? OneLine(name) : null, mailbox.Address)
            : throw new FormatException($"« {OneLine(mailbox.Address)} » is not an e-mail address.");
    }

    private static string FileName(string name) => OneLine(name[(name.LastIndexOfAny(['/', '\\']) + 1)..]);

    private static string OneLine(string text) =>
        string.Concat(text.Select(character => char.IsControl(character) || character is '\u2028' or '\u2029' ? ' ' : character)).Trim();
}

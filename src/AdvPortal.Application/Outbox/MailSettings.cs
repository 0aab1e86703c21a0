using AdvPortal.Exchange.Mail;

namespace AdvPortal.Application.Outbox;

/// <summary>How this installation mails, and the address under which the links in its mails lead back.</summary>
public sealed record MailSettings
{
    /// <summary>The server that takes our mail; null means that none is set up.</summary>
    public SmtpOptions? Smtp { get; init; }

    /// <summary>The sender where a company has none of its own.</summary>
    public required Mailbox From { get; init; }

    /// <summary>Scheme, host and port, a slash at the end.</summary>
    public required Uri PublicAddress { get; init; }

    /// <summary>Without a server, in Development: what is sent stays here and is read on the mailbox page.</summary>
    public bool KeepsMails { get; init; }

    /// <summary>The way of mails out of the portal.</summary>
    public MailTransport Transport => (Smtp, KeepsMails) switch
    {
        ({ } smtp, _) => (mail, ct) => SmtpSender.SendAsync(mail, smtp, ct),
        (null, true) => (_, _) => Task.FromResult(new SendResult(SendOutcome.Sent)),
        (null, false) => (_, _) => Task.FromResult(new SendResult(SendOutcome.Temporary, "Smtp:Host is not set.")),
    };
}

/// <summary>Hands one mail over and says what came of it; the same mail may come again under the same Message-ID.</summary>
public delegate Task<SendResult> MailTransport(OutgoingMail mail, CancellationToken ct);

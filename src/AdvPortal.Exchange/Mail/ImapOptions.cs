using AdvPortal.Domain.Intake;

namespace AdvPortal.Exchange.Mail;

/// <summary>How a mailbox is reached.</summary>
/// <param name="Folder">As the server names it, such as <c>INBOX</c> or <c>INBOX/Commandes</c>.</param>
/// <param name="HandledFolder">Where handled messages go; null leaves them, marked as seen.</param>
public sealed record ImapOptions(string Host, int Port, MailboxSecurity Security, string User, string Password, string Folder, string? HandledFolder = null)
{
    /// <summary>For each word with the server.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);

    // A record prints what it holds; a password never is.
    public override string ToString() => $"{User} at {Host}:{Port}";
}

/// <summary>A mailbox could not be used; expected of every server now and then.</summary>
/// <param name="trouble">What stood in the way.</param>
/// <param name="detail">The name of the folder, why the certificate is not believed, or the server's own word.</param>
public sealed class ImapException(MailboxTrouble trouble, string detail) : Exception(detail)
{
    public MailboxTrouble Trouble { get; } = trouble;
}

/// <summary>A message as the folder lists it.</summary>
/// <param name="Size">Bytes; null where the server does not say.</param>
/// <param name="MessageId">RFC 5322, 3.6.4, without the angle brackets.</param>
/// <param name="AnswersTo">The messages that it names as those it answers (RFC 5322, 3.6.4), without the angle brackets.</param>
public sealed record ImapItem(long Uid, long? Size, string? MessageId, string? From, string? Subject, IReadOnlyList<string> AnswersTo);

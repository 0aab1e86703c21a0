using AdvPortal.Domain.Intake;
using AdvPortal.Exchange.Mail;

namespace AdvPortal.Application.Intake;

/// <summary>From the settings of a mailbox to the mailbox, and from what goes wrong there to what is said of it.</summary>
internal static class MailboxAccess
{
    public static ImapOptions? Options(OrderMailbox mailbox, SecretBox secrets) => secrets.Open(mailbox.Password) is { } password
        ? Options(mailbox.Host, mailbox.Port, mailbox.Security, mailbox.User, password, mailbox.Folder, mailbox.HandledFolder)
        : null;

    public static ImapOptions Options(string host, int port, MailboxSecurity security, string user, string password, string folder, string? handled) =>
        new(host, port, security, user, password, folder, handled);

    public static Refusal Refusal(MailboxTrouble trouble, string? detail, string host, int port, string user) => trouble switch
    {
        MailboxTrouble.HostUnknown => new MailboxHostUnknown(host),
        MailboxTrouble.Refused => new MailboxConnectionRefused(host, port),
        MailboxTrouble.Unreachable => new MailboxUnreachable(host, port),
        MailboxTrouble.NoTls => new MailboxWithoutTls(host, port),
        MailboxTrouble.Certificate => new MailboxCertificateRefused(host, detail ?? ""),
        MailboxTrouble.PasswordRefused => new MailboxPasswordRefused(user),
        MailboxTrouble.FolderMissing => new MailboxFolderMissing(detail ?? ""),
        MailboxTrouble.PasswordLost => new MailboxPasswordLost(),
        _ => new MailboxTroubled(detail ?? ""),
    };
}

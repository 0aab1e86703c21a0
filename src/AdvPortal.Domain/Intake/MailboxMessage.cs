using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AdvPortal.Domain.Intake;

public enum MailboxMessageStatus
{
    /// <summary>Somebody is at it, or died over it.</summary>
    Underway,

    /// <summary>It is an order document now.</summary>
    Taken,

    /// <summary>Left in the mailbox for a person, with the reason.</summary>
    SetAside,
}

/// <summary>Why a message was left in the mailbox.</summary>
public enum MailboxReason
{
    TooLarge,
    TypeRefused,

    /// <summary>It failed three times.</summary>
    GivenUp,

    /// <summary>The portal sent it itself.</summary>
    OwnMail,
}

/// <summary>That a message was met in the mailbox: each is handled once, however often it is delivered or met.</summary>
public sealed class MailboxMessage : TenantOwned
{
    public const int MostTries = 3;
    public const int TextMaxLength = 200;

    private MailboxMessage() { }

    public MailboxMessage(byte[] key, string? sender, string? subject, DateTimeOffset now) =>
        (Key, Sender, Subject, MetAt, Tries) = (key, Cut(sender), Cut(subject), now, 1);

    public Guid Id { get; private set; } = Ids.Next();

    /// <summary>SHA-256 of the Message-ID and the subject; of the place in the mailbox where a message has none.</summary>
    public byte[] Key { get; private set; } = null!;

    public MailboxMessageStatus Status { get; private set; }
    public int Tries { get; private set; }
    public OrderDocumentId? DocumentId { get; private set; }
    public MailboxReason? Reason { get; private set; }

    [PersonalData]
    public string? Sender { get; private set; }

    [PersonalData]
    public string? Subject { get; private set; }

    public DateTimeOffset MetAt { get; private set; }

    /// <param name="messageId">Unique by the standard (RFC 5322, 3.6.4), and used again by programs that do not know it.</param>
    /// <param name="subject">Tells two messages under one id apart: taking them for one would lose an order.</param>
    /// <param name="validity">UIDVALIDITY of the folder.</param>
    /// <param name="uid">Its UID there.</param>
    public static byte[] KeyOf(string? messageId, string? subject, long validity, long uid) => SHA256.HashData(Encoding.UTF8.GetBytes(
        string.IsNullOrWhiteSpace(messageId) ? string.Create(CultureInfo.InvariantCulture, $"{validity}/{uid}") : $"<{messageId.Trim().Trim('<', '>')}>{subject?.Trim()}"));

    public void TryAgain() => Tries++;

    public void Became(OrderDocumentId document) => (Status, DocumentId) = (MailboxMessageStatus.Taken, document);

    public void SetAside(MailboxReason reason) => (Status, Reason) = (MailboxMessageStatus.SetAside, reason);

    private static string? Cut(string? text) => text is null ? null : WholeText.Cut(text, TextMaxLength);
}

namespace AdvPortal.Domain.Intake;

/// <summary>What stood in the way of a mailbox.</summary>
public enum MailboxTrouble
{
    HostUnknown,
    Refused,
    Unreachable,
    NoTls,
    Certificate,
    PasswordRefused,
    FolderMissing,
    PasswordLost,
    Other,
}

/// <summary>How far the watching of a mailbox has come, apart from its settings: it moves every minute, and nobody edits it.</summary>
public sealed class MailboxWatch : TenantOwned
{
    public const int DetailMaxLength = 300;

    /// <summary>A server that is down is asked again after one, two, four… minutes, and every half hour at last.</summary>
    private const int MostMinutes = 30;

    private MailboxWatch() { }

    public MailboxWatch(Guid mailbox) => Id = mailbox;

    /// <summary>That of the mailbox.</summary>
    public Guid Id { get; private set; }

    /// <summary>The proof of the node that is at it.</summary>
    public Guid? TakenBy { get; private set; }

    /// <summary>After that, whoever is at it is taken for dead.</summary>
    public DateTimeOffset? TakenUntil { get; private set; }

    /// <summary>Not before that moment.</summary>
    public DateTimeOffset NextAt { get; private set; }

    /// <summary>RFC 9051, 2.3.1.1: under another one, the numbers of messages mean other messages. Null before the first look.</summary>
    public long? UidValidity { get; private set; }

    /// <summary>Every message up to this number is handled.</summary>
    public long LastUid { get; private set; }

    public DateTimeOffset? LastSeenAt { get; private set; }

    /// <summary>Messages taken in so far.</summary>
    public int Taken { get; private set; }

    public int Failures { get; private set; }

    public MailboxTrouble? Trouble { get; private set; }

    /// <summary>The server's own word; it may name an address.</summary>
    [PersonalData]
    public string? Detail { get; private set; }

    /// <summary>The folder was opened: numbers of another validity start anew.</summary>
    public void Opened(long validity)
    {
        if (UidValidity != validity)
        {
            (UidValidity, LastUid) = (validity, 0);
        }
    }

    public void Saw(DateTimeOffset now, DateTimeOffset nextAt) => (LastSeenAt, NextAt, Failures, Trouble, Detail, TakenBy, TakenUntil) = (now, nextAt, 0, null, null, null, null);

    public void HandledUpTo(long uid, int taken) => (LastUid, Taken) = (Math.Max(LastUid, uid), Taken + taken);

    public void Failed(MailboxTrouble trouble, string? detail, DateTimeOffset now)
    {
        (Failures, Trouble, Detail) = (Failures + 1, trouble, detail is null ? null : WholeText.Cut(detail, DetailMaxLength));
        (NextAt, TakenBy, TakenUntil) = (now.AddMinutes(Math.Min(MostMinutes, 1 << Math.Min(Failures - 1, 5))), null, null);
    }

    /// <summary>Somebody changed the settings: at once, and from the beginning of another folder.</summary>
    public void StartOver(DateTimeOffset now, bool isSameFolder)
    {
        (NextAt, Failures, Trouble, Detail) = (now, 0, null, null);
        (UidValidity, LastUid) = isSameFolder ? (UidValidity, LastUid) : (null, 0);
    }
}

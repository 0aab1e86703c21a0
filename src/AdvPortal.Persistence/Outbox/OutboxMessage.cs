namespace AdvPortal.Persistence.Outbox;

public enum OutboxStatus
{
    /// <summary>Until its time has come, or until the next try.</summary>
    Waiting,

    /// <summary>A node has it on the wire, or died with it there: it can no longer be taken back.</summary>
    Sending,
    Sent,
    Failed,
    Cancelled,
}

/// <summary>What a mail is for: several of a kind about one thing are tries at the same, and the last counts.</summary>
public enum MailKind { Acknowledgement, PromiseNotice, Invitation, PasswordReset, Other }

/// <summary>A mail that leaves after the change it tells of was committed.</summary>
public sealed class OutboxMessage : TenantOwned
{
    private OutboxMessage() { }

    public OutboxMessage(MessageId id, MailKind kind, string to, string subject, byte[] content, Guid? subjectId, ClientId? client, DateTimeOffset now, DateTimeOffset dueAt)
    {
        (Id, Kind, To, Subject, Content, SubjectId, ClientId) = (id, kind, to, subject, content, subjectId, client);
        (CreatedAt, DueAt) = (now, dueAt);
    }

    public MessageId Id { get; private set; }

    public MailKind Kind { get; private set; }

    /// <summary>Addresses, a comma between them.</summary>
    [PersonalData]
    public string To { get; private set; } = null!;

    [PersonalData]
    public string Subject { get; private set; } = null!;

    /// <summary>JSON of the whole mail with its attachments and its stable Message-ID.</summary>
    [PersonalData]
    public byte[] Content { get; private set; } = null!;

    /// <summary>What it tells of, such as an order.</summary>
    public Guid? SubjectId { get; private set; }

    public ClientId? ClientId { get; private set; }
    public OutboxStatus Status { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it leaves, or is tried again.</summary>
    public DateTimeOffset DueAt { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>How often it was on the wire, whatever came of it.</summary>
    public int Attempts { get; private set; }

    /// <summary>The server's or the network's word; it may name an address.</summary>
    [PersonalData]
    public string? LastError { get; private set; }

    /// <summary>Nobody outside can have seen it.</summary>
    public bool CanBeTakenBack => Status is OutboxStatus.Waiting && Attempts == 0;

    public bool IsUnderway => Status is OutboxStatus.Waiting or OutboxStatus.Sending;

    /// <summary>Leaves no sooner than then.</summary>
    public void Defer(DateTimeOffset until) => DueAt = until;

    public void Start() => (Status, Attempts) = (OutboxStatus.Sending, Attempts + 1);

    public void Sent(DateTimeOffset now) => (Status, SentAt, LastError) = (OutboxStatus.Sent, now, null);

    public void Postpone(string error, DateTimeOffset until) => (Status, LastError, DueAt) = (OutboxStatus.Waiting, error, until);

    public void Fail(string error) => (Status, LastError) = (OutboxStatus.Failed, error);

    public void Cancel() => Status = OutboxStatus.Cancelled;
}

namespace AdvPortal.Persistence.Outbox;

public enum OutboxStatus { Waiting, Sent, Failed, Cancelled }

/// <summary>A mail that leaves after the change it tells of was committed: as it will be sent, byte for byte.</summary>
public sealed class OutboxMessage : TenantOwned
{
    private OutboxMessage() { }

    public OutboxMessage(string to, string subject, byte[] content, Guid? subjectId, DateTimeOffset now, DateTimeOffset dueAt)
    {
        (To, Subject, Content, SubjectId) = (to, subject, content, subjectId);
        (CreatedAt, DueAt) = (now, dueAt);
    }

    public MessageId Id { get; private set; } = Ids.New<MessageId>();

    [PersonalData]
    public string To { get; private set; } = null!;

    [PersonalData]
    public string Subject { get; private set; } = null!;

    /// <summary>RFC 5322 message with its attachments and its stable Message-ID.</summary>
    [PersonalData]
    public byte[] Content { get; private set; } = null!;

    /// <summary>What it tells of, such as an order.</summary>
    public Guid? SubjectId { get; private set; }

    public OutboxStatus Status { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset DueAt { get; private set; }
    public DateTimeOffset? SentAt { get; private set; }
    public int Attempts { get; private set; }
    public string? LastError { get; private set; }

    public void Sent(DateTimeOffset now) => (Status, SentAt, LastError) = (OutboxStatus.Sent, now, null);

    public void Failed(string error, DateTimeOffset? retryAt)
    {
        (Attempts, LastError) = (Attempts + 1, error);
        (Status, DueAt) = retryAt is { } at ? (OutboxStatus.Waiting, at) : (OutboxStatus.Failed, DueAt);
    }

    public void Cancel() => Status = OutboxStatus.Cancelled;
}

/// <summary>That a message of some tenant is due: the queue that every node claims from, and which therefore holds nothing but ids.</summary>
public sealed class OutboxTurn
{
    private OutboxTurn() { }

    public OutboxTurn(MessageId message, TenantId tenant, DateTimeOffset dueAt) => (Id, TenantId, DueAt) = (message, tenant, dueAt);

    public MessageId Id { get; private set; }
    public TenantId TenantId { get; private set; }

    /// <summary>When it may be claimed: the due time first, then the end of a lease or of a pause before another try.</summary>
    public DateTimeOffset DueAt { get; private set; }
}

namespace AdvPortal.Persistence.Outbox;

/// <summary>That something of some tenant is due: a queue that every node claims from, and which therefore holds nothing but ids.</summary>
public abstract class Turn<TId> where TId : struct, IId<TId>
{
    private protected Turn() { }

    private protected Turn(TId id, TenantId tenant, DateTimeOffset dueAt) => (Id, TenantId, DueAt) = (id, tenant, dueAt);

    public TId Id { get; private set; }
    public TenantId TenantId { get; private set; }

    /// <summary>When it may be claimed: the due time first, then the end of a lease or of a pause before another try. The end of a lease is also its proof.</summary>
    public DateTimeOffset DueAt { get; private set; }

    public void Defer(DateTimeOffset until) => DueAt = until;

    /// <summary>It need not wait any longer. A node that holds a lease on it loses its proof.</summary>
    public void Hasten(DateTimeOffset now) => DueAt = now;
}

/// <summary>A mail is due.</summary>
public sealed class OutboxTurn : Turn<MessageId>
{
    private OutboxTurn() { }

    public OutboxTurn(MessageId message, TenantId tenant, DateTimeOffset dueAt) : base(message, tenant, dueAt) { }
}

/// <summary>A message to a webhook is due.</summary>
public sealed class WebhookTurn : Turn<WebhookMessageId>
{
    private WebhookTurn() { }

    public WebhookTurn(WebhookMessageId message, TenantId tenant, DateTimeOffset dueAt) : base(message, tenant, dueAt) { }
}

namespace AdvPortal.Persistence.Common;

/// <summary>A row that counts the numbers people see: orders, requirements, handoffs.</summary>
public sealed class Counter : TenantOwned
{
    private Counter() { }

    public Guid Id { get; private set; }
    public string Name { get; private set; } = null!;
    public long Value { get; private set; }
}

/// <summary>An answer kept for a request that may be sent again under the same key.</summary>
public sealed class IdempotentAnswer : TenantOwned
{
    private IdempotentAnswer() { }

    public Guid Id { get; private set; }
    public string Key { get; private set; } = null!;
    public byte[] RequestHash { get; private set; } = null!;
    public string? Answer { get; private set; }
    public DateTimeOffset At { get; private set; }
}

/// <summary>What a person typed and has not sent yet. One row a person and a form.</summary>
public sealed class Draft : TenantOwned
{
    private Draft() { }

    public Guid Id { get; private set; }
    public MemberId MemberId { get; private set; }

    /// <summary>Which form, and of what: "handoff/0198…".</summary>
    public string Form { get; private set; } = null!;

    [PersonalData]
    public string Content { get; private set; } = null!;

    public DateTimeOffset SavedAt { get; private set; }
}

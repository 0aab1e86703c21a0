namespace AdvPortal.Domain.Portfolios;

/// <summary>Who owns a client, from which day to which: the dated history of its portfolio. It never changes because of an absence.</summary>
public sealed class Ownership : TenantOwned
{
    public const int ReasonMaxLength = 300;

    private Ownership() { }

    public Ownership(ClientId client, MemberId owner, DateOnly from, string? reason) =>
        (ClientId, OwnerId, From, Reason) = (client, owner, from, reason);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public ClientId ClientId { get; private set; }
    public MemberId OwnerId { get; private set; }

    /// <summary>First day, in the tenant's zone.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day; null while nobody else was named.</summary>
    public DateOnly? Until { get; private set; }

    public string? Reason { get; private set; }

    /// <summary>Ends the day before somebody else begins.</summary>
    public void EndBefore(DateOnly successorFrom) => Until = successorFrom.AddDays(-1);
}

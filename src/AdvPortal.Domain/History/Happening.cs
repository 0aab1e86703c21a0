namespace AdvPortal.Domain.History;

/// <summary>
/// Who did what to what, for whom, when, and how it was before and after. Written once, with the change it tells of, and
/// chained: each entry's hash covers the one before it, so that a missing or altered entry shows.
/// </summary>
public sealed class Happening : TenantOwned
{
    private Happening() { }

    public Guid Id { get; private set; }

    /// <summary>1 for the first entry of the tenant, then without a gap.</summary>
    public long Position { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Null when an API key, a client's contact or the portal itself acted.</summary>
    public MemberId? MemberId { get; private set; }
    public ApiKeyId? ApiKeyId { get; private set; }

    /// <summary>The person at the client's who acted, without an account, through a link that was sent to them.</summary>
    public ContactId? ContactId { get; private set; }

    /// <summary>The absent owner on whose behalf it was done.</summary>
    public MemberId? ActingForId { get; private set; }

    public string UseCase { get; private set; } = null!;
    public string SubjectKind { get; private set; } = null!;
    public Guid SubjectId { get; private set; }
    public ClientId? ClientId { get; private set; }

    /// <summary>JSON, kept to the letter because the hash covers it: what changed, without anything personal.</summary>
    public string Changes { get; private set; } = null!;

    /// <summary>JSON, outside the hash: the personal half of the change, erasable.</summary>
    public string? Personal { get; private set; }

    /// <summary>SHA-256 of what the entry says.</summary>
    public byte[] ContentHash { get; private set; } = null!;

    /// <summary>SHA-256 over the hash before, <see cref="ContentHash"/> and <see cref="ActingForId"/>.</summary>
    public byte[] Hash { get; private set; } = null!;
}

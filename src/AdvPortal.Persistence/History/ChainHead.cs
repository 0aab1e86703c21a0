namespace AdvPortal.Persistence.History;

/// <summary>Where a tenant's history stands: locked last, in the statement that appends, so only for microseconds.</summary>
internal sealed class ChainHead : TenantOwned
{
    public Guid Id { get; private set; }
    public long Position { get; private set; }
    public byte[] Hash { get; private set; } = null!;
}

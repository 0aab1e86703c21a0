namespace AdvPortal.Domain.Orders;

/// <summary>How far the portal has looked at what closes days: what was promised before it is looked at again when calendars or requirements change. One row for each company.</summary>
public sealed class PromiseWatch : TenantOwned
{
    public Guid Id { get; private set; } = Ids.Next();

    /// <summary>The last entry of history that was looked at.</summary>
    public long Position { get; private set; }

    public void Reach(long position) => Position = position;
}

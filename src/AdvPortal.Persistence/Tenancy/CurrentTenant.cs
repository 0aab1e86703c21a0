namespace AdvPortal.Persistence.Tenancy;

/// <summary>The tenant this scope works for: one circuit, one request or one job. Set once; unset means no rows at all.</summary>
public sealed class CurrentTenant
{
    public TenantId? Id { get; private set; }

    /// <summary>The zone in which this tenant's days begin and end.</summary>
    public TimeZoneInfo TimeZone { get; private set; } = TimeZoneInfo.Utc;

    public void Enter(TenantId tenant, TimeZoneInfo timeZone)
    {
        if (Id is not null && Id != tenant)
        {
            throw new InvalidOperationException("This scope already works for another tenant.");
        }

        (Id, TimeZone) = (tenant, timeZone);
    }
}

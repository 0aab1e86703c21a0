using AdvPortal.Persistence.Tenancy;

namespace AdvPortal.Application.Common;

/// <summary>What time it is, and which day it is for the tenant: not for the server.</summary>
public sealed class TenantClock(TimeProvider clock, CurrentTenant tenant)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public DateOnly Today => DayOf(Now);

    public TimeZoneInfo Zone => tenant.TimeZone;

    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, tenant.TimeZone).DateTime);

    /// <summary>The instant at which the tenant's clocks show a time of a day; of two, the first.</summary>
    public DateTimeOffset At(DateOnly day, TimeOnly time) => new DateTimeOffset(day.ToDateTime(time), Zone.GetUtcOffset(day.ToDateTime(time))).ToUniversalTime();

    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, tenant.TimeZone);
}

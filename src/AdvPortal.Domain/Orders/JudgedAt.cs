namespace AdvPortal.Domain.Orders;

/// <summary>The days that count when an order is judged: ours, the site's, and the hour at which the order came in there.</summary>
/// <param name="Today">In the tenant's zone: nothing leaves before it.</param>
/// <param name="SiteToday">In the site's zone: nothing arrives before it.</param>
/// <param name="ReceivedOn">In the site's zone.</param>
/// <param name="ReceivedAt">In the site's zone.</param>
public readonly record struct JudgedAt(DateOnly Today, DateOnly SiteToday, DateOnly ReceivedOn, TimeOnly ReceivedAt)
{
    /// <summary>The hour at which it came in today, in the tenant's zone; null for one of another day.</summary>
    public TimeOnly? CameInAt { get; init; }

    public static JudgedAt Instant(DateTimeOffset now, DateTimeOffset received, TimeZoneInfo tenantZone, TimeZoneInfo siteZone)
    {
        var receivedThere = TimeZoneInfo.ConvertTime(received, siteZone).DateTime;

        return new(Day(now, tenantZone), Day(now, siteZone), DateOnly.FromDateTime(receivedThere), TimeOnly.FromDateTime(receivedThere))
        {
            CameInAt = Day(received, tenantZone) >= Day(now, tenantZone) ? TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(received, tenantZone).DateTime) : null,
        };
    }

    private static DateOnly Day(DateTimeOffset instant, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
}

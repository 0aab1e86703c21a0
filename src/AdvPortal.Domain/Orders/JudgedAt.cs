using AdvPortal.Domain.Common.Calendars;

namespace AdvPortal.Domain.Orders;

/// <summary>The days that count when an order is judged: ours, the site's, and the hour at which the order came in there.</summary>
/// <param name="Today">In the tenant's zone: nothing leaves before it.</param>
/// <param name="SiteToday">In the site's zone: nothing arrives before it.</param>
/// <param name="ReceivedOn">In the site's zone.</param>
/// <param name="ReceivedAt">In the site's zone.</param>
public readonly record struct JudgedAt(DateOnly Today, DateOnly SiteToday, DateOnly ReceivedOn, TimeOnly ReceivedAt)
{
    public static JudgedAt Instant(DateTimeOffset now, DateTimeOffset received, TimeZoneInfo tenantZone, TimeZoneInfo siteZone)
    {
        var receivedThere = TimeZoneInfo.ConvertTime(received, siteZone).DateTime;

        return new(Day(now, tenantZone), Day(now, siteZone), DateOnly.FromDateTime(receivedThere), TimeOnly.FromDateTime(receivedThere));
    }

    private static DateOnly Day(DateTimeOffset instant, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
}

/// <summary>How long goods are on their way.</summary>
/// <param name="WorkingDays">Between leaving and arriving, 0 to 30.</param>
/// <param name="Zone">The public holidays on which nothing leaves.</param>
public sealed record Transport(int WorkingDays = 1, HolidayZone Zone = HolidayZone.FrMetropole)
{
    public static Transport Default { get; } = new();

    /// <summary>The first arrival of what can leave on a day.</summary>
    public DateOnly ArriveOn(DateOnly shipOn) => Common.Calendars.WorkingDays.FirstArrival(shipOn, WorkingDays, Zone);

    public DateOnly ShipOn(DateOnly deliverOn) => Common.Calendars.WorkingDays.Departure(deliverOn, WorkingDays, Zone);
}

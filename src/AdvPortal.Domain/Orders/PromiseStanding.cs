using System.Text.Json.Serialization;

namespace AdvPortal.Domain.Orders;

/// <summary>Whether a promise is being kept.</summary>
[JsonConverter(typeof(CamelCaseEnum<PromiseStanding>))]
public enum PromiseStanding
{
    /// <summary>Nothing is promised, or nothing is outstanding.</summary>
    None,
    OnTime,

    /// <summary>Its day has not come, and it will be missed unless something changes.</summary>
    AtRisk,

    /// <summary>Its day has passed.</summary>
    Late,
}

/// <summary>What the standing of a promise follows from, wherever it is reckoned: on an order, or on a row of many.</summary>
public static class PromiseStandings
{
    /// <param name="status">Of the order.</param>
    /// <param name="nextDueOn">The next arrival that is promised of what is outstanding.</param>
    /// <param name="nextShipOn">Its departure.</param>
    /// <param name="isThreatened">Something outstanding cannot be ready in time.</param>
    /// <param name="today">In the company's time zone.</param>
    /// <param name="firstDeparture">The first day on which goods may still leave, by our calendar and the usual carrier's: the next one once it has come.</param>
    public static PromiseStanding Of(OrderStatus status, DateOnly? nextDueOn, DateOnly? nextShipOn, bool isThreatened, DateOnly today, DateOnly firstDeparture) =>
        !status.IsUnderWay() ? PromiseStanding.None
        : nextDueOn < today ? PromiseStanding.Late
        : isThreatened || nextShipOn < firstDeparture ? PromiseStanding.AtRisk
        : nextDueOn is null ? PromiseStanding.None
        : PromiseStanding.OnTime;
}

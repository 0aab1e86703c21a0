using AdvPortal.Domain.Orders;

namespace AdvPortal.Domain.Requirements;

/// <summary>The earliest arrivals of one judgement, worked out once.</summary>
internal readonly struct DeliveryClock(JudgedAt at, Transport transport)
{
    /// <summary>The order came in after the hour by which we take orders: it counts as tomorrow's.</summary>
    public bool IsLateHere { get; } = transport.OrdersUntil < at.CameInAt;

    /// <summary>Of goods that leave on the first day on which they can.</summary>
    public DateOnly FirstArrival { get; } = Later(at.SiteToday, transport.ArriveOn(transport.OrdersUntil < at.CameInAt ? at.Today.AddDays(1) : at.Today));

    /// <summary>Of goods that leave tomorrow at the earliest: what an order that came in too late must wait for.</summary>
    public DateOnly FirstArrivalTomorrow { get; } = Later(at.SiteToday, transport.ArriveOn(at.Today.AddDays(1)));

    /// <summary>The day for which the order counts here.</summary>
    public DateOnly CountsFrom(bool late) => late || IsLateHere ? at.Today.AddDays(1) : at.Today;

    /// <summary>The first day on which goods may leave: today or, when the order came in too late, from tomorrow.</summary>
    public DateOnly Departure(bool late) => transport.DepartureFrom(CountsFrom(late));

    public DateOnly Arrival(bool late) => late ? FirstArrivalTomorrow : FirstArrival;

    /// <summary>Why nothing arrives on a day, however much time is left: our own calendar or the carrier's.</summary>
    public WhyNot? Closes(DateOnly day) => transport.Rejects(day);

    /// <summary>Why goods do not leave on a day between the order and its departure, where a calendar says so.</summary>
    public WhyNot? WhyNotLeave(DateOnly day) => transport.WhyNotLeave(day);

    /// <summary>The day from which a notice runs.</summary>
    public DateOnly NoticeFrom => at.SiteToday;

    public bool CameInAfter(TimeOnly hour) => at.ReceivedOn >= at.SiteToday && at.ReceivedAt > hour;

    /// <summary>Why goods cannot arrive on a day, whatever the client wants; null when they can.</summary>
    public WhyNot? Rejects(DateOnly day) => day switch
    {
        _ when day < at.SiteToday => WhyNot.Past,
        _ when day < FirstArrival => WhyNot.Transport,
        _ => transport.Rejects(day),
    };

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}

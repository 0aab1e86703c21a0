using AdvPortal.Domain.Common.Calendars;
using AdvPortal.Domain.Orders;

namespace AdvPortal.Domain.Requirements;

/// <summary>The earliest arrivals of one judgement, worked out once.</summary>
internal readonly struct DeliveryClock(JudgedAt at, Transport transport)
{
    /// <summary>Of goods that leave today, or on the first working day from today.</summary>
    public DateOnly FirstArrival { get; } = Later(at.SiteToday, WorkingDays.FirstArrival(at.Today, transport.WorkingDays, transport.Zone));

    /// <summary>Of goods that leave tomorrow at the earliest: what an order that came in too late must wait for.</summary>
    public DateOnly FirstArrivalTomorrow { get; } = Later(at.SiteToday, WorkingDays.FirstArrival(at.Today.AddDays(1), transport.WorkingDays, transport.Zone));

    /// <summary>The first day on which goods may leave: today or, when the order came in too late, from tomorrow.</summary>
    public DateOnly Departure(bool late) => WorkingDays.OnOrAfter(late ? at.Today.AddDays(1) : at.Today, transport.Zone);

    public DateOnly Arrival(bool late) => late ? FirstArrivalTomorrow : FirstArrival;

    /// <summary>The day from which a notice runs.</summary>
    public DateOnly NoticeFrom => at.SiteToday;

    public bool CameInAfter(TimeOnly hour) => at.ReceivedOn >= at.SiteToday && at.ReceivedAt > hour;

    /// <summary>Why goods cannot arrive on a day, whatever the client wants; null when they can.</summary>
    public WhyNot? Rejects(DateOnly day) => day switch
    {
        _ when day < at.SiteToday => WhyNot.Past,
        _ when day < FirstArrival => WhyNot.Transport,
        _ => null,
    };

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}

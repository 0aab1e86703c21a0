using AdvPortal.Domain.Common.Calendars;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Orders;

/// <summary>How long goods are on their way, and the days on which they can leave, be collected and be brought.</summary>
/// <param name="WorkingDays">Between leaving and arriving, 0 to 30.</param>
/// <param name="Zone">The public holidays on which nothing leaves, where no calendar says otherwise.</param>
public sealed record Transport(int WorkingDays = 1, HolidayZone Zone = HolidayZone.FrMetropole)
{
    // Who is closed longer than this is closed for good: a day is named all the same.
    private const int Horizon = 400;

    private static readonly WorkCalendar _week = WorkCalendar.Usual;

    public static Transport Default { get; } = new();

    /// <summary>Our own days; null for Monday to Friday.</summary>
    public WorkCalendar? Own { get; init; }

    /// <summary>The days on which the carrier collects; null where it comes whenever we work.</summary>
    public WorkCalendar? Carrier { get; init; }

    /// <summary>In the company's time zone: an order that came in later counts as the next day's.</summary>
    public TimeOnly? OrdersUntil { get; init; }

    private bool IsUsual => Own is null && Carrier is null;

    /// <summary>The first arrival of what can leave on a day.</summary>
    public DateOnly ArriveOn(DateOnly shipOn)
    {
        if (IsUsual)
        {
            return Common.Calendars.WorkingDays.FirstArrival(shipOn, WorkingDays, Zone);
        }

        var day = DepartureFrom(shipOn);

        for (var left = WorkingDays; left > 1; left--)
        {
            day = Move(day.AddDays(1), 1, Travels);
        }

        return Move(WorkingDays == 0 ? day : day.AddDays(1), 1, Brings);
    }

    /// <summary>The day on which somebody expects what leaves on a day: a working day of the carrier's, where <see cref="ArriveOn"/> is the first on which it can be there at all.</summary>
    public DateOnly ExpectOn(DateOnly shipOn) => Move(ArriveOn(shipOn), 1, Travels);

    /// <summary>The last departure for a day of arrival.</summary>
    public DateOnly ShipOn(DateOnly deliverOn)
    {
        if (IsUsual)
        {
            return Common.Calendars.WorkingDays.Departure(deliverOn, WorkingDays, Zone);
        }

        // A Saturday on which we work is a day to leave on, though nothing travels then.
        var day = WorkingDays == 0 ? deliverOn : deliverOn.AddDays(-1);

        for (var left = WorkingDays; left > 1; left--)
        {
            day = Move(day, -1, Travels).AddDays(-1);
        }

        return Move(day, -1, Leaves);
    }

    /// <summary>The first day from one on which goods can leave: we work, and the carrier collects.</summary>
    public DateOnly DepartureFrom(DateOnly day) => IsUsual ? Common.Calendars.WorkingDays.OnOrAfter(day, Zone) : Move(day, 1, Leaves);

    /// <summary>Why nothing leaves on a day, as far as our own calendar or the carrier's says; null for a day on which goods leave, and for what everybody knows: weekends and holidays.</summary>
    public WhyNot? WhyNotLeave(DateOnly day) =>
        Own is not null && (Own.ClosureOn(day) is not null || (_week.Contains(day) && !Own.Contains(day))) ? WhyNot.OwnClosed
        : Carrier is not null && (Own ?? _week).Contains(day) && !Carrier.Contains(day) ? WhyNot.NoCollection
        : null;

    /// <summary>Why goods cannot arrive on a day, whatever the client says: the carrier brings nothing then, or nothing leaves that would be there on that day and not before. Null when they can.</summary>
    public WhyNot? Rejects(DateOnly day)
    {
        if (IsUsual)
        {
            return null;
        }

        if (!Brings(day))
        {
            return WhyNot.CarrierClosed;
        }

        // What is there on the day on which it leaves needs that day.
        if (WorkingDays == 0 && WhyNotLeave(day) is { } why)
        {
            return why;
        }

        var leaves = ShipOn(day);

        // Nothing ever leaves for it: the carrier collects on none of our days.
        if (!Leaves(leaves))
        {
            return Carrier is null ? WhyNot.OwnClosed : WhyNot.NoCollection;
        }

        // A weekend in between keeps nobody waiting; a working day on which the goods would be there already does.
        for (var before = WorkingDays == 0 ? leaves.AddDays(1) : ArriveOn(leaves); before < day; before = before.AddDays(1))
        {
            if (Travels(before))
            {
                return LastMissed(leaves, day);
            }
        }

        return null;
    }

    // Goods travel on working days, whether or not they are collected here.
    private bool Travels(DateOnly day) => _week.Contains(day) && Brings(day);

    private bool Leaves(DateOnly day) => (Own ?? _week).Contains(day) && (Carrier ?? Own ?? _week).Contains(day);

    // On its holidays and in its closures a carrier delivers nothing either.
    private bool Brings(DateOnly day) => Carrier is null || (Carrier.ClosureOn(day) is null && !Carrier.KeepsHoliday(day));

    // What kept the goods from leaving later than they do.
    private WhyNot LastMissed(DateOnly leaves, DateOnly day)
    {
        for (var missed = day.AddDays(-1); missed > leaves; missed = missed.AddDays(-1))
        {
            if (WhyNotLeave(missed) is { } why)
            {
                return why;
            }
        }

        return WhyNot.OwnClosed;
    }

    private static DateOnly Move(DateOnly from, int by, Func<DateOnly, bool> suits)
    {
        var day = from;

        for (var tries = 0; tries < Horizon && !suits(day); tries++)
        {
            day = day.AddDays(by);
        }

        return day;
    }
}

using AdvPortal.Domain.Common.Calendars;
using AdvPortal.Domain.Deliveries;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Application.Tenants;

/// <summary>Our own days and the carriers', as a person or a program fills them in.</summary>
public sealed class ShippingCalendarForm
{
    public Week Own { get; set; } = new();

    /// <summary>In the company's time zone; an order that comes in later counts as the next day's.</summary>
    public TimeOnly? OrdersUntil { get; set; }

    public List<Carrier> Carriers { get; set; } = [];

    internal static ShippingCalendarForm Of(ShippingCalendars calendars) => new()
    {
        Own = Week.Of(calendars.Own),
        OrdersUntil = calendars.OrdersUntil,
        Carriers = [.. calendars.Carriers.Select(carrier => new Carrier { Name = carrier.Name, WorkingDays = carrier.WorkingDays, IsUsual = carrier.IsUsual, Calendar = Week.Of(carrier.Calendar) })],
    };

    internal ShippingCalendars ToCalendars() => new()
    {
        Own = (Own ?? new()).ToCalendar(),
        OrdersUntil = OrdersUntil,
        Carriers = [.. Carriers.Select(carrier => new CarrierCalendar(carrier.Name?.Trim() ?? "", carrier.WorkingDays, (carrier.Calendar ?? new()).ToCalendar(), carrier.IsUsual))],
    };

    /// <summary>What was begun and not said; a row that nobody filled in is none.</summary>
    internal Refusal? Check() => Carriers.Select(carrier => carrier.Calendar).Append(Own).OfType<Week>().SelectMany(week => week.Closures).Any(off => off.From is null && !off.IsEmpty) ? new ClosureNeedsDay() : null;

    /// <summary>The days on which somebody works.</summary>
    public sealed class Week
    {
        public Weekdays Days { get; set; } = WorkCalendar.Usual.Days;

        /// <summary>The public holidays that are kept; null where all of them are worked.</summary>
        public HolidayZone? Holidays { get; set; } = WorkCalendar.Usual.Holidays;

        public List<Off> Closures { get; set; } = [];

        internal static Week Of(WorkCalendar calendar) =>
            new() { Days = calendar.Days, Holidays = calendar.Holidays, Closures = [.. calendar.Closures.Select(closure => new Off { From = closure.From, Until = closure.Until, Name = closure.Name })] };

        // A closure of one day is told by it alone.
        internal WorkCalendar ToCalendar() => new()
        {
            Days = Days,
            Holidays = Holidays,
            Closures = [.. Closures.Where(off => off.From is not null).OrderBy(off => off.From).Select(off => new Closure(off.From!.Value, off.Until ?? off.From.Value, string.IsNullOrWhiteSpace(off.Name) ? null : off.Name.Trim()))],
        };
    }

    /// <summary>Whole days without work, both included.</summary>
    public sealed class Off
    {
        public DateOnly? From { get; set; }

        /// <summary>Null for one day.</summary>
        public DateOnly? Until { get; set; }

        /// <summary>« Inventaire ».</summary>
        public string? Name { get; set; }

        internal bool IsEmpty => From is null && Until is null && string.IsNullOrWhiteSpace(Name);
    }

    public sealed class Carrier
    {
        public string? Name { get; set; }

        /// <summary>Between leaving and arriving.</summary>
        public int WorkingDays { get; set; } = 1;

        /// <summary>Promises are made by it.</summary>
        public bool IsUsual { get; set; }

        /// <summary>The days on which it collects here.</summary>
        public Week Calendar { get; set; } = new();
    }
}

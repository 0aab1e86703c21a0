using System.Text.Json.Serialization;
using AdvPortal.Domain.Common.Calendars;

namespace AdvPortal.Domain.Requirements;

/// <summary>What to do with a date on which the client does not receive: the next one, the one before, or ask.</summary>
[JsonConverter(typeof(CamelCaseEnum<IfClosed>))]
public enum IfClosed { Next, Previous, Ask }

/// <summary>When a site receives goods: days of the week, hours, dates, holidays, and how long beforehand the order must be in.</summary>
/// <remarks>Dates are those of the site's time zone. All delivery days that concern an order hold together.</remarks>
public sealed record DeliveryDays : Rule
{
    public const string KindName = "deliveryDays";
    public const int NoticeMaxDays = 60;

    [JsonIgnore]
    public override string Kind => KindName;

    /// <summary>Days without reception.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Weekdays Closed { get; init; }

    /// <summary>The only days with reception; none named leaves the week to <see cref="Closed"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Weekdays Open { get; init; }

    /// <summary>Hours of reception. They close no day: a day without a window is received at any hour.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ReceivingWindow>? Windows { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<DatePeriod>? ClosedDates { get; init; }

    /// <summary>Exceptions: days with reception whatever else this rule says.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<DatePeriod>? OpenDates { get; init; }

    /// <summary>Hour, in the site's zone, by which an order is in: later counts as the next day.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), JsonConverter(typeof(HourAndMinute))]
    public TimeOnly? CutOff { get; init; }

    /// <summary>Whole days between the order and its delivery, 1 to 60.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? NoticeDays { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HolidayZone? Holidays { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public IfClosed IfClosed { get; init; }

    /// <summary>Every weekday without reception, said either way.</summary>
    [JsonIgnore]
    public Weekdays ClosedWeekdays => Closed | (Open is Weekdays.None ? Weekdays.None : Weekdays.All & ~Open);

    /// <summary>Why this rule closes a day, by the calendar alone; null when it does not.</summary>
    public WhyNot? Closes(DateOnly day)
    {
        if (Names(OpenDates, day))
        {
            return null;
        }

        if (ClosedWeekdays.Has(day.DayOfWeek))
        {
            return WhyNot.Closed;
        }

        if (Names(ClosedDates, day))
        {
            return WhyNot.ClosedDate;
        }

        return Holidays is { } zone && FrenchHolidays.Contains(day, zone) ? WhyNot.Holiday : null;
    }

    /// <summary>Why goods cannot arrive on a day: the calendar first, then the order came in too late for it.</summary>
    internal WhyNot? Rejects(DateOnly day, in DeliveryClock clock)
    {
        if (Closes(day) is { } why)
        {
            return why;
        }

        var late = CutOff is { } hour && clock.CameInAfter(hour);

        if (late && day < clock.FirstArrivalTomorrow)
        {
            return WhyNot.CutOff;
        }

        if (NoticeDays is not { } notice || day >= clock.NoticeFrom.AddDays(late ? notice + 1 : notice))
        {
            return null;
        }

        return late && day >= clock.NoticeFrom.AddDays(notice) ? WhyNot.CutOff : WhyNot.Notice;
    }

    /// <summary>Whether this rule says in so many words that goods arrive on this day, be it a weekend or a holiday.</summary>
    internal bool Invites(DateOnly day) =>
        Names(OpenDates, day) || (Open.Has(day.DayOfWeek) && !FrenchHolidays.Contains(day, Holidays ?? HolidayZone.FrMetropole));

    /// <summary>The hours in which goods are received on a day; empty means any hour.</summary>
    public IEnumerable<ReceivingWindow> WindowsOn(DateOnly day) => Windows?.Where(window => window.Covers(day.DayOfWeek)) ?? [];

    public override Refusal? Check()
    {
        if (Open.Each().FirstOrDefault(day => Closed.Has(day), (DayOfWeek)(-1)) is >= 0 and var both)
        {
            return new DayBothOpenAndClosed(both);
        }

        if (ClosedWeekdays is Weekdays.All)
        {
            return new ClosesEveryDay();
        }

        if (NoticeDays is < 1 or > NoticeMaxDays)
        {
            return new NoticeOutOfRange(NoticeMaxDays);
        }

        return Windows?.Select(window => window.Check()).FirstOrDefault(refusal => refusal is not null)
            ?? ClosedDates?.Select(period => period.Check()).FirstOrDefault(refusal => refusal is not null)
            ?? OpenDates?.Select(period => period.Check()).FirstOrDefault(refusal => refusal is not null)
            ?? (SaysNothing ? new RuleSaysNothing() : null);
    }

    private bool SaysNothing =>
        ClosedWeekdays is Weekdays.None && Open is Weekdays.None && Windows is null or [] && ClosedDates is null or [] && OpenDates is null or []
        && CutOff is null && NoticeDays is null && Holidays is null;

    private static bool Names(IReadOnlyList<DatePeriod>? periods, DateOnly day)
    {
        for (var i = 0; i < (periods?.Count ?? 0); i++)
        {
            if (periods![i].Contains(day))
            {
                return true;
            }
        }

        return false;
    }
}

using AdvPortal.Domain.Common.Calendars;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Exchange.Requirements;

/// <summary>One thing said of delivery days: on which days, at which hours, on which dates, and whether it is taken or refused.</summary>
internal sealed class Statement
{
    public Weekdays Week { get; set; }

    /// <summary>Days of the week are named, be it only « tous les jours ».</summary>
    public bool HasDays { get; set; }

    public bool IsEveryDay { get; set; }

    public bool IsRange { get; set; }

    public bool IsBare { get; set; }

    /// <summary>Refused: « pas », « fermé », "no".</summary>
    public bool IsRefused { get; set; }

    /// <summary>« fermé », where an hour alone is the last one: « ferme à 17 h ».</summary>
    public bool Closes { get; set; }

    public bool Opens { get; set; }

    /// <summary>These days and no others.</summary>
    public bool OnlyDays { get; set; }

    /// <summary>Taken out of what was said before: « sauf ».</summary>
    public Statement? ExceptOf { get; set; }

    /// <summary>The days of the statement before hold for it where it names none.</summary>
    public Statement? Continues { get; set; }

    /// <summary>A word for receiving stands before the days: they are listed.</summary>
    public bool IsListed { get; set; }

    public bool HasRecurrence { get; set; }

    public bool SpeaksOfDelivery { get; set; }

    public HolidayZone? Holidays { get; set; }

    public List<(string Name, Hours Hours, Span Span)> Hours { get; } = [];

    public List<(Mark Mark, Span Span)> Dates { get; } = [];

    public List<Span> DaySpans { get; } = [];

    public List<Span> Words { get; } = [];

    public List<Span> HolidaySpans { get; } = [];

    public bool HasContent => HasDays || Hours.Count > 0 || Dates.Count > 0 || Holidays is not null;
}

namespace AdvPortal.Exchange.Absences;

/// <summary>What a calendar file (iCalendar, RFC 5545) says of when somebody is away: half-days, as the portal counts them.</summary>
/// <param name="Spans">In the order of time, none over another: at most one for each half-day worked.</param>
/// <param name="Unread">How many events could not be understood and are left out: a repetition by the hour or faster, or one that no day follows, an unknown time zone, no beginning.</param>
/// <param name="Failure">Why nothing could be read; null when something was.</param>
public sealed record AbsenceCalendar(IReadOnlyList<CalendarSpan> Spans, int Unread = 0, CalendarFailure? Failure = null)
{
    /// <summary>Larger is no calendar of one person.</summary>
    public const int MostBytes = 4 * 1024 * 1024;

    public static AbsenceCalendar Failed(CalendarFailure why) => new([], Failure: why);
}

/// <summary>NoCalendar: it does not begin as RFC 5545, 3.4 says. TooLarge: see <see cref="AbsenceCalendar.MostBytes"/>. Broken: what follows cannot be read.</summary>
public enum CalendarFailure { NoCalendar, TooLarge, Broken }

/// <summary>A period in a calendar in which somebody is away without a break.</summary>
/// <param name="From">First day.</param>
/// <param name="Until">Last day, included.</param>
/// <param name="FromHalf">Afternoon when the first morning is worked.</param>
/// <param name="UntilHalf">Morning when the last afternoon is worked.</param>
/// <param name="Title">SUMMARY (3.8.1.12) of the event that it begins with.</param>
/// <param name="IsBusy">Its time counts as taken: TRANSP (3.8.2.7) is not TRANSPARENT.</param>
public sealed record CalendarSpan(DateOnly From, DateOnly Until, DayHalf? FromHalf, DayHalf? UntilHalf, string? Title, bool IsBusy);

/// <summary>Between which days a calendar is looked at, both included, and on whose clocks.</summary>
/// <param name="TimeZone">IANA: « Europe/Paris ». Times that say no zone are its own.</param>
public sealed record CalendarWindow(DateOnly From, DateOnly Until, string TimeZone);

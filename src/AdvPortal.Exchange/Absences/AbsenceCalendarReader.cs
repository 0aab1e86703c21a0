using AdvPortal.Exchange.Intake.Drafts;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;

namespace AdvPortal.Exchange.Absences;

/// <summary>Reads absences from iCalendar (RFC 5545), repetitions unrolled, exceptions and moved occurrences (3.8.4.4, 3.8.5.1) respected.</summary>
/// <remarks>Reads strangers' files: only the limited process calls it.</remarks>
internal static class AbsenceCalendarReader
{
    private const int MostUnmatched = 1_000;
    private const int MostTitle = 200;
    private const string Cancelled = "CANCELLED";
    private const string Free = "TRANSPARENT";

    // Without a value, or with none in a list, where the library could not read it.
    private static readonly string[] _times = ["DTSTART", "DTEND", "DURATION", "EXDATE", "RDATE", "RECURRENCE-ID"];

    // Whoever is away for three of the four hours is away; a meeting is not an absence.
    private static readonly TimeSpan _away = TimeSpan.FromHours(3);
    private static readonly TimeSpan[] _begins = [TimeSpan.FromHours(8), TimeSpan.FromHours(14)];
    private static readonly TimeSpan _long = TimeSpan.FromHours(4);

    private static EvaluationOptions Options => new() { MaxUnmatchedIncrementsLimit = MostUnmatched };

    public static AbsenceCalendar Read(ReadOnlyMemory<byte> bytes, CalendarWindow window)
    {
        if (bytes.Length > AbsenceCalendar.MostBytes)
        {
            return AbsenceCalendar.Failed(CalendarFailure.TooLarge);
        }

        var text = FileText.DecodeAny(bytes.Span);

        if (!text.TrimStart().StartsWith("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase))
        {
            return AbsenceCalendar.Failed(CalendarFailure.NoCalendar);
        }

        var (calendar, unread) = CalendarText.Load(text);

        try
        {
            return calendar is null ? AbsenceCalendar.Failed(CalendarFailure.Broken) : Read(calendar, unread, window, TimeZoneInfo.FindSystemTimeZoneById(window.TimeZone));
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            // Each event could be read, and all of them together cannot.
            return AbsenceCalendar.Failed(CalendarFailure.Broken);
        }
    }

    private static AbsenceCalendar Read(Calendar calendar, int broken, CalendarWindow window, TimeZoneInfo zone)
    {
        // An event that began long ago may still last.
        var since = new CalDateTime(window.From.AddYears(-1));
        var unread = calendar.Events.Where(each => !CanBeRead(each, since, window)).ToList();
        unread.ForEach(each => calendar.Events.Remove(each));
        var halves = new SortedDictionary<int, (string? Title, bool IsBusy)>();

        // How many there are is bounded by the time of the process: none is left out unsaid.
        foreach (var occurrence in Within(calendar.GetOccurrences<CalendarEvent>(since, Options), window))
        {
            if (occurrence.Source is CalendarEvent its && !string.Equals(its.Status, Cancelled, StringComparison.OrdinalIgnoreCase))
            {
                Take(halves, occurrence.Period, its, window, zone);
            }
        }

        return new([.. Spans(halves)], broken + unread.Count);
    }

    private static IEnumerable<Occurrence> Within(IEnumerable<Occurrence> occurrences, CalendarWindow window) => occurrences.TakeWhile(each => each.Period.StartTime.Date <= window.Until.AddDays(1));

    // By itself, to the end of the window: what is wrong with one event is no reason to leave the others unread.
    private static bool CanBeRead(CalendarEvent each, CalDateTime since, CalendarWindow window)
    {
        try
        {
            return each.Start is { } start && start.AsUtc != default && each.End?.AsUtc != default(DateTime)
                && each.Properties.Where(property => _times.Contains(property.Name, StringComparer.OrdinalIgnoreCase)).All(property => property.Value is not null and not ICollection<Period> { Count: 0 })
                && each.RecurrenceRule?.Frequency is not (FrequencyType.Secondly or FrequencyType.Minutely or FrequencyType.Hourly)
                && Within(each.GetOccurrences(since, Options), window).All(its => its.Period.StartTime.AsUtc <= (its.Period.EffectiveEndTime ?? its.Period.StartTime).AsUtc);
        }
        catch (Exception strange) when (strange is not OutOfMemoryException)
        {
            // A time zone that nobody knows, a rule that no day follows: the library has no one exception for it.
            return false;
        }
    }

    private static void Take(SortedDictionary<int, (string? Title, bool IsBusy)> halves, Period period, CalendarEvent its, CalendarWindow window, TimeZoneInfo zone)
    {
        var (start, end) = (Local(period.StartTime, zone), period.EffectiveEndTime is { } until ? Local(until, zone) : Local(period.StartTime, zone));
        var (first, last) = (Later(DateOnly.FromDateTime(start), window.From), Earlier(DateOnly.FromDateTime(end), window.Until));

        for (var day = first; day <= last; day = day.AddDays(1))
        {
            foreach (var half in (DayHalf[])[DayHalf.Morning, DayHalf.Afternoon])
            {
                var opens = day.ToDateTime(TimeOnly.MinValue) + _begins[(int)half];

                if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && Earlier(end, opens + _long) - (start > opens ? start : opens) >= _away)
                {
                    Take(halves, HalfDay.Of(day, half), (Title(its.Summary), !string.Equals(its.Transparency, Free, StringComparison.OrdinalIgnoreCase)));
                }
            }
        }
    }

    // Whoever is busy is away, whatever else the half-day is free for; of two alike the first says what it is.
    private static void Take(SortedDictionary<int, (string? Title, bool IsBusy)> halves, int half, (string? Title, bool IsBusy) its)
    {
        if (!halves.TryGetValue(half, out var known) || (its.IsBusy && !known.IsBusy))
        {
            halves[half] = its;
        }
    }

    // Over a weekend it goes on: nobody works then, and nobody is missed.
    private static IEnumerable<CalendarSpan> Spans(SortedDictionary<int, (string? Title, bool IsBusy)> halves)
    {
        int? begun = null;
        var (last, said) = (0, (Title: (string?)null, IsBusy: false));

        foreach (var (half, its) in halves)
        {
            if (begun is { } since && (its != said || half != NextWorked(last)))
            {
                yield return Span(since, last, said);
                begun = null;
            }

            (begun, last, said) = (begun ?? half, half, its);
        }

        if (begun is { } open)
        {
            yield return Span(open, last, said);
        }
    }

    private static int NextWorked(int half) => HalfDay.DayOf(half + 1).DayOfWeek is DayOfWeek.Saturday ? half + 5 : half + 1;

    private static CalendarSpan Span(int first, int last, (string? Title, bool IsBusy) said) => new(
        HalfDay.DayOf(first), HalfDay.DayOf(last),
        HalfDay.HalfOf(first) is DayHalf.Afternoon ? DayHalf.Afternoon : null, HalfDay.HalfOf(last) is DayHalf.Morning ? DayHalf.Morning : null, said.Title, said.IsBusy);

    private static DateTime Local(CalDateTime time, TimeZoneInfo zone) => time.IsFloating || !time.HasTime ? time.Value : TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(time.AsUtc, DateTimeKind.Utc), zone);

    private static string? Title(string? said) => said?.Trim() is { Length: > 0 } title ? title[..Math.Min(title.Length, MostTitle)] : null;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static DateTime Earlier(DateTime one, DateTime other) => one < other ? one : other;
}

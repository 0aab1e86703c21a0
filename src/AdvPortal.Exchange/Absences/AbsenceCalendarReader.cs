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

    // Whoever is away for three of the four hours is away; a meeting is not an absence.
    private static readonly TimeSpan _away = TimeSpan.FromHours(3);
    private static readonly TimeSpan[] _begins = [TimeSpan.FromHours(8), TimeSpan.FromHours(14)];
    private static readonly TimeSpan _long = TimeSpan.FromHours(4);

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

        try
        {
            return Calendar.Load(text) is { } calendar ? Read(calendar, window, TimeZoneInfo.FindSystemTimeZoneById(window.TimeZone)) : AbsenceCalendar.Failed(CalendarFailure.Broken);
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            // The library has no one exception for what is not iCalendar: whatever it throws, the file is to blame.
            return AbsenceCalendar.Failed(CalendarFailure.Broken);
        }
    }

    private static AbsenceCalendar Read(Calendar calendar, CalendarWindow window, TimeZoneInfo zone)
    {
        var unread = calendar.Events.Where(each => !CanBeRead(each)).ToList();
        unread.ForEach(each => calendar.Events.Remove(each));
        var halves = new SortedDictionary<int, (string? Title, bool IsBusy)>();

        // An event that began long ago may still last. How many there are is bounded by the time of the process: none is left out unsaid.
        var occurrences = calendar.GetOccurrences<CalendarEvent>(new CalDateTime(window.From.AddYears(-1)), new EvaluationOptions { MaxUnmatchedIncrementsLimit = MostUnmatched })
            .TakeWhile(each => each.Period.StartTime.Date <= window.Until.AddDays(1));

        foreach (var occurrence in occurrences)
        {
            if (occurrence.Source is CalendarEvent its && !string.Equals(its.Status, Cancelled, StringComparison.OrdinalIgnoreCase))
            {
                Take(halves, occurrence.Period, its, window, zone);
            }
        }

        return new([.. Spans(halves)], unread.Count);
    }

    private static bool CanBeRead(CalendarEvent each)
    {
        try
        {
            return each.Start is { } start && start.AsUtc != default && each.RecurrenceRule?.Frequency is not (FrequencyType.Secondly or FrequencyType.Minutely or FrequencyType.Hourly);
        }
        catch (ArgumentException)
        {
            // A time zone that nobody knows.
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
    // Whoever is busy is away, whatever else the half-day is free for; of two alike the first says what it is.
    private static void Take(SortedDictionary<int, (string? Title, bool IsBusy)> halves, int half, (string? Title, bool IsBusy) its)
    {
        if (!halves.TryGetValue(half, out var known) || (its.IsBusy && !known.IsBusy))
        {
            halves[half] = its;
        }
    }

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

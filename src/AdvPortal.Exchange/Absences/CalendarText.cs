using System.Text;
using Ical.Net;

namespace AdvPortal.Exchange.Absences;

/// <summary>Loads iCalendar (RFC 5545) as far as its grammar holds: an event that breaks it is left out, and the others are read.</summary>
internal static class CalendarText
{
    private const string Begins = "\nBEGIN:VEVENT";
    private const string Ends = "\nEND:VEVENT";
    private const string Closes = "\nEND:VCALENDAR";

    /// <returns>Null where what is around the events cannot be read either; and how many events were left out.</returns>
    public static (Calendar? Calendar, int Unread) Load(string text)
    {
        if (Parse(text) is { } whole)
        {
            return (whole, 0);
        }

        var (rest, unread, at) = (new StringBuilder(), 0, 0);

        while (Find(text, Begins, Math.Max(at - 1, 0)) is { } begin && EndOf(text, begin) is { } end)
        {
            rest.Append(text, at, begin - at);
            at = end;

            if (Parse($"BEGIN:VCALENDAR\r\n{text.AsSpan(begin, at - begin)}END:VCALENDAR\r\n") is null)
            {
                unread++;
            }
            else
            {
                rest.Append(text, begin, at - begin);
            }
        }

        return unread == 0 ? (null, 0) : (Parse(rest.Append(text, at, text.Length - at).ToString()), unread);
    }

    // An event that is not ended takes nothing of what comes after it.
    private static int? EndOf(string text, int begin)
    {
        var next = Find(text, Begins, begin);
        var end = Find(text, Ends, begin, next) is { } last ? text.IndexOf('\n', last) is >= 0 and var line ? line + 1 : text.Length : next;

        return Find(text, Closes, begin, end) ?? end;
    }

    // Where its line begins. Nobody looks further than they need: of many events each would search the whole rest.
    private static int? Find(string text, string line, int at, int? until = null) =>
        text.IndexOf(line, at, (until ?? text.Length) - at, StringComparison.OrdinalIgnoreCase) is >= 0 and var found ? found + 1 : null;

    private static Calendar? Parse(string text)
    {
        try
        {
            return Calendar.Load(text);
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            // The library has no one exception for what is not iCalendar: whatever it throws, the file is to blame.
            return null;
        }
    }
}

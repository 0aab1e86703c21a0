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
        int? end = Find(text, Ends, begin) is { } last ? text.IndexOf('\n', last) is >= 0 and var next ? next + 1 : text.Length : null;

        return new[] { end, Find(text, Begins, begin), Find(text, Closes, begin) }.Min();
    }

    // Where its line begins.
    private static int? Find(string text, string line, int at) => text.IndexOf(line, at, StringComparison.OrdinalIgnoreCase) is >= 0 and var found ? found + 1 : null;

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

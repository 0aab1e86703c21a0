using System.Text;
using AdvPortal.Exchange.Absences;

namespace AdvPortal.Exchange.Tests.Absences;

/// <summary>What a calendar says of somebody's being away, in half-days.</summary>
public sealed class AbsenceCalendarTests
{
    // A Thursday.
    private static readonly CalendarWindow _window = new(new(2026, 11, 26), new(2027, 11, 26), "Europe/Paris");

    [Theory]
    [InlineData("DTSTART;VALUE=DATE:20261207|DTEND;VALUE=DATE:20261209", "07/12 08/12")] // its end is not in it
    [InlineData("DTSTART;VALUE=DATE:20261207", "07/12 07/12")]
    [InlineData("DTSTART:20261207T070000Z|DTEND:20261207T163000Z", "07/12 07/12")] // 8 to 17:30 in Paris
    [InlineData("DTSTART;TZID=Europe/Paris:20261207T130000|DTEND;TZID=Europe/Paris:20261208T123000", "07/12pm 08/12am")]
    [InlineData("DTSTART;TZID=Romance Standard Time:20261207T090000|DTEND;TZID=Romance Standard Time:20261207T120000", "07/12 07/12am")] // as Outlook calls it
    [InlineData("DTSTART:20261207T140000|DTEND:20261207T180000", "07/12pm 07/12")] // on nobody's clocks: ours
    [InlineData("DTSTART:20261207T090000|DURATION:P1D", "07/12 07/12")]
    [InlineData("DTSTART;VALUE=DATE:20261205|DTEND;VALUE=DATE:20261214", "07/12 11/12")] // nobody is missed at the weekend
    [InlineData("DTSTART;VALUE=DATE:20261204|DTEND;VALUE=DATE:20261208", "04/12 07/12")] // and it goes on over one
    [InlineData("DTSTART;VALUE=DATE:20261123|DTEND;VALUE=DATE:20261128", "26/11 27/11")] // begun already
    [InlineData("DTSTART:20261207T090000|DTEND:20261207T103000", "")] // a meeting
    [InlineData("DTSTART;VALUE=DATE:20251207|DTEND;VALUE=DATE:20251209", "")]
    [InlineData("DTSTART;VALUE=DATE:20281207|DTEND;VALUE=DATE:20281209", "")]
    [InlineData("DTSTART;VALUE=DATE:20261207|DTEND;VALUE=DATE:20261209|STATUS:CANCELLED", "")]
    public void An_event_is_as_many_half_days_as_it_fills(string said, string expected) => Assert.Equal(expected, Words(Read(Event(said))));

    [Fact]
    public void A_day_of_school_each_week_is_a_day_each_week_without_those_that_are_left_out() =>
        Assert.Equal("01/12 01/12, 15/12 15/12", Words(Read(Event("DTSTART;VALUE=DATE:20261201|DTEND;VALUE=DATE:20261202|RRULE:FREQ=WEEKLY;COUNT=3|EXDATE;VALUE=DATE:20261208"))));

    [Fact]
    public void The_clocks_may_change_in_between() =>
        Assert.Equal("26/03 26/03am, 29/03 29/03am", Words(Read(Event("DTSTART;TZID=Europe/Paris:20270326T083000|DTEND;TZID=Europe/Paris:20270326T123000|RRULE:FREQ=DAILY;INTERVAL=3;COUNT=2"))));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Of_two_over_one_another_each_half_day_counts_once_and_what_is_free_time_is_told_apart(bool freeFirst)
    {
        string[] events = [Event("SUMMARY:Congés|DTSTART;VALUE=DATE:20261207|DTEND;VALUE=DATE:20261209"), Event("SUMMARY:Salon|TRANSP:TRANSPARENT|DTSTART;VALUE=DATE:20261208|DTEND;VALUE=DATE:20261210")];
        var read = Read(freeFirst ? [.. events.Reverse()] : events);

        Assert.Equal([("Congés", true), ("Salon", false)], read.Spans.Select(span => (span.Title!, span.IsBusy)));
        Assert.Equal("07/12 08/12, 09/12 09/12", Words(read));
    }

    [Fact]
    public void What_begins_as_free_time_is_busy_where_somebody_is_away()
    {
        var read = Read(Event("SUMMARY:Anniversaire|TRANSP:TRANSPARENT|DTSTART;VALUE=DATE:20261207|DTEND;VALUE=DATE:20261208"), Event("SUMMARY:Congés|DTSTART;VALUE=DATE:20261207|DTEND;VALUE=DATE:20261208"));

        Assert.Equal([("Congés", true)], read.Spans.Select(span => (span.Title!, span.IsBusy)));
    }

    [Fact]
    public void What_cannot_be_understood_is_counted_and_the_rest_goes_on()
    {
        var read = Read(
            Event("DTSTART:20261207T090000Z|DTEND:20261207T100000Z|RRULE:FREQ=SECONDLY"),
            Event("DTSTART;TZID=Nowhere/Land:20261207T080000|DTEND;TZID=Nowhere/Land:20261207T180000"),
            Event("DTSTART;VALUE=DATE:20261210|DTEND;VALUE=DATE:20261211"));

        Assert.Equal((2, "10/12 10/12"), (read.Unread, Words(read)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("BEGIN:VCARD\r\nEND:VCARD")]
    [InlineData("Congés du 7 au 9 décembre")]
    public void What_is_no_calendar_is_said_to_be_none(string text) => Assert.Equal(CalendarFailure.NoCalendar, Of(text).Failure);

    [Theory]
    [InlineData("DTSTART;VALUE=DATE:20261207|RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("DTSTART:20261207T080000Z|DTEND;TZID=Nowhere/Land:20261207T180000")]
    [InlineData("DTSTART:20261207T080000Z|DTEND:plus tard")]
    [InlineData("DTSTART:20261207T080000Z|DURATION:longtemps")]
    [InlineData("DTSTART:20261207T080000Z|DTEND:20261207T180000Z|RRULE:FREQ=DAILY;COUNT=3|EXDATE:jamais")]
    [InlineData("DTSTART:20261207T080000Z|DTEND:20261207T180000Z|RRULE:FREQ=DAILY;COUNT=3|EXDATE;TZID=Nowhere/Land:20261208T080000")]
    [InlineData("DTSTART:20261207T080000Z|DTEND:20261207T180000Z|RRULE:FREQ=SOMETIMES")]
    [InlineData("DTSTART:quand on pourra|RRULE:FREQ=DAILY")]
    [InlineData("DTSTART;VALUE=DATE:00010101|RRULE:FREQ=DAILY")]
    public void One_event_that_nobody_can_follow_is_counted_and_the_rest_goes_on(string said)
    {
        var read = Read(Event(said), Event("DTSTART;VALUE=DATE:20270105|DTEND;VALUE=DATE:20270106"));

        Assert.Equal((null, 1, "05/01 05/01"), (read.Failure, read.Unread, Words(read)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_event_that_does_not_end_takes_no_other_with_it(bool isLast)
    {
        var (unended, good) = (Event("DTSTART;VALUE=DATE:20261207").Replace("END:VEVENT\r\n", "", StringComparison.Ordinal), Event("DTSTART;VALUE=DATE:20270105|DTEND;VALUE=DATE:20270106"));
        var read = isLast ? Read(good, unended) : Read(unended, good);

        Assert.Equal((null, 1, "05/01 05/01"), (read.Failure, read.Unread, Words(read)));
    }

    [Theory]
    [InlineData("DTSTART;VALUE=DATE:20261207|DTEND;VALUE=DATE:99991231", "07/12 26/11")]
    [InlineData("DTSTART;VALUE=DATE:19000101|RRULE:FREQ=DAILY", "26/11 26/11")]
    public void What_would_never_end_ends(string said, string expected)
    {
        var read = Read(Event(said));

        Assert.Equal((null, 0, expected), (read.Failure, read.Unread, Words(read)));
    }

    [Fact]
    public void However_many_events_there_are_each_day_worked_counts_once()
    {
        string[] events = [.. Enumerable.Range(1, 9).Select(day => Event($"SUMMARY:{day % 2}|DTSTART;VALUE=DATE:2026120{day}|RRULE:FREQ=DAILY;INTERVAL=2"))];
        var days = Enumerable.Range(0, 365).Select(_window.From.AddDays).Where(day => day >= new DateOnly(2026, 12, 1) && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

        Assert.Equal(days, Read(events).Spans.Select(span => span.From).Where(day => day < _window.Until));
    }

    [Fact]
    public void A_file_that_is_too_large_is_not_opened() => Assert.Equal(CalendarFailure.TooLarge, AbsenceCalendarReader.Read(new byte[AbsenceCalendar.MostBytes + 1], _window).Failure);

    private static string Event(string said) => $"BEGIN:VEVENT\r\nUID:{Guid.CreateVersion7()}\r\nDTSTAMP:20261101T000000Z\r\n{said.Replace("|", "\r\n", StringComparison.Ordinal)}\r\nEND:VEVENT\r\n";

    private static AbsenceCalendar Read(params string[] events) => Of($"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//FR\r\n{string.Concat(events)}END:VCALENDAR\r\n");

    private static AbsenceCalendar Of(string text) => AbsenceCalendarReader.Read(Encoding.UTF8.GetBytes(text), _window);

    private static string Words(AbsenceCalendar read) => string.Join(", ", read.Spans.Select(span => FormattableString.Invariant(
        $"{span.From:dd}/{span.From:MM}{(span.FromHalf is DayHalf.Afternoon ? "pm" : "")} {span.Until:dd}/{span.Until:MM}{(span.UntilHalf is DayHalf.Morning ? "am" : "")}")));
}

using AdvPortal.Domain.Common.Calendars;
using AdvPortal.Domain.Inquiries;

namespace AdvPortal.Domain.Tests.Inquiries;

/// <summary>The clock of an answer: it runs in working hours, stands still while we wait, and starts anew after an answer.</summary>
public sealed class ServiceDelayTests
{
    private static readonly OfficeHours _hours = ServiceTerms.Usual.In(TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"));
    private static readonly DateTimeOffset _monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(1));

    [Fact]
    public void It_is_due_when_its_working_time_has_passed()
    {
        var delay = ServiceDelay.Start(TimeSpan.FromHours(4), _monday);

        Assert.Equal(_monday.AddHours(4), delay.DueAt(_hours));
        Assert.Equal(TimeSpan.FromHours(1), delay.Left(_hours, _monday.AddHours(3)));
        Assert.Equal(TimeSpan.FromHours(-2), delay.Left(_hours, _monday.AddHours(6)));
    }

    // Asked at 9, waited for from 10:30 to Wednesday 16:00, answered by then: 2 h 30 are left, 2 of them on Wednesday.
    [Theory]
    [InlineData(90, 55, "2026-11-26T08:30+01:00")]
    [InlineData(90, 1.5, "2026-11-23T13:00+01:00")] // no pause at all
    [InlineData(90, 2.5, "2026-11-23T14:00+01:00")] // an hour on the same day
    [InlineData(90, 12, "2026-11-24T10:30+01:00")] // it came back at night
    [InlineData(240, 55, "2026-11-25T16:00+01:00")] // nothing was left
    public void What_the_client_takes_is_not_ours(int minutesBefore, double hoursUntilBack, string due)
    {
        var delay = ServiceDelay.Start(TimeSpan.FromHours(4), _monday).Stop(_monday.AddMinutes(minutesBefore));

        Assert.Null(delay.DueAt(_hours));
        Assert.Equal(DateTimeOffset.Parse(due, System.Globalization.CultureInfo.InvariantCulture), delay.Resume(_hours, _monday.AddHours(hoursUntilBack)).DueAt(_hours));
    }

    [Fact]
    public void Several_pauses_add_up()
    {
        var delay = ServiceDelay.Start(TimeSpan.FromHours(4), _monday)
            .Stop(_monday.AddHours(1)).Resume(_hours, _monday.AddHours(3))
            .Stop(_monday.AddHours(4)).Resume(_hours, _monday.AddHours(24));

        Assert.Equal(TimeSpan.FromHours(2), delay.Spent);
        Assert.Equal(_monday.AddHours(26), delay.DueAt(_hours));
    }

    [Fact]
    public void Stopping_twice_is_stopping_once_and_what_runs_is_not_resumed()
    {
        var delay = ServiceDelay.Start(TimeSpan.FromHours(4), _monday);

        Assert.Equal(delay, delay.Resume(_hours, _monday.AddHours(1)));
        Assert.Equal(_monday.AddHours(1), delay.Stop(_monday.AddHours(1)).Stop(_monday.AddHours(2)).StoppedAt);
        Assert.Equal(delay, delay.Stop(_monday.AddHours(1)).Unstop());
    }

    [Theory]
    [InlineData(0, false, false)]
    [InlineData(179, false, false)]
    [InlineData(180, true, false)]
    [InlineData(240, true, false)]
    [InlineData(241, false, true)]
    public void It_warns_in_its_last_quarter(int minutes, bool warns, bool isOver)
    {
        var delay = ServiceDelay.Start(TimeSpan.FromHours(4), _monday);

        Assert.Equal((warns, isOver), (delay.IsThreatened(_hours, _monday.AddMinutes(minutes)), delay.Left(_hours, _monday.AddMinutes(minutes)) < TimeSpan.Zero));
        Assert.False(delay.Stop(_monday).IsThreatened(_hours, _monday.AddMinutes(minutes)));
    }

    public static TheoryData<InquiryKind, InquiryPriority, bool, int> Delays => new()
    {
        { InquiryKind.Other, InquiryPriority.Normal, false, 4 },
        { InquiryKind.Other, InquiryPriority.Low, false, 16 },
        { InquiryKind.Invoice, InquiryPriority.Normal, false, 10 }, // its kind's
        { InquiryKind.Invoice, InquiryPriority.Urgent, false, 1 }, // urgency goes before kind
        { InquiryKind.Other, InquiryPriority.Normal, true, 3 }, // the client's own
        { InquiryKind.Other, InquiryPriority.Urgent, true, 3 }, // which is for all it asks
        { InquiryKind.Price, InquiryPriority.Urgent, true, 2 }, // but where it says more
    };

    [Theory]
    [MemberData(nameof(Delays))]
    public void The_narrowest_rule_holds(InquiryKind kind, InquiryPriority priority, bool isTheirs, int hours)
    {
        var client = Ids.New<ClientId>();
        var terms = ServiceTerms.Usual with
        {
            Rules = [new(4), new(1, Priority: InquiryPriority.Urgent), new(16, Priority: InquiryPriority.Low), new(10, InquiryKind.Invoice), new(3, ClientId: client), new(2, InquiryKind.Price, InquiryPriority.Urgent, client)],
        };

        Assert.Equal(TimeSpan.FromHours(hours), terms.For(kind, priority, isTheirs ? client : Ids.New<ClientId>()));
    }

    [Fact]
    public void Without_a_rule_there_are_four_hours() => Assert.Equal(TimeSpan.FromHours(4), (ServiceTerms.Usual with { Rules = [] }).For(InquiryKind.Other, InquiryPriority.Low, null));
}

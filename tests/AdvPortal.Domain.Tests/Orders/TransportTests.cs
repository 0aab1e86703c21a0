using AdvPortal.Domain.Common.Calendars;
using AdvPortal.Domain.Deliveries;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Tests.Orders;

/// <summary>How goods go by our own calendar and the carrier's. It is Monday 23 November 2026; the 24th is a Tuesday.</summary>
public sealed class TransportTests
{
    private static readonly Transport _inventory = new() { Own = new() { Closures = [new(Day("2026-12-01"), Day("2026-12-11"), "Inventaire")] } };
    private static readonly Transport _twiceAWeek = new() { Carrier = new() { Days = Weekdays.Tuesday | Weekdays.Thursday } };
    private static readonly Transport _strike = new() { Carrier = new() { Closures = [new(Day("2026-11-26"), Day("2026-11-27"))] } };

    private static readonly Transport _saturdays = new() { Own = new() { Days = WorkCalendar.Usual.Days | Weekdays.Saturday } };

    public static TheoryData<int> Weeks { get; } = [.. Enumerable.Range(0, 60)];

    [Theory]
    [InlineData("2026-11-25", "2026-11-24")]
    [InlineData("2026-12-01", "2026-11-30")]
    [InlineData("2026-12-15", "2026-12-14")]
    public void Goods_leave_on_the_last_day_on_which_we_work(string arrival, string departure) => Assert.Equal(Day(departure), _inventory.ShipOn(Day(arrival)));

    [Theory]
    [InlineData("2026-12-01", "2026-12-15")]
    [InlineData("2026-11-30", "2026-12-01")]
    public void What_cannot_leave_waits_until_we_are_back(string from, string arrival) => Assert.Equal(Day(arrival), _inventory.ArriveOn(Day(from)));

    [Theory]
    [InlineData("2026-12-01", null)]
    [InlineData("2026-12-02", WhyNot.OwnClosed)]
    [InlineData("2026-12-14", WhyNot.OwnClosed)]
    [InlineData("2026-12-15", null)]
    public void Nothing_arrives_on_days_for_which_nothing_leaves(string day, WhyNot? why) => Assert.Equal(why, _inventory.Rejects(Day(day)));

    [Theory]
    [InlineData("2026-11-25", null)]
    [InlineData("2026-11-26", WhyNot.NoCollection)]
    [InlineData("2026-11-27", null)]
    [InlineData("2026-11-30", WhyNot.NoCollection)]
    [InlineData("2026-12-01", WhyNot.NoCollection)]
    public void A_carrier_that_collects_on_Tuesdays_and_Thursdays_brings_on_the_days_after(string day, WhyNot? why) => Assert.Equal(why, _twiceAWeek.Rejects(Day(day)));

    [Fact]
    public void A_carrier_that_is_closed_neither_collects_nor_brings()
    {
        Assert.Equal((WhyNot.CarrierClosed, WhyNot.NoCollection), (_strike.Rejects(Day("2026-11-26")), _strike.WhyNotLeave(Day("2026-11-26"))));
        Assert.Equal(Day("2026-11-30"), _strike.DepartureFrom(Day("2026-11-26")));
        Assert.Equal(Day("2026-12-01"), _strike.ArriveOn(Day("2026-11-26")));
    }

    [Theory]
    [MemberData(nameof(Weeks))]
    public void Without_calendars_of_its_own_it_is_as_it_always_was(int week)
    {
        // The same week, said in so many words: the calendar of nobody in particular.
        for (var (day, days) = (Given.Wednesday.AddDays(week * 7), 0); days < 7; days++, day = day.AddDays(1))
        {
            for (var way = 0; way < 4; way++)
            {
                Transport plain = new(way), told = plain with { Own = new WorkCalendar() };
                Assert.Equal((plain.ArriveOn(day), plain.ShipOn(day), plain.DepartureFrom(day), null), (told.ArriveOn(day), told.ShipOn(day), told.DepartureFrom(day), told.Rejects(day)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Weeks))]
    public void A_day_that_is_not_rejected_has_a_departure_that_brings_it_there(int seed)
    {
        var random = new Random(seed);
        var transport = new Transport(random.Next(0, 4)) { Own = ACalendar(random), Carrier = random.Next(2) == 0 ? null : ACalendar(random) };

        for (var (day, last) = (Given.Wednesday.AddDays(30), Given.Wednesday.AddDays(90)); day < last; day = day.AddDays(1))
        {
            if (transport.Rejects(day) is null)
            {
                var leaves = transport.ShipOn(day);
                Assert.True(leaves <= day && transport.DepartureFrom(leaves) == leaves && transport.ArriveOn(leaves) <= day, $"{day:O} leaves {leaves:O}");
            }
        }
    }

    [Theory]
    [InlineData("2026-11-30", "2026-11-28", 1)]
    [InlineData("2026-12-01", "2026-11-28", 2)]
    [InlineData("2026-12-01", "2026-11-30", 1)]
    public void What_leaves_on_a_Saturday_on_which_we_work_is_there_on_Monday(string arrival, string departure, int days) =>
        Assert.Equal(Day(departure), (_saturdays with { WorkingDays = days }).ShipOn(Day(arrival)));

    [Theory]
    [MemberData(nameof(Weeks))]
    public void What_may_be_promised_from_a_day_on_can_still_leave(int seed)
    {
        var random = new Random(seed);
        var transport = new Transport(random.Next(0, 4)) { Own = ACalendar(random, most: 128), Carrier = random.Next(2) == 0 ? null : ACalendar(random, most: 128) };

        for (var (today, days) = (Given.Wednesday.AddDays(7), 0); days < 30; days++, today = today.AddDays(1))
        {
            for (var (day, last) = (transport.ArriveOn(today), transport.ArriveOn(today).AddDays(30)); day < last; day = day.AddDays(1))
            {
                Assert.True(transport.Rejects(day) is not null || transport.ShipOn(day) >= transport.DepartureFrom(today), $"{today:O}: {day:O} leaves {transport.ShipOn(day):O}");
            }
        }
    }

    [Theory]
    [InlineData("2026-11-27", "2026-11-30")]
    [InlineData("2026-12-24", "2026-12-28")]
    [InlineData("2026-11-25", "2026-11-26")]
    public void Nobody_expects_goods_on_a_weekend_or_a_holiday(string departure, string expected) => Assert.Equal(Day(expected), Transport.Default.ExpectOn(Day(departure)));

    // Saint Stephen's day of 2025 is a Friday.
    [Fact]
    public void Where_no_calendar_says_otherwise_the_holidays_of_the_region_are_kept()
    {
        var alsace = new Transport(1, HolidayZone.FrAlsaceMoselle);

        Assert.Equal((Day("2025-12-29"), Day("2025-12-26")), (alsace.DepartureFrom(Day("2025-12-26")), Transport.Default.DepartureFrom(Day("2025-12-26"))));
        Assert.Equal((Day("2025-12-30"), Day("2025-12-27")), (alsace.ArriveOn(Day("2025-12-26")), Transport.Default.ArriveOn(Day("2025-12-26"))));
        Assert.Equal((Day("2025-12-24"), Day("2025-12-26")), (alsace.ShipOn(Day("2025-12-27")), Transport.Default.ShipOn(Day("2025-12-27"))));
    }

    [Fact]
    public void On_a_carriers_holiday_nothing_can_be_there()
    {
        // Saint Stephen's day of 2028 is a Tuesday, and Christmas a Monday.
        var alsace = new Transport { Carrier = new() { Holidays = HolidayZone.FrAlsaceMoselle } };

        Assert.Equal((WhyNot.CarrierClosed, Day("2028-12-27")), (alsace.Rejects(Day("2028-12-26")), alsace.ExpectOn(Day("2028-12-22"))));
        Assert.Null(alsace.Rejects(Day("2028-12-27")));
    }

    [Theory]
    [InlineData("2026-11-26", null, null)]
    [InlineData("2026-11-27", WhyNot.OwnClosed, WhyNot.OwnClosed)]
    [InlineData("2026-11-28", null, WhyNot.OwnClosed)]
    public void Our_own_day_off_in_the_week_is_a_reason_that_is_said(string day, WhyNot? leaves, WhyNot? arrives)
    {
        // Four days a week: not on Fridays.
        var fourDays = new Transport(0) { Own = new() { Days = Weekdays.Monday | Weekdays.Tuesday | Weekdays.Wednesday | Weekdays.Thursday } };

        Assert.Equal((leaves, arrives), (fourDays.WhyNotLeave(Day(day)), fourDays.Rejects(Day(day))));
    }

    [Fact]
    public void An_order_after_our_hour_counts_as_tomorrows_and_says_so()
    {
        var late = Given.ThisMorning with { CameInAt = new(16, 30) };
        var found = Assert.Single(Judgement.Of(Given.ADraft("2026-11-24"), Rulebook.Empty, late, transport: new() { OrdersUntil = new(15, 0) }).Findings);

        Assert.Equal((FindingKinds.DateTooEarly, Day("2026-11-25")), (found.Evidence.Kind, found.Evidence.After!.DeliverOn));
        Assert.Contains(found.Evidence.Trace, step => step is { Stage: DateStage.CutOff, Why: WhyNot.CutOff, Requirement: null });
        Assert.Empty(Judgement.Of(Given.ADraft("2026-11-24"), Rulebook.Empty, late with { CameInAt = new(14, 59) }, transport: new() { OrdersUntil = new(15, 0) }).Findings);
    }

    [Fact]
    public void A_date_that_our_closure_does_not_allow_is_moved_and_explained_stage_by_stage()
    {
        var found = Assert.Single(Judgement.Of(Given.ADraft("2026-12-03"), Rulebook.Empty, Given.ThisMorning, transport: _inventory).Findings);

        Assert.Equal((FindingKinds.DateNotServed, Day("2026-12-15")), (found.Evidence.Kind, found.Evidence.After!.DeliverOn));
        Assert.Contains(found.Evidence.Trace, step => step is { Stage: DateStage.OwnCalendar, Why: WhyNot.OwnClosed } && step.Date == Day("2026-12-03"));
        Assert.Equal(Enum.GetValues<DateStage>(), found.Evidence.Trace.Select(step => step.Stage).Distinct());
    }

    [Fact]
    public void Days_on_which_nothing_leaves_yet_are_told_by_whoever_is_closed()
    {
        Assert.Contains(new DateStep(DateStage.OwnCalendar, Given.Monday, WhyNot.OwnClosed), Trace(new() { Own = new() { Closures = [new(Given.Monday, Given.Monday)] } }));
        Assert.Contains(new DateStep(DateStage.Carrier, Given.Monday, WhyNot.NoCollection), Trace(_twiceAWeek));
        Assert.DoesNotContain(Trace(Transport.Default), step => step.Stage is not DateStage.Site && step.Why is not (null or WhyNot.Transport));

        static IReadOnlyList<DateStep> Trace(Transport transport) => Judgement.Of(Given.ADraft(Given.Monday), Rulebook.Empty, Given.ThisMorning, transport: transport).Findings.Single().Evidence.Trace;
    }

    [Fact]
    public void A_promised_day_that_is_closed_later_puts_its_order_at_risk_and_moves_nothing()
    {
        var order = Given.AnOrder(Given.ADraft("2026-12-03"));
        order.Confirm(Given.Now);
        var today = Given.ThisMorning.Today;

        Assert.Null(PromiseBarrier.Of(order, DaysOf(Transport.Default), today));
        Assert.True(order.Bar(PromiseBarrier.Of(order, DaysOf(_inventory), today)));
        Assert.Equal((WhyNot.OwnClosed, Day("2026-12-03"), true, PromiseStanding.AtRisk), (order.Barrier!.Why, order.Barrier.Day, order.IsThreatened, order.StandingOn(today, today)));
        Assert.Equal(Day("2026-12-03"), order.NextDueOn);
        Assert.False(order.Bar(PromiseBarrier.Of(order, DaysOf(_inventory), today)));

        // A person moves it: then nothing is in its way.
        var parts = order.Lines.ToDictionary(line => line.LineNo, line => (IReadOnlyList<PromisedPart>)[new PromisedPart(line.OutstandingQuantity, Day("2026-12-15"), Day("2026-12-14"))]);
        Assert.True(order.Repromise(parts, new(PromiseCause.OurMistake), null, Given.Now, today).IsOk);
        Assert.Equal((null, false), (order.Barrier, order.IsThreatened));

        ArrivalDays DaysOf(Transport transport) => ArrivalDays.Of(order.AsItStands(), Rulebook.Empty, Given.ThisMorning, transport);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Whoever_kept_a_day_knows_that_it_is_closed_only_where_that_was_why(bool wasClosed, bool isBarred)
    {
        var (draft, closed) = (Given.ADraft("2026-11-26"), new Transport { Carrier = new() { Closures = [new(Day("2026-11-26"), Day("2026-11-26"))] } });
        var order = Order.Receive(Ids.New<OrderId>(), draft, Judgement.Of(draft, Rulebook.Empty, Given.ThisMorning, transport: wasClosed ? closed : new(5)), Given.Now, Given.Now.AddHours(1)).Value!;
        Assert.True(order.Waive(order.Findings[0].Id, "On le porte", "Karim Haddad", Given.Claire, Given.Now).IsOk);
        Assert.True(order.Confirm(Given.Now).IsOk);

        var barrier = PromiseBarrier.Of(order, ArrivalDays.Of(order.AsItStands(), Rulebook.Empty, Given.ThisMorning, closed), Given.ThisMorning.Today);
        Assert.Equal(isBarred ? new PromiseBarrier("10", Day("2026-11-26"), WhyNot.CarrierClosed) : null, barrier);
    }

    [Fact]
    public void Calendars_that_leave_no_day_are_refused()
    {
        Assert.IsType<ClosesEveryDay>(new ShippingCalendars { Own = new() { Days = Weekdays.None } }.Check());
        Assert.Equal(new PeriodEndsBeforeItStarts(Day("2026-12-02"), Day("2026-12-01")), new ShippingCalendars { Own = new() { Closures = [new(Day("2026-12-02"), Day("2026-12-01"))] } }.Check());
        Assert.Equal(new ClosureTooLong(60), new ShippingCalendars { Own = new() { Closures = [new(Day("2026-12-02"), Day("2027-12-01"))] } }.Check());
        Assert.Equal(new CarrierTwice("Heppner"), new ShippingCalendars { Carriers = [new("Heppner", 1, new()), new("HEPPNER", 1, new())] }.Check());
        Assert.IsType<SeveralUsualCarriers>(new ShippingCalendars { Carriers = [new("A", 1, new(), true), new("B", 1, new(), true)] }.Check());
        Assert.Equal(new CarrierNeverCollects("A"), new ShippingCalendars { Carriers = [new("A", 1, new() { Days = Weekdays.Sunday })] }.Check());
        Assert.Equal(new CarrierTakesTooLong(30), new ShippingCalendars { Carriers = [new("A", 31, new())] }.Check());
        Assert.IsType<CarrierNeedsName>(new ShippingCalendars { Carriers = [new(" ", 1, new())] }.Check());
        Assert.Equal(2, new ShippingCalendars { Carriers = [new("Heppner", 2, new(), true)] }.Transport.WorkingDays);
    }

    private static WorkCalendar ACalendar(Random random, int most = 32) => new()
    {
        Days = (Weekdays)random.Next(1, most),
        Holidays = random.Next(2) == 0 ? null : HolidayZone.FrMetropole,
        Closures = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Given.Wednesday.AddDays(random.Next(80))).Select(from => new Closure(from, from.AddDays(random.Next(10))))],
    };

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}

using AdvPortal.Domain.Common.Calendars;
using AdvPortal.Domain.Deliveries;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Tests.Deliveries;

public sealed class ShippingCalendarsTests
{
    private static readonly WorkCalendar _saturdaysToo = new() { Days = WorkCalendar.Usual.Days | Weekdays.Saturday };
    private static readonly WorkCalendar _strike = new() { Closures = [new(Given.Wednesday, Given.Wednesday)] };

    private static readonly ShippingCalendars _ours = new()
    {
        Own = _saturdaysToo,
        OrdersUntil = new(15, 0),
        Carriers = [new("Heppner", 2, WorkCalendar.Usual, IsUsual: true), new("Geodis", 3, _strike)],
    };

    [Theory]
    [InlineData("Geodis", 3, true)]
    [InlineData(" geodis ", 3, true)]
    [InlineData("Heppner", 2, false)]
    [InlineData("Schenker", 5, false)] // not known: as usual, in the days that were said
    [InlineData("", 5, false)]
    [InlineData(null, 5, false)]
    public void Goods_go_as_the_carrier_goes_that_is_named_and_as_usual_by_any_other(string? carrier, int days, bool strikes) =>
        Assert.Equal(new Transport(days) { Own = _saturdaysToo, Carrier = strikes ? _strike : null, OrdersUntil = new(15, 0) }, _ours.TransportBy(carrier, 5));

    [Fact]
    public void Promises_are_made_by_the_usual_carrier_or_in_a_day_where_none_is()
    {
        Assert.Equal(new Transport(2) { Own = _saturdaysToo, OrdersUntil = new(15, 0) }, _ours.Transport);
        Assert.Equal(new Transport(5) { Own = _saturdaysToo, OrdersUntil = new(15, 0) }, _ours.TransportOf(5));
        Assert.Equal(Transport.Default, (ShippingCalendars.Usual with { Carriers = [new("Geodis", 3, _strike)] }).Transport);
        Assert.Equal(Transport.Default, ShippingCalendars.Usual.TransportBy("Geodis", 1));
    }

    [Fact]
    public void Calendars_that_say_the_same_are_the_same()
    {
        Assert.Equal(_ours with { Carriers = [.. _ours.Carriers] }, _ours);
        Assert.All([_ours with { Own = WorkCalendar.Usual }, _ours with { OrdersUntil = null }, _ours with { Carriers = [_ours.Carriers[0]] }], other => Assert.NotEqual(other, _ours));
        Assert.False(_ours.Equals(null));
    }

    [Theory]
    [InlineData(0, 100, null)]
    [InlineData(30, 1, null)]
    [InlineData(-1, 1, nameof(CarrierTakesTooLong))]
    [InlineData(31, 1, nameof(CarrierTakesTooLong))]
    [InlineData(1, 0, nameof(CarrierNeedsName))]
    [InlineData(1, 101, nameof(ShipmentTextTooLong))]
    public void A_carrier_has_a_name_and_takes_a_month_at_most(int days, int letters, string? refused) =>
        Assert.Equal(refused, (_ours with { Carriers = [_ours.Carriers[0], new(new('x', letters), days, WorkCalendar.Usual)] }).Check()?.Message.Key);

    [Fact]
    public void Carriers_are_told_apart_and_one_of_them_is_the_usual_one()
    {
        var (usual, other) = (_ours.Carriers[0], _ours.Carriers[1]);

        Assert.Null(_ours.Check());
        Assert.Equal(new CarrierTwice("Geodis"), (_ours with { Carriers = [usual, other, other with { Name = "GEODIS" }] }).Check());
        Assert.IsType<SeveralUsualCarriers>((_ours with { Carriers = [usual, other with { IsUsual = true }] }).Check());
        Assert.IsType<ClosureTooLong>((_ours with { Carriers = [usual, other with { Calendar = new() { Closures = [new(Given.Monday, Given.Monday.AddDays(60))] } }] }).Check());
    }

    [Fact]
    public void A_carrier_collects_on_a_day_on_which_we_work()
    {
        CarrierCalendar On(Weekdays days) => new("Geodis", 1, new() { Days = days });

        Assert.Null((_ours with { Carriers = [On(Weekdays.Saturday | Weekdays.Sunday)] }).Check());
        Assert.Equal(new CarrierNeverCollects("Geodis"), (_ours with { Carriers = [_ours.Carriers[0], On(Weekdays.Sunday)] }).Check());
        Assert.IsType<ClosesEveryDay>((_ours with { Carriers = [On(Weekdays.None)] }).Check());
    }

    [Theory]
    [InlineData(50, true)]
    [InlineData(51, false)]
    public void There_are_fifty_carriers_at_most(int carriers, bool taken) =>
        Assert.Equal(taken ? null : new TooManyCarriers(50), (_ours with { Carriers = [.. Enumerable.Range(1, carriers).Select(one => new CarrierCalendar($"{one}", 1, WorkCalendar.Usual))] }).Check());
}

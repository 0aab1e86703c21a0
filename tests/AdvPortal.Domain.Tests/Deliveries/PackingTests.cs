using AdvPortal.Domain.Deliveries;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Domain.Tests.Orders;

namespace AdvPortal.Domain.Tests.Deliveries;

/// <summary>Parcels and pallets, as somebody puts the goods together.</summary>
public sealed class PackingTests
{
    // P pallet, p parcel; a number is the place, from 1, of what it stands on.
    [Theory]
    [InlineData("P p1 p1 p", null)]
    [InlineData("p P p2", null)]
    [InlineData("p p1", 2)] // on a parcel
    [InlineData("P P1", 2)] // a pallet on a pallet
    [InlineData("P p2", 2)] // on itself
    [InlineData("P p3 P", 2)] // on what comes after it
    [InlineData("P p0", 2)]
    [InlineData("P p-1", 2)]
    [InlineData("p1 P", 1)]
    public void A_parcel_stands_on_a_pallet_that_was_packed_before_it(string written, int? wrong)
    {
        var order = OrderLifeTests.At(OrderStatus.Confirmed);
        var delivery = DeliveryLifeTests.Planned(new Goods(order, "10", 5000));
        var units = written.Split(' ').Select(unit => new UnitDraft(unit[0] == 'P' ? LogisticUnit.Pallet : LogisticUnit.Parcel, null, [], On: unit.Length == 1 ? null : int.Parse(unit[1..], System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Equal(wrong is { } position ? new UnitNotOfDelivery(position) : null, delivery.Pack([.. units], [order]).Refusal);
        Assert.Equal(wrong is null ? written : "", string.Join(' ', delivery.Units.Select(unit => $"{(unit.Kind is LogisticUnit.Pallet ? 'P' : 'p')}{delivery.Units.FirstOrDefault(each => each.Id == unit.OnUnitId)?.Position}")));
        Assert.Equal(Enumerable.Range(1, delivery.Units.Count), delivery.Units.Select(unit => unit.Position));
    }

    [Theory]
    [InlineData(5000, 0, null)]
    [InlineData(4999, 1, null)]
    [InlineData(5000, 1, nameof(UnitsHoldTooMuch))]
    [InlineData(5001, 0, nameof(UnitsHoldTooMuch))]
    public void Units_hold_no_more_than_is_to_leave(int first, int second, string? refused)
    {
        var order = OrderLifeTests.At(OrderStatus.Confirmed);
        var delivery = DeliveryLifeTests.Planned(new(order, "10", 5000), new(order, "20", 300));
        UnitDraft Of(int line, decimal quantity) => new(LogisticUnit.Parcel, null, quantity == 0 ? [] : [new(delivery.Lines[line].Id, quantity)]);

        Assert.Equal(refused, delivery.Pack([Of(0, first), Of(1, 300), Of(0, second)], [order]).Refusal?.Message.Key);
    }

    [Theory]
    [InlineData(500, true)]
    [InlineData(501, false)]
    public void There_are_five_hundred_units_at_most(int units, bool packed)
    {
        var order = OrderLifeTests.At(OrderStatus.Confirmed);

        Assert.Equal(
            packed ? null : new TooManyUnits(500),
            DeliveryLifeTests.Planned(new Goods(order, "10", 5000)).Pack([.. Enumerable.Repeat(new UnitDraft(LogisticUnit.Parcel, null, []), units)], [order]).Refusal);
    }

    [Fact]
    public void Nothing_in_a_unit_is_not_counted()
    {
        var order = OrderLifeTests.At(OrderStatus.Confirmed);
        var delivery = DeliveryLifeTests.Planned(new Goods(order, "10", 5000));

        Assert.Equal(new UnitNotOfDelivery(1), delivery.Pack([new(LogisticUnit.Parcel, null, [new(delivery.Lines[0].Id, 0)])], [order]).Refusal);
    }
}

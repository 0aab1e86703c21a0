using System.Globalization;
using AdvPortal.Domain.Deliveries;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Domain.Tests.Orders;

namespace AdvPortal.Domain.Tests.Deliveries;

/// <summary>Goods that another system says have left: all of it is taken, or nothing is.</summary>
public sealed class ShipmentTests
{
    private static readonly Dictionary<Guid, decimal> _nothing = [];

    [Fact]
    public void What_left_elsewhere_is_a_delivery_that_has_left()
    {
        var order = OrderLifeTests.At(OrderStatus.Confirmed);
        var delivery = Delivery.Untold(Ids.New<DeliveryId>(), order, Given.Monday);

        Assert.Null(Leave(delivery, Told(new(order, "10", 5000), new Goods(order, "20", 100)) with { Carrier = "Heppner", ArriveOn = Given.Wednesday }).Refusal);
        Assert.Equal((DeliveryStatus.Shipped, "EXP-1", "Heppner", Given.Monday, Given.Wednesday), (delivery.Status, delivery.Reference, delivery.Carrier, delivery.ShipOn, delivery.ArriveOn));
        Assert.Equal((OrderStatus.PartlyShipped, 0m, 200m), (order.Status, order.Lines[0].OutstandingQuantity, order.Lines[1].OutstandingQuantity));
        Assert.IsType<DeliveryDoesNotAllow>(Leave(delivery, Told(new Goods(order, "20", 100))).Refusal);
    }

    [Fact]
    public void What_was_packed_otherwise_gives_way_and_what_was_packed_so_keeps_its_parcels()
    {
        var order = OrderLifeTests.At(OrderStatus.Confirmed);
        var packed = Packed(order, out var sscc);
        Assert.Null(Leave(packed, Told(new Goods(order, "10", 2000)) with { Units = [new(sscc, [new(order, "10", 2000)])] }).Refusal);
        Assert.Equal(sscc, Assert.Single(packed.Units, unit => !unit.IsVoid).Sscc);

        var other = OrderLifeTests.At(OrderStatus.Confirmed);
        var again = Packed(other, out _);
        Assert.Null(Leave(again, Told(new Goods(other, "10", 1500)) with { Units = [new(Sscc.Of("3760000", 8), [new(other, "10", 1500)])] }).Refusal);
        Assert.Equal((1500m, Sscc.Of("3760000", 8)), (again.Lines[0].Quantity, Assert.Single(again.Units, unit => !unit.IsVoid).Sscc));
    }

    [Fact]
    public void Our_own_parcels_hold_what_they_left_with_and_those_that_stayed_are_void()
    {
        var order = OrderLifeTests.At(OrderStatus.Confirmed);
        var packed = DeliveryLifeTests.Planned(new Goods(order, "10", 2000), new Goods(order, "20", 100));
        var (pallet, parcel, other) = (Sscc.Of("3012345", 1), Sscc.Of("3012345", 2), Sscc.Of("3012345", 3));
        Assert.True(packed.Pack([new(LogisticUnit.Pallet, pallet, []), new(LogisticUnit.Parcel, parcel, [new(packed.Lines[0].Id, 2000)], On: 1), new(LogisticUnit.Parcel, other, [new(packed.Lines[1].Id, 100)])], [order]).IsOk);

        Assert.Null(Leave(packed, Told(new Goods(order, "10", 1500)) with { Units = [new(parcel, [new(order, "10", 1500)])] }).Refusal);
        Assert.Equal((1500m, 1500m), (Assert.Single(packed.Lines).Quantity, Assert.Single(packed.Units[1].Contents).Quantity));
        Assert.Equal([(pallet, false), (parcel, false), (other, true)], packed.Units.Select(unit => (unit.Sscc!, unit.IsVoid)));
        Assert.Equal((3500m, 300m), (order.Lines[0].OutstandingQuantity, order.Lines[1].OutstandingQuantity));
    }

    [Theory]
    [InlineData(200, 300, 0, false)]
    [InlineData(0, 200, 100, false)]
    [InlineData(200, 0, 300, true)]
    [InlineData(0, 0, 300, true)]
    public void Our_own_parcels_among_which_the_same_goods_left_otherwise_hold_what_they_left_with(decimal packed, decimal second, decimal first, bool isSecondGone)
    {
        var order = OrderLifeTests.At(OrderStatus.Confirmed);
        var delivery = DeliveryLifeTests.Planned(new Goods(order, "10", 2000), new Goods(order, "20", 300));
        var (one, two, lines) = (Sscc.Of("3012345", 1), Sscc.Of("3012345", 2), delivery.Lines);
        UnitContent[] inOne = [new(lines[0].Id, 2000), .. packed < 300 && packed > 0 ? new[] { new UnitContent(lines[1].Id, 300 - packed) } : []];
        Assert.True(delivery.Pack([new(LogisticUnit.Parcel, one, inOne), new(LogisticUnit.Parcel, two, [new(lines[1].Id, packed > 0 ? packed : 300)])], [order]).IsOk);

        ShippedUnit[] left = [new(one, [new(order, "10", 2000), .. first > 0 ? new Goods[] { new(order, "20", first) } : []]), .. second > 0 ? new[] { new ShippedUnit(two, [new(order, "20", second)]) } : []];
        Assert.Null(Leave(delivery, Told(new(order, "10", 2000), new Goods(order, "20", 300)) with { Units = left }).Refusal);
        Assert.Equal(left.Select(unit => (unit.Sscc, string.Join('+', unit.Contents.Select(each => each.Quantity)))), delivery.Units.Where(unit => !unit.IsVoid).Select(unit => (unit.Sscc!, string.Join('+', unit.Contents.Select(each => each.Quantity)))));
        Assert.Equal(isSecondGone, delivery.Units[1].IsVoid);
    }

    [Theory]
    [InlineData(0, 50, 50, "P40", 100, "P40 B50")]
    [InlineData(80, 20, 100, "B150", 200, "P A20 B150")]
    [InlineData(80, 20, 100, "A20", 20, "P A20")]
    [InlineData(0, 50, 50, "B80", 100, "B80")]
    public void A_pallet_and_what_stands_on_it_hold_no_more_than_left(decimal onPallet, decimal inParcel, decimal beside, string told, decimal gone, string left)
    {
        var order = OrderLifeTests.At(OrderStatus.Confirmed);
        var delivery = DeliveryLifeTests.Planned(new Goods(order, "10", onPallet + inParcel + beside));
        var line = delivery.Lines[0].Id;
        var numbers = "PAB".Index().ToDictionary(each => each.Item, each => Sscc.Of("3012345", each.Index + 1));
        Assert.True(delivery.Pack([new(LogisticUnit.Pallet, numbers['P'], onPallet > 0 ? [new(line, onPallet)] : []), new(LogisticUnit.Parcel, numbers['A'], [new(line, inParcel)], On: 1), new(LogisticUnit.Parcel, numbers['B'], [new(line, beside)])], [order]).IsOk);

        ShippedUnit[] units = [new(numbers[told[0]], [new(order, "10", decimal.Parse(told[1..], CultureInfo.InvariantCulture))])];
        Assert.Null(Leave(delivery, Told(new Goods(order, "10", gone)) with { Units = units }).Refusal);
        Assert.Equal(left, string.Join(' ', delivery.Units.Where(unit => !unit.IsVoid).Select(unit => $"{numbers.First(each => each.Value == unit.Sscc).Key}{string.Join('+', unit.Contents.Select(each => each.Quantity))}")));
    }

    // Of 1 000 pieces: what each parcel was packed with, what it is told to hold, what it holds then.
    [Theory]
    [InlineData("A700 B200 C100", "A700 B300", "A700 B300")] // one told as it was packed does not speak for the other
    [InlineData("A400 B400 C200", "A300 B500", "A300 B500 C200")] // what is left has room in the last
    [InlineData("A400 B400 C200", "A500 B500", "A500 B500")]
    [InlineData("A400 B300 C300", "A700", "A700 B300")] // and only once
    [InlineData("A700 B300", "A700 B300", "A700 B300")]
    public void Parcels_that_nobody_told_of_left_as_far_as_there_was_something_for_them(string packed, string told, string left)
    {
        var order = OrderLifeTests.At(OrderStatus.Confirmed);
        var delivery = DeliveryLifeTests.Planned(new Goods(order, "10", 1000));
        var numbers = "ABC".Index().ToDictionary(each => each.Item, each => Sscc.Of("3012345", each.Index + 1));
        Assert.True(delivery.Pack([.. Read(packed).Select(unit => new UnitDraft(LogisticUnit.Parcel, numbers[unit.Name], [new(delivery.Lines[0].Id, unit.Quantity)]))], [order]).IsOk);

        Assert.Null(Leave(delivery, Told(new Goods(order, "10", 1000)) with { Units = [.. Read(told).Select(unit => new ShippedUnit(numbers[unit.Name], [new(order, "10", unit.Quantity)]))] }).Refusal);
        Assert.Equal(left, string.Join(' ', delivery.Units.Where(unit => !unit.IsVoid).Select(unit => $"{numbers.First(each => each.Value == unit.Sscc).Key}{unit.Contents[0].Quantity}")));

        static IEnumerable<(char Name, decimal Quantity)> Read(string written) => written.Split(' ').Select(unit => (unit[0], decimal.Parse(unit[1..], CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void A_pallet_beside_a_parcel_left_as_it_was_packed()
    {
        var order = OrderLifeTests.At(OrderStatus.Confirmed);
        var packed = DeliveryLifeTests.Planned(new Goods(order, "10", 1000));
        var (beside, pallet, on, line) = (Sscc.Of("3012345", 1), Sscc.Of("3012345", 2), Sscc.Of("3012345", 3), packed.Lines[0].Id);
        Assert.True(packed.Pack([new(LogisticUnit.Parcel, beside, [new(line, 700)]), new(LogisticUnit.Pallet, pallet, []), new(LogisticUnit.Parcel, on, [new(line, 300)], On: 2)], [order]).IsOk);

        Assert.Null(Leave(packed, Told(new Goods(order, "10", 1000)) with { Units = [new(beside, [new(order, "10", 700)]), new(pallet, [new(order, "10", 300)])] }).Refusal);
        Assert.Equal([(700m, false), (0m, false), (300m, false)], packed.Units.Select(unit => (unit.Contents.Sum(each => each.Quantity), unit.IsVoid)));
    }

    [Fact]
    public void Of_several_goods_those_that_left_otherwise_are_brought_as_they_left()
    {
        var order = OrderLifeTests.At(OrderStatus.Confirmed);
        var delivery = DeliveryLifeTests.Planned(new(order, "10", 2000), new(order, "20", 100));

        Assert.Null(Leave(delivery, Told(new(order, "10", 2000), new Goods(order, "20", 50))).Refusal);
        Assert.Equal([2000m, 50m], delivery.Lines.Select(line => line.Quantity));
        Assert.Equal((3000m, 250m), (order.Lines[0].OutstandingQuantity, order.Lines[1].OutstandingQuantity));
    }

    [Fact]
    public void Parcels_of_which_nobody_tells_stay_as_they_were_packed()
    {
        var order = OrderLifeTests.At(OrderStatus.Confirmed);
        var packed = Packed(order, out var sscc);

        Assert.Null(Leave(packed, Told(new Goods(order, "10", 2000))).Refusal);
        Assert.Equal((sscc, false, 2000m), (Assert.Single(packed.Units).Sscc, packed.Units[0].IsVoid, packed.Units[0].Contents[0].Quantity));
    }

    [Theory]
    [InlineData(null, null, null, "Heppner", "HP 42", "https://suivi.example/42")]
    [InlineData("Geodis", "G 7", "https://geodis.example/7", "Geodis", "G 7", "https://geodis.example/7")]
    public void How_it_is_followed_is_as_it_was_told_or_as_it_was_known(string? carrier, string? number, string? link, string isCarrier, string isNumber, string isLink)
    {
        var order = OrderLifeTests.At(OrderStatus.Confirmed);
        var delivery = DeliveryLifeTests.Planned(new Goods(order, "10", 2000));
        delivery.Track("Heppner", "HP 42", "https://suivi.example/42");

        Assert.Null(Leave(delivery, Told(new Goods(order, "10", 2000)) with { Carrier = carrier, TrackingNumber = number, TrackingLink = link }).Refusal);
        Assert.Equal((isCarrier, isNumber, isLink), (delivery.Carrier, delivery.TrackingNumber, delivery.TrackingLink));
        Assert.Equal(Given.Wednesday, delivery.ArriveOn);
    }

    [Fact]
    public void What_is_as_long_as_it_may_be_and_arrives_on_the_day_itself_is_taken()
    {
        var order = OrderLifeTests.At(OrderStatus.Confirmed);
        var told = Told(new Goods(order, "10", 1.0001m)) with { Reference = new('x', 60), Carrier = new('x', 100), TrackingNumber = new('x', 60), TrackingLink = $"https://suivi.example/{new('x', 478)}", ArriveOn = Given.Monday };
        var delivery = Delivery.Untold(Ids.New<DeliveryId>(), order, Given.Monday);

        Assert.Equal([60, 100, 60, 500], [told.Reference.Length, told.Carrier.Length, told.TrackingNumber.Length, told.TrackingLink.Length]);
        Assert.All(
            [told with { Reference = new('x', 61) }, told with { Carrier = new('x', 101) }, told with { TrackingNumber = new('x', 61) }, told with { TrackingLink = told.TrackingLink + "x" }],
            longer => Assert.IsType<ShipmentTextTooLong>(Leave(delivery, longer).Refusal));
        Assert.Null(Leave(delivery, told).Refusal);
        Assert.Equal((Given.Monday, told.TrackingLink), (delivery.ArriveOn, delivery.TrackingLink));
    }

    [Theory]
    [InlineData(500, true)]
    [InlineData(501, false)]
    public void Five_hundred_parcels_at_most_are_told(int parcels, bool taken)
    {
        var order = OrderLifeTests.At(OrderStatus.Confirmed);
        var told = Told(new Goods(order, "10", 1000)) with { Units = [.. Enumerable.Range(1, parcels).Select(number => new ShippedUnit(Sscc.Of("3760000", number), [new(order, "10", 1)]))] };

        Assert.Equal(taken ? null : new TooManyUnits(500), Leave(Delivery.Untold(Ids.New<DeliveryId>(), order, Given.Monday), told).Refusal);
    }

    [Fact]
    public void What_the_client_requires_is_settled_before_anything_leaves()
    {
        var order = Given.AnOrder(Given.ADraft(Given.Wednesday));
        order.Confirm(Given.Now);
        var rules = Rulebook.Of([Given.ARequirement(new Instruction { Text = "Film noir" }, moments: Moments.Packing)]);
        order.Reach(Moments.Packing, Judgement.AtStep(order.AsItStands(), rules, Given.ThisMorning, Moments.Packing));
        var (delivery, told) = (Delivery.Untold(Ids.New<DeliveryId>(), order, Given.Monday), Told(new Goods(order, "10", 1000)));

        // And it is said before what its terms stand against.
        Assert.IsType<RequirementsNotMet>(delivery.Leave(told, _nothing, _ => new(DeliveryTolerance.None, InParts: false), Given.Now, Given.Monday).Refusal);
        order.Waive(order.Findings[0].Id, "Sans film", "Karim Haddad", Given.Claire, Given.Now);
        Assert.Null(Leave(delivery, told).Refusal);
    }

    [Fact]
    public void A_pallet_that_is_told_with_all_that_stands_on_it_left_as_it_was_packed()
    {
        var order = OrderLifeTests.At(OrderStatus.Confirmed);
        var packed = DeliveryLifeTests.Planned(new Goods(order, "10", 2000));
        var (pallet, parcel) = (Sscc.Of("3012345", 1), Sscc.Of("3012345", 2));
        Assert.True(packed.Pack([new(LogisticUnit.Pallet, pallet, []), new(LogisticUnit.Parcel, parcel, [new(packed.Lines[0].Id, 2000)], On: 1)], [order]).IsOk);

        Assert.Null(Leave(packed, Told(new Goods(order, "10", 2000)) with { Units = [new(pallet, [new(order, "10", 2000)])] }).Refusal);
        Assert.Equal([(0, false), (1, false)], packed.Units.Select(unit => (unit.Contents.Count, unit.IsVoid)));
    }

    [Fact]
    public void What_cannot_be_is_refused_and_nothing_is_changed()
    {
        var order = OrderLifeTests.At(OrderStatus.Confirmed);
        var delivery = Delivery.Untold(Ids.New<DeliveryId>(), order, Given.Monday);
        var told = Told(new Goods(order, "10", 1));

        Assert.IsType<DeliveryWithoutGoods>(Leave(delivery, Told()).Refusal);
        Assert.IsType<ShipmentNeedsNumber>(Leave(delivery, told with { Reference = " " }).Refusal);
        Assert.Equal(new ShipmentTextTooLong(Delivery.ReferenceMaxLength), Leave(delivery, told with { Reference = new('x', 61) }).Refusal);
        Assert.Equal(new ShippedInFuture(Given.Wednesday), Leave(delivery, told with { On = Given.Wednesday }).Refusal);
        Assert.Equal(new ArrivesBeforeLeaving(Given.Monday, Given.Monday.AddDays(-1)), Leave(delivery, told with { ArriveOn = Given.Monday.AddDays(-1) }).Refusal);
        Assert.IsType<TrackingLinkNotSafe>(Leave(delivery, told with { TrackingLink = "javascript:alert(1)" }).Refusal);
        Assert.IsType<SsccNotValid>(Leave(delivery, told with { Units = [new("376000000000000001", told.Goods)] }).Refusal);
        Assert.IsType<SsccTaken>(Leave(delivery, told with { Units = [new(Sscc.Of("3760000", 8), told.Goods), new(Sscc.Of("3760000", 8), told.Goods)] }).Refusal);
        Assert.Equal(new PlansTooMuch("", "10", 5000), Leave(delivery, Told(new Goods(order, "10", 5001))).Refusal);
        Assert.Equal(new ShipmentTooPrecise(4), Leave(delivery, Told(new(order, "20", 1), new Goods(order, "10", 1.00001m))).Refusal);
        Assert.IsType<GoesTogether>(delivery.Leave(told, _nothing, _ => new(DeliveryTolerance.None, InParts: false), Given.Now, Given.Monday).Refusal);
        Assert.Equal((DeliveryStatus.Planned, 0, OrderStatus.Confirmed, 5000m), (delivery.Status, delivery.Lines.Count, order.Status, order.Lines[0].OutstandingQuantity));
    }

    [Fact]
    public void A_number_of_ours_among_foreign_ones_is_taken()
    {
        var order = OrderLifeTests.At(OrderStatus.Confirmed);
        var packed = Packed(order, out var sscc);
        ShippedUnit[] units = [new(Sscc.Of("3760000", 8), [new(order, "10", 1000)]), new(sscc, [new(order, "10", 1000)])];

        Assert.IsType<SsccTaken>(Leave(packed, Told(new Goods(order, "10", 2000)) with { Units = units }).Refusal);
        Assert.Equal(DeliveryStatus.Packed, packed.Status);
    }

    private static Delivery Packed(Order order, out string sscc)
    {
        var planned = DeliveryLifeTests.Planned(new Goods(order, "10", 2000));
        sscc = Sscc.Of("3012345", 1);
        Assert.True(planned.Pack([new(LogisticUnit.Parcel, sscc, [new(planned.Lines[0].Id, 2000)])], [order]).IsOk);

        return planned;
    }

    private static Shipment Told(params Goods[] goods) => new("EXP-1", Given.Monday, goods);

    private static Result Leave(Delivery delivery, Shipment told) => delivery.Leave(told, _nothing, _ => ShippingTerms.Usual, Given.Now, Given.Monday);
}

using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Deliveries;

/// <summary>A delivery that left as another system tells of it, planned here or not: all of it is taken, or nothing is.</summary>
public sealed partial class Delivery
{
    public const int ReferenceMaxLength = 60;

    private const int QuantityDecimals = 4;

    /// <summary>The number that another system gives it: the warehouse's, the carrier's.</summary>
    public string? Reference { get; private set; }

    /// <summary>Empty, to take what another system says has left and nobody planned here.</summary>
    public static Delivery Untold(DeliveryId id, Order order, DateOnly on) => new() { Id = id, ClientId = order.ClientId, SiteId = order.SiteId, ShipOn = on, ArriveOn = on };

    /// <summary>Why goods cannot be in it; null when they can.</summary>
    /// <param name="goods">What it would bring.</param>
    /// <param name="elsewhere">What other deliveries hold of order lines, by the lines' ids.</param>
    /// <param name="tolerance">How much more than ordered may leave.</param>
    public Refusal? WhyNotBring(IReadOnlyList<Goods> goods, IReadOnlyDictionary<Guid, decimal> elsewhere, DeliveryTolerance tolerance) => Check(goods, elsewhere, tolerance);

    /// <summary>What stands against a shipment; null when nothing does. Nothing is changed.</summary>
    /// <param name="told">What left.</param>
    /// <param name="elsewhere">What other deliveries hold of order lines, by the lines' ids.</param>
    /// <param name="terms">What the client takes of each order.</param>
    /// <param name="today">In the company's time zone.</param>
    public Refusal? WhyNotLeave(Shipment told, IReadOnlyDictionary<Guid, decimal> elsewhere, Func<Order, ShippingTerms> terms, DateOnly today)
    {
        if (!Status.HoldsGoods())
        {
            return new DeliveryDoesNotAllow(DeliveryAct.Ship, Status);
        }

        if (told.Goods.Count == 0)
        {
            return new DeliveryWithoutGoods();
        }

        var orders = OrdersOf(told.Goods);

        return CheckFacts(told, today)
            ?? Check(told.Goods, elsewhere, terms(orders[0]).Tolerance)
            ?? Gate(orders, Moments.Planning, Moments.Packing, Moments.Labelling)
            ?? orders.Select(order => order.WhyNotShip(told.Goods.Where(each => each.Order == order).ToDictionary(each => each.LineNo, each => each.Quantity, StringComparer.Ordinal), terms(order)))
                .FirstOrDefault(no => no is not null);
    }

    /// <summary>It has left, as it was told: what was planned otherwise gives way to what really left.</summary>
    /// <param name="told">What left.</param>
    /// <param name="elsewhere">What other deliveries hold of order lines, by the lines' ids.</param>
    /// <param name="terms">What the client takes of each order.</param>
    /// <param name="at">When it was told.</param>
    /// <param name="today">In the company's time zone.</param>
    public Result Leave(Shipment told, IReadOnlyDictionary<Guid, decimal> elsewhere, Func<Order, ShippingTerms> terms, DateTimeOffset at, DateOnly today)
    {
        if (WhyNotLeave(told, elsewhere, terms, today) is { } refusal)
        {
            return refusal;
        }

        var (orders, isWhole) = (OrdersOf(told.Goods), Brings(told.Goods));

        if (Status is DeliveryStatus.Packed && told.Units.Count > 0 && Knows(told.Units))
        {
            if (!isWhole)
            {
                Take(told.Goods);
            }

            Refill(told.Units, isWhole);
        }
        else if (!isWhole || !Knows(told.Units))
        {
            _ = Status is DeliveryStatus.Packed ? Unpack() : Result.Ok;
            Take(told.Goods);
        }

        _ = Status is DeliveryStatus.Planned ? Sure(Pack([.. told.Units.Select(Draft)], orders)) : Result.Ok;
        Sure(Track(told.Carrier ?? Carrier, told.TrackingNumber ?? TrackingNumber, told.TrackingLink ?? TrackingLink));
        Sure(Ship(orders, terms, at, told.On));
        (Reference, ArriveOn) = (told.Reference, told.ArriveOn ?? ArriveOn);

        return Result.Ok;

        // All of it was asked beforehand.
        static Result Sure(Result done) => done.IsOk ? done : throw new InvalidOperationException($"A shipment that nothing stood against was refused: {done.Refusal}");
    }

    private Refusal? CheckFacts(Shipment told, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(told.Reference))
        {
            return new ShipmentNeedsNumber();
        }

        foreach (var (text, most) in new[] { (told.Reference, ReferenceMaxLength), (told.Carrier, CarrierMaxLength), (told.TrackingNumber, TrackingNumberMaxLength), (told.TrackingLink, TrackingLinkMaxLength) })
        {
            if (text?.Length > most)
            {
                return new ShipmentTextTooLong(most);
            }
        }

        if (told.Goods.Any(each => decimal.Round(each.Quantity, QuantityDecimals) != each.Quantity))
        {
            return new ShipmentTooPrecise(QuantityDecimals);
        }

        if (told.On > today)
        {
            return new ShippedInFuture(told.On);
        }

        if (told.ArriveOn < told.On)
        {
            return new ArrivesBeforeLeaving(told.On, told.ArriveOn.Value);
        }

        if (Said(told.TrackingLink) is { } link && !IsSafe(link))
        {
            return new TrackingLinkNotSafe();
        }

        return told.Units.Count > MostUnits ? new TooManyUnits(MostUnits)
            : told.Units.FirstOrDefault(unit => !Sscc.IsValid(unit.Sscc)) is { } wrong ? new SsccNotValid(wrong.Sscc)
            : told.Units.CountBy(unit => unit.Sscc, StringComparer.Ordinal).Any(each => each.Value > 1) || (!Knows(told.Units) && _units.Exists(mine => told.Units.Any(unit => unit.Sscc == mine.Sscc))) ? new SsccTaken()
            : null;
    }

    private bool Brings(IReadOnlyList<Goods> goods) =>
        goods.Count == _lines.Count && goods.All(each => each.Order.Lines.FirstOrDefault(line => line.LineNo == each.LineNo) is { } of && _lines.Exists(line => line.LineId == of.Id && line.Quantity == each.Quantity));

    // Those that were packed and numbered here are told back; nothing told of any leaves them as they are.
    private bool Knows(IReadOnlyList<ShippedUnit> units) => units.All(unit => _units.Exists(mine => !mine.IsVoid && mine.Sscc == unit.Sscc));

    // Of a pallet, what stands on it is told with it.
    private bool Holds(ShippedUnit told)
    {
        var unit = _units.Find(mine => !mine.IsVoid && mine.Sscc == told.Sscc)!;
        var held = _units.Where(each => !each.IsVoid && (each == unit || each.OnUnitId == unit.Id)).SelectMany(each => each.Contents)
            .GroupBy(each => each.LineId).ToDictionary(line => line.Key, line => line.Sum(each => each.Quantity));
        var contents = Draft(told).Contents;

        return held.Count == contents.Count && contents.All(each => held.GetValueOrDefault(each.LineId) == each.Quantity);
    }

    // Our own parcels keep their numbers, which are on their labels: they hold what they left with, and the others stayed here, unless all of it left.
    private void Refill(IReadOnlyList<ShippedUnit> told, bool isWhole)
    {
        if (isWhole && told.All(Holds))
        {
            return;
        }

        var contents = told.ToDictionary(unit => unit.Sscc, unit => Draft(unit).Contents, StringComparer.Ordinal);
        var left = _units.FindAll(unit => unit is { IsVoid: false, Sscc: { } sscc } && contents.ContainsKey(sscc));
        var room = _lines.ToDictionary(line => line.Id, line => line.Quantity - contents.Values.SelectMany(of => of).Where(each => each.LineId == line.Id).Sum(each => each.Quantity));

        // What stands on a pallet is settled before it: it is told with the pallet, and the pallet left under it.
        foreach (var unit in _units.FindAll(unit => !unit.IsVoid).OrderBy(unit => unit.Kind is LogisticUnit.Pallet))
        {
            if (left.Contains(unit))
            {
                unit.Hold(contents[unit.Sscc!]);
            }
            else if (isWhole && !left.Exists(pallet => pallet.Id == unit.OnUnitId) && !IsEmptied(unit) && unit.Contents.All(each => each.Quantity <= room[each.LineId]))
            {
                unit.Contents.ToList().ForEach(each => room[each.LineId] -= each.Quantity);
            }
            else if (_units.Exists(parcel => !parcel.IsVoid && parcel.OnUnitId == unit.Id))
            {
                unit.Hold([]);
            }
            else
            {
                unit.Void();
            }
        }
    }

    // Nothing that stood on it left.
    private bool IsEmptied(DeliveryUnit pallet) =>
        pallet.Contents.Count == 0 && _units.FindAll(parcel => parcel.OnUnitId == pallet.Id) is { Count: > 0 } stood && stood.TrueForAll(parcel => parcel.IsVoid);

    private UnitDraft Draft(ShippedUnit unit) => new(
        LogisticUnit.Parcel, unit.Sscc,
        [.. unit.Contents.Select(each => new UnitContent(_lines.First(line => line.LineId == each.Order.Lines.First(of => of.LineNo == each.LineNo).Id).Id, each.Quantity))]);
}

using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Deliveries;

/// <summary>A delivery on its way: packed, sent, taken or refused, or void. Its orders follow, all of them or none.</summary>
public sealed partial class Delivery
{
    public const int MostUnits = 500;

    /// <summary>The goods are put together, once what the client requires of packing and labelling is settled.</summary>
    /// <param name="units">Parcels and pallets, each pallet before what stands on it; none where nobody counts them.</param>
    /// <param name="orders">All that it brings something of.</param>
    public Result Pack(IReadOnlyList<UnitDraft> units, IReadOnlyCollection<Order> orders)
    {
        if ((WhyNot(DeliveryAct.Pack) ?? Ready(orders) ?? Gate(orders, Moments.Planning, Moments.Packing, Moments.Labelling) ?? Check(units)) is { } refusal)
        {
            return refusal;
        }

        List<DeliveryUnit> packed = [];

        foreach (var (index, draft) in units.Index())
        {
            packed.Add(new(index + 1, draft, draft.On is { } pallet ? packed[pallet - 1].Id : null));
        }

        _units.AddRange(packed);
        MoveTo(DeliveryStatus.Packed);

        foreach (var order in orders.Where(order => order.Status.Allows(OrderAct.StartPreparation)))
        {
            order.StartPreparation();
        }

        return Result.Ok;
    }

    /// <summary>Unpacked, to be changed or packed otherwise: the labels are worth nothing any more.</summary>
    public Result Unpack()
    {
        if (WhyNot(DeliveryAct.Unpack) is { } refusal)
        {
            return refusal;
        }

        _units.ForEach(unit => unit.Void());
        MoveTo(DeliveryStatus.Planned);

        return Result.Ok;
    }

    /// <summary>The goods leave. Every order takes it, or none does.</summary>
    /// <param name="orders">All that it brings something of.</param>
    /// <param name="terms">What the client takes of each.</param>
    /// <param name="at">When.</param>
    /// <param name="today">In the company's time zone: the day on which it left.</param>
    /// <param name="partsAgreedBy">Who at the client agreed to a delivery in part; null where nobody was asked.</param>
    public Result Ship(IReadOnlyCollection<Order> orders, Func<Order, ShippingTerms> terms, DateTimeOffset at, DateOnly today, string? partsAgreedBy = null)
    {
        if (((Refusal?)WhyNot(DeliveryAct.Ship) ?? (Refusal?)Gone(orders) ?? Gate(orders, Moments.Planning, Moments.Packing, Moments.Labelling)) is { } refusal)
        {
            return refusal;
        }

        var leaving = orders.Select(order => (Order: order, Lines: LinesOf(order), Terms: terms(order))).ToList();

        // Asked of all before any of them changes.
        if (leaving.Select(each => each.Order.WhyNotShip(Quantities(each.Order, each.Lines, line => line.Quantity), each.Terms)).FirstOrDefault(no => no is not null) is { } not)
        {
            return not;
        }

        foreach (var (order, lines, its) in leaving)
        {
            var before = order.Lines.ToDictionary(line => line.Id, line => line.CancelledQuantity);
            order.Ship(Quantities(order, lines, line => line.Quantity), its);
            lines.ForEach(line => line.Close(order.Lines.First(each => each.Id == line.LineId).CancelledQuantity - before[line.LineId]));
        }

        (ShippedAt, PartsAgreedBy) = (at, Said(partsAgreedBy));

        // What leaves late arrives late.
        var soonest = orders.Max(order => order.Way.ArriveOn(today));
        (ShipOn, ArriveOn) = (today, ArriveOn < soonest ? orders.Max(order => order.Way.ExpectOn(today)) : ArriveOn);
        MoveTo(DeliveryStatus.Shipped);

        return Result.Ok;
    }

    /// <summary>All of it was taken.</summary>
    /// <param name="proof">By whom, and when.</param>
    /// <param name="orders">All that it brings something of.</param>
    /// <param name="underway">Those of which another delivery is not settled: they are not delivered yet.</param>
    /// <param name="now">Now.</param>
    public Result Deliver(ProofOfDelivery proof, IReadOnlyCollection<Order> orders, IReadOnlySet<OrderId> underway, DateTimeOffset now)
    {
        if ((WhyNot(DeliveryAct.Deliver) ?? proof.Check(now)) is { } refusal)
        {
            return refusal;
        }

        Proof = proof.Tidy();
        _lines.ForEach(line => line.Arrive(null));
        MoveTo(DeliveryStatus.Delivered);
        Settle(orders, underway);

        return Result.Ok;
    }

    /// <summary>Some of it, or all of it, was not taken.</summary>
    /// <param name="refused">What, and why.</param>
    /// <param name="proof">Who refused it, and when.</param>
    /// <param name="sendAgain">What was refused is outstanding again. Else it is a complaint's to decide.</param>
    /// <param name="orders">All that it brings something of.</param>
    /// <param name="underway">Those of which another delivery is not settled.</param>
    /// <param name="now">Now.</param>
    public Result Refuse(
        IReadOnlyList<RefusedGoods> refused, ProofOfDelivery proof, bool sendAgain, IReadOnlyCollection<Order> orders, IReadOnlySet<OrderId> underway, DateTimeOffset now)
    {
        if ((WhyNot(DeliveryAct.Refuse) ?? proof.Check(now) ?? Check(refused)) is { } refusal)
        {
            return refusal;
        }

        if (sendAgain && Gone(orders) is { } gone)
        {
            return gone;
        }

        var of = refused.ToDictionary(each => each.LineId);
        var back = orders.Select(order => (Order: order, Lines: LinesOf(order).FindAll(line => of.ContainsKey(line.Id)))).Where(each => each.Lines.Count > 0).ToList();

        if (sendAgain && back.Select(each => each.Order.WhyNotTakeBack(Quantities(each.Order, each.Lines, Refused))).FirstOrDefault(no => no is not null) is { } not)
        {
            return not;
        }

        if (sendAgain)
        {
            back.ForEach(each => each.Order.TakeShipmentBack(Quantities(each.Order, each.Lines, Refused)));
        }

        _lines.ForEach(line => line.Arrive(of.GetValueOrDefault(line.Id)));
        (Proof, IsSentAgain) = (proof.Tidy(), sendAgain);
        MoveTo(_lines.TrueForAll(line => line.DeliveredQuantity == 0) ? DeliveryStatus.Refused : DeliveryStatus.PartlyRefused);
        Settle(orders, underway);

        return Result.Ok;

        decimal Refused(DeliveryLine line) => of[line.Id].Quantity ?? line.Quantity;
    }

    /// <summary>A file was added that proves what was done.</summary>
    public Result Prove()
    {
        if (WhyNot(DeliveryAct.Prove) is { } refusal)
        {
            return refusal;
        }

        Touch();

        return Result.Ok;
    }

    /// <summary>It does not take place; of one that has left, its orders have their goods to send again.</summary>
    public Result Void(string reason, IReadOnlyCollection<Order> orders)
    {
        if (WhyNot(DeliveryAct.Void) is { } refusal)
        {
            return refusal;
        }

        if (Said(reason) is not { } why)
        {
            return new VoidNeedsReason();
        }

        if (Status is DeliveryStatus.Shipped)
        {
            if (Gone(orders) is { } gone)
            {
                return gone;
            }

            var back = orders.Select(order => (Order: order, Lines: LinesOf(order))).ToList();

            if (back.Select(each => each.Order.WhyNotTakeBack(Quantities(each.Order, each.Lines, line => line.Quantity))).FirstOrDefault(no => no is not null) is { } not)
            {
                return not;
            }

            back.ForEach(each => each.Order.TakeShipmentBack(Quantities(each.Order, each.Lines, line => line.Quantity), Quantities(each.Order, each.Lines, line => line.ClosedQuantity)));
            _lines.ForEach(line => line.Close(0));
        }

        _units.ForEach(unit => unit.Void());
        VoidReason = why;
        MoveTo(DeliveryStatus.Cancelled);

        return Result.Ok;
    }

    private static RequirementsNotMet? Gate(IReadOnlyCollection<Order> orders, params IReadOnlyList<Moments> steps) =>
        orders.SelectMany(order => steps.SelectMany(order.Unmet)).ToList() is { Count: > 0 } unmet ? new(unmet) : null;

    private static OrderDoesNotAllow? Ready(IReadOnlyCollection<Order> orders) =>
        orders.FirstOrDefault(order => !order.Status.IsUnderWay()) is { } order ? new(OrderAct.Ship, order.Status) : null;

    // By the numbers that the lines bear now.
    private static Dictionary<string, decimal> Quantities(Order order, List<DeliveryLine> lines, Func<DeliveryLine, decimal> quantity) =>
        lines.ToDictionary(line => order.Lines.First(each => each.Id == line.LineId).LineNo, quantity, StringComparer.Ordinal);

    // A line may have been given up since, and its number taken by another.
    private NoSuchLine? Gone(IReadOnlyCollection<Order> orders) =>
        _lines.Find(line => !orders.Any(order => order.Id == line.OrderId && order.Lines.Any(each => each.Id == line.LineId))) is { } gone ? new(gone.LineNo) : null;

    private static void Settle(IReadOnlyCollection<Order> orders, IReadOnlySet<OrderId> underway, bool isSettled)
    {
        foreach (var order in orders.Where(order => isSettled && !underway.Contains(order.Id) && order.Status.Allows(OrderAct.Deliver)))
        {
            order.Deliver();
        }
    }

    private void Settle(IReadOnlyCollection<Order> orders, IReadOnlySet<OrderId> underway) => Settle(orders, underway, IsSettled);

    private List<DeliveryLine> LinesOf(Order order) => _lines.FindAll(line => line.OrderId == order.Id);

    private Refusal? Check(IReadOnlyList<UnitDraft> units)
    {
        if (units.Count > MostUnits)
        {
            return new TooManyUnits(MostUnits);
        }

        if (units.FirstOrDefault(unit => unit.Sscc is { } sscc && !Sscc.IsValid(sscc)) is { Sscc: { } wrong })
        {
            return new SsccNotValid(wrong);
        }

        if (units.Select(unit => unit.Sscc).OfType<string>().Concat(_units.Select(unit => unit.Sscc).OfType<string>()).CountBy(sscc => sscc, StringComparer.Ordinal).Any(each => each.Value > 1))
        {
            return new SsccTaken();
        }

        foreach (var (index, unit) in units.Index())
        {
            var standsWell = unit.On is not { } on || (unit.Kind is LogisticUnit.Parcel && on >= 1 && on <= index && units[on - 1].Kind is LogisticUnit.Pallet);

            if (!standsWell || unit.Contents.Any(each => each.Quantity <= 0 || !_lines.Exists(line => line.Id == each.LineId)))
            {
                return new UnitNotOfDelivery(index + 1);
            }
        }

        var packed = units.SelectMany(unit => unit.Contents).GroupBy(each => each.LineId).ToDictionary(line => line.Key, line => line.Sum(each => each.Quantity));

        return _lines.Find(line => packed.GetValueOrDefault(line.Id) > line.Quantity) is { } over ? new UnitsHoldTooMuch(over.LineNo, over.Quantity) : null;
    }

    private Refusal? Check(IReadOnlyList<RefusedGoods> refused)
    {
        if (refused.Count == 0)
        {
            return new NothingRefused();
        }

        foreach (var each in refused)
        {
            if (_lines.Find(line => line.Id == each.LineId) is not { } found || refused.Count(other => other.LineId == each.LineId) > 1)
            {
                return new NoSuchDeliveryLine(_lines.Find(line => line.Id == each.LineId)?.LineNo ?? "");
            }

            if (each.Quantity is <= 0 || each.Quantity > found.Quantity)
            {
                return new RefusesTooMuch(found.LineNo, found.Quantity);
            }

            if (each.Because is RefusedBecause.Other && string.IsNullOrWhiteSpace(each.Note))
            {
                return new RefusedNeedsNote();
            }
        }

        return null;
    }

    private void MoveTo(DeliveryStatus next)
    {
        Status = next;
        Touch();
    }
}

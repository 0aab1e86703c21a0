using System.Globalization;
using AdvPortal.Domain.Orders;

namespace AdvPortal.Domain.Deliveries;

/// <summary>What goes to one place of one client on one day, be it of several orders: planned, packed, sent, and what became of it at the door.</summary>
public sealed partial class Delivery : TenantOwned
{
    public const int NumberMaxLength = 20;
    public const int CarrierMaxLength = 100;
    public const int TrackingNumberMaxLength = 60;
    public const int TrackingLinkMaxLength = 500;
    public const int ReasonMaxLength = 500;
    public const int MostLines = 1000;

    private readonly List<DeliveryLine> _lines = [];
    private readonly List<DeliveryUnit> _units = [];

    private Delivery() { }

    public DeliveryId Id { get; private set; }

    /// <summary>BL26-00001: what people see; empty until it is numbered, once.</summary>
    public string Number { get; private set; } = "";

    public ClientId ClientId { get; private set; }

    /// <summary>Null where its orders name none.</summary>
    public SiteId? SiteId { get; private set; }

    /// <summary>The day on which it leaves, or is to leave.</summary>
    public DateOnly ShipOn { get; private set; }

    /// <summary>The day on which it is expected there.</summary>
    public DateOnly ArriveOn { get; private set; }

    public DeliveryStatus Status { get; private set; }
    public string? Carrier { get; private set; }

    /// <summary>The carrier's number for it.</summary>
    public string? TrackingNumber { get; private set; }

    /// <summary>Where it is followed: an https address.</summary>
    public string? TrackingLink { get; private set; }

    public DateTimeOffset? ShippedAt { get; private set; }

    /// <summary>Who at the client agreed to a delivery in part, where its requirements say otherwise.</summary>
    [PersonalData]
    public string? PartsAgreedBy { get; private set; }

    /// <summary>Null until somebody there took or refused it.</summary>
    [PersonalData]
    public ProofOfDelivery? Proof { get; private set; }

    /// <summary>What was refused is to be sent again; else a complaint decides what becomes of it.</summary>
    public bool IsSentAgain { get; private set; }

    [PersonalData]
    public string? VoidReason { get; private set; }

    public IReadOnlyList<DeliveryLine> Lines => _lines;

    /// <summary>Those that are void included.</summary>
    public IReadOnlyList<DeliveryUnit> Units => _units;

    /// <summary>Nothing of it is open any more: all that left is where it belongs, or goes its way again.</summary>
    public bool IsSettled => Status is DeliveryStatus.Delivered || (Status is DeliveryStatus.PartlyRefused or DeliveryStatus.Refused && IsSentAgain);

    /// <param name="id">The delivery's.</param>
    /// <param name="goods">What it is to bring: of one client, to one place.</param>
    /// <param name="elsewhere">What other deliveries hold of order lines, by the lines' ids.</param>
    /// <param name="tolerance">How much more than ordered may leave.</param>
    /// <param name="days">Departure and arrival.</param>
    /// <param name="today">In the company's time zone.</param>
    public static Result<Delivery> Plan(
        DeliveryId id, IReadOnlyList<Goods> goods, IReadOnlyDictionary<Guid, decimal> elsewhere, DeliveryTolerance tolerance, (DateOnly ShipOn, DateOnly ArriveOn) days, DateOnly today)
    {
        if (goods.Count == 0)
        {
            return new DeliveryWithoutGoods();
        }

        var delivery = new Delivery { Id = id, ClientId = goods[0].Order.ClientId, SiteId = goods[0].Order.SiteId };

        if ((delivery.Check(goods, elsewhere, tolerance) ?? Check(days, today) ?? Gate(OrdersOf(goods), Requirements.Moments.Planning)) is { } refusal)
        {
            return refusal;
        }

        delivery.Take(goods);
        (delivery.ShipOn, delivery.ArriveOn) = days;

        return delivery;
    }

    /// <summary>Gives it the number people see; it never changes.</summary>
    /// <param name="year">Of the day on which it is planned.</param>
    /// <param name="number">The company's next.</param>
    public void Numbered(int year, long number)
    {
        if (Number.Length > 0)
        {
            throw new InvalidOperationException("A delivery is numbered once.");
        }

        Number = string.Create(CultureInfo.InvariantCulture, $"BL{year % 100:00}-{number:00000}");
    }

    /// <summary>Brings it on another day.</summary>
    public Result Move((DateOnly ShipOn, DateOnly ArriveOn) days, DateOnly today)
    {
        if ((WhyNot(DeliveryAct.Change) ?? Check(days, today)) is { } refusal)
        {
            return refusal;
        }

        (ShipOn, ArriveOn) = days;
        Touch();

        return Result.Ok;
    }

    /// <summary>Brings these goods, in the place of what it was to bring.</summary>
    public Result Load(IReadOnlyList<Goods> goods, IReadOnlyDictionary<Guid, decimal> elsewhere, DeliveryTolerance tolerance)
    {
        if ((WhyNot(DeliveryAct.Change) ?? (goods.Count == 0 ? new DeliveryWithoutGoods() : Check(goods, elsewhere, tolerance) ?? Gate(OrdersOf(goods), Requirements.Moments.Planning))) is { } refusal)
        {
            return refusal;
        }

        Take(goods);
        Touch();

        return Result.Ok;
    }

    /// <summary>Who carries it, and how it is followed.</summary>
    public Result Track(string? carrier, string? trackingNumber, string? trackingLink)
    {
        if (WhyNot(DeliveryAct.Track) is { } refusal)
        {
            return refusal;
        }

        if (Said(trackingLink) is { } link && !IsSafe(link))
        {
            return new TrackingLinkNotSafe();
        }

        (Carrier, TrackingNumber, TrackingLink) = (Said(carrier), Said(trackingNumber), Said(trackingLink));
        Touch();

        return Result.Ok;
    }

    private static bool IsSafe(string link) => Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps;

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static List<Order> OrdersOf(IEnumerable<Goods> goods) => [.. goods.Select(each => each.Order).DistinctBy(order => order.Id)];

    private static Refusal? Check((DateOnly ShipOn, DateOnly ArriveOn) days, DateOnly today) =>
        days.ArriveOn < today || days.ShipOn < today ? new ArrivalInPast(days.ShipOn < today ? days.ShipOn : days.ArriveOn)
        : days.ArriveOn < days.ShipOn ? new ArrivesBeforeLeaving(days.ShipOn, days.ArriveOn)
        : null;

    private Refusal? Check(IReadOnlyList<Goods> goods, IReadOnlyDictionary<Guid, decimal> elsewhere, DeliveryTolerance tolerance)
    {
        if (goods.CountBy(each => (each.Order, each.LineNo)).FirstOrDefault(each => each.Value > 1) is { Value: > 1 } twice)
        {
            return new PlannedTwice(twice.Key.Order.Number, twice.Key.LineNo);
        }

        foreach (var (order, lineNo, quantity) in goods)
        {
            if (order.ClientId != ClientId || order.SiteId != SiteId)
            {
                return new GoesElsewhere(order.Number);
            }

            if (!order.Status.IsUnderWay())
            {
                return new OrderDoesNotAllow(OrderAct.Ship, order.Status);
            }

            if (order.Lines.FirstOrDefault(line => line.LineNo == lineNo) is not { } found)
            {
                return new NoSuchLine(lineNo);
            }

            if (quantity <= 0)
            {
                return new ShippedQuantityNotPositive(lineNo);
            }

            var most = found.OutstandingQuantity == 0 ? 0 : decimal.Round(tolerance.Most(found.Quantity - found.CancelledQuantity), 4, MidpointRounding.ToZero) - found.ShippedQuantity - elsewhere.GetValueOrDefault(found.Id);

            if (quantity > most)
            {
                return new PlansTooMuch(order.Number, lineNo, decimal.Max(0, most));
            }
        }

        return null;
    }

    // A line that stays keeps its row.
    private void Take(IReadOnlyList<Goods> goods)
    {
        var wanted = goods.Select((each, position) => (each.Order, Line: each.Order.Lines.First(line => line.LineNo == each.LineNo), each.Quantity, Position: position)).ToList();
        var ids = wanted.Select(each => each.Line.Id).ToHashSet();
        _lines.RemoveAll(line => !ids.Contains(line.LineId));
        var known = _lines.ToDictionary(line => line.LineId);

        foreach (var (order, line, quantity, position) in wanted)
        {
            if (known.GetValueOrDefault(line.Id) is { } kept)
            {
                kept.Bring(position, quantity);
            }
            else
            {
                _lines.Add(new(order, line, position, quantity));
            }
        }
    }

    private DeliveryDoesNotAllow? WhyNot(DeliveryAct act) => Status.Allows(act) ? null : new(act, Status);
}

using AdvPortal.Domain.Deliveries;
using AdvPortal.Domain.Orders;

namespace AdvPortal.Application.Deliveries;

/// <summary>What leaves of one shipment: the rows that nothing speaks against, in the delivery that was planned for them, or in a new one.</summary>
internal sealed class ShipmentLoad
{
    private readonly string _number;
    private readonly List<ShipmentTold> _rows;
    private readonly DeliveryBasis _basis;
    private readonly TenantClock _clock;
    private readonly Dictionary<Guid, decimal> _elsewhere;
    private readonly Refusal? _unclear;

    /// <param name="rows">Of one shipment, none of them known or refused.</param>
    /// <param name="deliveries">Those that hold goods of their orders, or are meant by the number.</param>
    public ShipmentLoad(string number, List<ShipmentTold> rows, IReadOnlyList<Delivery> deliveries, DeliveryBasis basis, TenantClock clock)
    {
        (_number, _rows, _basis, _clock) = (number, rows, basis, clock);
        var planned = deliveries.Where(each => each.Status.HoldsGoods()).ToList();
        var lines = rows.Select(row => row.Order!.Lines.First(line => line.LineNo == row.LineNo).Id).ToHashSet();
        var meant = planned.Find(each => Shipments.Is(each, number)) is { } named ? [named] : planned.FindAll(each => each.Lines.Any(line => lines.Contains(line.LineId)));

        _unclear = meant.Count > 1 ? new ShipmentInSeveral([.. meant.Select(each => each.Number)]) : null;
        Delivery = meant is [var only] ? only : null;
        _elsewhere = planned.Where(each => each != Delivery).SelectMany(each => each.Lines).GroupBy(line => line.LineId).ToDictionary(line => line.Key, line => line.Sum(each => each.Quantity));
    }

    /// <summary>Null while nothing leaves.</summary>
    public Delivery? Delivery { get; private set; }

    public IReadOnlyList<ShipmentTold> Leave()
    {
        if (_unclear is not null)
        {
            return _rows.ConvertAll(row => row with { Refusal = _unclear });
        }

        Delivery ??= Delivery.Untold(Ids.New<DeliveryId>(), _rows[0].Order!, _rows[0].Row.ShippedOn ?? _clock.Today);
        _basis.CarriedBy(_rows.Select(row => row.Row.Carrier).FirstOrDefault(carrier => carrier is not null) ?? Delivery.Carrier);
        var judged = Whole(Judge());

        // What an order's client requires is asked of all its lines together: it holds up no other order.
        foreach (var of in judged.Where(row => row.IsTaken).GroupBy(row => row.Order!).ToList())
        {
            if (Delivery.WhyNotLeave(Told([.. of]), _elsewhere, Terms, _clock.Today) is { } refusal)
            {
                judged = judged.ConvertAll(row => row.IsTaken && row.Order == of.Key ? row with { Refusal = refusal } : row);
            }
        }

        judged = Whole(judged);
        var leaving = judged.FindAll(row => row.IsTaken);

        if (leaving.Count > 0 && Delivery.Leave(Told(leaving), _elsewhere, Terms, _clock.Now, _clock.Today).Refusal is { } no)
        {
            judged = judged.ConvertAll(row => row.IsTaken ? row with { Refusal = no } : row);
        }

        return judged.ConvertAll(row => row.IsTaken ? row with { Delivery = Delivery } : row);
    }

    // Row by row: what one of them asks too much is nobody else's.
    private List<ShipmentTold> Judge()
    {
        Dictionary<Guid, decimal> sum = [];
        HashSet<Guid> unpacked = [];

        return _rows.ConvertAll(row =>
        {
            var line = row.Order!.Lines.First(each => each.LineNo == row.LineNo);
            var quantity = row.Row.Quantity ?? (row.Quantity > 0 ? row.Quantity : line.OutstandingQuantity - _elsewhere.GetValueOrDefault(line.Id));
            var before = sum.GetValueOrDefault(line.Id);

            if (Why(row, line, quantity, before, unpacked) is { } refusal)
            {
                return row with { Refusal = refusal };
            }

            sum[line.Id] = before + quantity;
            _ = IsLoose(row) && unpacked.Add(line.Id);

            return row with { Quantity = quantity };
        });
    }

    private Refusal? Why(ShipmentTold row, OrderLine line, decimal quantity, decimal before, HashSet<Guid> unpacked) =>
        row.Row.ShippedOn is not { } on ? new ShipmentNeedsDay()
        : _clock.DayOf(row.Order!.ReceivedAt) is var ordered && on < ordered ? new ShippedBeforeOrder(row.Order.Number, on, ordered)
        : row.Row.Sscc is { } sscc && _basis.Settings.CompanyPrefix is { } prefix && Sscc.IsValid(sscc) && sscc[1..].StartsWith(prefix, StringComparison.Ordinal)
            && !Delivery!.Units.Any(unit => !unit.IsVoid && unit.Sscc == sscc) ? new SsccOfOurRange(sscc)
        : row.Row.Sscc is { } told && !Sscc.IsValid(told) ? new SsccNotValid(told)
        : IsLoose(row) && unpacked.Contains(line.Id) ? new PlannedTwice(row.Order.Number, line.LineNo)
        : quantity <= 0 && row.Row.Quantity is null ? new NothingOutstanding(line.LineNo)
        : Delivery!.WhyNotBring([new(row.Order, line.LineNo, quantity <= 0 ? quantity : before + quantity)], _elsewhere, _basis.Tolerance)
            ?? Delivery.WhyNotLeave(Told([row with { Quantity = quantity }]) with { Units = [] }, _elsewhere, _ => new(_basis.Tolerance), _clock.Today) switch { RequirementsNotMet => null, var no => no };

    // Rows of several parcels may each tell of the same line.
    private static bool IsLoose(ShipmentTold row) => row is { Row.Sscc: null, IsOfKnownParcel: false };

    private ShippingTerms Terms(Order order) => TermsOfDelivery.Of(order, _basis.RulesOf(order), Delivery!.ArriveOn, _basis.Tolerance);

    private Shipment Told(List<ShipmentTold> rows)
    {
        var first = rows[0].Row;
        var goods = rows.GroupBy(row => (row.Order, row.LineNo)).Select(line => new Goods(line.Key.Order!, line.Key.LineNo!, line.Sum(row => row.Quantity)));

        return new(_number, first.ShippedOn!.Value, [.. goods])
        {
            ArriveOn = Said(rows, row => row.ArriveOn),
            Carrier = rows.Select(row => row.Row.Carrier).FirstOrDefault(text => text is not null),
            TrackingNumber = rows.Select(row => row.Row.TrackingNumber).FirstOrDefault(text => text is not null),
            TrackingLink = rows.Select(row => row.Row.TrackingLink).FirstOrDefault(text => text is not null),
            Units =
            [
                .. rows.Where(row => row.Row.Sscc is not null).GroupBy(row => row.Row.Sscc!, StringComparer.Ordinal)
                    .Select(unit => new ShippedUnit(unit.Key, [.. unit.GroupBy(row => (row.Order, row.LineNo)).Select(line => new Goods(line.Key.Order!, line.Key.LineNo!, line.Sum(row => row.Quantity)))])),
            ],
        };
    }

    // A row that speaks of a whole delivery is done as a whole.
    private static List<ShipmentTold> Whole(List<ShipmentTold> rows) =>
        [.. rows.GroupBy(row => row.Row.Number).SelectMany(of => of.FirstOrDefault(row => row.Refusal is not null)?.Refusal is { } no ? of.Select(row => row with { Refusal = no }) : of)];

    private static DateOnly? Said(IEnumerable<ShipmentTold> rows, Func<ShipmentRow, DateOnly?> day) => rows.Select(row => day(row.Row)).FirstOrDefault(found => found is not null);
}

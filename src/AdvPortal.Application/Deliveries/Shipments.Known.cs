using AdvPortal.Domain.Deliveries;

namespace AdvPortal.Application.Deliveries;

// What was told before, by the shipment, the line and the parcel: neither lost because something like it is known, nor taken twice.
internal sealed partial class Shipments
{
    // More rows of one line than make so many different sums are looked at by a person.
    private const int MostSums = 10_000;

    private ShipmentTold Known(ShipmentTold told, Guid line)
    {
        if (told.Row.Sscc is not { } sscc)
        {
            return told;
        }

        var before = Before(told.Row.Shipment!);

        if (before.Find(each => Parcels(each, line).Any(packed => packed.Sscc == sscc || packed.On == sscc)) is { } known)
        {
            return told with { IsKnown = true, Delivery = known };
        }

        // A parcel of which this row alone was refused: it is there already, what was in it beside is not.
        return before.Exists(each => each.Units.Any(unit => !unit.IsVoid && unit.Sscc == sscc)) ? told with { Row = told.Row with { Sscc = null }, IsOfKnownParcel = true } : told;
    }

    // Rows of one line. What is in numbered parcels is told with them: a row without a number speaks of all, or of the rest; rows of parcels that are known speak of the rest together.
    private List<ShipmentTold> Known(List<ShipmentTold> told)
    {
        var rows = told.FindAll(row => row is { IsTaken: true, Row.Sscc: null });

        if (rows.Count == 0)
        {
            return told;
        }

        var line = rows[0].Order!.Lines.First(each => each.LineNo == rows[0].LineNo).Id;
        var before = Before(rows[0].Row.Shipment!).FindAll(each => each.Lines.Any(of => of.LineId == line));

        if (before.Count == 0)
        {
            return told;
        }

        var all = before.SelectMany(each => each.Lines).Where(each => each.LineId == line).Sum(each => each.Quantity);
        var loose = all - before.SelectMany(each => Parcels(each, line)).Sum(packed => packed.Quantity);
        var (sum, parcelled) = (rows.Sum(row => row.Quantity), told.Where(row => row.IsKnown).Sum(row => row.Quantity));

        // All of it in other parcels than before is known; where only some of it is told, nobody knows whether it is that.
        var known = !rows.Exists(row => row.IsOfKnownParcel) ? rows.FindAll(row => row.Quantity == all || row.Quantity == loose)
            : sum == loose ? rows
            : sum + parcelled == all ? (parcelled > 0 ? rows : null)
            : Together(rows, loose);

        return told.ConvertAll(row =>
            !rows.Contains(row) ? row
            : row.Row.Quantity is null || known?.Contains(row) is true ? row with { IsKnown = true, Delivery = before[0] }
            : row.IsOfKnownParcel && known is not null ? row
            : row with { Refusal = new ShipmentToldOtherwise(row.Row.Shipment!, row.LineNo!, all) });
    }

    // Those that are a quantity together; null where none are.
    private static List<ShipmentTold>? Together(List<ShipmentTold> rows, decimal quantity)
    {
        Dictionary<decimal, List<ShipmentTold>> sums = new() { [0] = [] };

        foreach (var row in rows.Where(row => row.Quantity > 0))
        {
            foreach (var (sum, of) in sums.ToList())
            {
                if (sums.Count < MostSums && sum + row.Quantity <= quantity && !sums.ContainsKey(sum + row.Quantity))
                {
                    sums[sum + row.Quantity] = [.. of, row];
                }
            }
        }

        return sums.GetValueOrDefault(quantity);
    }

    private List<Delivery> Before(string shipment) => _deliveries.FindAll(each => Is(each, shipment) && !each.Status.HoldsGoods() && each.Status is not DeliveryStatus.Cancelled);

    // How much of an order's line is in which numbered parcel, and on which pallet.
    private static IEnumerable<(string? Sscc, string? On, decimal Quantity)> Parcels(Delivery delivery, Guid line) =>
        from unit in delivery.Units
        where !unit.IsVoid
        from held in unit.Contents
        where delivery.Lines.Any(of => of.Id == held.LineId && of.LineId == line)
        select (unit.Sscc, unit.OnUnitId is { } pallet ? delivery.Units.FirstOrDefault(each => each.Id == pallet)?.Sscc : null, held.Quantity);
}

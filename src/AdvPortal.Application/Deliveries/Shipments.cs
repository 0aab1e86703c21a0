using AdvPortal.Domain.Deliveries;
using AdvPortal.Domain.Requirements;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Deliveries;

/// <summary>Shipments that other systems tell of, held against the orders and deliveries they speak of, which are read in two visits. What was told before changes nothing.</summary>
internal sealed partial class Shipments(TenantClock clock)
{
    private const string DeliveryKey = "DeliveryId";

    private readonly List<Delivery> _new = [];
    private List<Delivery> _deliveries = [];
    private ShipmentPlaces _places = null!;
    private DeliveryBasis _basis = null!;

    public async Task LoadAsync(AdvDbContext db, IReadOnlyCollection<ShipmentRow> rows, CancellationToken ct)
    {
        var names = rows.SelectMany(row => row.OrderNames).Distinct(StringComparer.Ordinal).ToList();
        var numbers = rows.Select(row => row.Shipment).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var codes = rows.Select(row => row.ProductCode).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var visit = new Visit(db);
        var named = visit.Ask(db.Orders.Where(o => names.Contains(o.Number) || names.Contains(o.CustomerReference!)).Select(o => o.Id));
        var told = visit.Ask(db.Deliveries.Where(d => numbers.Contains(d.Number) || numbers.Contains(d.Reference!)).SelectMany(d => d.Lines).Select(l => l.OrderId).Distinct());
        var gtins = visit.Ask(db.Products.Where(p => codes.Contains(p.Gtin!)).Select(p => new { p.Gtin, p.Code }));
        await visit.GoAsync(ct);

        List<OrderId> orders = [.. named.Rows.Concat(told.Rows).Distinct()];
        var its = db.Deliveries.Where(d =>
            numbers.Contains(d.Number) || numbers.Contains(d.Reference!)
            || ((d.Status == DeliveryStatus.Planned || d.Status == DeliveryStatus.Packed) && d.Lines.Any(l => orders.Contains(l.OrderId))));
        Answer<Delivery>? deliveries = null;

        _basis = await DeliveryBasis.ReadAsync(db, clock, orders, null, ct, along =>
        {
            deliveries = along.Ask(its.AsTracking().OrderBy(d => d.Id));
            along.Ask(db.Set<DeliveryLine>().AsTracking().Where(l => its.Any(d => d.Id == EF.Property<DeliveryId>(l, DeliveryKey))));
            along.Ask(db.Set<DeliveryUnit>().AsTracking().Where(u => its.Any(d => d.Id == EF.Property<DeliveryId>(u, DeliveryKey))));
        });
        _deliveries = [.. deliveries!.Rows];
        _places = new(_basis.Orders, gtins.Rows.ToLookup(p => p.Gtin!, p => p.Code, StringComparer.Ordinal));
        _basis.Reach(Moments.Planning, Moments.Packing, Moments.Labelling);
    }

    /// <summary>Takes the rows of one shipment: those that nothing speaks against leave together, the others hold nobody up.</summary>
    public IReadOnlyList<ShipmentTold> Tell(IReadOnlyList<ShipmentRow> rows)
    {
        var told = rows.SelectMany(Read).GroupBy(each => (each.Order, each.LineNo)).SelectMany(of => Known([.. of])).ToList();
        var number = rows[0].Shipment;
        var open = told.FindAll(each => each.IsTaken);

        if (open.Count > 0 && number is not null)
        {
            var load = new ShipmentLoad(number, open, _deliveries, _basis, clock);
            var done = load.Leave();
            told = [.. told.Where(each => !each.IsTaken), .. done];

            if (load.Delivery is { Number.Length: 0 } delivery && done.Any(each => each.IsTaken))
            {
                _new.Add(delivery);
                _deliveries.Add(delivery);
            }
        }

        return [.. told.OrderBy(each => each.Row.Number)];
    }

    /// <summary>What only what is kept needs: the numbers of new deliveries.</summary>
    public async Task KeepAsync(AdvDbContext db, CancellationToken ct)
    {
        if (_new.Count > 0)
        {
            var next = await db.NextNumbersAsync("delivery", _new.Count, ct);
            _new.ForEach(delivery => delivery.Numbered(clock.Today.Year, next++));
            db.Deliveries.AddRange(_new);
        }
    }

    // A row that names a delivery of ours and nothing else speaks of all that it was to bring.
    private IEnumerable<ShipmentTold> Read(ShipmentRow row)
    {
        if (string.IsNullOrWhiteSpace(row.Shipment))
        {
            return [new(row, new ShipmentNeedsNumber())];
        }

        var mine = _deliveries.Find(each => each.Number == row.Shipment);

        if (mine is not null && !row.OrderNames.Any() && row.LineNo is null && row.ProductCode is null)
        {
            return mine.Status.HoldsGoods()
                ? mine.Lines.OrderBy(line => line.Position).Select(line => (Line: line, Order: _basis.Orders.First(order => order.Id == line.OrderId)))
                    .Where(each => each.Order.Lines.Any(line => line.Id == each.Line.LineId))
                    .Select(each => new ShipmentTold(row) { Order = each.Order, LineNo = each.Order.Lines.First(line => line.Id == each.Line.LineId).LineNo, Quantity = each.Line.Quantity })
                : [mine.Status is DeliveryStatus.Cancelled ? new(row, new DeliveryIsVoid()) : new(row) { IsKnown = true, Delivery = mine }];
        }

        var found = _places.Find(row, mine);

        if (!found.IsOk)
        {
            return [new(row, found.Refusal)];
        }

        var (order, line) = (found.Value.Order, found.Value.Line);
        ShipmentTold told = new(row) { Order = order, LineNo = line.LineNo, Quantity = row.Quantity ?? 0 };

        return [row.Unit is { } unit && !Exchange.Acknowledgements.UnitCodes.Alike(unit, line.Unit) ? told with { Refusal = new ShipmentUnitOther(unit, line.Unit) } : Known(told, line.Id)];
    }

    internal static bool Is(Delivery delivery, string number) => delivery.Number == number || delivery.Reference == number;
}

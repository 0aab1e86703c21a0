using AdvPortal.Domain.Orders;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Orders;

/// <summary>Which line another system means by what it knows of it: our number or the client's, the line's number or its product.</summary>
/// <param name="ProductCode">Ours, or the client's.</param>
internal sealed record StockPlace(string? OrderNumber, string? CustomerReference, string? LineNo, string? ProductCode);

/// <summary>Orders that lists of stock dates name, with their lines; of this company only.</summary>
internal sealed class StockDates
{
    private IReadOnlyList<Order> _orders = [];

    public async Task LoadAsync(AdvDbContext db, IReadOnlyCollection<string> numbers, IReadOnlyCollection<string> references, CancellationToken ct)
    {
        var named = db.Orders.AsTracking().Where(o => numbers.Contains(o.Number) || references.Contains(o.CustomerReference!));
        var visit = new Visit(db);
        var orders = visit.Ask(named);
        visit.Ask(db.Set<OrderLine>().AsTracking().Where(l => named.Select(o => o.Id).Contains(EF.Property<OrderId>(l, "OrderId"))));
        await visit.GoAsync(ct);
        _orders = orders.Rows;
    }

    public Result<Found> Find(StockPlace place)
    {
        if ((place.OrderNumber ?? place.CustomerReference) is not { } name)
        {
            return new StockDateNeedsOrder();
        }

        if ((place.LineNo ?? place.ProductCode) is not { } what)
        {
            return new StockDateNeedsLine();
        }

        var orders = One(
            _orders.Where(o => (place.OrderNumber is null || o.Number == place.OrderNumber) && (place.CustomerReference is null || o.CustomerReference == place.CustomerReference)),
            order => order.Status.IsOpen());

        if (orders is not [var order])
        {
            return orders.Count == 0 ? new StockDateOrderUnknown(name) : new StockDateOrderUnclear(name, [.. orders.Select(o => o.Number)]);
        }

        var lines = One(
            order.Lines.Where(l => (place.LineNo is null || l.LineNo == place.LineNo) && (place.ProductCode is null || IsOf(l, place.ProductCode))),
            line => line.OutstandingQuantity > 0);

        return lines is [var line] ? new Found(order, line)
            : lines.Count == 0 ? new StockDateLineUnknown(what, order.Number)
            : new StockDateLineUnclear(what, order.Number, [.. lines.Select(l => l.LineNo)]);
    }

    private static bool IsOf(OrderLine line, string code) => line.ProductCode == code || line.BuyerCode == code || line.SentBuyerCode == code;

    // Several of a name: the one that is still open is meant.
    private static List<T> One<T>(IEnumerable<T> all, Func<T, bool> isOpen)
    {
        var named = all.ToList();

        return named.Count > 1 && named.Exists(each => isOpen(each)) ? named.FindAll(each => isOpen(each)) : named;
    }

    public sealed record Found(Order Order, OrderLine Line);
}

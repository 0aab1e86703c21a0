using AdvPortal.Domain.Deliveries;
using AdvPortal.Domain.Orders;

namespace AdvPortal.Application.Deliveries;

/// <summary>Which order line another system means by what it knows of it: our number or the client's, the line's number or its product.</summary>
internal sealed class ShipmentPlaces(IReadOnlyList<Order> orders, ILookup<string, string> codesOfGtin)
{
    private readonly ILookup<string, Order> _byName = orders
        .SelectMany(order => new[] { order.Number, order.CustomerReference }.OfType<string>().Distinct(StringComparer.Ordinal).Select(name => (name, order)))
        .ToLookup(each => each.name, each => each.order, StringComparer.Ordinal);

    /// <param name="row">What was told.</param>
    /// <param name="planned">Our own delivery, where its number is told: its orders need no name.</param>
    public Result<Place> Find(ShipmentRow row, Delivery? planned)
    {
        if (row.OrderNames.FirstOrDefault() is not { } name && planned is null)
        {
            return new StockDateNeedsOrder();
        }

        if ((row.LineNo ?? row.ProductCode) is not { } what)
        {
            return new StockDateNeedsLine();
        }

        var of = row.OrderNames.Any()
            ? One(row.OrderNames.Select(each => _byName[each]).Aggregate((IEnumerable<Order> one, IEnumerable<Order> other) => one.Intersect(other)), order => order.Status.IsOpen())
            : [.. orders.Where(order => planned!.Lines.Any(line => line.OrderId == order.Id))];

        if (of.Count == 0 || (of.Count > 1 && row.OrderNames.Any()))
        {
            return of.Count == 0 ? new StockDateOrderUnknown(row.OrderNames.First()) : new StockDateOrderUnclear(row.OrderNames.First(), [.. of.Select(order => order.Number)]);
        }

        var lines = of.SelectMany(order => Lines(order, row).Select(line => new Place(order, line))).ToList();

        return lines is [var only] ? only
            : lines.Count == 0 ? new StockDateLineUnknown(what, of[0].Number)
            : new StockDateLineUnclear(what, of[0].Number, [.. lines.Select(each => each.Line.LineNo)]);
    }

    // Zeros in front are a matter of the sender's; a line that counts 010 beside 10 is told by all of them.
    private List<OrderLine> Lines(Order order, ShipmentRow row)
    {
        var numbered = row.LineNo is not { } no ? order.Lines
            : order.Lines.Any(line => line.LineNo == no) ? order.Lines.Where(line => line.LineNo == no)
            : order.Lines.Where(line => line.LineNo.TrimStart('0') == no.TrimStart('0'));

        return One(numbered.Where(line => row.ProductCode is null || IsOf(line, row.ProductCode)), line => line.OutstandingQuantity > 0);
    }

    private bool IsOf(OrderLine line, string code) =>
        line.ProductCode == code || line.BuyerCode == code || line.SentBuyerCode == code || (line.ProductCode is { } ours && codesOfGtin[code].Contains(ours));

    // Several of a name: the one that is still open is meant.
    private static List<T> One<T>(IEnumerable<T> all, Func<T, bool> isOpen)
    {
        var named = all.ToList();

        return named.Count > 1 && named.Exists(each => isOpen(each)) ? named.FindAll(each => isOpen(each)) : named;
    }

    public sealed record Place(Order Order, OrderLine Line);
}

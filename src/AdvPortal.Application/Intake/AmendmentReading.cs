using AdvPortal.Application.Orders;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Orders;
using AdvPortal.Exchange.Acknowledgements;
using AdvPortal.Exchange.Intake;
using AdvPortal.Exchange.Intake.Checks;

namespace AdvPortal.Application.Intake;

/// <summary>What a change says, in the words of orders: which lines, whole or in part, and where to.</summary>
internal sealed class AmendmentReading
{
    private readonly DocumentReading _reading;
    private readonly PurchaseOrder _document;

    private AmendmentReading(DocumentReading reading, PurchaseOrder document, IReadOnlyList<Line> lines) => (_reading, _document, Lines) = (reading, document, lines);

    public IReadOnlyList<Line> Lines { get; }

    // UBL 2.1, « Change Order »: the document reflects the whole order as it shall be. One that says of a line what is to be done with it gives
    // up in words what it gives up.
    private bool IsWhole => _reading.Format is DocumentFormat.UblOrderChange or DocumentFormat.OrderX && Lines.Count > 0 && _document.Lines.All(line => line.Action is null);

    private bool Cancels => _reading.Change!.Kind is ChangeKind.Cancellation;

    public static AmendmentReading Of(DocumentReading reading, PurchaseOrder? original, Order order)
    {
        var document = OrderBounds.Fit(reading.Change!.Document);

        return new(reading, document, [.. document.Lines.Select(line => new Line(Ask(line, original, order)))]);
    }

    /// <summary>The lines as they stand, so that their prices are looked up too.</summary>
    public static IEnumerable<AskedLine> Known(Order order) =>
        order.Lines.Select(l => new AskedLine(l.LineNo, l.ProductCode, l.SentBuyerCode, Gtin: null, l.Description, l.Quantity, l.Unit, l.NetPrice, l.PriceBaseQuantity, l.OwnRequestedOn));

    // What a machine wrote cancels an order as a whole (BGM 1225, UBL 2.1 OrderCancellation); a person may well mean one line of it.
    private bool IsMachines => _reading.Format is not (DocumentFormat.Email or DocumentFormat.Pdf or DocumentFormat.Csv or DocumentFormat.Xlsx);

    /// <summary>Nothing is left: the document says so, or says so of each line.</summary>
    public bool IsCancellation(OrderDifference difference) =>
        Cancels && (Lines.Count == 0 || IsMachines || difference.Lines.All(line => line.Kind is LineDifferenceKind.Removed));

    public (SiteId? Known, Party? Unknown) PlaceIn(IReadOnlyList<Site> sites)
    {
        if (_document.ShipTo is not { } place || Cancels)
        {
            return (null, null);
        }

        var site = sites.FirstOrDefault(s => s.Gln is not null && s.Gln == place.Gln) ?? sites.FirstOrDefault(s => place.Gln is null && string.Equals(s.Name, place.Name?.Trim(), StringComparison.OrdinalIgnoreCase));

        return site is not null ? (site.Id, null) : (null, place is { Gln: null, Name: null, Id: null } ? null : place);
    }

    public OrderAmendment Resolve(OrderBasis basis, AskedOrder asked, SiteId? site)
    {
        var drafted = basis.Draft(asked with { Lines = [.. Lines.Select(line => line.Asked)] }).Lines;

        return Cancels && (Lines.Count == 0 || IsMachines)
            ? new([], IsWhole: true)
            : new([.. Lines.Select((line, index) => Resolve(line, drafted[index], ActionOf(_document.Lines[index].Action)) with { IsNumbered = _reading.Change!.Document.Lines[index].LineNo is { Length: > 0 } })], IsWhole)
            {
                SiteId = site,
                RequestedOn = Day(_document.RequestedDelivery),
                CustomerReference = _reading.Format is DocumentFormat.EdifactOrders && _document.OrderNumber != _reading.RefersTo ? _document.OrderNumber : null,
            };
    }

    private AmendmentLine Resolve(Line line, DraftLine drafted, AmendmentAction? action) => new()
    {
        LineNo = line.Asked.LineNo,
        Action = Cancels ? AmendmentAction.Remove : action,
        ProductId = drafted.ProductId,
        ProductCode = drafted.ProductCode,
        ProductFamily = drafted.ProductFamily,
        BuyerCode = line.Asked.BuyerCode ?? (drafted.ProductId is null ? line.Asked.ProductCode : drafted.BuyerCode),
        Description = drafted.ProductId is null ? line.Asked.Description : drafted.Description,
        // Boxes are counted as we sell, as they were when they were ordered; what nobody can count stays as written.
        Quantity = drafted.Ordered is null ? line.Asked.Quantity : drafted.Quantity,
        Unit = drafted.Ordered is null ? line.Asked.Unit : drafted.Unit,
        Ordered = drafted.Ordered,
        NetPrice = line.Asked.NetPrice,
        PriceBaseQuantity = drafted.Ordered is not null && line.Asked.NetPrice is not null ? drafted.PriceBaseQuantity : Units(line.Asked.PriceBaseQuantity),
        RequestedOn = line.Asked.RequestedOn,
    };

    private static AmendmentAction? ActionOf(LineAction? action) => action switch
    {
        LineAction.Added => AmendmentAction.Add,
        LineAction.Changed => AmendmentAction.Change,
        LineAction.Cancelled => AmendmentAction.Remove,
        LineAction.Unchanged => AmendmentAction.Keep,
        _ => null,
    };

    private static AskedLine Ask(PurchaseOrderLine line, PurchaseOrder? original, Order order)
    {
        // A price that the client only repeats was answered before, and our answer stands.
        var said = order.Amendments.SelectMany(each => each.Lines).LastOrDefault(each => each is { IsApplied: true, Asked: not null } && each.LineNo == line.LineNo)?.Asked is { } last ? (last.NetPrice, last.PriceBaseQuantity)
            : original?.Lines.FirstOrDefault(each => each.LineNo == line.LineNo && each.BuyerCode == line.BuyerCode && each.SupplierCode == line.SupplierCode) is { } first ? (first.NetPrice, Units(first.PriceBaseQuantity))
            : ((decimal?)null, 1m);
        var repeats = line.NetPrice is { } price && said.Item1 is { } before && price * said.Item2 == before * Units(line.PriceBaseQuantity);
        var meant = Meant(line, order);
        // The same unit by another name is no change.
        var unit = line.Unit is { } written ? order.Lines.OrderBy(each => each.LineNo != line.LineNo).Select(each => each.Unit).FirstOrDefault(known => UnitCodes.Alike(known, written)) ?? written : meant?.Ordered?.Unit;

        return new(
            line.LineNo!, line.SupplierCode ?? (meant?.ProductId is null ? null : meant.ProductCode), line.BuyerCode, line.Gtin, line.Description ?? line.Name, line.Quantity, unit, repeats ? null : line.NetPrice, line.PriceBaseQuantity,
            Day(line.RequestedDelivery));
    }

    // Whoever gives a number alone, or the code under which the line was ordered, counts as it was counted then: in the client's unit, of that article.
    private static OrderLine? Meant(PurchaseOrderLine line, Order order) =>
        line.Action is not LineAction.Added && order.LineNumbered(line.LineNo!) is { } meant
            && (line.BuyerCode is { } code ? string.Equals(code, meant.SentBuyerCode, StringComparison.OrdinalIgnoreCase) : line is { SupplierCode: null, Gtin: null }) ? meant : null;

    private static decimal Units(decimal? priceBase) => priceBase is > 0 and var units ? units : 1;

    private static DateOnly? Day(RequestedDelivery? wanted) => wanted?.Date ?? wanted?.Start ?? wanted?.End;

    public sealed record Line(AskedLine Asked);
}

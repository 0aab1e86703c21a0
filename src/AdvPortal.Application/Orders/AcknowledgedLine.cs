using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Exchange.Acknowledgements;

namespace AdvPortal.Application.Orders;

/// <summary>One line of our answer: what we do otherwise than ordered, and why, as the findings that were applied or accepted tell it.</summary>
internal static class AcknowledgedLine
{
    public static AcknowledgementLine Describe(OrderLine line, AcknowledgementBasis basis, string? site)
    {
        var isRejected = basis.Order.Status is OrderStatus.Cancelled;
        var amended = basis.Amended.Of(line.LineNo);
        var moved = isRejected ? null : basis.Order.Promises.LastOrDefault(p => p.LineId == line.Id) is { Cause: not (PromiseCause.First or PromiseCause.Amendment) } last ? last : null;
        List<LineChange> changes = isRejected ? [] : [.. Changes(line, basis, site, moved)];

        return new()
        {
            LineNo = line.LineNo,
            BuyerCode = line.BuyerCode ?? line.ProductCode ?? "",
            SupplierCode = line.ProductCode ?? "",
            Gtin = line.ProductId is { } product ? basis.Gtins.GetValueOrDefault(product) : null,
            Description = line.Description,
            OrderedQuantity = Ordered(line, basis),
            PromisedQuantity = isRejected ? 0 : line.Quantity,
            Unit = line.Unit,
            NetPrice = line.NetPrice ?? 0,
            PriceBaseQuantity = line.PriceBaseQuantity,
            LineAmount = isRejected ? 0 : line.LineAmount ?? 0,
            RequestedOn = line.RequestedOn,
            PromisedOn = isRejected ? null : line.PromisedOn,
            ShipOn = isRejected ? null : line.ShipOn,
            LineStatus = isRejected ? (basis.Amended.IsCancellation ? LineStatus.Deleted : LineStatus.NotAccepted)
                : amended?.Status ?? (changes.Count > 0 ? LineStatus.Changed : LineStatus.Accepted),
            Before = basis.Order.Revision == 1 ? null : amended?.Before
                ?? (isRejected ? new(line.Quantity, line.NetPrice, line.PromisedOn) : moved?.Revision == basis.Order.Revision ? new(line.Quantity, line.NetPrice, moved.Was) : null),
            Note = amended?.Note ?? (isRejected || line.Schedule.Count == 0 ? null : ChangeReason.OfParts(line.Schedule, line.Unit, basis.Client.Language)),
            Changes = changes,
        };
    }

    private static IEnumerable<LineChange> Changes(OrderLine line, AcknowledgementBasis basis, string? site, PromiseChange? moved)
    {
        if (line.RequestedOn is { } asked && line.PromisedOn is { } promised && asked != promised)
        {
            var about = Prevailing(basis.Order, line).Where(finding => finding.IsAboutDate).ToList();
            var reason = about.SelectMany(finding => finding.Reasons).Where(r => r.Date == asked).OrderBy(r => r.RequirementId is null).FirstOrDefault();

            yield return new DateChange(asked, promised)
            {
                // Of a date that has moved since, what is told is why it did.
                Reason = moved is not null ? ChangeReason.OfPromise(moved.Cause, basis.Client.Language) : reason is null ? null : ChangeReason.OfDate(reason.Why, asked, site, basis.Client.Language),
                ClientSentence = moved is null && reason?.RequirementId is { } requirement ? about.Find(finding => finding.RequirementId == requirement)?.Sentence : null,
            };
        }

        if (Ordered(line, basis) is var ordered && ordered != line.Quantity && basis.Amended.Of(line.LineNo) is not { IsAddedByUs: true })
        {
            var raised = Raised(line, basis);

            yield return new QuantityChange(ordered, line.Quantity) { Reason = raised is null ? null : ChangeReason.OfQuantity(basis.Client.Language), ClientSentence = raised?.Sentence };
        }

        if (Prevailing(basis.Order, line).FirstOrDefault(f => f.Kind == FindingKinds.PriceDiffers) is { Before.NetPrice: { } before } && line.NetPrice is { } charged && before != charged)
        {
            yield return new PriceChange(before, charged) { Reason = ChangeReason.OfPrice(basis.Client.Language) };
        }
    }

    private static Finding? Raised(OrderLine line, AcknowledgementBasis basis) =>
        Prevailing(basis.Order, line).FirstOrDefault(f => f.IsAboutQuantity && f.After!.Quantity == line.Quantity);

    // As the client's own document says it, where there is one: a correction since then is a change to them. Other units do not compare.
    private static decimal Ordered(OrderLine line, AcknowledgementBasis basis) =>
        basis.Amended.Of(line.LineNo) is { IsAddedByUs: true } ? 0
            : basis.Amended.Of(line.LineNo)?.Asked is { } amended && amended.Unit == line.Unit ? amended.Quantity
            : basis.Asked?.Lines.FirstOrDefault(asked => asked.LineNo == line.LineNo) is { Quantity: { } quantity } asked && (asked.Unit is null || asked.Unit == line.Unit) ? quantity
            : Raised(line, basis)?.Before?.Quantity ?? line.Quantity;

    private static IEnumerable<Finding> Prevailing(Order order, OrderLine line) =>
        order.Findings.Where(f => f.Step is Moments.None && f.State is (FindingState.Applied or FindingState.Accepted) && (f.LineNo is null || f.LineNo == line.LineNo));
}

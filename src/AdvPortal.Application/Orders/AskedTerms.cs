using AdvPortal.Domain.Orders;

namespace AdvPortal.Application.Orders;

/// <summary>Terms that somebody wants, as an order is asked for: what they leave alone stays as it was settled.</summary>
internal static class AskedTerms
{
    public static AskedOrder Of(OrderTerms wanted, Order order, IReadOnlyList<TermsChange> changes)
    {
        var before = order.Lines.ToDictionary(line => line.LineNo, StringComparer.Ordinal);
        var touched = changes.Where(change => change.LineNo is not null).ToLookup(change => change.LineNo!, change => change.Field, StringComparer.Ordinal);
        var isMoved = changes.Any(change => change is { LineNo: null, Field: TermsField.Site });

        return new(
            wanted.SiteId, wanted.CustomerReference, order.Currency, wanted.RequestedOn, AnnouncedTotal: null,
            SiteIsUnknown: wanted.SiteId is null && order.Findings.Any(finding => finding.Kind == FindingKinds.UnknownSite),
            [.. wanted.Lines.Select(line => Of(line, before.GetValueOrDefault(line.LineNo)))])
        {
            KeptQuantities = [.. order.KeptQuantities.Where(no => !touched[no].Any(field => field is TermsField.Quantity or TermsField.Unit or TermsField.Product or TermsField.Line))],
            // A day was agreed for an article asked for on a day, at a place.
            KeptDates = isMoved ? null : order.KeptDates.Where(kept => IsAskedFor(kept.Key) && !touched[kept.Key].Any(field => field is TermsField.Date or TermsField.Product or TermsField.Line)).ToDictionary(StringComparer.Ordinal),
            ReferenceExpected = order.OrderDocumentId is not null,
            ContractReference = order.ContractReference,
        };

        bool IsAskedFor(string no) => wanted.RequestedOn == order.RequestedOn || wanted.Lines.Any(line => line.LineNo == no && line.RequestedOn is not null);
    }

    private static AskedLine Of(OrderTerms.Line line, OrderLine? before)
    {
        // What was charged as agreed follows the contract to another quantity.
        var follows = before is not null && before.NetPrice == before.ContractPrice && line.NetPrice == before.NetPrice && line.PriceBaseQuantity == before.PriceBaseQuantity && line.Quantity != before.Quantity;

        return new(
            line.LineNo, before is not null && line.BuyerCode != before.SentBuyerCode && line.ProductCode == before.ProductCode ? null : line.ProductCode, line.BuyerCode, Gtin: null, before?.Description,
            line.Quantity, line.Unit, follows ? null : line.NetPrice, follows ? null : line.PriceBaseQuantity, line.RequestedOn)
        {
            ContractReference = before?.ContractReference,
            GivenUp = before?.GivenUp,
            PriceIsOurs = before is { PriceIsOurs: true } && line.NetPrice == before.NetPrice && line.PriceBaseQuantity == before.PriceBaseQuantity,
            PriceIsPromised = before?.FirstPromisedOn is not null,
            CallOff = before is not null && line.ProductCode == before.ProductCode ? before.CallOff : null,
            Ordered = before is not null && line.Quantity == before.Quantity && line.Unit == before.Unit ? before.Ordered : null,
        };
    }
}

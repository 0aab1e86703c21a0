using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Orders;

/// <summary>What follows for dates, codes and totals from how each finding was settled.</summary>
public sealed partial class Order
{
    private static Refusal? Check(OrderDraft draft)
    {
        if (draft.Lines.Count == 0)
        {
            return new OrderWithoutLines();
        }

        if (draft.Lines.CountBy(line => line.LineNo, StringComparer.Ordinal).FirstOrDefault(number => number.Value > 1).Key is { } twice)
        {
            return new LineNumberRepeated(twice);
        }

        if (draft.Lines.FirstOrDefault(line => line.PriceBaseQuantity <= 0) is { } line)
        {
            return new PriceBaseNotPositive(line.LineNo);
        }

        return draft.Lines.FirstOrDefault(each => !Fits(each)) is { } endless ? new LineOutOfRange(endless.LineNo) : null;
    }

    // What was agreed may be charged later, without another look.
    private static bool Fits(DraftLine line) =>
        LineAmounts.Fit(line.Quantity, line.NetPrice, line.PriceBaseQuantity) && LineAmounts.Fit(line.Quantity, line.ContractPrice, line.PriceBaseQuantity);

    private void Settle()
    {
        var transport = Way;
        var ofWhole = _findings.FindAll(finding => finding is { Step: Moments.None, IsAboutDate: true, LineNo: null });
        var ofLines = _findings.Where(finding => finding is { Step: Moments.None, LineNo: not null }).ToLookup(finding => finding.LineNo, StringComparer.Ordinal);

        foreach (var line in _lines)
        {
            List<Finding> dates = [.. ofWhole, .. ofLines[line.LineNo].Where(finding => finding.IsAboutDate)];
            List<Finding> quantities = [.. ofLines[line.LineNo].Where(finding => finding.IsAboutQuantity)];
            List<Finding> codes = [.. ofLines[line.LineNo].Where(finding => finding.Kind == ProductCode.KindName)];

            if (dates.Count > 0 && Repromised(line) is null)
            {
                var promised = PromiseAfter(line, dates);
                line.Promise(promised, promised is { } day ? transport.ShipOn(day) : null);
            }

            if (quantities.Count > 0)
            {
                line.Order(QuantityAfter(quantities));
            }

            if (codes.Count > 0)
            {
                line.Show(CodeAfter(line, codes));
            }
        }

        TotalNet = _lines.Sum(line => line.LineAmount ?? 0);
        Reckon();
        Touch();
    }

    // One requirement waived leaves the date to the others; all of them waived, it is as the client asked. Gathering comes after all of them.
    private static DateOnly? PromiseAfter(OrderLine line, List<Finding> dates)
    {
        var gathered = dates.FindAll(finding => finding.Kind == PartialDelivery.KindName);

        if (gathered.Find(finding => finding.Prevails) is { } together)
        {
            return together.After?.DeliverOn;
        }

        var own = dates.FindAll(finding => finding.IsOwnDate);

        return own.Find(finding => finding.Prevails) is { } prevailing ? prevailing.After?.DeliverOn
            : own.Count == 0 ? gathered[0].Before?.DeliverOn
            : line.RequestedOn;
    }

    // Like a price, a quantity stays as ordered until somebody, or the requirement itself, changes it.
    private static decimal QuantityAfter(List<Finding> quantities) =>
        quantities.Find(finding => finding.State is FindingState.Applied or FindingState.Accepted)?.After?.Quantity ?? quantities[0].Before!.Quantity!.Value;

    private static string? CodeAfter(OrderLine line, List<Finding> codes) =>
        codes.Find(finding => finding.Prevails && finding.After!.Documents.Cover(Documents.Acknowledgement)) is { } prevailing ? prevailing.After!.BuyerCode : line.SentBuyerCode;
}

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

        return draft.Lines.FirstOrDefault(line => line.PriceBaseQuantity <= 0) is { } line ? new PriceBaseNotPositive(line.LineNo) : null;
    }

    private void Settle()
    {
        var transport = new Transport(TransportDays);
        var dates = _findings.FindAll(finding => finding.IsAboutDate);
        var codes = _findings.FindAll(finding => finding.Kind == ProductCode.KindName);

        foreach (var line in _lines)
        {
            if (dates.FindAll(finding => finding.Concerns(line)) is { Count: > 0 } about)
            {
                var promised = PromiseAfter(line, about);
                line.Promise(promised, promised is { } day ? transport.ShipOn(day) : null);
            }

            if (codes.FindAll(finding => finding.LineNo == line.LineNo) is { Count: > 0 } shown)
            {
                line.Show(CodeAfter(line, shown));
            }
        }

        PromisedOn = _lines.TrueForAll(line => line.PromisedOn is not null) ? _lines.Max(line => line.PromisedOn) : null;
        TotalNet = _lines.Sum(line => line.LineAmount ?? 0);
        Touch();
    }

    // One requirement waived leaves the date to the others; all of them waived, it is as the client asked.
    private static DateOnly? PromiseAfter(OrderLine line, List<Finding> dates) =>
        dates.Find(finding => finding.Prevails) is { } prevailing ? prevailing.After?.DeliverOn : line.RequestedOn;

    private static string? CodeAfter(OrderLine line, List<Finding> codes) =>
        codes.Find(finding => finding.Prevails && finding.After!.Documents.Cover(Documents.Acknowledgement)) is { } prevailing ? prevailing.After!.BuyerCode : line.SentBuyerCode;
}

namespace AdvPortal.Exchange.Intake.Model;

/// <summary>Where reading a document abstained, so that somebody else may be asked.</summary>
public static class OrderGaps
{
    /// <summary>Whether something is missing in a document that has words of its own: a message, or the pages of a PDF. A file of several orders is taken apart by a person.</summary>
    /// <param name="isClientKnown">Who orders is not missing then, whatever the document says of it.</param>
    public static bool AreIn(DocumentReading reading, bool isClientKnown) =>
        MayBeFilled(reading) && (reading.Orders is not [var order] || AreIn(order) || (!isClientKnown && LacksBuyer(order)));

    /// <summary>Whether anything may be filled in at all: nothing is in what no buyer wrote, even where it quotes an order.</summary>
    public static bool MayBeFilled(DocumentReading reading) =>
        reading is { Format: DocumentFormat.Email or DocumentFormat.Pdf, Change: null, Orders.Count: <= 1 }
        && !reading.Problems.Any(problem => problem.Code is DocumentReading.Phishing or DocumentReading.AutoReply or DocumentReading.Bounce or DocumentReading.Receipt);

    internal static bool LacksCode(PurchaseOrderLine line) => line is { BuyerCode: null, SupplierCode: null, Gtin: null };

    internal static bool LacksBuyer(PurchaseOrder order) => order.Buyer is null or { Name: null, Gln: null };

    internal static bool LacksDate(PurchaseOrder order) => order.RequestedDelivery is null && order.Lines.All(line => line.RequestedDelivery is null);

    private static bool AreIn(PurchaseOrder order) =>
        order is { OrderNumber: null } or { Lines.Count: 0 } || LacksDate(order) || order.Lines.Any(line => line.Quantity is null || LacksCode(line));
}

using AdvPortal.Exchange.Intake.Tables;

namespace AdvPortal.Exchange.Intake.Mail;

/// <summary>The names under which a person says what a label holds, and what the reader makes of them.</summary>
internal static class GuidedLabels
{
    private static readonly (string Field, MailLabel Label, OrderColumn? Column)[] Known =
    [
        ("orderNumber", MailLabel.Column, OrderColumn.OrderNumber),
        ("issueDate", MailLabel.Column, OrderColumn.IssueDate),
        ("requestedDelivery", MailLabel.Column, OrderColumn.RequestedDate),
        ("currency", MailLabel.Column, OrderColumn.Currency),
        ("contractReference", MailLabel.Column, OrderColumn.Contract),
        ("buyer.id", MailLabel.Column, OrderColumn.BuyerId),
        ("buyer.name", MailLabel.Column, OrderColumn.BuyerName),
        ("buyer.name", MailLabel.BuyerSection, null),
        ("buyer.name", MailLabel.Name, null),
        ("buyer.email", MailLabel.Email, null),
        ("buyer.email", MailLabel.Column, OrderColumn.BuyerEmail),
        ("buyer.contact", MailLabel.Contact, null),
        ("buyer.contact", MailLabel.Column, OrderColumn.BuyerContact),
        ("buyer.phone", MailLabel.Phone, null),
        ("buyer.phone", MailLabel.Column, OrderColumn.BuyerPhone),
        ("totals.lineExtension", MailLabel.Total, null),
        ("totals.lineExtension", MailLabel.Column, OrderColumn.OrderTotal),
        ("buyer.gln", MailLabel.Column, OrderColumn.BuyerGln),
        ("buyer.vatId", MailLabel.Column, OrderColumn.BuyerVat),
        ("supplier.name", MailLabel.SupplierSection, null),
        ("shipTo.name", MailLabel.ShipToSection, null),
        ("shipTo.name", MailLabel.Column, OrderColumn.ShipToName),
        ("shipTo.gln", MailLabel.Column, OrderColumn.ShipToGln),
        ("shipTo.street", MailLabel.Column, OrderColumn.ShipToStreet),
        ("shipTo.postcode", MailLabel.Column, OrderColumn.ShipToPostcode),
        ("shipTo.city", MailLabel.Column, OrderColumn.ShipToCity),
        ("shipTo.country", MailLabel.Column, OrderColumn.ShipToCountry),
        ("lines.lineNo", MailLabel.Column, OrderColumn.LineNo),
        ("lines.buyerCode", MailLabel.Column, OrderColumn.BuyerCode),
        ("lines.supplierCode", MailLabel.Column, OrderColumn.SupplierCode),
        ("lines.gtin", MailLabel.Column, OrderColumn.Gtin),
        ("lines.description", MailLabel.Column, OrderColumn.Description),
        ("lines.quantity", MailLabel.Column, OrderColumn.Quantity),
        ("lines.unit", MailLabel.Column, OrderColumn.Unit),
        ("lines.packQuantity", MailLabel.Column, OrderColumn.PackQuantity),
        ("lines.netPrice", MailLabel.Column, OrderColumn.NetPrice),
        ("lines.priceBaseQuantity", MailLabel.Column, OrderColumn.PriceBase),
        ("lines.lineAmount", MailLabel.Column, OrderColumn.LineAmount),
        ("lines.note", MailLabel.Column, OrderColumn.Note),
    ];

    /// <returns>Null for a label to leave alone.</returns>
    public static (MailLabel, OrderColumn?)? Find(string field) =>
        Array.Find(Known, known => known.Field == field) is { Field: not null } found ? (found.Label, found.Column) : null;

    public static string? FieldOf(MailLabel label, OrderColumn? column) => Array.Find(Known, known => known.Label == label && known.Column == column).Field;
}

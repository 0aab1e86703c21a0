using System.Text.Json.Serialization;

namespace AdvPortal.Exchange.Intake;

/// <summary>What a client ordered, as their file says it and in no format's dialect: the <c>document</c> of the REST contract.</summary>
/// <remarks>Numbers keep the precision of the file (the scale of the decimal); what the file does not say is null or empty, never guessed.</remarks>
public sealed record PurchaseOrder
{
    /// <summary>The buyer's number: BGM 1004, UBL <c>cbc:ID</c>. Unique per buyer at best.</summary>
    public string? OrderNumber { get; init; }

    /// <summary>The kind of message as it names itself: <c>ORDERS:D:96A:UN:EAN008</c> (UNH S009), <c>UBL 2.1 Order</c>.</summary>
    public string? MessageType { get; init; }

    /// <summary>Day of issue (DTM+137, <c>cbc:IssueDate</c>); an hour in the file is dropped.</summary>
    public DateOnly? IssueDate { get; init; }

    /// <summary>ISO 4217 code of the prices (CUX, <c>cbc:DocumentCurrencyCode</c>, else the one currency of all amounts).</summary>
    public string? Currency { get; init; }

    public RequestedDelivery? RequestedDelivery { get; init; }

    /// <summary>The contract or blanket order called off (RFF+CT, else RFF+BO; <c>cac:Contract</c>).</summary>
    public string? ContractReference { get; init; }

    public IReadOnlyList<string> Notes { get; init; } = [];

    public Party? Buyer { get; init; }

    public Party? Supplier { get; init; }

    /// <summary>Where the goods go (NAD+DP, NAD+ST, <c>cac:Delivery</c>), when it is said apart from the buyer.</summary>
    public Party? ShipTo { get; init; }

    /// <summary>Who is invoiced (NAD+IV, <c>cac:AccountingCustomerParty</c>), when it is said apart from the buyer.</summary>
    public Party? Invoicee { get; init; }

    public OrderTotals? Totals { get; init; }

    public IReadOnlyList<PurchaseOrderLine> Lines { get; init; } = [];
}

/// <summary>One article wanted, under the codes that the file gives it.</summary>
public sealed record PurchaseOrderLine
{
    /// <summary>The line's own number as text, leading zeros kept; counted from 1 where the file gives none.</summary>
    public string? LineNo { get; init; }

    /// <summary>The client's code (IN, BP; <c>cac:BuyersItemIdentification</c>).</summary>
    public string? BuyerCode { get; init; }

    /// <summary>Our code as the client writes it (SA; <c>cac:SellersItemIdentification</c>).</summary>
    public string? SupplierCode { get; init; }

    /// <summary>GTIN-8, -12, -13 or -14 as written; a wrong check digit is kept and told by a problem.</summary>
    public string? Gtin { get; init; }

    /// <summary>A short name, where the file has one beside the description (<c>cac:Item/cbc:Name</c>).</summary>
    public string? Name { get; init; }

    public string? Description { get; init; }

    /// <summary>In <see cref="Unit"/>s.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>The unit as written: UN/ECE Recommendation 20 code, or the client's own word.</summary>
    public string? Unit { get; init; }

    /// <summary>Pieces in one pack as the file writes it (« Cond. », "pack size"), 1 or more; the quantity is not converted by it.</summary>
    public decimal? PackQuantity { get; init; }

    /// <summary>Net price in the order's currency for <see cref="PriceBaseQuantity"/> units.</summary>
    public decimal? NetPrice { get; init; }

    /// <summary>How many units the price is for; null means that the file does not say, which the standards read as 1.</summary>
    public decimal? PriceBaseQuantity { get; init; }

    /// <summary>The line's net amount as written (MOA+203, <c>cbc:LineExtensionAmount</c>), never computed.</summary>
    public decimal? LineAmount { get; init; }

    public RequestedDelivery? RequestedDelivery { get; init; }

    public Party? ShipTo { get; init; }

    /// <summary>What a change asks of this line (LIN 1229, <c>cbc:LineStatusCode</c>); null in an order, and where a change does not say.</summary>
    public LineAction? Action { get; init; }

    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>What a change asks of a line of the order that it refers to.</summary>
[JsonConverter(typeof(ApiNameConverter<LineAction>))]
public enum LineAction
{
    Added,
    Changed,
    Cancelled,

    /// <summary>Repeated only, for the order to be read as a whole.</summary>
    Unchanged,
}

/// <summary>When the goods are wanted at the place of delivery: a day, or a window whose ends are included.</summary>
public sealed record RequestedDelivery(DateOnly? Date = null, DateOnly? Start = null, DateOnly? End = null);

/// <summary>The sums that the file states, in the order's currency.</summary>
public sealed record OrderTotals(decimal? LineExtension = null, decimal? Payable = null);

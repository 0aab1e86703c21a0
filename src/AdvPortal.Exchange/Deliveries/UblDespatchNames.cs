namespace AdvPortal.Exchange.Deliveries;

/// <summary>What a UBL DespatchAdvice of ours says where the standard leaves the words to the writer; the reader knows them again.</summary>
internal static class UblDespatchNames
{
    /// <summary>A mandatory identifier that there is none for (T16, <c>cac:Shipment/cbc:ID</c>).</summary>
    public const string None = "NA";

    public const string SalesOrder = "SalesOrder";
    public const string Tracking = "Tracking";
    public const string Ordered = "OrderedQuantity";
    public const string Cancelled = "CancelledQuantity";
    public const string Undecided = "UndecidedQuantity";
}

using AdvPortal.Exchange.Acknowledgements;

namespace AdvPortal.Exchange.Deliveries;

/// <summary>The delivery as a DESADV message (UN/EDIFACT D.96A, EANCOM 1997), for ERPs and warehouses that speak EDI.</summary>
public static class EdifactDesadv
{
    /// <summary>
    /// One interchange with one message, separators as in UNA, a line feed behind each segment. Below the consignment (CPS 1) each unit has a CPS of its own,
    /// under that of its pallet, with its SSCC (PCI 33E, GIN BJ) and as much of each line as is in it; QTY 21 and QVR stand at the first piece of a line.
    /// Latin-1 (UNOC) unless a text needs UTF-8 (UNOW). Codes are never cut; free text is: five segments of 350 characters for the whole, five a line.
    /// </summary>
    public static byte[] Write(DespatchAdvice advice) => EdifactInterchange.Write(
        "DESADV", advice.Number, (advice.Supplier, advice.Buyer), advice.IssuedAt, Texts(advice), edi => new EdifactDesadvMessage(advice, edi).Write());

    private static IEnumerable<string> Texts(DespatchAdvice advice) =>
        EdifactInterchange.Texts(advice.Supplier, advice.Buyer, advice.ShipTo)
            .Concat(advice.Lines.SelectMany(line => new[] { line.BuyerCode, line.SupplierCode, line.Description }.Concat(line.Notes)).OfType<string>())
            .Concat(advice.Orders.Select(order => order.CustomerReference))
            .Concat(advice.Said)
            .Concat(new[] { advice.Carrier, advice.TrackingNumber, advice.TrackingLink }.OfType<string>());
}

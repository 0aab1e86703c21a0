using System.Globalization;
using System.Text;

namespace AdvPortal.Application.Tests.Intake;

/// <summary>What a client's ERP writes when it changes an order, or gives it up.</summary>
internal static class ChangeFile
{
    /// <summary>UBL 2.1 OrderChange: the whole order as it shall be.</summary>
    public static byte[] Ubl(string number, string refersTo, string? requestedOn, params (string No, string Code, decimal Quantity, decimal Price)[] lines) => Encoding.UTF8.GetBytes($"""
        <OrderChange xmlns="urn:oasis:names:specification:ubl:schema:xsd:OrderChange-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
          <cbc:UBLVersionID>2.1</cbc:UBLVersionID><cbc:ID>{number}</cbc:ID><cbc:IssueDate>2026-11-23</cbc:IssueDate><cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
          <cac:OrderReference><cbc:ID>{refersTo}</cbc:ID></cac:OrderReference>
          <cac:BuyerCustomerParty><cac:Party><cac:PartyName><cbc:Name>Hydraulique Chartraine</cbc:Name></cac:PartyName></cac:Party></cac:BuyerCustomerParty>
          {(requestedOn is null ? "" : $"<cac:Delivery><cac:RequestedDeliveryPeriod><cbc:EndDate>{requestedOn}</cbc:EndDate></cac:RequestedDeliveryPeriod></cac:Delivery>")}
          {string.Concat(lines.Select(line => string.Create(CultureInfo.InvariantCulture, $"""
            <cac:OrderLine><cac:LineItem><cbc:ID>{line.No}</cbc:ID><cbc:Quantity unitCode="H87">{line.Quantity}</cbc:Quantity>
              <cac:Price><cbc:PriceAmount currencyID="EUR">{line.Price}</cbc:PriceAmount><cbc:BaseQuantity unitCode="H87">100</cbc:BaseQuantity></cac:Price>
              <cac:Item><cbc:Name>{line.Code}</cbc:Name><cac:BuyersItemIdentification><cbc:ID>{line.Code}</cbc:ID></cac:BuyersItemIdentification></cac:Item>
            </cac:LineItem></cac:OrderLine>
            """)))}
        </OrderChange>
        """);

    public static byte[] UblCancellation(string number, string refersTo) => Encoding.UTF8.GetBytes($"""
        <OrderCancellation xmlns="urn:oasis:names:specification:ubl:schema:xsd:OrderCancellation-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
          <cbc:UBLVersionID>2.1</cbc:UBLVersionID><cbc:ID>{number}</cbc:ID><cbc:IssueDate>2026-11-24</cbc:IssueDate><cbc:CancellationNote>Chantier arrêté</cbc:CancellationNote>
          <cac:OrderReference><cbc:ID>{refersTo}</cbc:ID></cac:OrderReference>
        </OrderCancellation>
        """);

    /// <summary>ORDCHG D.96A: only the lines that change.</summary>
    public static byte[] Edifact(string number, string refersTo, params string[] lines) => Encoding.UTF8.GetBytes(
        $"UNB+UNOC:3+3020000000017:14+3012345600016:14+261123:0812+1'UNH+1+ORDCHG:D:96A:UN:EAN008'BGM+230+{number}+4'DTM+137:20261123:102'RFF+ON:{refersTo}'NAD+BY+3020000000017::9'NAD+SU+3012345600016::9'"
        + $"{string.Concat(lines)}UNS+S'UNT+{8 + lines.Sum(line => line.Count(character => character == '\''))}+1'UNZ+1+1'");
}

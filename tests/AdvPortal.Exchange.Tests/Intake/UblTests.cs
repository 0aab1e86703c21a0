using System.Text;
using AdvPortal.Exchange.Intake;

namespace AdvPortal.Exchange.Tests.Intake;

public sealed class UblTests
{
    private const string Order =
        """
        <?xml version="1.0" encoding="ISO-8859-1"?>
        <o:Order xmlns:o="urn:oasis:names:specification:ubl:schema:xsd:Order-2" xmlns:a="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:b="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
          <b:UBLVersionID>2.1</b:UBLVersionID><b:ID>PO-1</b:ID><b:IssueDate>2026-11-23+01:00</b:IssueDate><b:Note></b:Note><b:Note>Été</b:Note>
          <b:DocumentCurrencyCode>EUR</b:DocumentCurrencyCode>
          <a:Contract><b:ID>CTR-17</b:ID></a:Contract>
          <a:BuyerCustomerParty><b:SupplierAssignedAccountID>C-42</b:SupplierAssignedAccountID><a:Party><b:EndpointID schemeID="0088">3012345678902</b:EndpointID>
            <a:PartyName><b:Name>Caf&#233; &amp; Co</b:Name></a:PartyName>
            <a:PartyTaxScheme><b:CompanyID>FR12345678901</b:CompanyID><a:TaxScheme><b:ID>VAT</b:ID></a:TaxScheme></a:PartyTaxScheme></a:Party></a:BuyerCustomerParty>
          <a:AccountingCustomerParty><a:Party><a:PartyLegalEntity><b:RegistrationName>Comptoir</b:RegistrationName></a:PartyLegalEntity></a:Party></a:AccountingCustomerParty>
          <a:Delivery><a:DeliveryLocation><b:ID schemeID="0088">3012345678919</b:ID><a:Address><a:AddressLine><b:Line>1 rue Verte, Dreux</b:Line></a:AddressLine></a:Address></a:DeliveryLocation>
            <a:RequestedDeliveryPeriod><b:StartDate>2026-11-25</b:StartDate><b:EndDate>2026-11-26</b:EndDate></a:RequestedDeliveryPeriod></a:Delivery>
          <a:AnticipatedMonetaryTotal><b:LineExtensionAmount currencyID="EUR">420.00</b:LineExtensionAmount><b:PayableAmount currencyID="EUR">504.00</b:PayableAmount></a:AnticipatedMonetaryTotal>
          <a:OrderLine><b:Note>fragile</b:Note><a:LineItem><b:ID>1</b:ID><b:Quantity unitCode="C62">5000</b:Quantity><b:LineExtensionAmount currencyID="EUR">420.00</b:LineExtensionAmount>
            <a:Price><b:PriceAmount currencyID="EUR">8.40</b:PriceAmount><b:BaseQuantity unitCode="C62">100</b:BaseQuantity></a:Price>
            <a:Item><b:Name>Vis</b:Name><a:BuyersItemIdentification><b:ID>0A-VH</b:ID></a:BuyersItemIdentification><a:SellersItemIdentification><b:ID>VH</b:ID></a:SellersItemIdentification>
              <a:StandardItemIdentification><b:ID schemeID="0160">3012345678933</b:ID></a:StandardItemIdentification></a:Item></a:LineItem></a:OrderLine>
        </o:Order>
        """;

    [Fact]
    public void Prefixes_and_encodings_are_the_sender_s_taste()
    {
        var order = Reading.Order(Order, Encoding.Latin1);

        Assert.Equal(("PO-1", "UBL 2.1 Order", "EUR", "CTR-17"), (order.OrderNumber, order.MessageType, order.Currency, order.ContractReference));
        Assert.Equal(["Été"], order.Notes);
        Assert.Equal(new() { Name = "Café & Co", Gln = "3012345678902", Id = "C-42", VatId = "FR12345678901" }, order.Buyer);
        Assert.Equal("Comptoir", order.Invoicee!.Name);
        Assert.Equal(new() { Gln = "3012345678919", Id = "3012345678919", Address = new("1 rue Verte, Dreux") }, order.ShipTo);
        Assert.Equal(new(null, new(2026, 11, 25), new(2026, 11, 26)), order.RequestedDelivery);
        Assert.Equal(new(420.00m, 504.00m), order.Totals);
        var line = Assert.Single(order.Lines);
        Assert.Equal(("1", "0A-VH", "VH", "3012345678933", "Vis"), (line.LineNo, line.BuyerCode, line.SupplierCode, line.Gtin, line.Description));
        Assert.Equal((5000m, "C62", 8.40m, 100m, 420.00m), (line.Quantity, line.Unit, line.NetPrice, line.PriceBaseQuantity, line.LineAmount));
        Assert.Equal(["fragile"], line.Notes);
    }

    [Fact]
    public void A_Peppol_envelope_is_opened()
    {
        var wrapped = "<s:StandardBusinessDocument xmlns:s='urn:sbdh'><s:StandardBusinessDocumentHeader><s:X/></s:StandardBusinessDocumentHeader>"
            + Order[Order.IndexOf("<o:Order", StringComparison.Ordinal)..] + "</s:StandardBusinessDocument>";

        Assert.Equal("PO-1", Reading.Order(wrapped).OrderNumber);
    }

    [Theory]
    [InlineData("2026-11-23+01:00", "23/11/2026", "date-invalid")]
    [InlineData(">5000<", ">5,000<", "number-invalid")]
    [InlineData("<b:DocumentCurrencyCode>EUR</b:DocumentCurrencyCode>", "", "currency-from-amounts")]
    [InlineData("<b:DocumentCurrencyCode>EUR<", "<b:DocumentCurrencyCode>USD<", "second-currency")]
    [InlineData(">420.00</b:LineExtensionAmount>\n    <a:Price>", ">450.00</b:LineExtensionAmount>\n    <a:Price>", "line-amount-differs")]
    [InlineData("</a:AnticipatedMonetaryTotal>", "</a:AnticipatedMonetaryTotal><b:LineCountNumeric>2</b:LineCountNumeric>", "line-count-differs")]
    [InlineData("</a:Contract>", "</a:Contract><b:CopyIndicator>true</b:CopyIndicator>", "function-copy")]
    [InlineData("</a:Contract>", "</a:Contract><a:PaymentTerms><b:Note>30 j</b:Note></a:PaymentTerms>", "unread-element")]
    [InlineData("</a:Contract>", "</a:Contract><a:AllowanceCharge><b:ChargeIndicator>true</b:ChargeIndicator><b:Amount>5</b:Amount></a:AllowanceCharge>", "allowance-or-charge")]
    [InlineData("<a:Price>", "<a:Delivery><b:Quantity>1</b:Quantity></a:Delivery><a:Delivery><b:Quantity>2</b:Quantity></a:Delivery><a:Price>", "split-delivery")]
    [InlineData("schemeID=\"0160\"", "schemeID=\"0161\"", "standard-code-other")]
    public void What_is_doubtful_or_unread_is_told(string from, string to, string code)
    {
        var text = Order.ReplaceLineEndings("\n").Replace("ISO-8859-1", "UTF-8", StringComparison.Ordinal);
        Assert.Contains(from.Replace("\n    ", "\n", StringComparison.Ordinal), text.Replace("\n    ", "\n", StringComparison.Ordinal), StringComparison.Ordinal);

        Assert.Contains(code, Reading.Codes(text.Replace(from, to, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_clean_order_only_tells_its_delivery_window()
    {
        var reading = Reading.Of(Order, Encoding.Latin1);

        Assert.Equal(ReadingVerdict.Import, reading.Verdict);
        Assert.Equal("delivery-window", Assert.Single(reading.Problems).Code);
    }

    [Fact]
    public void Half_a_document_makes_no_order()
    {
        var reading = Reading.Of(Order[..^200]);

        Assert.Equal((DocumentFormat.UblOrder, ReadingVerdict.NotAnOrder), (reading.Format, reading.Verdict));
        Assert.Equal("xml-invalid", Assert.Single(reading.Problems).Code);
    }

    [Fact]
    public void Elements_nested_without_end_are_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 100_000));
        var text = Order.Replace("<a:Contract>", $"{deep}<a:Contract>", StringComparison.Ordinal);

        Assert.Equal("xml-invalid", Assert.Single(Reading.Of(text).Problems).Code);
    }
}

using AdvPortal.Exchange.Intake;

namespace AdvPortal.Exchange.Tests.Intake;

public sealed class OrderXTests
{
    private const string Order =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <c:SCRDMCCBDACIOMessageStructure xmlns:c="urn:un:unece:uncefact:data:SCRDMCCBDACIOMessageStructure:100" xmlns:a="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:128" xmlns:u="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:128">
          <c:ExchangedDocumentContext><a:TestIndicator><u:Indicator>false</u:Indicator></a:TestIndicator><a:GuidelineSpecifiedDocumentContextParameter><a:ID>urn:order-x.eu:1p0:extended</a:ID></a:GuidelineSpecifiedDocumentContextParameter></c:ExchangedDocumentContext>
          <c:ExchangedDocument><a:ID>CF-2026-118</a:ID><a:TypeCode>220</a:TypeCode><a:IssueDateTime><u:DateTimeString format="102">20261123</u:DateTimeString></a:IssueDateTime><a:PurposeCode>9</a:PurposeCode>
            <a:IncludedNote><a:Content>Livrer au quai 4</a:Content></a:IncludedNote></c:ExchangedDocument>
          <c:SupplyChainTradeTransaction>
            <a:IncludedSupplyChainTradeLineItem>
              <a:AssociatedDocumentLineDocument><a:LineID>010</a:LineID><a:IncludedNote><a:Content>fragile</a:Content></a:IncludedNote></a:AssociatedDocumentLineDocument>
              <a:SpecifiedTradeProduct><a:GlobalID schemeID="0160">3012345678933</a:GlobalID><a:SellerAssignedID>VH-M8</a:SellerAssignedID><a:BuyerAssignedID>0A-VH</a:BuyerAssignedID><a:Name>Vis M8</a:Name></a:SpecifiedTradeProduct>
              <a:SpecifiedLineTradeAgreement><a:GrossPriceProductTradePrice><a:ChargeAmount>9.00</a:ChargeAmount></a:GrossPriceProductTradePrice><a:NetPriceProductTradePrice><a:ChargeAmount>8.40</a:ChargeAmount><a:BasisQuantity unitCode="C62">100</a:BasisQuantity></a:NetPriceProductTradePrice></a:SpecifiedLineTradeAgreement>
              <a:SpecifiedLineTradeDelivery><a:RequestedQuantity unitCode="C62">5000</a:RequestedQuantity>
                <a:ShipToTradeParty><a:GlobalID schemeID="0088">3012345678902</a:GlobalID></a:ShipToTradeParty>
                <a:RequestedDeliverySupplyChainEvent><a:OccurrenceSpecifiedPeriod><a:StartDateTime><u:DateTimeString format="102">20261126</u:DateTimeString></a:StartDateTime><a:EndDateTime><u:DateTimeString format="203">202611271800</u:DateTimeString></a:EndDateTime></a:OccurrenceSpecifiedPeriod></a:RequestedDeliverySupplyChainEvent></a:SpecifiedLineTradeDelivery>
              <a:SpecifiedLineTradeSettlement><a:SpecifiedTradeSettlementLineMonetarySummation><a:LineTotalAmount>420.00</a:LineTotalAmount></a:SpecifiedTradeSettlementLineMonetarySummation></a:SpecifiedLineTradeSettlement>
            </a:IncludedSupplyChainTradeLineItem>
            <a:ApplicableHeaderTradeAgreement>
              <a:SellerTradeParty><a:Name>Visserie du Perche</a:Name></a:SellerTradeParty>
              <a:BuyerTradeParty><a:ID>C-42</a:ID><a:GlobalID schemeID="0088">3012345678902</a:GlobalID><a:Name>Comptoir</a:Name><a:DefinedTradeContact><a:PersonName>Karim Haddad</a:PersonName><a:TelephoneUniversalCommunication><a:CompleteNumber>0237</a:CompleteNumber></a:TelephoneUniversalCommunication><a:EmailURIUniversalCommunication><a:URIID>k@example.fr</a:URIID></a:EmailURIUniversalCommunication></a:DefinedTradeContact>
                <a:PostalTradeAddress><a:PostcodeCode>28000</a:PostcodeCode><a:LineOne>12 rue des Forges</a:LineOne><a:LineTwo>ZI Nord</a:LineTwo><a:LineThree>Bât. B</a:LineThree><a:CityName>Chartres</a:CityName><a:CountryID>FR</a:CountryID></a:PostalTradeAddress>
                <a:SpecifiedTaxRegistration><a:ID schemeID="VA">FR12345678901</a:ID></a:SpecifiedTaxRegistration></a:BuyerTradeParty>
              <a:BuyerOrderReferencedDocument><a:IssuerAssignedID>CF-2026-118</a:IssuerAssignedID></a:BuyerOrderReferencedDocument>
              <a:BlanketOrderReferencedDocument><a:IssuerAssignedID>CADRE-7</a:IssuerAssignedID></a:BlanketOrderReferencedDocument>
            </a:ApplicableHeaderTradeAgreement>
            <a:ApplicableHeaderTradeDelivery><a:ShipToTradeParty><a:SpecifiedLegalOrganization><a:TradingBusinessName>Entrepôt</a:TradingBusinessName></a:SpecifiedLegalOrganization></a:ShipToTradeParty>
              <a:RequestedDeliverySupplyChainEvent><a:OccurrenceDateTime><u:DateTimeString format="102">20261125</u:DateTimeString></a:OccurrenceDateTime></a:RequestedDeliverySupplyChainEvent></a:ApplicableHeaderTradeDelivery>
            <a:ApplicableHeaderTradeSettlement><a:OrderCurrencyCode>EUR</a:OrderCurrencyCode><a:InvoiceeTradeParty><a:Name>Siège</a:Name></a:InvoiceeTradeParty>
              <a:SpecifiedTradeSettlementHeaderMonetarySummation><a:LineTotalAmount>420.00</a:LineTotalAmount><a:GrandTotalAmount>504.00</a:GrandTotalAmount></a:SpecifiedTradeSettlementHeaderMonetarySummation></a:ApplicableHeaderTradeSettlement>
          </c:SupplyChainTradeTransaction>
        </c:SCRDMCCBDACIOMessageStructure>
        """;

    [Fact]
    public void Every_field_of_an_order_is_read()
    {
        var reading = Reading.Of(Order);
        var order = Assert.Single(reading.Orders);

        Assert.Equal((DocumentFormat.OrderX, ReadingVerdict.Import), (reading.Format, reading.Verdict));
        Assert.Empty(reading.Problems);
        Assert.Equal(("CF-2026-118", "Order-X EXTENDED", new DateOnly(2026, 11, 23), "EUR", "CADRE-7"), (order.OrderNumber, order.MessageType, order.IssueDate, order.Currency, order.ContractReference));
        Assert.Equal(["Livrer au quai 4"], order.Notes);
        Assert.Equal(new(new DateOnly(2026, 11, 25)), order.RequestedDelivery);
        Assert.Equal(
            new()
            {
                Name = "Comptoir",
                Gln = "3012345678902",
                Id = "C-42",
                VatId = "FR12345678901",
                Address = new("12 rue des Forges", "28000", "Chartres", "FR", Additional: "ZI Nord, Bât. B"),
                Contact = new("Karim Haddad", "0237", "k@example.fr"),
            },
            order.Buyer);
        Assert.Equal(("Visserie du Perche", "Entrepôt", "Siège"), (order.Supplier!.Name, order.ShipTo!.Name, order.Invoicee!.Name));
        Assert.Equal(new(420.00m, 504.00m), order.Totals);
    }

    [Fact]
    public void Every_field_of_a_line_is_read()
    {
        var line = Assert.Single(Reading.Order(Order).Lines);

        Assert.Equal(("010", "3012345678933", "VH-M8", "0A-VH", "Vis M8"), (line.LineNo, line.Gtin, line.SupplierCode, line.BuyerCode, line.Description));
        Assert.Equal((5000m, "C62", 8.40m, 100m, 420.00m), (line.Quantity, line.Unit, line.NetPrice, line.PriceBaseQuantity, line.LineAmount));
        Assert.Equal(new(null, new(2026, 11, 26), new(2026, 11, 27)), line.RequestedDelivery);
        Assert.Equal(("3012345678902", "3012345678902"), (line.ShipTo!.Gln, line.ShipTo.Id));
        Assert.Equal(["fragile"], line.Notes);
    }

    [Theory]
    [InlineData(":100\"", ":110\"")]
    [InlineData("SCRDMCCBDACIOMessageStructure", "CrossIndustryOrder")]
    [InlineData("InformationEntity:128", "InformationEntity:130")]
    public void Neighbouring_versions_of_the_standard_are_read(string from, string to) =>
        Assert.Equal("CF-2026-118", Reading.Order(Order.Replace(from, to, StringComparison.Ordinal)).OrderNumber);

    [Theory]
    [InlineData("TypeCode>220", "TypeCode>226", "order-type")]
    [InlineData("TypeCode>220", "TypeCode>999", "order-type")]
    [InlineData("Indicator>false", "Indicator>true", "test-document")]
    [InlineData("PurposeCode>9", "PurposeCode>7", "function-copy")]
    [InlineData("PurposeCode>9", "PurposeCode>5", "function-replaces")]
    [InlineData("format=\"102\">20261123", "format=\"102\">20261323", "date-invalid")]
    [InlineData("\"C62\">5000", "\"C62\">cinq mille", "number-invalid")]
    [InlineData("\"C62\">5000", "\"KGM\">5000", "price-unit-differs")]
    [InlineData("NetPriceProductTradePrice", "Other", "gross-price-only")]
    [InlineData("\"0160\"", "\"0155\"", "standard-code-other")]
    [InlineData("3012345678902</a:GlobalID><a:Name>", "987654</a:GlobalID><a:Name>", "gln-invalid")]
    [InlineData("<a:LineID>010</a:LineID>", "<a:LineID>010</a:LineID><a:ParentLineID>001</a:ParentLineID>", "sub-line")]
    [InlineData("IssuerAssignedID>CF-2026-118", "IssuerAssignedID>CF-2026-117", "order-number-differs")]
    [InlineData("<a:OrderCurrencyCode>EUR</a:OrderCurrencyCode>", "", "currency-missing")]
    [InlineData("<a:LineTotalAmount>420.00</a:LineTotalAmount></a:SpecifiedTradeSettlementLine", "<a:LineTotalAmount>450.00</a:LineTotalAmount></a:SpecifiedTradeSettlementLine", "line-amount-differs")]
    [InlineData("<a:LineTotalAmount>420.00</a:LineTotalAmount><a:Grand", "<a:LineTotalAmount>421.00</a:LineTotalAmount><a:Grand", "totals-differ")]
    [InlineData("<a:InvoiceeTradeParty>", "<a:SpecifiedTradeAllowanceCharge><a:ChargeIndicator><u:Indicator>true</u:Indicator></a:ChargeIndicator><a:ActualAmount>5</a:ActualAmount></a:SpecifiedTradeAllowanceCharge><a:InvoiceeTradeParty>", "allowance-or-charge")]
    [InlineData("</a:RequestedDeliverySupplyChainEvent></a:SpecifiedLine", "</a:RequestedDeliverySupplyChainEvent><a:RequestedDeliverySupplyChainEvent><a:UnitQuantity>100</a:UnitQuantity></a:RequestedDeliverySupplyChainEvent></a:SpecifiedLine", "split-delivery")]
    [InlineData("<a:SellerTradeParty>", "<a:BuyerReference>Service 7</a:BuyerReference><a:SellerTradeParty>", "unread-element")]
    public void What_is_doubtful_or_unread_is_told(string from, string to, string code)
    {
        Assert.Contains(from, Order, StringComparison.Ordinal);

        Assert.Contains(code, Reading.Codes(Order.Replace(from, to, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("100", 100)]
    [InlineData("1", null)]
    public void A_base_that_the_gross_price_alone_has_is_that_of_the_net_one(string basis, int? pieces)
    {
        var text = Order
            .Replace("<a:BasisQuantity unitCode=\"C62\">100</a:BasisQuantity>", "", StringComparison.Ordinal)
            .Replace("<a:ChargeAmount>9.00</a:ChargeAmount>", $"<a:ChargeAmount>9.00</a:ChargeAmount><a:BasisQuantity unitCode=\"C62\">{basis}</a:BasisQuantity>", StringComparison.Ordinal);

        Assert.Equal(pieces, (int?)Reading.Order(text).Lines[0].PriceBaseQuantity);
        Assert.Equal(pieces is not null, Reading.Codes(text).Contains("price-base-of-gross"));
    }

    [Fact]
    public void The_seller_s_answer_is_no_order()
    {
        var reading = Reading.Of(Order.Replace("TypeCode>220", "TypeCode>231", StringComparison.Ordinal));

        Assert.Equal((DocumentFormat.OrderX, ReadingVerdict.NotAnOrder), (reading.Format, reading.Verdict));
        Assert.Equal("other-message", Assert.Single(reading.Problems).Code);
    }

    [Theory]
    [InlineData("TypeCode>230", "PurposeCode>9", ChangeKind.Amendment)]
    [InlineData("TypeCode>230", "PurposeCode>1", ChangeKind.Cancellation)]
    [InlineData("TypeCode>220", "PurposeCode>4", ChangeKind.Amendment)]
    public void A_change_refers_to_its_order_and_makes_none(string type, string purpose, ChangeKind kind)
    {
        var reading = Reading.Of(Order
            .Replace("TypeCode>220", type, StringComparison.Ordinal).Replace("PurposeCode>9", purpose, StringComparison.Ordinal)
            .Replace("<a:ID>CF-2026-118", "<a:ID>AV-1", StringComparison.Ordinal));

        Assert.Equal((ReadingVerdict.NeedsReview, "CF-2026-118", kind), (reading.Verdict, reading.RefersTo, reading.Change!.Kind));
        Assert.Empty(reading.Orders);
        Assert.Equal("AV-1", reading.Change.Document.OrderNumber);
    }
}

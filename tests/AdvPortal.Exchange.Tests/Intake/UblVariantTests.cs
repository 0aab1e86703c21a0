using System.Text;

namespace AdvPortal.Exchange.Tests.Intake;

/// <summary>UBL 2.0 to 2.4 and Peppol BIS Ordering 3, as other senders write them.</summary>
public sealed class UblVariantTests
{
    private const string Peppol =
        """
        <Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
          <cbc:CustomizationID>urn:fdc:peppol.eu:poacc:trns:order:3</cbc:CustomizationID><cbc:ProfileID>urn:fdc:peppol.eu:poacc:bis:ordering:3</cbc:ProfileID>
          <cbc:ID>CF-118</cbc:ID><cbc:IssueDate>2026-11-23</cbc:IssueDate><cbc:OrderTypeCode>220</cbc:OrderTypeCode><cbc:Note>Quai 4</cbc:Note><cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
          <cac:Contract><cbc:ID>CTR-17</cbc:ID></cac:Contract>
          <cac:BuyerCustomerParty><cac:Party><cbc:EndpointID schemeID="0088">3012345678902</cbc:EndpointID><cac:PartyIdentification><cbc:ID schemeID="0009">12345678900013</cbc:ID></cac:PartyIdentification>
            <cac:PartyName><cbc:Name>Comptoir</cbc:Name></cac:PartyName><cac:PostalAddress><cbc:StreetName>12 rue des Forges</cbc:StreetName><cbc:AdditionalStreetName>ZI Nord</cbc:AdditionalStreetName><cbc:CityName>Chartres</cbc:CityName><cbc:PostalZone>28000</cbc:PostalZone><cac:Country><cbc:IdentificationCode>FR</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
            <cac:PartyTaxScheme><cbc:CompanyID>FR12345678901</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme><cac:PartyTaxScheme><cbc:CompanyID>LOCAL-9</cbc:CompanyID><cac:TaxScheme><cbc:ID>FC</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>
            <cac:PartyLegalEntity><cbc:RegistrationName>Comptoir SAS</cbc:RegistrationName></cac:PartyLegalEntity><cac:Contact><cbc:Name>Karim</cbc:Name><cbc:Telephone>0237</cbc:Telephone><cbc:ElectronicMail>k@example.fr</cbc:ElectronicMail></cac:Contact></cac:Party></cac:BuyerCustomerParty>
          <cac:SellerSupplierParty><cac:Party><cac:PartyLegalEntity><cbc:RegistrationName>Visserie</cbc:RegistrationName></cac:PartyLegalEntity></cac:Party></cac:SellerSupplierParty>
          <cac:Delivery><cac:DeliveryLocation><cbc:ID schemeID="0088">3012345678919</cbc:ID><cbc:Name>Entrepôt</cbc:Name></cac:DeliveryLocation><cac:RequestedDeliveryPeriod><cbc:StartDate>2026-11-25</cbc:StartDate><cbc:EndDate>2026-11-25</cbc:EndDate></cac:RequestedDeliveryPeriod></cac:Delivery>
          <cac:AllowanceCharge><cbc:ChargeIndicator>false</cbc:ChargeIndicator><cbc:AllowanceChargeReason>Remise</cbc:AllowanceChargeReason><cbc:Amount currencyID="EUR">10.00</cbc:Amount></cac:AllowanceCharge>
          <cac:AnticipatedMonetaryTotal><cbc:LineExtensionAmount currencyID="EUR">420.00</cbc:LineExtensionAmount><cbc:PayableAmount currencyID="EUR">492.00</cbc:PayableAmount></cac:AnticipatedMonetaryTotal>
          <cac:OrderLine><cbc:Note>fragile</cbc:Note><cac:LineItem><cbc:ID>1</cbc:ID><cbc:Quantity unitCode="C62">5000</cbc:Quantity><cbc:LineExtensionAmount currencyID="EUR">420.00</cbc:LineExtensionAmount><cbc:PartialDeliveryIndicator>false</cbc:PartialDeliveryIndicator>
            <cac:Delivery><cac:RequestedDeliveryPeriod><cbc:StartDate>2026-11-26</cbc:StartDate></cac:RequestedDeliveryPeriod></cac:Delivery>
            <cac:Price><cbc:PriceAmount currencyID="EUR">8.40</cbc:PriceAmount><cbc:BaseQuantity unitCode="C62">100</cbc:BaseQuantity></cac:Price>
            <cac:Item><cbc:Description>Vis M8 zinguée</cbc:Description><cbc:Name>Vis M8</cbc:Name><cac:BuyersItemIdentification><cbc:ID>0A-VH</cbc:ID></cac:BuyersItemIdentification><cac:SellersItemIdentification><cbc:ID>VH-M8</cbc:ID></cac:SellersItemIdentification><cac:StandardItemIdentification><cbc:ID schemeID="0160">3012345678933</cbc:ID></cac:StandardItemIdentification></cac:Item></cac:LineItem></cac:OrderLine>
        </Order>
        """;

    [Fact]
    public void A_Peppol_order_is_read_whole()
    {
        var order = Reading.Order(Peppol);

        Assert.Equal(("CF-118", "UBL Order", new DateOnly(2026, 11, 23), "EUR", "CTR-17"), (order.OrderNumber, order.MessageType, order.IssueDate, order.Currency, order.ContractReference));
        Assert.Equal(
            new()
            {
                Name = "Comptoir",
                Gln = "3012345678902",
                Id = "12345678900013",
                VatId = "FR12345678901",
                Address = new("12 rue des Forges", "28000", "Chartres", "FR", Additional: "ZI Nord"),
                Contact = new("Karim", "0237", "k@example.fr"),
            },
            order.Buyer);
        Assert.Equal("Visserie", order.Supplier!.Name);
        Assert.Equal(new() { Name = "Entrepôt", Gln = "3012345678919", Id = "3012345678919" }, order.ShipTo);
        Assert.Equal(new(null, new(2026, 11, 25), new(2026, 11, 25)), order.RequestedDelivery);
        Assert.Equal(new(420.00m, 492.00m), order.Totals);
        var line = Assert.Single(order.Lines);
        Assert.Equal(("1", "3012345678933", "VH-M8", "0A-VH", "Vis M8", "Vis M8 zinguée"), (line.LineNo, line.Gtin, line.SupplierCode, line.BuyerCode, line.Name, line.Description));
        Assert.Equal((5000m, "C62", 8.40m, 100m, 420.00m), (line.Quantity, line.Unit, line.NetPrice, line.PriceBaseQuantity, line.LineAmount));
        Assert.Equal(new(null, new DateOnly(2026, 11, 26)), line.RequestedDelivery);
        Assert.Equal(["fragile"], line.Notes);
    }

    [Theory]
    [InlineData("2.0")]
    [InlineData("2.1")]
    [InlineData("2.2")]
    [InlineData("2.3")]
    [InlineData("2.4")]
    public void Every_version_of_UBL_2_is_read(string version)
    {
        var order = Reading.Order(Peppol.Replace("<cbc:ID>CF-118", $"<cbc:UBLVersionID>{version}</cbc:UBLVersionID><cbc:ID>CF-118", StringComparison.Ordinal));

        Assert.Equivalent(Reading.Order(Peppol) with { MessageType = $"UBL {version} Order" }, order, strict: true);
    }

    [Theory]
    [InlineData("unitCode=\"C62\">100", "unitCode=\"KGM\">100", "price-unit-differs")]
    [InlineData("OrderTypeCode>220", "OrderTypeCode>227", "order-type")]
    [InlineData("8.40", "8,40", "number-invalid")]
    [InlineData("8.40", "-8.40", "price-negative")]
    [InlineData("unitCode=\"C62\">5000", "unitCode=\"palette\">5000", "unit-unknown")]
    [InlineData("<cbc:StartDate>2026-11-25</cbc:StartDate>", "<cbc:StartDate>2026-11-28</cbc:StartDate>", "window-reversed")]
    [InlineData("<cbc:StartDate>2026-11-25", "<cbc:StartTime>08:00:00</cbc:StartTime><cbc:StartDate>2026-11-25", "delivery-times")]
    [InlineData("3012345678933", "3012345678934", "gtin-check-digit")]
    [InlineData("<cac:Item>", "<cac:SubLineItem/><cac:Item>", "sub-line")]
    [InlineData("3012345678902", "3012345678903", "gln-check-digit")]
    [InlineData("CF-118", "", "order-number-missing")]
    [InlineData("PartialDeliveryIndicator>false", "PartialDeliveryIndicator>true", "unread-element")]
    public void What_is_doubtful_or_unread_is_told(string from, string to, string code)
    {
        Assert.Contains(from, Peppol, StringComparison.Ordinal);

        Assert.Contains(code, Reading.Codes(Peppol.Replace(from, to, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("NoStatus", null)]
    [InlineData("Added", null)]
    [InlineData("1", null)]
    [InlineData("Cancelled", "line-cancelled")]
    [InlineData("2", "line-cancelled")]
    [InlineData("Revised", "line-action")]
    [InlineData("Disputed", "line-action")]
    [InlineData("5", "line-action")]
    [InlineData("7", "line-action")]
    [InlineData("42", "line-action")]
    public void The_status_of_an_ordered_line_says_no_more_than_that_it_is_ordered_or_is_told(string status, string? code)
    {
        var reading = Reading.Of(Peppol.Replace("<cbc:Quantity unitCode", $"<cbc:LineStatusCode>{status}</cbc:LineStatusCode><cbc:Quantity unitCode", StringComparison.Ordinal));

        Assert.Equal(code, reading.Problems.Select(problem => problem.Code).FirstOrDefault(found => found is "line-cancelled" or "line-action"));
        Assert.True(code is null || reading.Verdict == AdvPortal.Exchange.Intake.ReadingVerdict.NeedsReview);
    }

    [Fact]
    public void A_document_that_lies_about_its_letters_is_read_and_told()
    {
        var reading = Reading.Of("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + Peppol, Encoding.Latin1);

        Assert.Equal("Entrepôt", Assert.Single(reading.Orders).ShipTo!.Name);
        Assert.Contains(reading.Problems, problem => problem.Code == "charset-differs");
    }

    [Fact]
    public void Blanks_before_the_declaration_do_no_harm() =>
        Assert.Equal("CF-118", Reading.Order("\r\n  <?xml version=\"1.0\" encoding=\"UTF-8\"?>" + Peppol).OrderNumber);
}

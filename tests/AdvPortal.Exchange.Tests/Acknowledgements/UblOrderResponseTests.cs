using System.Xml.Linq;
using AdvPortal.Exchange.Acknowledgements;

namespace AdvPortal.Exchange.Tests.Acknowledgements;

public sealed class UblOrderResponseTests
{
    private static readonly XNamespace Cac = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2";
    private static readonly XNamespace Cbc = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2";

    /// <summary>The sequences of the UBL 2.1 schema, as far as we use them.</summary>
    private static readonly Dictionary<string, string[]> Sequences = new(StringComparer.Ordinal)
    {
        ["OrderResponse"] = ["UBLVersionID", "ID", "SalesOrderID", "IssueDate", "IssueTime", "OrderResponseCode", "Note", "DocumentCurrencyCode", "LineCountNumeric", "OrderReference", "AdditionalDocumentReference", "SellerSupplierParty", "BuyerCustomerParty", "Delivery", "LegalMonetaryTotal", "OrderLine"],
        ["OrderReference"] = ["ID", "IssueDate"],
        ["AdditionalDocumentReference"] = ["ID", "IssueDate", "DocumentTypeCode", "DocumentType"],
        ["SellerSupplierParty"] = ["Party"],
        ["BuyerCustomerParty"] = ["Party"],
        ["Party"] = ["EndpointID", "PartyIdentification", "PartyName", "PostalAddress", "PartyTaxScheme", "PartyLegalEntity", "Contact"],
        ["DeliveryParty"] = ["EndpointID", "PartyIdentification", "PartyName", "PostalAddress", "PartyTaxScheme", "PartyLegalEntity", "Contact"],
        ["PartyTaxScheme"] = ["CompanyID", "TaxScheme"],
        ["PartyLegalEntity"] = ["RegistrationName", "CompanyID"],
        ["PostalAddress"] = ["StreetName", "CityName", "PostalZone", "Country"],
        ["Address"] = ["StreetName", "CityName", "PostalZone", "Country"],
        ["Contact"] = ["Name", "Telephone", "ElectronicMail"],
        ["Delivery"] = ["DeliveryLocation", "RequestedDeliveryPeriod", "PromisedDeliveryPeriod", "DeliveryParty", "Despatch"],
        ["DeliveryLocation"] = ["ID", "Address"],
        ["RequestedDeliveryPeriod"] = ["StartDate", "EndDate"],
        ["PromisedDeliveryPeriod"] = ["StartDate", "EndDate"],
        ["LegalMonetaryTotal"] = ["LineExtensionAmount", "TaxExclusiveAmount", "PayableAmount"],
        ["OrderLine"] = ["LineItem", "OrderLineReference"],
        ["LineItem"] = ["ID", "Note", "LineStatusCode", "Quantity", "LineExtensionAmount", "Delivery", "Price", "Item"],
        ["Price"] = ["PriceAmount", "BaseQuantity"],
        ["Item"] = ["Name", "BuyersItemIdentification", "SellersItemIdentification", "StandardItemIdentification"],
    };

    [Fact]
    public void The_answer_says_which_order_it_is_about_and_what_became_of_it()
    {
        var response = Read(Chartraine.Moved());

        Assert.Equal(("AR26-04518", "CV26-04518", "CA"), (Basic(response, "ID"), Basic(response, "SalesOrderID"), Basic(response, "OrderResponseCode")));
        Assert.Equal(("2026-11-23", "09:12:00+01:00"), (Basic(response, "IssueDate"), Basic(response, "IssueTime")));
        Assert.Equal("4500187342", Basic(response.Element(Cac + "OrderReference")!, "ID"));
        Assert.Equal(Chartraine.Reason, Basic(response, "Note"));
        Assert.Equal("1517.00", Basic(response.Element(Cac + "LegalMonetaryTotal")!, "LineExtensionAmount"));
        Assert.Equal("3020000012341", (string?)response.Element(Cac + "BuyerCustomerParty")!.Descendants(Cbc + "EndpointID").Single());
    }

    [Fact]
    public void A_later_answer_has_a_number_of_its_own() =>
        Assert.Equal("AR26-04518-2", Basic(Read(Chartraine.Mixed()), "ID"));

    [Fact]
    public void A_line_carries_both_codes_the_price_with_its_base_and_both_dates()
    {
        var item = Lines(Chartraine.Moved())[0];

        Assert.Equal(("10", "3", "5000", "420.00"), (Basic(item, "ID"), Basic(item, "LineStatusCode"), Basic(item, "Quantity"), Basic(item, "LineExtensionAmount")));
        Assert.Equal("H87", item.Element(Cbc + "Quantity")!.Attribute("unitCode")!.Value);
        Assert.Equal(["0A-VH-M8-30-ZN", "VH-M8-30-ZN"], item.Element(Cac + "Item")!.Descendants(Cbc + "ID").Select(id => id.Value));
        Assert.Equal(("8.40", "100"), (Basic(item.Element(Cac + "Price")!, "PriceAmount"), Basic(item.Element(Cac + "Price")!, "BaseQuantity")));
        Assert.Equal(["2026-11-25", "2026-11-25", "2026-11-27", "2026-11-27", "2026-11-26"], item.Element(Cac + "Delivery")!.Descendants().Where(it => !it.HasElements).Select(it => it.Value));
    }

    [Fact]
    public void Every_line_has_its_status_and_its_own_reasons()
    {
        var lines = Lines(Chartraine.Mixed());

        Assert.Equal(["5", "3", "42", "3", "7", "1"], lines.Select(line => Basic(line, "LineStatusCode")));
        Assert.Equal([null, "Le reliquat de 500 pièces suit le 4 décembre.", null, "Prix du contrat 2026, avenant n° 3.", "Article arrêté au 30 juin 2026.", "Ajoutée à votre demande du 23 novembre."],
            lines.Select(line => Basic(line, "Note")));
        Assert.Equal(5, Read(Chartraine.Mixed()).Descendants(Cac + "OrderLineReference").Count());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Elements_stand_in_the_order_of_the_schema_and_none_is_empty(bool mixed)
    {
        var order = mixed ? Chartraine.Mixed() : Chartraine.Moved() with { ShipTo = null, Buyer = new("Without anything else") };
        var elements = Read(order with { Lines = [order.Lines[0] with { Gtin = "3012345000018" }, .. order.Lines.Skip(1)] }).DescendantsAndSelf().ToList();

        Assert.All(elements.Where(element => !element.HasElements), leaf => Assert.NotEmpty(leaf.Value));
        Assert.All(elements.Where(element => Sequences.ContainsKey(element.Name.LocalName)), parent =>
        {
            var places = parent.Elements().Select(child => Array.IndexOf(Sequences[parent.Name.LocalName], child.Name.LocalName)).ToList();
            Assert.DoesNotContain(-1, places);
            Assert.Equal(places.Order(), places);
        });
    }

    [Fact]
    public void What_XML_cannot_hold_is_left_out()
    {
        var order = Chartraine.Moved();
        var item = Lines(order with { Lines = [order.Lines[0] with { Description = "a\u0000b\uFFFE <&> 🔩" }] })[0];

        Assert.Equal("ab <&> 🔩", Basic(item.Element(Cac + "Item")!, "Name"));
    }

    private static XElement Read(Acknowledgement acknowledgement)
    {
        using var stream = new MemoryStream(UblOrderResponse.Write(acknowledgement));

        return XDocument.Load(stream).Root!;
    }

    private static List<XElement> Lines(Acknowledgement acknowledgement) => [.. Read(acknowledgement).Descendants(Cac + "LineItem")];

    private static string? Basic(XElement parent, string name) => (string?)parent.Element(Cbc + name);
}

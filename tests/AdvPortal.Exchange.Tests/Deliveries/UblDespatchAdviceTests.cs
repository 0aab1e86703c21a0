using System.Xml.Linq;
using AdvPortal.Domain.Requirements;
using AdvPortal.Exchange.Deliveries;

namespace AdvPortal.Exchange.Tests.Deliveries;

public sealed class UblDespatchAdviceTests
{
    private static readonly XNamespace Cac = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2";
    private static readonly XNamespace Cbc = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2";

    /// <summary>The sequences of the UBL 2.1 schema, as far as we use them; a sign behind a name says ! once, + at least once, * as often as one likes.</summary>
    private static readonly Dictionary<string, string[]> Sequences = new(StringComparer.Ordinal)
    {
        ["DespatchAdvice"] = ["UBLVersionID", "CustomizationID", "ProfileID", "ID!", "IssueDate!", "IssueTime", "Note*", "LineCountNumeric", "OrderReference*", "AdditionalDocumentReference*", "DespatchSupplierParty!", "DeliveryCustomerParty!", "BuyerCustomerParty", "Shipment", "DespatchLine+"],
        ["AdditionalDocumentReference"] = ["ID!", "DocumentType", "Attachment"],
        ["Attachment"] = ["ExternalReference"],
        ["ExternalReference"] = ["URI"],
        ["DespatchSupplierParty"] = ["Party"],
        ["DeliveryCustomerParty"] = ["Party", "DeliveryContact"],
        ["BuyerCustomerParty"] = ["Party"],
        ["Party"] = ["EndpointID", "PartyIdentification*", "PartyName*", "PostalAddress", "PartyTaxScheme*", "PartyLegalEntity*", "Contact"],
        ["CarrierParty"] = ["PartyName*"],
        ["PartyTaxScheme"] = ["CompanyID", "TaxScheme!"],
        ["PartyLegalEntity"] = ["RegistrationName", "CompanyID"],
        ["PostalAddress"] = ["StreetName", "CityName", "PostalZone", "Country"],
        ["Contact"] = ["Name", "Telephone", "ElectronicMail"],
        ["DeliveryContact"] = ["Name", "Telephone", "ElectronicMail"],
        ["Shipment"] = ["ID!", "GrossWeightMeasure", "TotalTransportHandlingUnitQuantity", "Consignment*", "Delivery", "TransportHandlingUnit*"],
        ["Consignment"] = ["ID!", "CarrierParty"],
        ["Delivery"] = ["TrackingID", "EstimatedDeliveryPeriod", "Despatch"],
        ["EstimatedDeliveryPeriod"] = ["StartDate", "EndDate"],
        ["Despatch"] = ["ActualDespatchDate"],
        ["TransportHandlingUnit"] = ["ID", "TransportHandlingUnitTypeCode", "MeasurementDimension*", "Package*"],
        ["MeasurementDimension"] = ["AttributeID!", "Measure"],
        ["Package"] = ["ID", "PackagingTypeCode", "MeasurementDimension*"],
        ["DespatchLine"] = ["ID!", "Note*", "DeliveredQuantity", "OutstandingQuantity", "OutstandingReason*", "OrderLineReference+", "Item!", "Shipment*"],
        ["OrderLineReference"] = ["LineID!", "OrderReference"],
        ["OrderReference"] = ["ID!", "SalesOrderID", "IssueDate"],
        ["Item"] = ["Name", "BuyersItemIdentification", "SellersItemIdentification", "StandardItemIdentification", "AdditionalItemProperty*"],
        ["AdditionalItemProperty"] = ["Name!", "Value", "ValueQuantity"],
    };

    /// <summary>The same in the data model of T16, where it is narrower than the schema.</summary>
    private static readonly Dictionary<string, string[]> Peppol = new(StringComparer.Ordinal)
    {
        ["DespatchAdvice"] = ["CustomizationID!", "ProfileID!", "ID!", "IssueDate!", "IssueTime", "Note", "OrderReference*", "AdditionalDocumentReference*", "DespatchSupplierParty!", "DeliveryCustomerParty!", "BuyerCustomerParty", "Shipment", "DespatchLine+"],
        ["OrderReference"] = ["ID!"],
        ["DespatchSupplierParty"] = ["Party!"],
        ["DeliveryCustomerParty"] = ["Party!", "DeliveryContact"],
        ["PartyLegalEntity"] = ["RegistrationName!"],
        ["Party"] = ["EndpointID", "PartyIdentification", "PartyName", "PostalAddress", "PartyLegalEntity", "Contact"],
        ["PostalAddress"] = ["StreetName", "CityName", "PostalZone", "Country!"],
        ["DespatchLine"] = ["ID!", "Note", "DeliveredQuantity!", "OutstandingQuantity", "OutstandingReason*", "OrderLineReference!", "Item!", "Shipment"],
        ["Package"] = ["ID!", "PackagingTypeCode"],
    };

    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(1, 40)];

    [Fact]
    public void The_advice_says_what_leaves_for_whom_and_when()
    {
        var advice = Read(Shipped.Partly());
        var delivery = advice.Element(Cac + "Shipment")!.Element(Cac + "Delivery")!;

        Assert.Equal(("BL26-00123", "2026-11-26", "16:30:00+01:00"), (Basic(advice, "ID"), Basic(advice, "IssueDate"), Basic(advice, "IssueTime")));
        Assert.Equal(["4500187342", "CV26-04518", "2026-11-23", "4500187399", "CV26-04531", "2026-11-24"], advice.Elements(Cac + "OrderReference").SelectMany(order => order.Elements()).Select(it => it.Value));
        Assert.Equal(["TP-88 412 907", "2026-11-27", "2026-11-27", "2026-11-26"], delivery.Descendants().Where(it => !it.HasElements).Select(it => it.Value));
        Assert.Equal("3020000012358", (string?)advice.Element(Cac + "DeliveryCustomerParty")!.Descendants(Cbc + "EndpointID").Single());
        Assert.Equal("3020000012341", (string?)advice.Element(Cac + "BuyerCustomerParty")!.Descendants(Cbc + "EndpointID").Single());
        Assert.Equal(("190.9", "2"), (Basic(advice.Element(Cac + "Shipment")!, "GrossWeightMeasure"), Basic(advice.Element(Cac + "Shipment")!, "TotalTransportHandlingUnitQuantity")));
    }

    [Fact]
    public void A_line_stands_once_for_each_unit_that_holds_some_of_it()
    {
        var lines = Read(Shipped.Partly()).Elements(Cac + "DespatchLine").ToList();

        Assert.Equal(["4000", "500", "3000", "1000"], lines.Select(line => Basic(line, "DeliveredQuantity")));
        Assert.Equal(["1", "2", "3", "4"], lines.Select(line => Basic(line, "ID")));
        Assert.Equal([Shipped.AnSscc(1), Shipped.AnSscc(1), Shipped.AnSscc(1), Shipped.AnSscc(3)], lines.Select(line => Basic(line.Descendants(Cac + "TransportHandlingUnit").Single(), "ID")));
        Assert.Equal([null, Shipped.AnSscc(2), Shipped.AnSscc(2), null], lines.Select(line => line.Descendants(Cac + "Package").Select(package => Basic(package, "ID")).SingleOrDefault()));
        Assert.All(lines, line => Assert.Equal("H87", line.Element(Cbc + "DeliveredQuantity")!.Attribute("unitCode")!.Value));
        Assert.Equal(["0A-VH-M8-30-ZN", "VH-M8-30-ZN", "3012345000024"], lines[0].Element(Cac + "Item")!.Descendants(Cbc + "ID").Select(id => id.Value));
    }

    [Fact]
    public void Only_what_follows_is_outstanding()
    {
        var lines = Read(Shipped.Partly()).Elements(Cac + "DespatchLine").ToList();

        Assert.Equal(["500", null, null, null], lines.Select(line => Basic(line, "OutstandingQuantity")));
        Assert.Equal(["Reliquat de 500\u00A0pce, qui suivra", null, null, "Reliquat de 200\u00A0pce annulé"], lines.Select(line => Basic(line, "OutstandingReason")));
        Assert.Equal(["OrderedQuantity", "1200", "1200", "CancelledQuantity", "200", "200"], lines[3].Descendants(Cac + "AdditionalItemProperty").SelectMany(property => property.Elements()).Select(it => it.Value));
    }

    [Theory]
    [InlineData(BackOrderPolicy.Ask)]
    [InlineData(BackOrderPolicy.Cancel)]
    public void Of_nothing_outstanding_nothing_is_undecided_or_cancelled(BackOrderPolicy policy)
    {
        var advice = Shipped.Partly();
        var line = Read(advice with { Lines = [advice.Lines[0] with { OutstandingQuantity = 0, BackOrder = policy }] }).Element(Cac + "DespatchLine")!;

        Assert.Equal(["OrderedQuantity"], line.Descendants(Cac + "AdditionalItemProperty").Select(property => Basic(property, "Name")).Distinct());
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Whatever_is_delivered_the_elements_stand_in_the_order_of_the_schema_and_none_is_empty(int seed) => AssertSound(Read(Shipped.AnyShape(seed)), Sequences);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void For_Peppol_nothing_stands_in_it_that_its_data_model_does_not_know(int seed)
    {
        var shape = Shipped.AnyShape(seed);
        var written = Read(shape with { Units = [.. shape.Units.Where(unit => unit.Contents.Count > 0).Select(unit => unit with { On = null })] }, UblProfile.Peppol);

        AssertSound(written, new Dictionary<string, string[]>(Sequences.Concat(Peppol).GroupBy(it => it.Key).Select(it => it.Last()), StringComparer.Ordinal));
        Assert.Equal(("urn:fdc:peppol.eu:poacc:trns:despatch_advice:3", "urn:fdc:peppol.eu:poacc:bis:despatch_advice:3"), (Basic(written, "CustomizationID"), Basic(written, "ProfileID")));
        Assert.All(["DespatchSupplierParty", "DeliveryCustomerParty"], role => Assert.Single(written.Element(Cac + role)!.Descendants(Cbc + "EndpointID")));
        // PEPPOL-T16-R007
        Assert.All(written.Elements(Cac + "DespatchLine").Where(line => line.Element(Cbc + "OutstandingQuantity") is not null), line => Assert.NotNull(line.Element(Cbc + "OutstandingReason")));
    }

    [Fact]
    public void What_lacks_a_mandatory_term_of_Peppols_is_not_written_for_it()
    {
        var advice = Shipped.Partly();

        Assert.True(UblDespatchAdvice.FitsPeppol(advice));
        Assert.True(UblDespatchAdvice.FitsPeppol(advice with { ShipTo = new("Without a mailbox") })); // the buyer's receives for it
        Assert.False(UblDespatchAdvice.FitsPeppol(advice with { Supplier = new("Without a mailbox") }));
        Assert.False(UblDespatchAdvice.FitsPeppol(advice with { Buyer = advice.Buyer with { Address = new("1 rue", "28000", "Chartres", null) } }));
        Assert.False(UblDespatchAdvice.FitsPeppol(advice with { Lines = [advice.Lines[1] with { SupplierCode = null }] }));
        Assert.False(UblDespatchAdvice.FitsPeppol(advice with { Units = [advice.Units[2] with { Contents = [] }] }));
        Assert.Throws<ArgumentException>(() => UblDespatchAdvice.Write(advice with { Supplier = new("Without a mailbox") }, UblProfile.Peppol));
    }

    [Fact]
    public void What_XML_cannot_hold_is_left_out()
    {
        var advice = Shipped.Partly();
        var line = Read(advice with { Lines = [advice.Lines[1] with { Description = "a\u0000b\uFFFE <&> 🔩" }] }).Element(Cac + "DespatchLine")!;

        Assert.Equal("ab <&> 🔩", Basic(line.Element(Cac + "Item")!, "Name"));
    }

    private static void AssertSound(XElement root, Dictionary<string, string[]> sequences)
    {
        Assert.All(root.DescendantsAndSelf().Where(element => !element.HasElements), leaf => Assert.NotEmpty(leaf.Value));
        Assert.All(root.DescendantsAndSelf().Where(element => sequences.ContainsKey(element.Name.LocalName)), parent =>
        {
            var sequence = sequences[parent.Name.LocalName];
            var names = sequence.Select(name => name.TrimEnd('!', '+', '*')).ToList();
            var places = parent.Elements().Select(child => names.IndexOf(child.Name.LocalName)).ToList();

            Assert.DoesNotContain(-1, places);
            Assert.Equal(places.Order(), places);
            Assert.All(sequence.Index(), element =>
            {
                var count = places.Count(place => place == element.Index);
                Assert.True(element.Item[^1] switch { '!' => count == 1, '+' => count > 0, '*' => true, _ => count < 2 }, $"{parent.Name.LocalName} has {count} {element.Item}.");
            });
        });
    }

    private static XElement Read(DespatchAdvice advice, UblProfile profile = UblProfile.Plain)
    {
        using var stream = new MemoryStream(UblDespatchAdvice.Write(advice, profile));

        return XDocument.Load(stream).Root!;
    }

    private static string? Basic(XElement parent, string name) => (string?)parent.Element(Cbc + name);
}

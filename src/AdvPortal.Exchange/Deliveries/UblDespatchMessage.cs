using System.Globalization;
using AdvPortal.Exchange.Acknowledgements;
using AdvPortal.Exchange.Texts;

namespace AdvPortal.Exchange.Deliveries;

/// <summary>One UBL DespatchAdvice being written, in the order of the schema: what concerns the whole delivery.</summary>
internal sealed partial class UblDespatchMessage(DespatchAdvice it, UblWriter ubl, bool isPeppol)
{
    private const string Document = "urn:oasis:names:specification:ubl:schema:xsd:DespatchAdvice-2";

    private readonly DocumentTexts _texts = DocumentTexts.In(it.Language);

    public void Write()
    {
        var pieces = DespatchPiece.Of(it).ToList();

        using (ubl.Root("DespatchAdvice", Document))
        {
            ubl.Text("UBLVersionID", isPeppol ? null : "2.1");
            ubl.Text("CustomizationID", isPeppol ? "urn:fdc:peppol.eu:poacc:trns:despatch_advice:3" : null);
            ubl.Text("ProfileID", isPeppol ? "urn:fdc:peppol.eu:poacc:bis:despatch_advice:3" : null);
            ubl.Text("ID", it.Number);
            ubl.Date("IssueDate", DateOnly.FromDateTime(it.IssuedAt.DateTime));
            ubl.Text("IssueTime", it.IssuedAt.ToString("HH:mm:sszzz", CultureInfo.InvariantCulture));
            WriteNotes(it.Said);
            ubl.Text("LineCountNumeric", isPeppol ? null : pieces.Count.ToString(CultureInfo.InvariantCulture));
            WriteReferences();
            WriteParties();
            WriteShipment();

            foreach (var (index, piece) in pieces.Index())
            {
                WriteLine(piece, (index + 1).ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    // T16 has room for one note (tir16-088, tir16-047).
    private void WriteNotes(IEnumerable<string> notes)
    {
        foreach (var note in isPeppol ? [string.Join('\n', notes)] : notes)
        {
            if (isPeppol)
            {
                ubl.Text("Note", note);
            }
            else
            {
                ubl.Text("Note", note, ("languageID", it.Language));
            }
        }
    }

    private void WriteReferences()
    {
        foreach (var order in it.Orders)
        {
            using (ubl.Aggregate("OrderReference"))
            {
                ubl.Text("ID", order.CustomerReference);
                ubl.Text("SalesOrderID", isPeppol ? null : order.Number);
                ubl.Date("IssueDate", isPeppol ? null : order.OrderedOn);
            }
        }

        // T16 knows an order by the client's number alone; ours is a document like any other.
        foreach (var number in isPeppol ? it.Orders.Select(order => order.Number).OfType<string>() : [])
        {
            WriteDocument(number, UblDespatchNames.SalesOrder, uri: null);
        }

        if (it.TrackingLink is { } link)
        {
            WriteDocument(it.TrackingNumber ?? it.Number, UblDespatchNames.Tracking, link);
        }
    }

    private void WriteDocument(string id, string type, string? uri)
    {
        using (ubl.Aggregate("AdditionalDocumentReference"))
        {
            ubl.Text("ID", id);
            ubl.Text("DocumentType", type);

            if (uri is not null)
            {
                using (ubl.Aggregate("Attachment"))
                using (ubl.Aggregate("ExternalReference"))
                {
                    ubl.Text("URI", uri);
                }
            }
        }
    }

    private void WriteParties()
    {
        using (ubl.Aggregate("DespatchSupplierParty"))
        {
            WriteParty(it.Supplier, Endpoint(it.Supplier), hasContact: true);
        }

        using (ubl.Aggregate("DeliveryCustomerParty"))
        {
            WriteParty(it.Destination, EndpointOfConsignee(it), hasContact: false);
            ubl.Contact("DeliveryContact", it.Destination.Contact);
        }

        if (it.ShipTo is not null)
        {
            using (ubl.Aggregate("BuyerCustomerParty"))
            {
                WriteBuyer();
            }
        }
    }

    private void WriteBuyer()
    {
        if (!isPeppol)
        {
            ubl.Party("Party", it.Buyer);
            return;
        }

        using (ubl.Aggregate("Party"))
        {
            Identify(it.Buyer);

            using (ubl.Aggregate("PartyName"))
            {
                ubl.Text("Name", it.Buyer.Name);
            }

            ubl.Address("PostalAddress", it.Buyer.Address);
        }
    }

    private void WriteParty(AcknowledgementParty party, (string Id, string Scheme)? endpoint, bool hasContact)
    {
        if (!isPeppol)
        {
            ubl.Party("Party", hasContact ? party : party with { Contact = null });
            return;
        }

        using (ubl.Aggregate("Party"))
        {
            ubl.Text("EndpointID", endpoint!.Value.Id, ("schemeID", endpoint.Value.Scheme));
            Identify(party);
            ubl.Address("PostalAddress", party.Address);

            using (ubl.Aggregate("PartyLegalEntity"))
            {
                ubl.Text("RegistrationName", party.Name);
            }

            if (hasContact)
            {
                ubl.Contact("Contact", party.Contact);
            }
        }
    }

    private void Identify(AcknowledgementParty party)
    {
        if (Endpoint(party) is var (id, scheme))
        {
            ubl.Identification("PartyIdentification", id, ("schemeID", scheme));
        }
    }

    private void WriteShipment()
    {
        using (ubl.Aggregate("Shipment"))
        {
            ubl.Text("ID", it.Number);
            ubl.Weight("GrossWeightMeasure", it.WeightKg);
            ubl.Text("TotalTransportHandlingUnitQuantity", it.Units.Count == 0 ? null : it.Loaded.Count().ToString(CultureInfo.InvariantCulture));

            if (it.Carrier is { } carrier)
            {
                using (ubl.Aggregate("Consignment"))
                {
                    ubl.Text("ID", it.TrackingNumber ?? it.Number);

                    using (ubl.Aggregate("CarrierParty"))
                    using (ubl.Aggregate("PartyName"))
                    {
                        ubl.Text("Name", carrier);
                    }
                }
            }

            WriteDelivery();

            // Units of which nobody wrote down what is in them: T16 has no place for those.
            foreach (var unit in isPeppol ? [] : it.Loaded)
            {
                List<DespatchUnit> on = [.. it.Units.Where(other => other.On == unit.Number)];
                var untold = on.FindAll(other => other.Contents.Count == 0);

                if (untold.Count > 0 || (unit.Contents.Count == 0 && on.Count == 0))
                {
                    WriteUnit(unit, untold);
                }
            }
        }
    }

    private void WriteDelivery()
    {
        if (it is { TrackingNumber: null, ArriveOn: null, ShipOn: null })
        {
            return;
        }

        using (ubl.Aggregate("Delivery"))
        {
            ubl.Text("TrackingID", it.TrackingNumber);
            ubl.Day("EstimatedDeliveryPeriod", it.ArriveOn);

            if (it.ShipOn is { } shipOn)
            {
                using (ubl.Aggregate("Despatch"))
                {
                    ubl.Date("ActualDespatchDate", shipOn);
                }
            }
        }
    }

    public static (string Id, string Scheme)? Endpoint(AcknowledgementParty party) =>
        party.Gln is { } gln ? (gln, "0088") : party.Siren is { } siren ? (siren, "0002") : null;

    // A warehouse seldom has a mailbox of its own: its company's receives for it.
    public static (string Id, string Scheme)? EndpointOfConsignee(DespatchAdvice advice) => Endpoint(advice.Destination) ?? Endpoint(advice.Buyer);
}

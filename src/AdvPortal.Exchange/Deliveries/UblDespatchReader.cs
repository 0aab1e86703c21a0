using System.Globalization;
using AdvPortal.Exchange.Intake.Drafts;
using AdvPortal.Exchange.Intake.Ubl;
using AdvPortal.Exchange.Intake.Xml;

namespace AdvPortal.Exchange.Deliveries;

/// <summary>Reads a UBL DespatchAdvice (2.0 to 2.4; OASIS UBL 2.1, 3.1; Peppol BIS Despatch Advice 3): what concerns the whole delivery here, the lines in <see cref="UblDespatchLineReader"/>.</summary>
internal sealed class UblDespatchReader
{
    private readonly XmlContext _context;
    private readonly XmlCursor _xml;
    private readonly UblParty _parties;
    private readonly DespatchDraft _draft;
    private readonly UblDespatchLineReader _lines;
    private readonly List<string> _salesOrders = [];
    private DateOnly? _issuedOn;
    private string? _issuedAt;
    private DateOnly? _expectedDespatch;

    public UblDespatchReader(XmlContext context)
    {
        (_context, _xml, _parties, _draft) = (context, context.Xml, new(context), new(context.Log));
        _lines = new(context, _draft);
    }

    public DespatchAdvice? Read()
    {
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "ID": _draft.Number = _xml.Text(); break;
                case "IssueDate": _issuedOn = _context.Date(); break;
                case "IssueTime": _issuedAt = _xml.Text(); break;
                case "Note": ReadNote(); break;
                case "OrderReference": ReadOrder(); break;
                case "AdditionalDocumentReference": ReadDocument(); break;
                case "DespatchSupplierParty": _draft.Supplier = _parties.ReadTrader("", "CustomerAssignedAccountID"); break;
                case "SellerSupplierParty": _draft.Supplier ??= _parties.ReadTrader("", "CustomerAssignedAccountID"); break;
                case "DeliveryCustomerParty": _draft.ShipTo = _parties.ReadTrader("", "SupplierAssignedAccountID"); break;
                case "BuyerCustomerParty": _draft.Buyer = _parties.ReadTrader("", "SupplierAssignedAccountID"); break;
                case "Shipment": ReadShipment(); break;
                case "DespatchLine": _lines.Read(); break;
            }
        }

        _draft.IssuedAt = Instant();
        _draft.ShipOn ??= _expectedDespatch;
        _draft.KnowNumbers(_salesOrders);
        _lines.Finish();

        return _draft.Build();
    }

    // xs:time has the offset of its zone behind it, or none.
    private DateTimeOffset? Instant()
    {
        if (_issuedOn is not { } day)
        {
            return null;
        }

        var text = $"{day:yyyy-MM-dd}T{_issuedAt ?? "00:00:00"}";

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : new(day, TimeOnly.MinValue, TimeSpan.Zero);
    }

    // T16 has one note for all there is to say: its lines are notes of their own.
    private void ReadNote()
    {
        var language = _xml.Attribute("languageID");

        if (_xml.Text() is { } text)
        {
            _draft.Language ??= language;
            _draft.Notes.AddRange(text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        }
    }

    private void ReadOrder()
    {
        var (id, number, day) = ((string?)null, (string?)null, (DateOnly?)null);

        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "ID": id = _xml.Text(); break;
                case "SalesOrderID": number = _xml.Text(); break;
                case "IssueDate": day = _context.Date(); break;
            }
        }

        if (id is not null)
        {
            _draft.Know(id, number, day);
        }
    }

    private void ReadDocument()
    {
        var (id, type, uri) = ((string?)null, (string?)null, (string?)null);

        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "ID": id = _xml.Text(); break;
                case "DocumentType": type = _xml.Text(); break;
                case "Attachment":
                    for (var attachment = _xml.Enter(); _xml.Next(attachment);)
                    {
                        uri = _xml.Name == "ExternalReference" ? _context.Inner("URI") : uri;
                    }

                    break;
            }
        }

        if (type is UblDespatchNames.SalesOrder && id is not null)
        {
            _salesOrders.Add(id);
        }
        else if (type is UblDespatchNames.Tracking)
        {
            _draft.TrackingLink = uri;
        }
    }

    private void ReadShipment()
    {
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "Consignment":
                    for (var consignment = _xml.Enter(); _xml.Next(consignment);)
                    {
                        ReadCarrier();
                    }

                    break;
                case "Delivery": ReadDelivery(); break;
                case "TransportHandlingUnit": _lines.ReadUnit(); break;
            }
        }
    }

    private void ReadCarrier()
    {
        if (_xml.Name == "CarrierParty")
        {
            var party = new PartyDraft();
            _parties.ReadParty(party);
            _draft.Carrier ??= party.Name ?? party.Id;
        }
    }

    private void ReadDelivery()
    {
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "TrackingID": _draft.TrackingNumber = _xml.Text(); break;
                case "EstimatedDeliveryPeriod": ReadPeriod(); break;
                case "CarrierParty": ReadCarrier(); break;
                case "Despatch": ReadDespatch(); break;
            }
        }
    }

    // Expected within some days: promised for the last of them.
    private void ReadPeriod()
    {
        var (start, end) = ((DateOnly?)null, (DateOnly?)null);

        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "StartDate": start = _context.Date(); break;
                case "EndDate": end = _context.Date(); break;
            }
        }

        _draft.ArriveOn = end ?? start;
    }

    private void ReadDespatch()
    {
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "ActualDespatchDate": _draft.ShipOn = _context.Date(); break;
                case "EstimatedDespatchDate": _expectedDespatch = _context.Date(); break;
                case "CarrierParty": ReadCarrier(); break;
            }
        }
    }
}

using System.Globalization;
using System.Xml;
using AdvPortal.Exchange.Intake.Checks;
using AdvPortal.Exchange.Intake.Drafts;

namespace AdvPortal.Exchange.Intake.Ubl;

/// <summary>Reads UBL 2.x orders, order changes and order cancellations (OASIS, Peppol BIS), and tells what any other XML is.</summary>
internal sealed class UblReader
{
    private const string Ubl = "urn:oasis:names:specification:ubl:schema:xsd:";

    private readonly ProblemLog _log = new();
    private readonly UblContext _context;
    private readonly UblParty _parties;
    private readonly UblDelivery _deliveries;
    private readonly UblLine _lines;
    private readonly XmlCursor _xml;
    private readonly OrderDraft _order = new();
    private string? _refersTo;
    private decimal? _declaredLines;

    private UblReader(XmlCursor xml)
    {
        _xml = xml;
        _context = new(xml, _log);
        _parties = new(_context);
        _deliveries = new(_context, _parties);
        _lines = new(_context, _deliveries, _parties);
    }

    public static DocumentReading Read(ReadOnlyMemory<byte> bytes, ReadingContext context)
    {
        using var stream = new MemoryStream(bytes.ToArray(), writable: false);
        using var xml = new XmlCursor(stream);
        var format = DocumentFormat.Unknown;
        try
        {
            return new UblReader(xml).ReadDocument(ref format);
        }
        catch (XmlException broken)
        {
            // What was read so far is dropped: half an order is worse than none.
            var log = new ProblemLog();
            var start = FileText.DecodeAny(bytes.Span[..Math.Min(bytes.Length, ReadingLimits.RecognitionBytes)]);
            if (start.IndexOf("<!DOCTYPE", StringComparison.Ordinal) is var dtd and >= 0)
            {
                log.Error("xml-dtd", Place.FileLine(start.AsSpan(0, dtd).Count('\n') + 1));
            }
            else
            {
                log.Error("xml-invalid", Place.FileLine(Math.Max(broken.LineNumber, 1)), Place.Text(broken.LinePosition));
            }

            return log.Reading(format, []);
        }
    }

    private DocumentReading ReadDocument(ref DocumentFormat format)
    {
        _xml.MoveToRoot();
        if (_xml.Name == "StandardBusinessDocument")
        {
            // Peppol's envelope: a header, then the document.
            for (var depth = _xml.Enter(); _xml.Next(depth) && _xml.Name == "StandardBusinessDocumentHeader";)
            {
            }
        }

        format = (_xml.Namespace, _xml.Name) switch
        {
            (Ubl + "Order-2", "Order") => DocumentFormat.UblOrder,
            (Ubl + "OrderChange-2", "OrderChange") => DocumentFormat.UblOrderChange,
            (Ubl + "OrderCancellation-2", "OrderCancellation") => DocumentFormat.UblOrderCancellation,
            (_, "CrossIndustryOrder" or "SCRDMCCBDACIOMessageStructure") => DocumentFormat.OrderX,
            _ => DocumentFormat.Unknown,
        };
        if (format is DocumentFormat.Unknown or DocumentFormat.OrderX)
        {
            _log.Warning(format == DocumentFormat.OrderX ? "kept-by-hand" : "other-message", null, format == DocumentFormat.OrderX ? "Order-X" : _xml.Name);
            return _log.Reading(format, []);
        }

        ReadHeader();
        Finish();
        if (format == DocumentFormat.UblOrder)
        {
            new OrderChecks(_log, severalOrders: false, isMessage: true, mayHoldPlaceholders: true).Check(_order);
            return _log.Reading(format, [_order.Build()]);
        }

        var kind = format == DocumentFormat.UblOrderChange ? ChangeKind.Amendment : ChangeKind.Cancellation;
        _log.Warning("is-change", null, ProblemText.Word($"change-{kind.ApiName()}"), _refersTo ?? "—");
        return _log.Change(format, kind, _refersTo, _order.Build());
    }

    private void ReadHeader()
    {
        var root = _xml.Name;
        string? version = null;
        List<UblDelivery.Wanted> deliveries = [];
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "UBLVersionID": version = _xml.Text(); break;
                case "ID": _order.OrderNumber = _xml.Text(); break;
                case "IssueDate":
                    _order.IssueDate = _context.Date();
                    _order.HasUnreadableIssueDate = _order.IssueDate is null;
                    break;
                case "Note" or "CancellationNote":
                    if (_xml.Text() is { } note)
                    {
                        _order.Notes.Add(note);
                    }

                    break;
                case "DocumentCurrencyCode": _order.Currency = _xml.Text(); break;
                case "LineCountNumeric": _declaredLines = _context.Number(); break;
                case "CopyIndicator":
                    if (_xml.Text() is "true" or "1")
                    {
                        _log.Error("function-copy", _context.Here, _order.OrderNumber ?? "—");
                    }

                    break;
                case "Contract":
                    var contract = _parties.Inner("ID");
                    _order.ContractReference ??= contract;
                    break;
                case "OrderReference":
                    var reference = _parties.Inner("ID");
                    _refersTo ??= reference;
                    break;
                case "BuyerCustomerParty": _order.Buyer = _parties.ReadTrader("SupplierAssignedAccountID"); break;
                case "SellerSupplierParty": _order.Supplier = _parties.ReadTrader("CustomerAssignedAccountID"); break;
                case "AccountingCustomerParty": _order.Invoicee = _parties.ReadTrader("SupplierAssignedAccountID"); break;
                case "Delivery": deliveries.Add(_deliveries.Read()); break;
                case "AllowanceCharge": _lines.ReadAllowanceCharge(); break;
                case "AnticipatedMonetaryTotal": ReadTotals(); break;
                case "OrderLine": ReadLine(); break;
                case "OrderTypeCode":
                    if (_xml.Text() is { } type and not ("220" or "105"))
                    {
                        _log.Info("order-type", _context.Here, type);
                    }

                    break;
                case "UBLExtensions" or "CustomizationID" or "ProfileID" or "ProfileExecutionID" or "UUID" or "IssueTime" or "Signature": break;
                default: _context.LeaveUnread(root); break;
            }
        }

        _order.MessageType = version is null ? $"UBL {root}" : $"UBL {version} {root}";
        _deliveries.Give(_order, deliveries);
    }

    private void ReadLine()
    {
        var line = _lines.ReadOrderLine(_order.Lines.Count + 1);
        if (_order.Lines.Count < ReadingLimits.LinesPerOrder)
        {
            _order.Lines.Add(line);
        }
        else
        {
            _log.Error("too-many-lines", null, Place.Text(ReadingLimits.LinesPerOrder));
        }
    }

    private void ReadTotals()
    {
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "LineExtensionAmount": _order.LineExtension = _context.Amount(); break;
                case "PayableAmount": _order.Payable = _context.Amount(); break;
                case "TaxExclusiveAmount" or "TaxInclusiveAmount" or "AllowanceTotalAmount" or "ChargeTotalAmount": break;
                default: _context.LeaveUnread("AnticipatedMonetaryTotal"); break;
            }
        }
    }

    private void Finish()
    {
        if (_declaredLines is { } declared && declared != _order.Lines.Count)
        {
            _log.Error("line-count-differs", null, declared.ToString(CultureInfo.InvariantCulture), Place.Text(_order.Lines.Count));
        }

        if (_order.Currency is null && _context.Currencies is [var only])
        {
            _order.Currency = only;
            _log.Warning("currency-from-amounts", null, only);
        }
        else
        {
            foreach (var other in _context.Currencies.Where(currency => currency != _order.Currency))
            {
                _log.Warning("second-currency", null, other);
            }
        }

        _context.TellUnread();
    }
}

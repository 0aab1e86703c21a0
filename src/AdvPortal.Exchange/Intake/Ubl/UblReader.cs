using System.Globalization;
using AdvPortal.Exchange.Intake.Checks;
using AdvPortal.Exchange.Intake.Drafts;
using AdvPortal.Exchange.Intake.Xml;

namespace AdvPortal.Exchange.Intake.Ubl;

/// <summary>Reads UBL 2.0 to 2.4 orders, order changes and order cancellations (OASIS UBL 2.1, 3.1; Peppol BIS Ordering 3).</summary>
internal sealed class UblReader
{
    private readonly ProblemLog _log;
    private readonly XmlContext _context;
    private readonly UblParty _parties;
    private readonly UblDelivery _deliveries;
    private readonly UblLine _lines;
    private readonly XmlCursor _xml;
    private readonly OrderDraft _order = new();
    private string? _refersTo;
    private decimal? _declaredLines;
    private bool _isChange;

    public UblReader(XmlContext context)
    {
        (_context, _xml, _log) = (context, context.Xml, context.Log);
        _parties = new(_context);
        _deliveries = new(_context, _parties);
        _lines = new(_context, _deliveries);
    }

    public DocumentReading Read(DocumentFormat format)
    {
        _isChange = format != DocumentFormat.UblOrder;
        ReadHeader();
        Finish();
        if (format == DocumentFormat.UblOrder)
        {
            new OrderChecks(_log, severalOrders: false, isMessage: true, mayHoldPlaceholders: true).Check(_order);
            _context.Give("orders[0].");
            return _log.Reading(format, [_order.Build()]);
        }

        var kind = format == DocumentFormat.UblOrderChange ? ChangeKind.Amendment : ChangeKind.Cancellation;
        _context.Give("change.document.");
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
                case "ID": _order.OrderNumber = _context.Text("orderNumber"); break;
                case "IssueDate":
                    _order.IssueDate = _context.Date("issueDate");
                    _order.HasUnreadableIssueDate = _order.IssueDate is null;
                    break;
                case "Note" or "CancellationNote":
                    if (_xml.Text() is { } note)
                    {
                        _order.Notes.Add(note);
                        _context.FoundNote(_order.Notes.Count);
                    }

                    break;
                case "DocumentCurrencyCode": _order.Currency = _context.Text("currency"); break;
                case "LineCountNumeric": _declaredLines = _context.Number(); break;
                case "CopyIndicator":
                    if (_xml.Text() is "true" or "1")
                    {
                        _log.Error("function-copy", _context.Here, _order.OrderNumber ?? "—");
                    }

                    break;
                case "Contract":
                    var contract = _context.Inner("ID", _order.ContractReference is null ? "contractReference" : null);
                    _order.ContractReference ??= contract;
                    break;
                case "OrderReference":
                    var reference = _context.Inner("ID", _refersTo is null ? XmlContext.RefersTo : null);
                    _refersTo ??= reference;
                    break;
                case "BuyerCustomerParty": _order.Buyer = _parties.ReadTrader("buyer.", "SupplierAssignedAccountID"); break;
                case "SellerSupplierParty": _order.Supplier = _parties.ReadTrader("supplier.", "CustomerAssignedAccountID"); break;
                case "AccountingCustomerParty": _order.Invoicee = _parties.ReadTrader("invoicee.", "SupplierAssignedAccountID"); break;
                case "Delivery": deliveries.Add(_deliveries.Read(isTaken: deliveries.Count == 0)); break;
                case "AllowanceCharge": _lines.ReadAllowanceCharge(); break;
                case "AnticipatedMonetaryTotal": ReadTotals(); break;
                case "OrderLine": _context.TakeLine(_order, _lines.ReadOrderLine(_order.Lines.Count + 1, _isChange)); break;
                case "OrderTypeCode": OrderKinds.Tell(_log, _context.Here, _xml.Text()); break;
                case "UBLExtensions" or "CustomizationID" or "ProfileID" or "ProfileExecutionID" or "UUID" or "IssueTime" or "Signature": break;
                default: _context.LeaveUnread(root); break;
            }
        }

        _order.MessageType = version is null ? $"UBL {root}" : $"UBL {version} {root}";
        _deliveries.Give(_order, deliveries);
    }

    private void ReadTotals()
    {
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "LineExtensionAmount": _order.LineExtension = _context.Amount("totals.lineExtension"); break;
                case "PayableAmount": _order.Payable = _context.Amount("totals.payable"); break;
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

        _context.TellCurrencies(_order);
        _context.TellUnread();
    }
}

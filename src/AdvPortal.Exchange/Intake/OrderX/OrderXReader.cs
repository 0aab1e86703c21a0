using AdvPortal.Exchange.Intake.Checks;
using AdvPortal.Exchange.Intake.Drafts;
using AdvPortal.Exchange.Intake.Xml;

namespace AdvPortal.Exchange.Intake.OrderX;

/// <summary>Reads Order-X 1.0 (FNFE-MPE and FeRD; UN/CEFACT Cross Industry Order, D.20B), in the profiles BASIC, COMFORT and EXTENDED.</summary>
internal sealed class OrderXReader
{
    private readonly XmlContext _context;
    private readonly XmlCursor _xml;
    private readonly OrderXParty _parties;
    private readonly OrderXDelivery _deliveries;
    private readonly OrderXLine _lines;
    private readonly OrderDraft _order = new() { MessageType = "Order-X" };
    private string? _type;
    private string? _purpose;
    private string? _refersTo;

    public OrderXReader(XmlContext context)
    {
        (_context, _xml) = (context, context.Xml);
        _parties = new(context);
        _deliveries = new(context, _parties);
        _lines = new(context, _deliveries);
    }

    public DocumentReading Read()
    {
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "ExchangedDocumentContext": ReadContext(); break;
                case "ExchangedDocument": ReadDocument(); break;
                case "SupplyChainTradeTransaction": ReadTransaction(); break;
            }
        }

        return Finish();
    }

    /// <summary>1001: 220 to 229 and their like are orders, 230 is a change, 231 the seller's answer.</summary>
    private DocumentReading Finish()
    {
        var log = _context.Log;
        if (_type is "231" or "320" or "380")
        {
            log.Warning("other-message", null, $"{_order.MessageType} {_type}");
            return log.Reading(DocumentFormat.OrderX, []);
        }

        _context.TellCurrencies(_order);
        _context.TellUnread();
        var isChange = _type is "230";
        MessageFunction.Tell(log, _purpose, _order.OrderNumber, isChange);
        if (MessageFunction.ChangeOf(_purpose, isChange) is { } kind)
        {
            var changed = _refersTo ?? _order.OrderNumber;
            _context.Give("change.document.");
            log.Warning("is-change", null, ProblemText.Word($"change-{kind.ApiName()}"), changed ?? "—");
            return log.Change(DocumentFormat.OrderX, kind, changed, _order.Build());
        }

        if (_refersTo is not null && _refersTo != _order.OrderNumber)
        {
            log.Warning("order-number-differs", null, _order.OrderNumber ?? "", _refersTo);
        }

        new OrderChecks(log, severalOrders: false, isMessage: true, mayHoldPlaceholders: true).Check(_order);
        _context.Give("orders[0].");
        return log.Reading(DocumentFormat.OrderX, [_order.Build()]);
    }

    private void ReadContext()
    {
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "TestIndicator":
                    if (_context.Indicator())
                    {
                        _context.Log.Warning("test-document", _context.Here);
                    }

                    break;
                case "GuidelineSpecifiedDocumentContextParameter":
                    // urn:order-x.eu:1p0:comfort
                    var guideline = _context.Inner("ID") ?? "";
                    _order.MessageType = guideline.Contains("order-x.eu", StringComparison.OrdinalIgnoreCase)
                        ? $"Order-X {guideline[(guideline.LastIndexOf(':') + 1)..].ToUpperInvariant()}"
                        : $"Order-X {guideline}".TrimEnd();
                    break;
            }
        }
    }

    private void ReadDocument()
    {
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "ID": _order.OrderNumber = _context.Text("orderNumber"); break;
                case "TypeCode": ReadType(); break;
                case "IssueDateTime":
                    _order.IssueDate = _context.Moment("issueDate")?.First;
                    _order.HasUnreadableIssueDate = _order.IssueDate is null;
                    break;
                case "CopyIndicator":
                    if (_context.Indicator())
                    {
                        _context.Log.Error("function-copy", _context.Here, _order.OrderNumber ?? "—");
                    }

                    break;
                case "PurposeCode": _purpose = _xml.Text(); break;
                case "RequestedResponseTypeCode":
                    if (_xml.Text() is { } response and not "NA")
                    {
                        _context.Log.Info("response-wanted", _context.Here, response);
                    }

                    break;
                case "IncludedNote":
                    if (_context.Inner("Content", _context.NoteName(_order.Notes.Count)) is { } note)
                    {
                        _order.Notes.Add(note);
                    }

                    break;
                case "Name" or "LanguageID": break;
                default: _context.LeaveUnread("ExchangedDocument"); break;
            }
        }
    }

    private void ReadType()
    {
        var where = _context.Here;
        _type = _xml.Text();
        if (_type is not ("230" or "231"))
        {
            OrderKinds.Tell(_context.Log, where, _type ?? "—");
        }
    }

    private void ReadTransaction()
    {
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "IncludedSupplyChainTradeLineItem": _context.TakeLine(_order, _lines.Read(_order.Lines.Count, MessageFunction.ChangeOf(_purpose, _type is "230"))); break;
                case "ApplicableHeaderTradeAgreement": ReadAgreement(); break;
                case "ApplicableHeaderTradeDelivery": _deliveries.Read(_order); break;
                case "ApplicableHeaderTradeSettlement": ReadSettlement(); break;
                default: _context.LeaveUnread("SupplyChainTradeTransaction"); break;
            }
        }
    }

    private void ReadAgreement()
    {
        string? blanket = null;
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "BuyerTradeParty": _order.Buyer = _parties.Read("buyer."); break;
                case "SellerTradeParty": _order.Supplier = _parties.Read("supplier."); break;
                case "BuyerOrderReferencedDocument": _refersTo = _context.Inner("IssuerAssignedID", XmlContext.RefersTo) ?? _refersTo; break;
                case "ContractReferencedDocument": _order.ContractReference = _context.Inner("IssuerAssignedID", "contractReference") ?? _order.ContractReference; break;
                case "BlanketOrderReferencedDocument" when _order.ContractReference is null: blanket = _context.Inner("IssuerAssignedID", "contractReference"); break;
                default: _context.LeaveUnread("ApplicableHeaderTradeAgreement"); break;
            }
        }

        _order.ContractReference ??= blanket;
    }

    private void ReadSettlement()
    {
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "OrderCurrencyCode": _order.Currency = _context.Text("currency"); break;
                case "InvoiceeTradeParty": _order.Invoicee = _parties.Read("invoicee."); break;
                case "SpecifiedTradeAllowanceCharge": _lines.ReadAllowanceCharge(); break;
                case "SpecifiedTradeSettlementHeaderMonetarySummation": ReadTotals(); break;
                case "ApplicableTradeTax" or "TaxCurrencyCode": break;
                default: _context.LeaveUnread("ApplicableHeaderTradeSettlement"); break;
            }
        }
    }

    private void ReadTotals()
    {
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "LineTotalAmount": _order.LineExtension = _context.Amount("totals.lineExtension"); break;
                case "GrandTotalAmount": _order.Payable = _context.Amount("totals.payable"); break;
                case "TaxBasisTotalAmount" or "TaxTotalAmount" or "AllowanceTotalAmount" or "ChargeTotalAmount": break;
                default: _context.LeaveUnread("SpecifiedTradeSettlementHeaderMonetarySummation"); break;
            }
        }
    }
}

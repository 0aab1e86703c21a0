using System.Globalization;
using AdvPortal.Exchange.Intake.Checks;
using AdvPortal.Exchange.Intake.Drafts;
using AdvPortal.Exchange.Intake.Xml;

namespace AdvPortal.Exchange.Intake.OrderX;

/// <summary>Reads an order line (<c>ram:IncludedSupplyChainTradeLineItem</c>).</summary>
internal sealed class OrderXLine(XmlContext context, OrderXDelivery delivery)
{
    private readonly XmlCursor _xml = context.Xml;
    private string? _actionCode;
    private string? _grossPrice;
    private decimal? _grossBase;
    private string? _priceUnit;

    /// <param name="change">What the document asks of an order sent before; null when it is one itself.</param>
    public LineDraft Read(int index, ChangeKind? change)
    {
        var line = new LineDraft();
        (_actionCode, _grossPrice, _grossBase, _priceUnit) = (null, null, null, null);
        var owner = context.EnterLine(index);
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "AssociatedDocumentLineDocument": ReadDocument(line); break;
                case "SpecifiedTradeProduct": ReadProduct(line); break;
                case "SpecifiedLineTradeAgreement": ReadAgreement(line); break;
                case "SpecifiedLineTradeDelivery": delivery.Read(line); break;
                case "SpecifiedLineTradeSettlement": ReadSettlement(line); break;
                default: context.LeaveUnread("IncludedSupplyChainTradeLineItem"); break;
            }
        }

        line.LineNo ??= Place.Text(index + 1);
        TakeAction(line, change);
        context.Leave(owner);
        LineChecks.TellPrice(context.Log, line, _grossPrice, _priceUnit);
        return line;
    }

    private void TakeAction(LineDraft line, ChangeKind? change)
    {
        if (change is { } kind)
        {
            LineActions.Give(line, _actionCode, kind, context.Log, Place.Line(line.LineNo!, null));
            return;
        }

        context.Forget("action");
        if (_actionCode is not (null or "1" or "5"))
        {
            context.Log.Error("line-action", Place.Line(line.LineNo!, null), line.LineNo!, _actionCode);
        }
    }

    /// <inheritdoc cref="XmlTold.TellAllowanceCharge"/>
    public decimal? ReadAllowanceCharge()
    {
        var where = context.Here;
        var isCharge = false;
        var (reason, percentage) = ((string?)null, (string?)null);
        decimal? amount = null;
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "ChargeIndicator": isCharge = context.Indicator(); break;
                case "Reason": reason = _xml.Text() ?? reason; break;
                case "ReasonCode": reason ??= _xml.Text(); break;
                case "CalculationPercent": percentage = _xml.Text(); break;
                case "ActualAmount": amount = context.Amount(); break;
            }
        }

        return context.TellAllowanceCharge(where, isCharge, reason, amount, percentage is null ? null : $"{percentage} %");
    }

    private void ReadDocument(LineDraft line)
    {
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "LineID": line.LineNo = context.Text("lineNo"); break;
                case "LineStatusCode": _actionCode = context.Text("action"); break;
                case "ParentLineID":
                    var where = context.Here;
                    context.Log.Error("sub-line", where, line.LineNo ?? "—", _xml.Text() ?? "—");
                    break;
                case "IncludedNote":
                    if (context.Inner("Content", context.NoteName(line.NoteCount)) is { } note)
                    {
                        line.AddNote(note);
                    }

                    break;
                default: context.LeaveUnread("AssociatedDocumentLineDocument"); break;
            }
        }
    }

    private void ReadProduct(LineDraft line)
    {
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "GlobalID": context.TakeStandardCode(line); break;
                case "SellerAssignedID": line.SupplierCode = context.Text("supplierCode"); break;
                case "BuyerAssignedID": line.BuyerCode = context.Text("buyerCode"); break;
                case "Name": line.Name = context.Text("name"); break;
                case "Description": line.Description = context.Text("description"); break;
                default: context.LeaveUnread("SpecifiedTradeProduct"); break;
            }
        }

        line.Description ??= line.Name;
    }

    private void ReadAgreement(LineDraft line)
    {
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "NetPriceProductTradePrice": ReadNetPrice(line); break;
                case "GrossPriceProductTradePrice": ReadGrossPrice(); break;
                default: context.LeaveUnread("SpecifiedLineTradeAgreement"); break;
            }
        }

        if (line is { NetPrice: not null, PriceBaseQuantity: null } && _grossBase is { } pieces)
        {
            // BT-149 is one for both prices (EN 16931); some say it with the gross one alone.
            line.PriceBaseQuantity = pieces;
            context.Log.Warning("price-base-of-gross", Place.Line(line.LineNo ?? "—", null), pieces.ToString(CultureInfo.InvariantCulture));
        }
    }

    private void ReadGrossPrice()
    {
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "ChargeAmount": _grossPrice = _xml.Text(); break;
                case "BasisQuantity": _grossBase = Numbers.TryParseXml(_xml.Text(), out var pieces) && pieces > 0 && pieces != 1 ? pieces : null; break;
            }
        }
    }

    private void ReadNetPrice(LineDraft line)
    {
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "ChargeAmount": line.NetPrice = context.Amount("netPrice"); break;
                case "BasisQuantity":
                    _priceUnit = _xml.Attribute("unitCode");
                    line.PriceBaseQuantity = context.Number("priceBaseQuantity");
                    break;
                default: context.LeaveUnread("NetPriceProductTradePrice"); break;
            }
        }
    }

    private void ReadSettlement(LineDraft line)
    {
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "SpecifiedTradeAllowanceCharge": line.Adjustment += ReadAllowanceCharge(); break;
                case "SpecifiedTradeSettlementLineMonetarySummation": line.LineAmount = ReadLineTotal(); break;
                case "ApplicableTradeTax": break;
                default: context.LeaveUnread("SpecifiedLineTradeSettlement"); break;
            }
        }
    }

    private decimal? ReadLineTotal()
    {
        decimal? total = null;
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            if (_xml.Name == "LineTotalAmount")
            {
                total = context.Amount("lineAmount");
            }
        }

        return total;
    }
}

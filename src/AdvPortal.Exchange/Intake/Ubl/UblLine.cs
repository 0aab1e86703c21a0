using AdvPortal.Exchange.Intake.Checks;
using AdvPortal.Exchange.Intake.Drafts;
using AdvPortal.Exchange.Intake.Xml;

namespace AdvPortal.Exchange.Intake.Ubl;

/// <summary>Reads an order line (<c>cac:OrderLine/cac:LineItem</c>).</summary>
internal sealed class UblLine(XmlContext context, UblDelivery delivery)
{
    private readonly XmlCursor _xml = context.Xml;
    private string? _actionCode;
    private string? _priceUnit;

    public LineDraft ReadOrderLine(int position, bool isChange)
    {
        var line = new LineDraft();
        (_actionCode, _priceUnit) = (null, null);
        var owner = context.EnterLine(position - 1);
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "Note": ReadNote(line); break;
                case "LineItem": ReadLineItem(line); break;
                default: context.LeaveUnread("OrderLine"); break;
            }
        }

        line.LineNo ??= Place.Text(position);
        TakeAction(line, isChange);
        context.Leave(owner);
        return line;
    }

    private void TakeAction(LineDraft line, bool isChange)
    {
        if (isChange)
        {
            LineActions.Give(line, _actionCode, ChangeKind.Amendment, context.Log, Place.Line(line.LineNo!, null));
            return;
        }

        context.Forget("action");
        LineActions.TellStatus(line, _actionCode, context.Log, Place.Line(line.LineNo!, null));
    }

    private void ReadLineItem(LineDraft line)
    {
        List<UblDelivery.Wanted> deliveries = [];
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "ID": line.LineNo = context.Text("lineNo"); break;
                case "Note": ReadNote(line); break;
                case "Quantity":
                    line.Unit = Unit(line);
                    var quantity = context.Number("quantity");
                    (line.Quantity, line.HasUnreadableNumber) = (quantity, line.HasUnreadableNumber || quantity is null);
                    break;
                case "LineExtensionAmount": line.LineAmount = context.Amount("lineAmount"); break;
                case "AllowanceCharge": line.Adjustment += ReadAllowanceCharge(); break;
                case "Delivery": deliveries.Add(delivery.Read(isTaken: deliveries.Count == 0)); break;
                case "Price": ReadPrice(line); break;
                case "Item": ReadItem(line); break;
                case "LineStatusCode":
                    _actionCode = context.Text("action");
                    break;
                case "SubLineItem":
                    context.Log.Warning("sub-line", context.Here, line.LineNo ?? "—", "—");
                    break;
                case "TotalTaxAmount" or "UUID": break;
                default: context.LeaveUnread("LineItem"); break;
            }
        }

        delivery.Give(line, deliveries);
        LineChecks.TellPrice(context.Log, line, grossPrice: null, _priceUnit);
    }

    /// <inheritdoc cref="XmlTold.TellAllowanceCharge"/>
    public decimal? ReadAllowanceCharge()
    {
        var where = context.Here;
        var isCharge = false;
        string? reason = null;
        decimal? amount = null;
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "ChargeIndicator": isCharge = _xml.Text() is "true" or "1"; break;
                case "AllowanceChargeReason": reason = _xml.Text() ?? reason; break;
                case "AllowanceChargeReasonCode": reason ??= _xml.Text(); break;
                case "Amount": amount = context.Amount(); break;
            }
        }

        return context.TellAllowanceCharge(where, isCharge, reason, amount);
    }

    private void ReadPrice(LineDraft line)
    {
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "PriceAmount": line.NetPrice = context.Amount("netPrice"); break;
                case "BaseQuantity":
                    _priceUnit = _xml.Attribute("unitCode");
                    line.PriceBaseQuantity = context.Number("priceBaseQuantity");
                    break;
                default: context.LeaveUnread("Price"); break;
            }
        }
    }

    private void ReadItem(LineDraft line)
    {
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "Description": Add(context.Text("description"), line.Describe); break;
                case "Name": line.Name = context.Text("name"); break;
                case "BuyersItemIdentification": line.BuyerCode = context.Inner("ID", "buyerCode"); break;
                case "SellersItemIdentification": line.SupplierCode = context.Inner("ID", "supplierCode"); break;
                case "StandardItemIdentification": ReadStandardCode(line); break;
                case "ClassifiedTaxCategory": break;
                default: context.LeaveUnread("Item"); break;
            }
        }

        line.Description ??= line.Name;
    }

    private void ReadStandardCode(LineDraft line)
    {
        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            if (_xml.Name == "ID")
            {
                context.TakeStandardCode(line);
            }
        }
    }

    private void ReadNote(LineDraft line)
    {
        if (_xml.Text() is { } note)
        {
            context.FoundNote(line.AddNote(note));
        }
    }

    private static void Add(string? text, Action<string> take)
    {
        if (text is not null)
        {
            take(text);
        }
    }

    private string? Unit(LineDraft line) => context.Attribute("unitCode", "unit") ?? line.Unit;
}

using System.Text.RegularExpressions;
using AdvPortal.Exchange.Intake.Csv;
using AdvPortal.Exchange.Intake.Tables;

namespace AdvPortal.Exchange.Intake.Mail;

/// <summary>Labels and their values, wherever they stand in the text.</summary>
internal sealed partial class TextOrders
{
    private bool TakeLabel(MailLine line)
    {
        var label = LabelAndValue().Match(line.Text);
        var (name, value, at) = line.Cells is [var head, var cell] ? (head.TrimEnd(':', ' '), cell, line.Text.Length - cell.Length)
            : label.Success ? (label.Groups["name"].Value.Trim('*', ' '), label.Groups["value"].Value.Trim().Trim('*').Trim(), label.Groups["value"].Index)
            : ("", "", 0);
        if (name.Length == 0 || Meaning(name) is not var (kind, column))
        {
            if (line.IsBlank || (label.Success && value.Length == 0))
            {
                // A heading nobody knows ends an address as well as a blank line does.
                return EndSection() && line.IsBlank;
            }

            return _section is MailLabel.ShipToSection or MailLabel.InvoiceeSection && TakeAddress(line);
        }

        // « Ligne 1 : 500 x VH-M8 » and « Article VH-M8 : 500 » are lines, not labels.
        if (column is OrderColumn.LineNo || TextItems.HasLabels(line) || (column > OrderColumn.LineNo && ItemTokens.In(value) is { Count: > 1 } several && several.Exists(token => token.Part == ItemPart.Quantity)))
        {
            return false;
        }

        if (value.Length == 0)
        {
            (_section, _addressLines) = (kind, 0);
            return kind != MailLabel.Column;
        }

        Put(kind, column, value, line, at);
        return true;
    }

    private (MailLabel, OrderColumn?)? Meaning(string name)
    {
        if (guide?.Labels.FirstOrDefault(told => OrderColumnNames.Normalise(told.Key) == OrderColumnNames.Normalise(name)) is { Key: not null } told)
        {
            var field = GuidedLabels.Find(told.Value);
            _labels.Add(new(name, field is null ? null : told.Value, IsGuided: true));
            return field;
        }

        var known = MailLabels.Find(name);
        if (known is not null && _labels.Count < 100)
        {
            _labels.Add(new(name, GuidedLabels.FieldOf(known.Value.Label, known.Value.Column)));
        }

        return known;
    }

    private bool EndSection()
    {
        // An address ends at the blank line after it; the one before it does not end it.
        _section = _section is MailLabel.ShipToSection or MailLabel.InvoiceeSection && _addressLines == 0 ? _section : MailLabel.Column;
        return true;
    }

    private void Put(MailLabel kind, OrderColumn? column, string value, MailLine line, int at)
    {
        void Spot(string field) => spots.Head(Orders.Count - 1, field, line, at, value.Length);
        var inShipTo = _section == MailLabel.ShipToSection;
        var party = inShipTo ? _order.ShipTo ??= new() : _section == MailLabel.SupplierSection ? _order.Supplier ??= new() : _order.Buyer ??= new();
        var role = inShipTo ? "shipTo" : _section == MailLabel.SupplierSection ? "supplier" : "buyer";
        switch (kind)
        {
            case MailLabel.BuyerSection:
                (_order.Buyer ??= new()).Name ??= value;
                Spot("buyer.name");
                break;
            case MailLabel.SupplierSection:
                (_order.Supplier ??= new()).Name ??= value;
                Spot("supplier.name");
                break;
            case MailLabel.ShipToSection when WordDates.In(value, style) is [{ Start: < 12 } day, ..] && !value[..day.Start].Any(char.IsAsciiDigit):
                Want(_delivery.Labelled(value, line));
                Spot("requestedDelivery");
                break;
            case MailLabel.ShipToSection:
                TakePlace(PlaceIn(value, line));
                Spot("shipTo.address");
                break;
            case MailLabel.InvoiceeSection:
                (_order.Invoicee ??= new()).Address = MailAddress.Of(value);
                break;
            case MailLabel.Name:
                party.Name ??= value;
                Spot($"{role}.name");
                break;
            case MailLabel.Street:
                party.Address = MailAddress.Of(inShipTo ? PlaceIn(value, line) : value);
                Spot($"{role}.address");
                break;
            case MailLabel.Phone:
                party.Contact = party.Contact with { Phone = value };
                break;
            case MailLabel.Email:
                party.Contact = party.Contact with { Email = value };
                Spot($"{role}.contact.email");
                break;
            case MailLabel.Contact:
                party.Contact = party.Contact with { Name = value };
                break;
            case MailLabel.Total:
                Price(TextItems.CurrencyOf(OrderColumn.OrderTotal, value));
                _order.LineExtension ??= _items.Number(value.Trim('€', '$', ' '), line, new());
                break;
            case MailLabel.Column when column >= OrderColumn.LineNo:
                PutInBlock(column.Value, value, line, at);
                break;
            case MailLabel.Column:
                PutHead(column!.Value, value, line, Spot);
                break;
        }

        _order.Buyer = _order.Buyer is { IsEmpty: true } ? null : _order.Buyer;
    }

    private void PutHead(OrderColumn column, string value, MailLine line, Action<string> spot)
    {
        switch (column)
        {
            case OrderColumn.OrderNumber:
                Begin(value.TrimEnd('.', ',', ';'), line);
                spot("orderNumber");
                break;
            case OrderColumn.IssueDate:
                _order.HasUnreadableIssueDate = (_order.IssueDate = _delivery.Labelled(value, line)?.Day) is null;
                spot("issueDate");
                break;
            case OrderColumn.RequestedDate:
                Want(_delivery.Labelled(value, line));
                spot("requestedDelivery");
                break;
            case OrderColumn.Currency:
                _order.Currency = CellNumber.CurrencyOf(value) is { Length: 3 } code ? code : value;
                spot("currency");
                break;
            case OrderColumn.Contract:
                _order.ContractReference = value;
                spot("contractReference");
                break;
            case OrderColumn.BuyerId:
                (_order.Buyer ??= new()).Id = value;
                spot("buyer.id");
                break;
            case OrderColumn.BuyerName:
                (_order.Buyer ??= new()).Name ??= value;
                spot("buyer.name");
                break;
            case OrderColumn.BuyerContact:
                (_order.Buyer ??= new()).Contact = _order.Buyer.Contact with { Name = value };
                break;
            case OrderColumn.BuyerPhone:
                (_order.Buyer ??= new()).Contact = _order.Buyer.Contact with { Phone = value };
                break;
            case OrderColumn.BuyerEmail:
                (_order.Buyer ??= new()).Contact = _order.Buyer.Contact with { Email = value };
                spot("buyer.contact.email");
                break;
            case OrderColumn.SupplierName:
                (_order.Supplier ??= new()).Name ??= value;
                break;
            case OrderColumn.OrderTotal:
                Price(TextItems.CurrencyOf(column, value));
                _order.LineExtension ??= _items.Number(value.Trim('€', '$', ' '), line, new());
                break;
            case OrderColumn.BuyerGln:
                (_order.Buyer ??= new()).Gln = value;
                break;
            case OrderColumn.BuyerVat:
                (_order.Buyer ??= new()).VatId = value;
                break;
            case OrderColumn.ShipToGln:
                (_order.ShipTo ??= new()).Gln = value;
                break;
            case OrderColumn.ShipToName:
                TakePlace(PlaceIn(value, line));
                break;
            case >= OrderColumn.ShipToStreet and <= OrderColumn.ShipToCountry:
                PutAddress(column, PlaceIn(value, line));
                break;
        }
    }

    /// <summary>Article, quantity and price on lines of their own: the next article begins the next line.</summary>
    private void PutInBlock(OrderColumn column, string value, MailLine line, int at)
    {
        var isArticle = column is OrderColumn.BuyerCode or OrderColumn.SupplierCode or OrderColumn.Gtin;
        if (_block is null || (isArticle && _block.HasCode && (_block.Quantity is not null || column == OrderColumn.BuyerCode)))
        {
            _order.Lines.Add(_block = new());
        }

        _items.Put(_block, column, value, line);
        Price(TextItems.CurrencyOf(column, value));
        spots.Line(Orders.Count - 1, _order.Lines.Count - 1, TextItems.FieldOf(column), line, at, value.Length);
    }

    [GeneratedRegex(@"^\s*[*-]?\s*(?<name>\p{L}[\p{L}\p{N}°º.'’/()# -]{0,45}?)\s*\*?\s*[:=]\s*(?<value>.*)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex LabelAndValue();
}

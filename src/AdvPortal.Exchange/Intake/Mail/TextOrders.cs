using System.Text;
using System.Text.RegularExpressions;
using AdvPortal.Exchange.Intake.Csv;
using AdvPortal.Exchange.Intake.Drafts;
using AdvPortal.Exchange.Intake.Tables;

namespace AdvPortal.Exchange.Intake.Mail;

/// <summary>Reads orders that people type: labels and their values, lists, sentences and tables in a text.</summary>
internal sealed partial class TextOrders(ProblemLog log, MailStyle style, ReadingGuide? guide, MailSpots spots)
{
    private const int LongestAddress = 6;
    private const int LongestNote = 2_000;

    /// <summary>What every order is asked at the end: a table that lacks it says nothing, the message may have it elsewhere.</summary>
    private static readonly string[] AskedLater =
    [
        "order-number-missing", "issue-date-missing", "delivery-missing", "delivery-before-issue", "delivery-on-issue-day", "buyer-missing", "no-lines", "prices-missing", "some-prices-missing",
        "currency-missing", "currency-invalid", "placeholder", "totals-differ", "line-number-twice", "same-article", "line-without-code", "gtin-check-digit", "quantity-missing", "quantity-zero",
        "quantity-negative", "unit-unknown", "price-negative", "price-zero", "price-base-invalid", "line-amount-differs",
    ];

    private readonly TextItems _items = new(log, style);
    private readonly MailDelivery _delivery = new(log, style);
    private readonly StringBuilder _prose = new();
    private readonly List<LayoutPlace> _labels = [];
    private readonly List<LayoutPlace> _columns = [];
    private readonly HashSet<OrderDraft> _signed = [];
    private OrderDraft _order = new();
    private MailLabel _section = MailLabel.Column;
    private LineDraft? _block;
    private int _addressLines;
    private bool _mayLackCode;

    public List<OrderDraft> Orders { get; } = [];

    /// <summary>The labels and the columns that were met; null for a message without any.</summary>
    public DocumentLayout? Layout => _labels.Count + _columns.Count == 0 ? null
        : DocumentLayout.Of(_columns, [.. _labels.DistinctBy(label => label.Text, StringComparer.OrdinalIgnoreCase)], _columns.Count > 0);

    /// <summary>What the sender says beside the order.</summary>
    public string Prose => _prose.ToString().Trim();

    /// <param name="lines">The sender's own lines.</param>
    /// <param name="number">The number that the subject gives.</param>
    /// <param name="mayLackCode">The message orders: a line without a code is a line of it all the same.</param>
    public void Read(IReadOnlyList<MailLine> lines, string? number, bool mayLackCode)
    {
        _mayLackCode = mayLackCode;
        Orders.Add(_order);
        for (var i = 0; i < lines.Count; i++)
        {
            var rows = TextTable.At(lines, i);
            if (rows is { Count: > 1 })
            {
                TakeTable(lines, i, rows);
                i += rows.Count - 1;
            }
            else if (!TakeLabel(lines[i]))
            {
                TakeLine(lines[i]);
            }
        }

        foreach (var order in Orders)
        {
            if (order.OrderNumber is null && Orders.Count == 1)
            {
                order.OrderNumber = number;
            }
            else if (number is not null && Orders.Count == 1 && !SameNumber(order.OrderNumber!, number))
            {
                log.Warning("mail-number-differs", null, number, order.OrderNumber!);
            }

            Finish(order);
        }
    }

    /// <summary>« 28491 » and "PO-28491" are one number.</summary>
    internal static bool SameNumber(string one, string other) =>
        one.EndsWith(other, StringComparison.OrdinalIgnoreCase) || other.EndsWith(one, StringComparison.OrdinalIgnoreCase);

    private void Finish(OrderDraft order)
    {
        if (order.Currency is null && _signed.Contains(order) && (order.Currency = guide?.Currency) is null)
        {
            log.Warning("currency-sign", null, "$");
        }

        for (var i = 0; i < order.Lines.Count; i++)
        {
            order.Lines[i].LineNo ??= Place.Text(i + 1);
        }
    }

    private bool TakeLabel(MailLine line)
    {
        var label = LabelAndValue().Match(line.Text);
        var (name, value, at) = line.Cells is [var head, var cell] ? (head.TrimEnd(':', ' '), cell, line.Text.Length - cell.Length)
            : label.Success ? (label.Groups["name"].Value.Trim('*', ' '), label.Groups["value"].Value.Trim().Trim('*').Trim(), label.Groups["value"].Index)
            : ("", "", 0);
        if (name.Length == 0 || Meaning(name) is not var (kind, column))
        {
            return line.IsBlank ? EndSection() : _section == MailLabel.ShipToSection && TakeAddress(line);
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
        _section = _section == MailLabel.ShipToSection && _addressLines == 0 ? _section : MailLabel.Column;
        return true;
    }

    private bool TakeAddress(MailLine line)
    {
        var text = line.Text.Trim();
        if (line.Cells is not null || ++_addressLines > LongestAddress || text.Length == 0)
        {
            return false;
        }

        text = PlaceIn(text, line);
        var party = _order.ShipTo ??= new();
        var whole = party.Address.Street is null ? text : $"{party.Address.Street}, {text}";
        party.Address = MailAddress.Of(whole);
        spots.Head(Orders.Count - 1, "shipTo.address", line);
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
                Begin(value, line);
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

    private void PutAddress(OrderColumn column, string value)
    {
        var party = _section == MailLabel.BuyerSection ? _order.Buyer ??= new() : _order.ShipTo ??= new();
        party.Address = column switch
        {
            OrderColumn.ShipToAdditional => party.Address with { Additional = value },
            OrderColumn.ShipToRegion => party.Address with { Region = value },
            OrderColumn.ShipToPostcode => party.Address with { Postcode = value },
            OrderColumn.ShipToCity => party.Address with { City = value },
            OrderColumn.ShipToCountry => party.Address with { Country = value },
            _ => MailAddress.Of(value),
        };
    }

    /// <summary>The place that a value names; a day that it is wanted there for is the order's.</summary>
    private string PlaceIn(string value, MailLine line)
    {
        var (place, wanted) = _delivery.Apart(value, line);
        if (wanted is not null)
        {
            Want(wanted);
            spots.Head(Orders.Count - 1, "requestedDelivery", line, line.Text.IndexOf(wanted.Text, StringComparison.Ordinal), wanted.Length);
        }

        return place;
    }

    /// <summary>A place is an address where it has a number and more than a word; a code where it looks like one.</summary>
    private void TakePlace(string value)
    {
        var party = _order.ShipTo ??= new();
        if (value.Any(char.IsAsciiDigit) && value.Contains(' ', StringComparison.Ordinal))
        {
            party.Address = MailAddress.Of(value);
        }
        else if (value.Any(char.IsAsciiDigit) || !value.Any(char.IsLower))
        {
            party.Id = value;
        }
        else
        {
            party.Name = value;
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

    private void TakeLine(MailLine line)
    {
        var dates = WordDates.In(line.Text, style);
        var blanked = ItemTokens.Blanked(line.Text, dates);
        foreach (var found in OrderNumbers.In(blanked).ToList())
        {
            // A line that says nothing else is the head of the next order.
            if ((_order.OrderNumber is null && _order.Lines.Count == 0) || line.Text.Trim(' ', '*', '-', '#').Length <= found.Length + 2)
            {
                Begin(found.Number, line);
                spots.Head(Orders.Count - 1, "orderNumber", line, found.Start, found.Number.Length);
            }

            blanked = string.Concat(blanked.AsSpan(0, found.From), new string(' ', found.Length), blanked.AsSpan(found.From + found.Length));
        }

        TakeShipToCode(line, ref blanked);
        var items = _items.In(line, blanked, _mayLackCode || _section == MailLabel.LinesSection);
        foreach (var item in items.TakeWhile(_ => _order.Lines.Count < ReadingLimits.LinesPerOrder))
        {
            Add(item, line);
        }

        if (_delivery.Wanted(line) is { } wanted)
        {
            if (items is [var only] && _order.Lines.Count > 1 && _order.Delivery.Build() is null && wanted.End is null)
            {
                only.Draft.DeliveryDate = wanted.Day;
            }
            else
            {
                Want(wanted);
                spots.Head(Orders.Count - 1, "requestedDelivery", line, wanted.Start, wanted.Length);
            }
        }

        if (items.Count == 0)
        {
            _delivery.TellHaste(line);
            Say(line);
        }
    }

    private void TakeShipToCode(MailLine line, ref string blanked)
    {
        if (ShipToCode().Match(blanked) is { Success: true } found)
        {
            var code = found.Groups["code"];
            (_order.ShipTo ??= new()).Id ??= code.Value;
            spots.Head(Orders.Count - 1, "shipTo.id", line, code.Index, code.Length);
            blanked = string.Concat(blanked.AsSpan(0, found.Index), new string(' ', found.Length), blanked.AsSpan(found.Index + found.Length));
        }
    }

    private void Add(TextItem item, MailLine line)
    {
        _block = null;
        _order.Lines.Add(item.Draft);
        Price(item.Currency);
        foreach (var (field, from, length) in item.Places)
        {
            spots.Line(Orders.Count - 1, _order.Lines.Count - 1, field, line, from, length);
        }
    }

    private void TakeTable(IReadOnlyList<MailLine> lines, int at, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        List<(string Value, int Row)> places = [];
        if (TextTable.Read(lines, at, rows, style, guide, (value, row, _) => places.Add((value, row))) is not { } reading)
        {
            return;
        }

        _columns.AddRange(reading.Layout?.Columns ?? []);
        foreach (var problem in reading.Problems.Where(problem => !AskedLater.Contains(problem.Code, StringComparer.Ordinal)))
        {
            log.Add(problem.Severity, problem.Code, problem.Where, [.. problem.Message.Parts]);
        }

        foreach (var order in reading.Orders)
        {
            if (order.OrderNumber is { Length: > 0 } number)
            {
                Begin(number, lines[at]);
            }

            _order.Currency ??= order.Currency;
            _order.Delivery.Date ??= order.RequestedDelivery?.Date;
            _order.LineExtension ??= order.Totals?.LineExtension;
            _order.Payable ??= order.Totals?.Payable;
            if (reading.Orders.Count == 1)
            {
                spots.Move(places, Orders.Count - 1, _order.Lines.Count, lines);
            }

            _order.Lines.AddRange(order.Lines.Select(TextTable.Draft));
        }
    }

    private void Begin(string number, MailLine line)
    {
        if (_order.OrderNumber is { } had && _order.Lines.Count > 0 && !SameNumber(had, number) && Orders.Count < ReadingLimits.Orders)
        {
            Orders.Add(_order = new() { Currency = _order.Currency, Buyer = _order.Buyer });
            _block = null;
        }
        else if (_order.OrderNumber is { } first && !SameNumber(first, number))
        {
            log.Warning("values-differ", Place.FileLine(line.Number + 1), first, number);
            return;
        }

        _order.OrderNumber ??= number;
    }

    /// <summary>A sign that several currencies share is no currency, unless nothing else says which.</summary>
    private void Price(string? currency)
    {
        if (currency is "$")
        {
            _signed.Add(_order);
        }
        else
        {
            _order.Currency ??= currency;
        }
    }

    private void Want(WordDate? wanted)
    {
        if (wanted is { End: { } end })
        {
            (_order.Delivery.Start, _order.Delivery.End) = (wanted.Day, end);
        }
        else
        {
            _order.Delivery.Date ??= wanted?.Day;
        }
    }

    private void Say(MailLine line)
    {
        var text = line.Text.Trim();
        if (text.Length > 0 && line.Cells is null && !Greeting().IsMatch(text) && _prose.Length < LongestNote)
        {
            _prose.Append(_prose.Length > 0 ? " " : "").Append(text);
        }
    }

    [GeneratedRegex(@"^\s*[*-]?\s*(?<name>\p{L}[\p{L}\p{N}°º.'’/()# -]{0,45}?)\s*\*?\s*[:=]\s*(?<value>.*)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex LabelAndValue();

    [GeneratedRegex(@"(?<![\w-])(?:ship(?:ping)?(?:\s+to)?\s*:?\s+(?-i:(?<code>(?=[A-Z0-9-]*-)[A-Z0-9]+(?:-[A-Z0-9]+)+))|(?-i:(?<code>(?=[A-Z0-9-]*-)[A-Z0-9]+(?:-[A-Z0-9]+)+))\s+ship-?to)(?![\w-])", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex ShipToCode();

    [GeneratedRegex(@"^((bonjour|bonsoir|hello|hi|dear|cher|chère|madame|messieurs|mesdames|good (morning|afternoon))\b[^.;:]{0,60}[,!.]?|purchase order|bon de commande|commande|order)\s*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Greeting();
}

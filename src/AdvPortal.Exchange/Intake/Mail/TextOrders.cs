using System.Text;
using System.Text.RegularExpressions;
using AdvPortal.Exchange.Intake.Drafts;
using AdvPortal.Exchange.Intake.Pdf;

namespace AdvPortal.Exchange.Intake.Mail;

/// <summary>Reads orders that people type: labels and their values, lists, sentences and tables in a text.</summary>
internal sealed partial class TextOrders(ProblemLog log, MailStyle style, ReadingGuide? guide, MailSpots spots)
{
    private const int LongestNote = 2_000;

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
            if (new[] { order.ShipTo?.Address.Street, order.Buyer?.Address.Street }.Any(street => street is not null && PartyBlock.IsAmerican(street)))
            {
                order.Currency = "USD";
                log.Info("currency-from-address", null, "$", "USD");
            }
            else
            {
                log.Warning("currency-sign", null, "$");
            }
        }

        for (var i = 0; i < order.Lines.Count; i++)
        {
            order.Lines[i].LineNo ??= Place.Text(i + 1);
        }
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
                TakeDayOf(found, dates, line);
            }

            blanked = string.Concat(blanked.AsSpan(0, found.From), new string(' ', found.Length), blanked.AsSpan(found.From + found.Length));
        }

        TakeShipToCode(line, ref blanked);
        _mayLackCode &= _order.Lines.Count == 0 || !Terms().IsMatch(line.Text);
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
            TakePlaceOf(line, dates);
            _delivery.TellHaste(line);
            Say(line);
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

    /// <summary>« Notre commande n° 4500 du 24 novembre » was written that day, whenever it is sent.</summary>
    private void TakeDayOf(OrderNumbers.Found number, IReadOnlyList<WordDate> dates, MailLine line)
    {
        var end = number.From + number.Length;
        if (_order.IssueDate is null && dates.FirstOrDefault(date => date.Start >= end && OfDay().IsMatch(line.Text[end..date.Start])) is { Day: { } day, End: null } date && (style.SentOn is not { } sent || day <= sent))
        {
            _order.IssueDate = _delivery.Settle(date, line)?.Day;
            spots.Head(Orders.Count - 1, "issueDate", line, date.Start, date.Length);
        }
    }

    [GeneratedRegex(@"^[\s,;(–-]*(?:(?:en date |dat[ée]e? )?du|dated?|of|from|vom|del|con fecha|de fecha|le)\s+$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex OfDay();

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

    private void Say(MailLine line)
    {
        var text = line.Text.Trim();
        if (text.Length > 0 && line.Cells is null && !Greeting().IsMatch(text) && _prose.Length < LongestNote)
        {
            _prose.Append(_prose.Length > 0 ? " " : "").Append(text);
        }
    }

    /// <summary>Under such a heading « 2 exemplaires du bon de livraison » is no article.</summary>
    [GeneratedRegex(@"^[\s*#_-]*(nos |our )?(terms|conditions?|remarques?|notes?|consignes?|instructions?|bedingungen|hinweise?|condiciones|condizioni)\b[^:\d]{0,50}:?\s*$|^[\s*#_-]*(rappels?|important|attention)\s*:\s*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Terms();

    [GeneratedRegex(@"^((bonjour|bonsoir|hello|hi|dear|cher|chère|madame|messieurs|mesdames|good (morning|afternoon))\b[^.;:]{0,60}[,!.]?|purchase order|bon de commande|commande|order)\s*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Greeting();
}

using AdvPortal.Exchange.Intake.Checks;
using AdvPortal.Exchange.Intake.Drafts;
using AdvPortal.Exchange.Intake.Pdf;

namespace AdvPortal.Exchange.Intake.Tables;

/// <summary>The orders of one file out of its tables, whatever the file is: a delimited text, a workbook, pages or a message.</summary>
/// <remarks>Find the layout, hand in each table with its head, then <see cref="Finish"/>.</remarks>
/// <param name="usualMark">What parts decimals where no number and nobody tells.</param>
internal sealed class OrderTables(ProblemLog log, ReadingGuide? guide, char usualMark)
{
    /// <summary>Fewer rows without a quantity are an oversight that somebody is asked about.</summary>
    private const int LeastUnordered = 5;

    private readonly Dictionary<string, TableOrder> _orders = new(StringComparer.Ordinal);
    private readonly List<TableOrder> _sequence = [];
    private readonly List<LayoutPlace> _columns = [];
    private readonly List<OrderHead> _heads = [];
    private readonly List<string> _others = [];
    private TableTitle? _change;
    private bool _hasHeaders;

    public ProblemLog Log => log;

    public ReadingGuide? Guide => guide;

    public CellStyle Style { get; } = new(log, guide, usualMark);

    /// <summary>The orders so far, in their sequence.</summary>
    public IReadOnlyList<TableOrder> Orders => _sequence;

    /// <summary>A head for the next order; labels of a page or message go into it by <see cref="OrderHead.Take"/>.</summary>
    public OrderHead NewHead()
    {
        var head = new OrderHead(guide);
        _heads.Add(head);
        return head;
    }

    /// <summary>Reads a table whose layout is known into the orders of the file.</summary>
    /// <param name="above">The rows over the headers, which may hold the head; empty where it was read otherwise.</param>
    /// <param name="rows">All rows of the part from its first one; those down to the headers are passed over.</param>
    public void Read(OrderLayout layout, OrderHead head, IReadOnlyList<CellRow> above, TableSource rows, CellMark? mark)
    {
        Note(layout);
        var title = TableTitle.Of(above);
        new HeadReader(head, log, mark).Read(above, isTop: true);
        if (title is { Kind: TitleKind.Other, Word: { } word })
        {
            _others.Add(ProblemText.Word(word));
            return;
        }

        if (title is { Kind: TitleKind.Amendment or TitleKind.Cancellation })
        {
            _change = title;
        }

        new OrderTable(this, layout, head, mark, rows is RowSource { Rows: var all } && IsForm(all, layout)).Read(rows);
    }

    /// <summary>Most articles stand without a quantity, and some with one: a list to fill in.</summary>
    private static bool IsForm(IReadOnlyList<CellRow> rows, OrderLayout layout)
    {
        var code = Math.Max(layout[OrderColumn.BuyerCode], Math.Max(layout[OrderColumn.SupplierCode], layout[OrderColumn.Gtin]));
        var (listed, wanted) = (0, 0);
        for (var i = layout.HeaderRow + 1; i < rows.Count && code >= 0; i++)
        {
            var cells = rows[i].Cells;
            if (code < cells.Length && cells[code].Trim().Length > 0)
            {
                listed++;
                wanted += layout[OrderColumn.Quantity] is var quantity && quantity < cells.Length && !OrderRow.IsUnordered(cells[quantity]) ? 1 : 0;
            }
        }

        return wanted > 0 && listed - wanted >= LeastUnordered && listed > wanted * 2;
    }

    /// <summary>Remembers what a table looks like, so that its layout can be known again.</summary>
    public void Note(OrderLayout layout)
    {
        _hasHeaders |= layout.HeaderRow >= 0;
        foreach (var place in layout.Places())
        {
            if (!_columns.Contains(place))
            {
                _columns.Add(place);
            }
        }
    }

    /// <summary>The order that a row belongs to; null when the file has more than are read.</summary>
    /// <param name="key">The number in the row; empty where the table has none.</param>
    public TableOrder? OrderOf(ReadOnlySpan<char> key, OrderHead head, int row)
    {
        var orders = _orders.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!key.IsEmpty && orders.TryGetValue(key, out var present))
        {
            return present;
        }

        // A second table or sheet that names the same order goes on with it.
        if (key.IsEmpty && _sequence.Find(order => order.Head == head || (order.Key.Length == 0 && head[OrderColumn.OrderNumber] is { } number && order.Head[OrderColumn.OrderNumber] == number)) is { } same)
        {
            return same;
        }

        if (_sequence.Count == ReadingLimits.Orders)
        {
            log.Error("too-many-orders", Place.Row(row), Place.Text(ReadingLimits.Orders));
            return null;
        }

        if (OrderRow.IsRounded(key))
        {
            log.Error("code-rounded", Place.Row(row), key.ToString());
        }

        var order = new TableOrder(key[..Math.Min(key.Length, ReadingLimits.TextLength)].ToString(), head, _sequence.Count);
        _sequence.Add(order);
        if (!key.IsEmpty)
        {
            orders[key] = order;
        }

        return order;
    }

    /// <summary>Settles what read both ways, checks every order and makes the reading.</summary>
    /// <param name="mayHoldPlaceholders">False when the whole text was searched and none was found.</param>
    /// <param name="complete">Adds to an order, before it is checked, what no table and no label says of it.</param>
    public DocumentReading Finish(DocumentFormat format, bool mayHoldPlaceholders, Action<TableOrder>? complete = null)
    {
        _sequence.ForEach(order => order.ReadDates(Style));
        Style.Settle();
        var checks = new OrderChecks(log, _sequence.Count > 1, isMessage: false, mayHoldPlaceholders);
        foreach (var order in _sequence)
        {
            order.Finish(log, Style);
            order.Draft.OrderNumber ??= _sequence.Count == 1 ? _change?.Number : null;
            order.Draft.Currency = CurrencyOf(order);
            complete?.Invoke(order);
            checks.Check(order.Draft);
        }

        foreach (var other in _others.Distinct(StringComparer.Ordinal))
        {
            log.Warning(_sequence.Count > 0 ? "other-message-skipped" : "other-message", null, other);
        }

        return Reading(format) with { Layout = Layout() };
    }

    /// <summary>A change that a title announces is read like an order, and never placed as one.</summary>
    private DocumentReading Reading(DocumentFormat format)
    {
        if (_change is null || _sequence is not [var only])
        {
            if (_change is { Kind: var several } && _sequence.Count > 1)
            {
                log.Error("is-change", null, ProblemText.Word(several == TitleKind.Cancellation ? "change-cancellation" : "change-amendment"), "—");
            }

            return log.Reading(format, _sequence.ConvertAll(order => order.Draft.Build()));
        }

        var (kind, document) = (_change.Kind == TitleKind.Cancellation ? ChangeKind.Cancellation : ChangeKind.Amendment, only.Draft.Build());
        log.Warning("is-change", null, ProblemText.Word(kind == ChangeKind.Cancellation ? "change-cancellation" : "change-amendment"), document.OrderNumber ?? "—");
        return log.Change(format, kind, document.OrderNumber, document);
    }

    /// <summary>What the file looks like: the headers where there are some, and the labels.</summary>
    public DocumentLayout Layout() => DocumentLayout.Of(_columns, [.. _heads.SelectMany(head => head.Labels).DistinctBy(label => label.Text, StringComparer.OrdinalIgnoreCase)], _hasHeaders);

    private string? CurrencyOf(TableOrder order)
    {
        if (Named(order.Draft.Currency?.Trim()) is { } named)
        {
            if (order.PriceCurrency is { } shown && TableOrder.AreApart(named, shown))
            {
                log.Warning("second-currency", order.Draft.OrderNumber is { } number ? Place.Order(number) : null, shown);
            }

            return named;
        }

        if ((order.Draft.Currency ?? order.PriceCurrency) is "$" && guide?.Currency is null)
        {
            log.Warning("currency-sign", null, "$");
            return null;
        }

        return order.PriceCurrency is null or "$" ? guide?.Currency : order.PriceCurrency;
    }

    /// <summary>The currency that a label or a column names; null where it names none, or a sign that several share.</summary>
    private static string? Named(string? text) => text switch
    {
        "€" or "euro" or "euros" or "Euro" or "Euros" or "EURO" or "EUROS" => "EUR",
        "£" => "GBP",
        { Length: 3 } => text.ToUpperInvariant(),
        "$" => null,
        _ => text,
    };
}

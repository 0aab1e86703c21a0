using AdvPortal.Exchange.Intake.Drafts;

namespace AdvPortal.Exchange.Intake.Tables;

/// <summary>Reads one table, and what stands around it, into the orders of its file.</summary>
/// <param name="isForm">The table lists articles, of which only those with a quantity are wanted.</param>
internal sealed class OrderTable(OrderTables file, OrderLayout layout, OrderHead head, CellMark? mark, bool isForm)
{
    /// <summary>What stands below a table; more of it is another thing.</summary>
    private const int MostRowsBelow = 200;

    private readonly int _headerRow = layout.HeaderRow;
    private readonly List<CellRow> _below = [];
    private OrderLayout _layout = layout;
    private OrderHead _head = head;
    private string? _codeHeader = layout.CodeHeader;
    private OrderRow _row = new(file.Log, layout, file.Style, file.Guide) { SkipsUnordered = isForm };
    private TableOrder? _current;
    private (decimal Quantity, decimal Amount) _sumOfOrder;
    private (decimal Quantity, decimal Amount) _sumOfTable;

    /// <param name="rows">From the first row of the part; those down to the headers are passed over.</param>
    public void Read(TableSource rows)
    {
        for (var at = 0; rows.Read(); at++)
        {
            if (at > _headerRow)
            {
                Take(rows);
            }
        }

        Close();
        ReadBelow(_head);
    }

    private void Take(TableSource rows)
    {
        switch (_row.Load(rows))
        {
            case OrderRow.Role.Line when SumsUp():
                file.Log.Info("row-unread", _row.Where(), _row.Words());
                _row.ReadTotal(_current?.Draft, _sumOfOrder.Quantity);
                break;
            case OrderRow.Role.Total:
                _row.ReadTotal(_current?.Draft, _sumOfOrder.Quantity);
                break;
            case OrderRow.Role.Line:
                TakeLine();
                break;
            case OrderRow.Role.Headers:
                TakeHeaders(rows);
                break;
            case OrderRow.Role.Other when _below.Count < MostRowsBelow:
                _below.Add(rows.Copy());
                break;
            case OrderRow.Role.Other:
                file.Log.Info("row-unread", _row.Where(), _row.Words());
                break;
        }
    }

    /// <summary>A row of numbers alone that are the sums of those above: « ;;150;;215,00 ».</summary>
    private bool SumsUp() => _current is { Draft.Lines.Count: > 0 } && _row.IsBare
        && (_row.IsSumOf(_sumOfOrder.Quantity, _sumOfOrder.Amount) || _row.IsSumOf(_sumOfTable.Quantity, _sumOfTable.Amount));

    private void TakeLine()
    {
        var key = _row.Span(OrderColumn.OrderNumber);
        if (_current is null || !(key.IsEmpty || key.SequenceEqual(_current.Key)))
        {
            if (file.OrderOf(key, _head, _row.Number) is not { } order)
            {
                return;
            }

            (_current, _sumOfOrder) = (order, default);
        }

        if (_current.Draft.Lines.Count == ReadingLimits.LinesPerOrder)
        {
            file.Log.Error("too-many-lines", _row.Where(), Place.Text(ReadingLimits.LinesPerOrder));
            return;
        }

        _current.Take(_row, file.Log, mark);
        var line = _current.Draft.Lines[^1];
        var (quantity, amount) = (line.Quantity ?? 0, line.LineAmount ?? 0);
        (_sumOfOrder, _sumOfTable) = ((_sumOfOrder.Quantity + quantity, _sumOfOrder.Amount + amount), (_sumOfTable.Quantity + quantity, _sumOfTable.Amount + amount));
        _current.NoteCurrency(_layout.Currency, null, file.Log);
        _current.NoteCurrency(_row.Currency, _row, file.Log);
        _current.NoteCurrency(_row.AmountCurrency, _row, file.Log);
        _current.CodeHeader ??= _codeHeader;
    }

    /// <summary>The headers again: the same table on its next page, or another one, whose order may be another.</summary>
    private void TakeHeaders(TableSource rows)
    {
        var between = new OrderHead(file.Guide);
        ReadBelow(between, isBetween: _current is not null);
        if (between[OrderColumn.OrderNumber] is { } number && number != _head[OrderColumn.OrderNumber])
        {
            (_head, _current) = (between, null);
        }
        else
        {
            _head.TakeMissing(between);
        }

        var next = OrderLayout.OfHeaders(_headerRow, rows.Copy().Cells, file.Guide) with { HeaderNumber = rows.Number };
        if (next.IsOrder && !next.Headers.SequenceEqual(_layout.Headers) && !next.Columns.SequenceEqual(_layout.Columns))
        {
            Close();
            _codeHeader = next.CodeHeader;
            (_layout, _row) = (next, new(file.Log, next, file.Style, file.Guide) { SkipsUnordered = isForm });
            file.Note(next);
        }
    }

    private void ReadBelow(OrderHead into, bool isBetween = false)
    {
        new HeadReader(into, file.Log, mark).Read(_below, isTop: false, isBetween);
        _below.Clear();
    }

    private void Close()
    {
        _row.TellUnread();
        foreach (var (taken, left) in _layout.Doubtful)
        {
            file.Log.Warning("header-ambiguous", _layout.HeaderNumber == 0 ? null : Place.Row(_layout.HeaderNumber), taken, left);
        }
    }
}

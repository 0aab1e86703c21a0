using System.Runtime.InteropServices;
using AdvPortal.Exchange.Intake.Checks;
using AdvPortal.Exchange.Intake.Drafts;
using Sylvan.Data.Csv;

namespace AdvPortal.Exchange.Intake.Csv;

/// <summary>One row of an order table: its cells by what they hold, its numbers in the style of the whole file.</summary>
internal sealed class CsvRow
{
    private readonly ProblemLog _log;
    private readonly CsvLayout _layout;
    private readonly int[] _positions = new int[Enum.GetValues<OrderColumn>().Length];
    private readonly Dictionary<int, (string Sample, int Row, int Count)> _unread = [];
    private readonly List<(string Cell, Message Where, Action<decimal> Set)> _ambiguous = [];
    private readonly char _usualMark;
    private readonly int[] _unreadPositions;
    private CsvDataReader _reader = null!;
    private int _points;
    private int _commas;

    public CsvRow(ProblemLog log, CsvLayout layout, char delimiter)
    {
        (_log, _layout) = (log, layout);

        // Where commas part the cells, points part the decimals; a French export has semicolons and commas.
        _usualMark = delimiter == ',' ? '.' : ',';
        foreach (var column in Enum.GetValues<OrderColumn>())
        {
            _positions[(int)column] = layout[column];
        }

        _unreadPositions = [.. Enumerable.Range(0, layout.Columns.Length).Where(i => layout.Columns[i] is null)];
        HeaderColumns = [.. layout.Columns.OfType<OrderColumn>().Where(column => column is > OrderColumn.OrderNumber and < OrderColumn.LineNo and not OrderColumn.RequestedDate and not (>= OrderColumn.ShipToName and <= OrderColumn.ShipToCountry))];
        HasShipTo = layout.Columns.Any(column => column is >= OrderColumn.ShipToName and <= OrderColumn.ShipToCountry);
    }

    /// <summary>The columns of this table that speak of the order as a whole.</summary>
    public OrderColumn[] HeaderColumns { get; }

    public bool HasShipTo { get; }

    public int Number { get; private set; }

    /// <summary>A row that sums up the rows above: no quantity and a first word that says so.</summary>
    public bool IsTotal { get; private set; }

    /// <returns>False for a row that holds nothing, or nothing of an order.</returns>
    public bool Load(CsvDataReader reader, int number)
    {
        (_reader, Number) = (reader, number);
        var first = FirstCell();
        if (first.IsEmpty)
        {
            return false;
        }

        var hasArticle = Has(OrderColumn.BuyerCode) || Has(OrderColumn.SupplierCode) || Has(OrderColumn.Gtin);
        IsTotal = !Has(OrderColumn.Quantity) && (first.StartsWith("total", StringComparison.OrdinalIgnoreCase) || first.StartsWith("sous-total", StringComparison.OrdinalIgnoreCase) || first.StartsWith("montant total", StringComparison.OrdinalIgnoreCase));
        if (!IsTotal && !hasArticle && !Has(OrderColumn.Quantity) && !(Has(OrderColumn.Description) && Has(OrderColumn.NetPrice)))
        {
            _log.Info("row-unread", Place.Row(number), string.Join(" · ", Enumerable.Range(0, Math.Min(reader.RowFieldCount, 6)).Select(reader.GetString).Where(cell => cell.Length > 0)));
            return false;
        }

        TellShape(reader);
        return true;
    }

    public string? Text(OrderColumn column)
    {
        var cell = Cell(column);
        return cell.IsEmpty ? null : cell[..Math.Min(cell.Length, ReadingLimits.TextLength)].ToString();
    }

    /// <summary>A repeated text (unit, currency) costs one string for the file.</summary>
    public string? Text(OrderColumn column, string? previous) => previous is not null && Cell(column).SequenceEqual(previous) ? previous : Text(column);

    /// <summary>Reads a number; one that reads both ways is set at once as the file's usual style has it, and settled at the end.</summary>
    public void ReadNumber(OrderColumn column, LineDraft line, Action<LineDraft, decimal> set)
    {
        var cell = Cell(column);
        if (cell.IsEmpty)
        {
            return;
        }

        var kind = CellNumber.Read(cell, _usualMark, out var number);
        switch (kind)
        {
            case CellNumber.Kind.Invalid:
                line.HasUnreadableNumber = true;
                _log.Error("number-invalid", Place.Cell(Number, Header(column)), cell.ToString());
                return;
            case CellNumber.Kind.PointDecimal:
                _points++;
                break;
            case CellNumber.Kind.CommaDecimal:
                _commas++;
                break;
            case CellNumber.Kind.Ambiguous:
                _ambiguous.Add((cell.ToString(), Place.Cell(Number, Header(column)), settled => set(line, settled)));
                break;
        }

        set(line, number);
    }

    public DateOnly? Date(OrderColumn column)
    {
        var cell = Text(column);
        return cell is null ? null : Date(cell, Place.Cell(Number, Header(column)), _layout.Headers[_positions[(int)column]], _log);
    }

    /// <summary>A date of a table; null with a problem when it is none.</summary>
    public static DateOnly? Date(string cell, Message where, string header, ProblemLog log)
    {
        if (!CellDate.TryParse(cell, out var day))
        {
            log.Error("date-invalid", where, cell);
            return null;
        }

        // Under English headers, 05/06/2026 may be meant the American way.
        if (CellDate.ReadsBothWays(cell) && header.Contains("date", StringComparison.OrdinalIgnoreCase) && OrderColumnNames.Normalise(header) is "order_date" or "po_date" or "delivery_date" or "requested_date" or "requested_delivery_date" or "due_date" or "ship_date" or "need_by_date")
        {
            log.Warning("date-both-ways", where, cell, OrderChecks.Iso(day));
        }

        return day;
    }

    public void ReadTotal(OrderDraft? order)
    {
        for (var i = _reader.RowFieldCount - 1; i > 0 && order is not null; i--)
        {
            if (CellNumber.Read(_reader.GetFieldSpan(i), _usualMark, out var total) is not CellNumber.Kind.Invalid)
            {
                var words = FirstCell().ToString();
                if (words.Contains("TTC", StringComparison.OrdinalIgnoreCase))
                {
                    order.Payable = total;
                }
                else
                {
                    order.LineExtension = total;
                }

                return;
            }
        }
    }

    /// <summary>Numbers that read both ways follow the others of the file; with nothing to follow, they are told.</summary>
    public void Settle()
    {
        var mark = _commas > 0 && _points == 0 ? ',' : _points > 0 && _commas == 0 ? '.' : (char?)null;
        foreach (var (cell, where, set) in _ambiguous)
        {
            CellNumber.Read(cell, mark ?? _usualMark, out var number);
            set(number);
            if (mark is null)
            {
                _log.Warning("number-both-ways", where, cell, number.ToString(System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        if (_commas > 0 && _points > 0)
        {
            _log.Warning("mixed-decimal-marks", null);
        }
    }

    public void TellUnread()
    {
        foreach (var (position, (sample, row, count)) in _unread.OrderBy(entry => entry.Key))
        {
            _log.Info("column-unread", Place.Row(row), _layout.Headers[position], sample, Place.Text(count));
        }
    }

    private string Header(OrderColumn column) => _layout.Headers[_positions[(int)column]];

    private bool Has(OrderColumn column) => !Cell(column).IsEmpty;

    private ReadOnlySpan<char> Cell(OrderColumn column)
    {
        var position = _positions[(int)column];
        return position < 0 || position >= _reader.RowFieldCount ? [] : _reader.GetFieldSpan(position).Trim();
    }

    private ReadOnlySpan<char> FirstCell()
    {
        for (var i = 0; i < _reader.RowFieldCount; i++)
        {
            var cell = _reader.GetFieldSpan(i).Trim();
            if (!cell.IsEmpty)
            {
                return cell;
            }
        }

        return [];
    }

    private void TellShape(CsvDataReader reader)
    {
        foreach (var position in _unreadPositions)
        {
            var cell = position < reader.RowFieldCount ? reader.GetFieldSpan(position).Trim() : [];
            if (!cell.IsEmpty)
            {
                ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_unread, position, out var exists);
                entry = exists ? entry with { Count = entry.Count + 1 } : (cell.ToString(), Number, 1);
            }
        }

        var surplus = false;
        for (var i = _layout.Columns.Length; i < reader.RowFieldCount; i++)
        {
            surplus |= !reader.GetFieldSpan(i).Trim().IsEmpty;
        }

        if (surplus)
        {
            _log.Error("row-too-long", Place.Row(Number), Place.Text(reader.RowFieldCount), Place.Text(_layout.Columns.Length));
        }
        else if (reader.RowFieldCount < _layout.Columns.Length && _layout.HeaderRow >= 0)
        {
            _log.Info("row-too-short", Place.Row(Number), Place.Text(reader.RowFieldCount), Place.Text(_layout.Columns.Length));
        }
    }
}

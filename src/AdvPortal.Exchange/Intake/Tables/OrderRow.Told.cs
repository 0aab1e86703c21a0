using System.Buffers;
using System.Runtime.InteropServices;
using AdvPortal.Exchange.Intake.Csv;
using AdvPortal.Exchange.Intake.Drafts;

namespace AdvPortal.Exchange.Intake.Tables;

/// <summary>What is said of a row and its columns: where they stand, what of them nobody read.</summary>
internal sealed partial class OrderRow
{
    /// <summary>A table whose first rows are not made up so is none.</summary>
    private const int MostSoughtParts = 50;

    private static readonly SearchValues<char> OfNothing = SearchValues.Create("0.,% \u00A0\u202F");

    private string? _parted;
    private int _partedRow;
    private int _partsSought;

    /// <summary>The cells of the row as they stand, for a problem that names it.</summary>
    public string Words() => Words(_source.Copy().Cells);

    public static string Words(IEnumerable<string> cells) => string.Join(" · ", cells.Select(cell => cell.Trim()).Where(cell => cell.Length > 0).Take(ShownCells));

    /// <summary>Tells what the columns held that nobody read.</summary>
    public void TellUnread()
    {
        foreach (var (position, (sample, row, count)) in _unread.OrderBy(entry => entry.Key))
        {
            var matters = Matters(position);
            _log.Add(matters ? ProblemSeverity.Warning : ProblemSeverity.Info, matters ? "column-matters" : "column-unread", Place.Row(row, _source.Sheet), _layout.Headers[position], sample, Place.Text(count));
        }

        if (_parted is not null)
        {
            _log.Warning("quantity-parted", Place.Row(_partedRow, _source.Sheet), _parted);
        }

        if (Unordered > 0)
        {
            _log.Warning("articles-not-ordered", null, Place.Text(Unordered));
        }

        foreach (var (column, count) in _noResults)
        {
            // An amount follows from the rest; what is ordered does not.
            _log.Add(column == OrderColumn.LineAmount ? ProblemSeverity.Info : ProblemSeverity.Warning, "formula-without-result", null, Header(column), Place.Text(count));
        }
    }

    /// <summary>The column's position when this row holds something there; -1 when not.</summary>
    public int PositionOf(OrderColumn column) => Cell(column).IsEmpty ? -1 : _positions[(int)column];

    /// <summary>The row's place in words, with its sheet where the file has orders on several.</summary>
    public Message Where() => Place.Row(Number, _source.Sheet);

    private Message Where(OrderColumn column) => Place.Cell(Number, Header(column), _source.Sheet);

    public string Header(OrderColumn column) => _layout.Headers[_positions[(int)column]].Trim();

    /// <summary>Counts the formulas of this row that the program that wrote the file never computed.</summary>
    private void CountNoResults()
    {
        foreach (var column in LineColumns)
        {
            if (_positions[(int)column] is >= 0 and var at && at < _source.Width && _source.KindOf(at) == CellKind.NoResult)
            {
                _noResults[column] = _noResults.GetValueOrDefault(column) + 1;
            }
        }
    }

    private bool Matters(int position) =>
        !_layout.Guided[position] && OrderColumnNames.Matters(_layout.Headers[position], _layout[OrderColumn.NetPrice] >= 0, _layout[OrderColumn.LineAmount] >= 0);

    /// <summary>A column for each size or day whose numbers make up the quantity: who reads the sum loses what it is made of.</summary>
    private void TellParts(TableSource source)
    {
        if (_parted is not null || _unreadPositions.Length < 2 || _partsSought++ > MostSoughtParts || NumberIn(OrderColumn.Quantity) is not (> 0 and var quantity))
        {
            return;
        }

        List<string> parts = [];
        var sum = 0m;
        foreach (var position in _unreadPositions)
        {
            if (position < source.Width && CellNumber.Read(source[position], _style.Mark, out var part) != CellNumber.Kind.Invalid && part > 0)
            {
                parts.Add(_layout.Headers[position].Trim());
                sum += part;
            }
        }

        if (parts.Count > 1 && sum == quantity)
        {
            (_parted, _partedRow) = (string.Join(", ", parts), Number);
        }
    }

    /// <summary>« 0,00 % »: nothing cancelled, nothing taken off.</summary>
    private static bool IsNothing(ReadOnlySpan<char> cell) => cell.Contains('0') && !cell.ContainsAnyExcept(OfNothing);

    private void TellShape(TableSource source)
    {
        foreach (var position in _unreadPositions)
        {
            var cell = position < source.Width ? source[position].Trim() : [];
            if (!cell.IsEmpty && !(IsNothing(cell) && Matters(position)))
            {
                ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_unread, position, out var exists);
                entry = exists ? entry with { Count = entry.Count + 1 } : (cell.ToString(), Number, 1);
                if (LineStatus.Of(_layout.Headers[position], cell) is { } status)
                {
                    _log.Error("line-cancelled", Where(), status);
                }
            }
        }

        TellParts(source);
        foreach (var column in (ReadOnlySpan<OrderColumn>)[OrderColumn.Description, OrderColumn.Note])
        {
            if (LineStatus.IsCalledOff(Cell(column)))
            {
                _log.Error("line-cancelled", Where(column), Cell(column).ToString());
            }
        }

        var surplus = false;
        for (var i = _layout.Columns.Length; i < source.Width; i++)
        {
            surplus |= !source[i].Trim().IsEmpty;
        }

        if (surplus)
        {
            _log.Error("row-too-long", Where(), Place.Text(source.Width), Place.Text(_layout.Columns.Length));
        }
        else if (source.Width < _layout.Columns.Length && _layout.HeaderRow >= 0)
        {
            _log.Info("row-too-short", Where(), Place.Text(source.Width), Place.Text(_layout.Columns.Length));
        }
    }
}

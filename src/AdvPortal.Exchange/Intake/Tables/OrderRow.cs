using System.Buffers;
using System.Runtime.InteropServices;
using AdvPortal.Exchange.Intake.Csv;
using AdvPortal.Exchange.Intake.Drafts;

namespace AdvPortal.Exchange.Intake.Tables;

/// <summary>One row of an order table: its cells by what they hold, its numbers in the style of the whole file.</summary>
internal sealed class OrderRow
{
    private const int ShownCells = 6;

    private static readonly string[] TotalWords = ["total", "sous-total", "sous total", "subtotal", "sub-total", "sub total", "montant total", "grand total", "totaux", "net à payer", "net a payer", "gesamt", "summe", "zwischensumme"];

    private static readonly SearchValues<char> UnitLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZéèÉÈ.²³");
    private static readonly SearchValues<char> NumberSigns = SearchValues.Create("0123456789.,' \u00A0\u202F\u2009\u2019");

    private readonly ProblemLog _log;
    private readonly OrderLayout _layout;
    private readonly CellStyle _style;
    private readonly ReadingGuide? _guide;
    private readonly int[] _positions = new int[OrderColumnNames.Count];
    private readonly Dictionary<int, (string Sample, int Row, int Count)> _unread = [];
    private readonly Dictionary<OrderColumn, int> _noResults = [];
    private readonly int[] _unreadPositions;
    private TableSource _source = null!;

    public OrderRow(ProblemLog log, OrderLayout layout, CellStyle style, ReadingGuide? guide)
    {
        (_log, _layout, _style, _guide) = (log, layout, style, guide);
        Array.Fill(_positions, -1);
        List<int> unread = [];
        for (var i = 0; i < layout.Columns.Length; i++)
        {
            if (layout.Columns[i] is { } column)
            {
                _positions[(int)column] = i;
            }
            else if (!layout.Guided[i] || layout.HeaderRow < 0)
            {
                unread.Add(i);
            }
        }

        _unreadPositions = [.. unread];
        HeaderColumns = [.. Held(static column => column is > OrderColumn.OrderNumber and < OrderColumn.LineNo and not OrderColumn.RequestedDate and not (>= OrderColumn.ShipToName and <= OrderColumn.ShipToCountry))];
        LineColumns = [.. Held(static column => column is >= OrderColumn.LineNo or OrderColumn.RequestedDate)];
        HasShipTo = Held(static column => column is >= OrderColumn.ShipToName and <= OrderColumn.ShipToCountry).Count > 0;
    }

    /// <summary>What a row is to its table.</summary>
    public enum Role
    {
        Empty,
        Line,

        /// <summary>A row that sums up the rows above: no article and a first word that says so.</summary>
        Total,

        /// <summary>The headers again, on another page or of another table.</summary>
        Headers,

        /// <summary>Holds something, but no line.</summary>
        Other,
    }

    /// <summary>The columns of this table that speak of the order as a whole.</summary>
    public OrderColumn[] HeaderColumns { get; }

    /// <summary>The columns of this table that speak of a line.</summary>
    public OrderColumn[] LineColumns { get; }

    public bool HasShipTo { get; }

    public int Number => _source.Number;

    public int Index => _source.Index;

    /// <summary>The currency that the prices of the table are shown with, where one is; a sign where several currencies share it.</summary>
    public string? Currency { get; private set; }

    public Role Load(TableSource source)
    {
        _source = source;
        var first = FirstCell(out var position);
        if (first.IsEmpty)
        {
            return Role.Empty;
        }

        var quantity = Cell(OrderColumn.Quantity);
        var isCounted = !quantity.IsEmpty && Kind(OrderColumn.Quantity) != CellKind.Repeated;
        if (char.IsAsciiLetter(first[0]) && IsTotal(first) && (!isCounted || !HasArticleBeside(position)))
        {
            return Role.Total;
        }

        if ((!isCounted || char.IsLetter(quantity[0])) && !char.IsAsciiDigit(first[0]) && OrderColumnNames.Find(first.ToString()) is not null && OrderLayout.OfHeaders(0, source.Copy().Cells, _guide).IsOrder)
        {
            return Role.Headers;
        }

        if (!isCounted && !Own(OrderColumn.NetPrice) && IsBeside(first))
        {
            return Role.Other;
        }

        var hasArticle = Own(OrderColumn.BuyerCode) || Own(OrderColumn.SupplierCode) || Own(OrderColumn.Gtin);
        if (hasArticle && SkipsUnordered && IsUnordered(quantity))
        {
            Unordered++;
            return Role.Empty;
        }

        if (!hasArticle && !isCounted && HoldsOnlyForm(source))
        {
            return Role.Empty;
        }

        if (!hasArticle && !isCounted && !(Own(OrderColumn.Description) && Own(OrderColumn.NetPrice)))
        {
            return Role.Other;
        }

        TellShape(source);
        if (source.MayHaveNoResults)
        {
            CountNoResults();
        }

        return Role.Line;
    }

    /// <summary>The table lists articles, of which only those with a quantity are wanted.</summary>
    public bool SkipsUnordered { get; init; }

    /// <summary>How many articles of such a list are not wanted.</summary>
    public int Unordered { get; private set; }

    /// <summary>Nothing, nought or a dash.</summary>
    public static bool IsUnordered(ReadOnlySpan<char> quantity) => quantity.Trim().Trim("0.,-–").IsEmpty;

    /// <summary>The cells of the row as they stand, for a problem that names it.</summary>
    public string Words() => Words(_source.Copy().Cells);

    public static string Words(IEnumerable<string> cells) => string.Join(" · ", cells.Select(cell => cell.Trim()).Where(cell => cell.Length > 0).Take(ShownCells));

    public ReadOnlySpan<char> Span(OrderColumn column) => Cell(column);

    public string? Text(OrderColumn column)
    {
        var cell = Cell(column);
        if (cell.IsEmpty)
        {
            return null;
        }

        if (Kind(column) == CellKind.Error)
        {
            _log.Error("cell-error", Place.Cell(Number, Header(column)), cell.ToString());
            return null;
        }

        return cell.Length > ReadingLimits.TextLength ? cell[..ReadingLimits.TextLength].ToString() : _source.TextOf(_positions[(int)column]);
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

        switch (Kind(column))
        {
            case CellKind.Repeated:
                _log.Warning("merged-number", Place.Cell(Number, Header(column)), cell.ToString());
                return;
            case CellKind.Number when Numbers.TryParseXml(cell, out var exact):
                NoteCurrency(column, cell);
                set(line, exact);
                return;
        }

        var kind = CellNumber.Read(cell, _style.Mark, out var number);
        if (kind == CellNumber.Kind.Invalid && !TryNumberWithUnit(column, line, cell, out kind, out number))
        {
            if (column == OrderColumn.PackQuantity)
            {
                _log.Info("pack-unread", Place.Cell(Number, Header(column)), cell.ToString());
                return;
            }

            line.HasUnreadableNumber = true;
            _log.Error("number-invalid", Place.Cell(Number, Header(column)), cell.ToString());
            return;
        }

        if (_style.Note(kind))
        {
            _style.Defer(cell.ToString(), Place.Cell(Number, Header(column)), settled => set(line, settled));
        }

        NoteCurrency(column, cell);
        set(line, number);
    }

    public void ReadDate(OrderColumn column, LineDraft line)
    {
        // ISO days make up most of the exports of programs: neither a string nor a doubt.
        if (CellDate.TryIso(Cell(column), out var iso))
        {
            line.DeliveryDate = iso;
        }
        else if (Text(column) is { } cell)
        {
            _style.ReadDate(cell, Place.Cell(Number, Header(column)), IsEnglishDate(Header(column)), day => line.DeliveryDate = day);
        }
    }

    /// <summary>Under English names, 05/06/2026 may be meant the American way.</summary>
    public static bool IsEnglishDate(string header) =>
        OrderColumnNames.Normalise(header) is "order_date" or "po_date" or "delivery_date" or "requested_date" or "requested_delivery_date" or "due_date" or "ship_date" or "need_by_date" or "required_by" or "required_date" or "need_by" or "deliver_by" or "date_required" or "req_date" or "issue_date";

    public void ReadTotal(OrderDraft? order)
    {
        for (var i = _source.Width - 1; i > 0 && order is not null; i--)
        {
            var cell = _source[i];
            var isExact = _source.KindOf(i) == CellKind.Number & Numbers.TryParseXml(cell, out var total);
            var kind = isExact ? CellNumber.Kind.Plain : CellNumber.Read(cell, _style.Mark, out total);
            if (kind == CellNumber.Kind.Invalid)
            {
                continue;
            }

            var isPayable = IsPayable(FirstCell(out _));
            Set(total);
            if (_style.Note(kind))
            {
                _style.Defer(cell.ToString(), Place.Row(Number), Set);
            }

            return;

            void Set(decimal value)
            {
                if (isPayable)
                {
                    order.Payable = value;
                }
                else
                {
                    order.LineExtension = value;
                }
            }
        }
    }

    /// <summary>Tells what the columns held that nobody read.</summary>
    public void TellUnread()
    {
        foreach (var (position, (sample, row, count)) in _unread.OrderBy(entry => entry.Key))
        {
            _log.Info("column-unread", Place.Row(row), _layout.Headers[position], sample, Place.Text(count));
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

    private List<OrderColumn> Held(Predicate<OrderColumn> isWanted)
    {
        List<OrderColumn> held = new(_layout.Columns.Length);
        foreach (var column in _layout.Columns)
        {
            if (column is { } there && isWanted(there))
            {
                held.Add(there);
            }
        }

        return held;
    }

    private static bool IsPayable(ReadOnlySpan<char> words) =>
        words.Contains("TTC", StringComparison.OrdinalIgnoreCase) || words.StartsWith("net ", StringComparison.OrdinalIgnoreCase) || words.Contains("brutto", StringComparison.OrdinalIgnoreCase);

    private static bool IsTotal(ReadOnlySpan<char> first)
    {
        foreach (var word in TotalWords)
        {
            if (first.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (first.Length == word.Length || !char.IsLetterOrDigit(first[word.Length])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A label or a sentence that stands under the article's header by chance: « Commande n° », « Merci de livrer avant 10 h ».</summary>
    private bool IsBeside(ReadOnlySpan<char> first)
    {
        if (first[^1] == ':' || (char.IsLetter(first[0]) && first.Length <= OrderColumnNames.LongestName && OrderColumnNames.Find(first.ToString()) is ( < OrderColumn.LineNo or OrderColumn.Note, _)))
        {
            return true;
        }

        var filled = 0;
        for (var i = 0; i < _source.Width; i++)
        {
            filled += _source[i].Trim().IsEmpty ? 0 : 1;
        }

        return filled == 1 && first.Count(' ') >= 2;
    }

    // A form numbers its empty rows, and sums them up to nought.
    private bool HoldsOnlyForm(TableSource source)
    {
        for (var i = 0; i < source.Width; i++)
        {
            var isFormal = i == _positions[(int)OrderColumn.LineNo] || i == _positions[(int)OrderColumn.LineAmount];
            if (!source[i].Trim().IsEmpty && source.KindOf(i) != CellKind.Repeated && !(isFormal && CellNumber.Read(source[i], '.', out var number) != CellNumber.Kind.Invalid && (number == 0 || i == _positions[(int)OrderColumn.LineNo])))
            {
                return false;
            }
        }

        return true;
    }

    private bool HasArticleBeside(int position)
    {
        foreach (var column in (ReadOnlySpan<OrderColumn>)[OrderColumn.BuyerCode, OrderColumn.SupplierCode, OrderColumn.Gtin, OrderColumn.Description])
        {
            if (_positions[(int)column] != position && Own(column))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>« 500 pce » in a cell for the quantity: the word is the unit, unless a column of its own has it. « Carton de 12 » for the pack.</summary>
    private bool TryNumberWithUnit(OrderColumn column, LineDraft line, ReadOnlySpan<char> cell, out CellNumber.Kind kind, out decimal number)
    {
        (kind, number) = (CellNumber.Kind.Invalid, 0);
        var (start, end) = (cell.IndexOfAnyInRange('0', '9'), cell.LastIndexOfAnyInRange('0', '9') + 1);
        if (start < 0 || cell[start..end].ContainsAnyExcept(NumberSigns))
        {
            return false;
        }

        var unit = cell[end..].Trim();
        if (column == OrderColumn.PackQuantity)
        {
            kind = cell[..start].ContainsAny('-', '−') ? kind : CellNumber.Read(cell[start..end], _style.Mark, out number);
            return kind != CellNumber.Kind.Invalid;
        }

        if (column != OrderColumn.Quantity || start > 0 || unit.Length is 0 or > 12 || unit.ContainsAnyExcept(UnitLetters))
        {
            return false;
        }

        kind = CellNumber.Read(cell[..end], _style.Mark, out number);
        line.Unit ??= kind == CellNumber.Kind.Invalid ? null : unit.TrimEnd('.').ToString();
        return kind != CellNumber.Kind.Invalid;
    }

    private void NoteCurrency(OrderColumn column, ReadOnlySpan<char> cell)
    {
        if (Currency is null && column is OrderColumn.NetPrice or OrderColumn.LineAmount)
        {
            Currency ??= _source.CurrencyOf(_positions[(int)column]) ?? CellNumber.CurrencyOf(cell);
        }
    }

    private CellKind Kind(OrderColumn column) => _source.KindOf(_positions[(int)column]);

    /// <summary>The row says it itself, not a cell merged with the row above.</summary>
    private bool Own(OrderColumn column) => !Cell(column).IsEmpty && Kind(column) != CellKind.Repeated;

    private ReadOnlySpan<char> Cell(OrderColumn column)
    {
        var position = _positions[(int)column];
        return position < 0 || position >= _source.Width ? [] : _source[position].Trim();
    }

    private ReadOnlySpan<char> FirstCell(out int position)
    {
        for (position = 0; position < _source.Width; position++)
        {
            var cell = _source[position].Trim();
            if (!cell.IsEmpty && _source.KindOf(position) != CellKind.Repeated)
            {
                return cell;
            }
        }

        return [];
    }

    private void TellShape(TableSource source)
    {
        foreach (var position in _unreadPositions)
        {
            var cell = position < source.Width ? source[position].Trim() : [];
            if (!cell.IsEmpty)
            {
                ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_unread, position, out var exists);
                entry = exists ? entry with { Count = entry.Count + 1 } : (cell.ToString(), Number, 1);
            }
        }

        var surplus = false;
        for (var i = _layout.Columns.Length; i < source.Width; i++)
        {
            surplus |= !source[i].Trim().IsEmpty;
        }

        if (surplus)
        {
            _log.Error("row-too-long", Place.Row(Number), Place.Text(source.Width), Place.Text(_layout.Columns.Length));
        }
        else if (source.Width < _layout.Columns.Length && _layout.HeaderRow >= 0)
        {
            _log.Info("row-too-short", Place.Row(Number), Place.Text(source.Width), Place.Text(_layout.Columns.Length));
        }
    }
}

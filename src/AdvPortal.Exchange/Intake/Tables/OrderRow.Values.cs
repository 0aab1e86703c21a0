using System.Buffers;
using AdvPortal.Exchange.Intake.Csv;
using AdvPortal.Exchange.Intake.Drafts;

namespace AdvPortal.Exchange.Intake.Tables;

/// <summary>The values of a row: texts, numbers with what stands beside them, days.</summary>
internal sealed partial class OrderRow
{
    private static readonly SearchValues<char> UnitLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZéèÉÈ.²³");
    private static readonly SearchValues<char> NumberSigns = SearchValues.Create("0123456789.,' \u00A0\u202F\u2009\u2019");

    /// <summary>The currency that the row's prices are shown with, where one is; a sign where several currencies share it.</summary>
    public string? Currency { get; private set; }

    /// <summary>The same of the row's amount.</summary>
    public string? AmountCurrency { get; private set; }

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
            _log.Error("cell-error", Where(column), cell.ToString());
            return null;
        }

        return cell.Length > ReadingLimits.TextLength ? cell[..ReadingLimits.TextLength].ToString() : _source.TextOf(_positions[(int)column]);
    }

    /// <summary>A code; one that a spreadsheet wrote as 3,41E+12 has lost its digits, and is none.</summary>
    public string? Code(OrderColumn column)
    {
        if (!IsRounded(Cell(column)))
        {
            return Text(column);
        }

        _log.Error("code-rounded", Where(column), Cell(column).ToString());
        return null;
    }

    /// <summary>« 3,41E+12 »: what a spreadsheet makes of a code of many digits.</summary>
    public static bool IsRounded(ReadOnlySpan<char> cell)
    {
        var power = cell.IndexOf("E+", StringComparison.OrdinalIgnoreCase);
        return power > 0 && power < cell.Length - 2
            && !cell[(power + 2)..].ContainsAnyExceptInRange('0', '9')
            && char.IsAsciiDigit(cell[0]) && cell[1..power].Trim("0123456789").Length <= 1 && (power == 1 || cell[1] is '.' or ',');
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
                _log.Warning("merged-number", Where(column), cell.ToString());
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
                _log.Info("pack-unread", Where(column), cell.ToString());
                return;
            }

            line.HasUnreadableNumber = true;
            _log.Error("number-invalid", Where(column), cell.ToString());
            return;
        }

        if (column == OrderColumn.PackQuantity && number is < 1 or > MostInPack)
        {
            _log.Info("pack-unread", Where(column), cell.ToString());
            return;
        }

        if (_style.Note(kind))
        {
            _style.Defer(cell.ToString(), Where(column), settled => set(line, settled));
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
        else if (CellDate.TryWeek(Cell(column), out var monday))
        {
            (line.DeliveryStart, line.DeliveryEnd) = (monday, monday.AddDays(6));
        }
        else if (Text(column) is { } cell)
        {
            _style.ReadDate(cell, Where(column), IsEnglishDate(Header(column)), day => line.DeliveryDate = day);
        }
    }

    /// <summary>Under English names, 05/06/2026 may be meant the American way.</summary>
    public static bool IsEnglishDate(string header) =>
        OrderColumnNames.Normalise(header) is "order_date" or "po_date" or "delivery_date" or "requested_date" or "requested_delivery_date" or "due_date" or "ship_date" or "need_by_date" or "required_by" or "required_date" or "need_by" or "deliver_by" or "date_required" or "req_date" or "issue_date";

    /// <summary>« 500 pce » in a cell for the quantity: the word is the unit, unless a column of its own has it. « Carton de 12 » for the pack.</summary>
    private bool TryNumberWithUnit(OrderColumn column, LineDraft line, ReadOnlySpan<char> cell, out CellNumber.Kind kind, out decimal number)
    {
        (kind, number) = (CellNumber.Kind.Invalid, 0);
        if (column == OrderColumn.PriceBase)
        {
            if (PriceBasis.InCell(cell.ToString(), line.Unit) is not ( > 0 and var known, var per))
            {
                return false;
            }

            if (per is not null && line.Unit is not null && PriceBasis.AreApart(per, line.Unit))
            {
                _log.Warning("price-unit-differs", Where(column), per, line.Unit);
            }

            (kind, number) = (CellNumber.Kind.Plain, known);
            return true;
        }

        if (column == OrderColumn.NetPrice && PriceBasis.TrySplit(cell, out var price, out var pieces))
        {
            kind = CellNumber.Read(price, _style.Mark, out number);
            line.PriceBaseQuantity = pieces;
            NoteCurrency(column, price);
            return kind != CellNumber.Kind.Invalid;
        }

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
        var shown = column is OrderColumn.NetPrice or OrderColumn.LineAmount ? _source.CurrencyOf(_positions[(int)column]) ?? CellNumber.CurrencyOf(cell) : null;
        (Currency, AmountCurrency) = column == OrderColumn.LineAmount ? (Currency, shown) : (shown ?? Currency, AmountCurrency);
    }

    private CellKind Kind(OrderColumn column) => _source.KindOf(_positions[(int)column]);

    /// <summary>The row says it itself, not a cell merged with the row above.</summary>
    private bool Own(OrderColumn column) => !Cell(column).IsEmpty && Kind(column) != CellKind.Repeated;

    private ReadOnlySpan<char> Cell(OrderColumn column)
    {
        var position = _positions[(int)column];
        return position < 0 || position >= _source.Width ? [] : _source[position].Trim();
    }
}

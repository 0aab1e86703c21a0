using AdvPortal.Exchange.Intake.Csv;
using AdvPortal.Exchange.Intake.Drafts;

namespace AdvPortal.Exchange.Intake.Tables;

/// <summary>A table while its file is being read.</summary>
internal sealed class TableDraft
{
    /// <summary>More rows than a mid-size company has products; the import asks to split beyond.</summary>
    public const int MostRows = 100_000;

    /// <summary>Import lists have some twenty columns; a sheet of thousands is a mistake or an attack.</summary>
    public const int MostColumns = 200;

    private readonly List<TableRow> _rows = [];
    private string[] _headers = [];
    private bool _isCut;
    private int _points;
    private int _commas;

    public ProblemLog Log { get; } = new();

    /// <summary>What parts decimals when no number of the file tells.</summary>
    public char UsualMark { get; set; } = '.';

    /// <summary>Takes a row; the first that is not empty are the headers.</summary>
    /// <returns>False when no more rows are wanted.</returns>
    public bool Add(int number, IReadOnlyList<string?> cells)
    {
        if (cells.All(string.IsNullOrWhiteSpace))
        {
            return true;
        }

        if (_headers.Length == 0)
        {
            TakeHeaders(number, cells);
            return true;
        }

        if (_rows.Count == MostRows)
        {
            Log.Error("table-too-many-rows", null, Place.Text(MostRows));
            return false;
        }

        var row = new string?[_headers.Length];
        for (var i = 0; i < Math.Min(cells.Count, row.Length); i++)
        {
            row[i] = Clean(cells[i]);
            CountMarks(row[i]);
        }

        var isOverlong = !_isCut && cells.Skip(row.Length).Any(cell => !string.IsNullOrWhiteSpace(cell));
        if (isOverlong)
        {
            Log.Error("row-too-long", Place.Row(number), Place.Text(cells.Count), Place.Text(row.Length));
        }

        _rows.Add(new(number, row, isOverlong));
        return true;
    }

    public Table Build()
    {
        if (_headers.Length == 0 && Log.Verdict == ReadingVerdict.Import)
        {
            Log.Error("table-empty", null);
        }

        var mark = _commas > 0 && _points == 0 ? ',' : _points > 0 && _commas == 0 ? '.' : UsualMark;
        return new(_headers, _rows, Log.Problems(), mark);
    }

    private void TakeHeaders(int number, IReadOnlyList<string?> cells)
    {
        var width = cells.Count;
        while (string.IsNullOrWhiteSpace(cells[width - 1]))
        {
            width--;
        }

        if (width > MostColumns)
        {
            Log.Error("table-too-wide", Place.Row(number), Place.Text(MostColumns));
            (width, _isCut) = (MostColumns, true);
        }

        _headers = [.. cells.Take(width).Select(cell => Clean(cell) ?? "")];
        foreach (var twice in _headers.Where(header => header.Length > 0).GroupBy(header => header, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
        {
            Log.Warning("table-header-twice", Place.Row(number), twice.Key);
        }
    }

    private void CountMarks(string? cell)
    {
        switch (cell is null ? CellNumber.Kind.Invalid : CellNumber.Read(cell, UsualMark, out _))
        {
            case CellNumber.Kind.PointDecimal: _points++; break;
            case CellNumber.Kind.CommaDecimal: _commas++; break;
        }
    }

    private static string? Clean(string? cell)
    {
        var text = cell?.Trim('\uFEFF', ' ', '\t', '\r', '\n', '\u00A0', '\u202F');
        return string.IsNullOrEmpty(text) ? null : text.Length > ReadingLimits.TextLength ? text[..ReadingLimits.TextLength] : text;
    }
}

namespace AdvPortal.Exchange.Intake.Tables;

/// <summary>What a cell is beside its text; only a workbook knows more than text.</summary>
internal enum CellKind : byte
{
    Text,

    /// <summary>A number that the file holds as such, written with a point: it reads one way only.</summary>
    Number,

    /// <summary><c>#N/A</c> and its like.</summary>
    Error,

    /// <summary>A formula whose result was never saved.</summary>
    NoResult,

    /// <summary>Merged with the cell above: its text speaks for this row too, its number does not count twice.</summary>
    Repeated,
}

/// <summary>Rows of cells, wherever they were found, one at a time.</summary>
internal abstract class TableSource
{
    /// <summary>The row's number as a spreadsheet counts it, from 1.</summary>
    public abstract int Number { get; }

    /// <summary>The row's place in the part that is shown, from 0.</summary>
    public abstract int Index { get; }

    public abstract int Width { get; }

    /// <summary>The sheet that the rows stand on, where the file has orders on several.</summary>
    public virtual string? Sheet => null;

    /// <summary>The text of a cell, blanks not trimmed; only for columns below <see cref="Width"/>.</summary>
    public abstract ReadOnlySpan<char> this[int column] { get; }

    public abstract bool Read();

    public virtual CellKind KindOf(int column) => CellKind.Text;

    /// <summary>False where no cell of the row can be a formula.</summary>
    public virtual bool MayHaveNoResults => false;

    /// <summary>The text of a cell, blanks trimmed.</summary>
    public virtual string TextOf(int column) => this[column].Trim().ToString();

    /// <summary>The ISO 4217 code or the sign with which a number is shown, where it is not part of the text.</summary>
    public virtual string? CurrencyOf(int column) => null;

    /// <summary>The row to keep; the source goes on.</summary>
    public virtual CellRow Copy()
    {
        var cells = new string[Width];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = this[i].ToString();
        }

        return new(Number, Index, cells);
    }
}

/// <summary>A row in memory.</summary>
/// <param name="Number">As a spreadsheet counts it, from 1.</param>
/// <param name="Index">Its place in the part that is shown, from 0.</param>
/// <param name="Kinds">As long as the cells; null when all are text.</param>
/// <param name="Currencies">As long as the cells; null when no number is shown with one.</param>
internal sealed record CellRow(int Number, int Index, string[] Cells, CellKind[]? Kinds = null, string?[]? Currencies = null);

/// <summary>Rows in memory as a source: a sheet, a table on pages or in a message.</summary>
internal sealed class RowSource(IReadOnlyList<CellRow> rows, string? sheet = null) : TableSource
{
    private int _at = -1;

    public IReadOnlyList<CellRow> Rows => rows;

    public override string? Sheet => sheet;

    public override int Number => rows[_at].Number;

    public override int Index => rows[_at].Index;

    public override int Width => rows[_at].Cells.Length;

    public override ReadOnlySpan<char> this[int column] => rows[_at].Cells[column];

    public override bool Read() => ++_at < rows.Count;

    public override CellRow Copy() => rows[_at];

    public override bool MayHaveNoResults => rows[_at].Kinds is not null;

    // Mostly the very same string.
    public override string TextOf(int column) => rows[_at].Cells[column].Trim();

    public override CellKind KindOf(int column) => rows[_at].Kinds?[column] ?? CellKind.Text;

    public override string? CurrencyOf(int column) => rows[_at].Currencies?[column];
}

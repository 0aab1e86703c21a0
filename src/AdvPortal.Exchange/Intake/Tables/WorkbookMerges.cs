using System.Globalization;

namespace AdvPortal.Exchange.Intake.Tables;

/// <summary>Merged cells of a sheet (18.3.1.55), and the references (18.18.62) by which sheets name their cells.</summary>
internal sealed class WorkbookMerges
{
    private const int MostMerges = 5000;
    private const int TallestMerge = 1000;

    private readonly List<(int Top, int Bottom, int Column)> _merges = [];

    /// <param name="reference">« A2:A5 »; what is merged sideways only says nothing of other rows.</param>
    public void Add(string reference)
    {
        var parts = reference.Split(':');
        if (parts.Length == 2 && RowOf(parts[0]) is > 0 and var top && RowOf(parts[1]) is var bottom && bottom > top && bottom - top < TallestMerge && _merges.Count < MostMerges)
        {
            _merges.Add((top, bottom, ColumnOf(parts[0])));
        }
    }

    /// <summary>What is merged downwards speaks for every row it covers.</summary>
    /// <param name="sheet">The rows of the sheet, by their index.</param>
    public void Repeat(List<CellRow> sheet)
    {
        if (_merges.Count == 0)
        {
            return;
        }

        Dictionary<int, CellRow> rows = [];
        foreach (var row in sheet)
        {
            rows.TryAdd(row.Number, row);
        }

        foreach (var (top, bottom, column) in _merges)
        {
            if (column < 0 || !rows.TryGetValue(top, out var first) || column >= first.Cells.Length || first.Cells[column].Length == 0)
            {
                continue;
            }

            for (var number = top + 1; number <= bottom; number++)
            {
                if (rows.TryGetValue(number, out var row) && (column >= row.Cells.Length || row.Cells[column].Length == 0))
                {
                    row = rows[number] = sheet[row.Index] = Widen(row, column + 1);
                    (row.Cells[column], row.Kinds![column]) = (first.Cells[column], CellKind.Repeated);
                }
            }
        }
    }

    private static CellRow Widen(CellRow row, int width)
    {
        if (row.Cells.Length >= width)
        {
            return row;
        }

        var (cells, kinds, currencies) = (row.Cells, row.Kinds!, row.Currencies);
        Array.Resize(ref cells, width);
        Array.Fill(cells, "", row.Cells.Length, width - row.Cells.Length);
        Array.Resize(ref kinds, width);
        if (currencies is not null)
        {
            Array.Resize(ref currencies, width);
        }

        return row with { Cells = cells, Kinds = kinds, Currencies = currencies };
    }

    /// <returns>Counted from 0; -1 for what is no reference.</returns>
    public static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var c in reference)
        {
            if (!char.IsAsciiLetter(c) || column > TableDraft.MostColumns)
            {
                break;
            }

            column = (column * 26) + (char.ToUpperInvariant(c) - 'A' + 1);
        }

        return column - 1;
    }

    private static int RowOf(string reference) => Number(reference.TrimStart('$').TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ".ToCharArray()).TrimStart('$'));

    /// <returns>-1 for what is no number.</returns>
    public static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}

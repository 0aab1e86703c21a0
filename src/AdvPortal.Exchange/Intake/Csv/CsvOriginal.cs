using AdvPortal.Exchange.Intake.Originals;

namespace AdvPortal.Exchange.Intake.Csv;

/// <summary>Shows a delimited text as the table that it is.</summary>
internal static class CsvOriginal
{
    /// <summary>Rows of one part that are shown; what follows is read in the file itself.</summary>
    public const int MostRows = 2000;

    /// <returns>The part's place.</returns>
    public static int Show(string text, char delimiter, int headerRow, OriginalDraft original)
    {
        using var rows = new CsvCells(text, delimiter);
        List<TableLine> lines = [];
        var isCut = false;
        while (!isCut && rows.Read())
        {
            isCut = lines.Count == MostRows;
            if (!isCut)
            {
                lines.Add(new(rows.Number, rows.Copy().Cells));
            }
        }

        return original.Add(new TablePart(null, lines, headerRow, isCut));
    }
}

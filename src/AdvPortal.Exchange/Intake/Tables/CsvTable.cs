using AdvPortal.Exchange.Intake.Csv;
using AdvPortal.Exchange.Intake.Drafts;
using Sylvan.Data.Csv;

namespace AdvPortal.Exchange.Intake.Tables;

/// <summary>Reads a delimited text as a list.</summary>
internal static class CsvTable
{
    public static void Fill(TableDraft draft, ReadOnlyMemory<byte> bytes)
    {
        var text = FileText.Decode(bytes.Span, draft.Log);
        if (CsvSource.FindDelimiter(text) is not { } delimiter)
        {
            draft.Log.Error("table-not-csv", null);
            return;
        }

        draft.UsualMark = delimiter == ',' ? '.' : ',';
        using var reader = CsvSource.Open(text, delimiter);
        try
        {
            var number = 0;
            List<string?> cells = [];
            while (reader.Read())
            {
                cells.Clear();
                for (var i = 0; i < Math.Min(reader.RowFieldCount, TableDraft.MostColumns + 1); i++)
                {
                    cells.Add(reader.GetString(i));
                }

                number++;
                if (!(number == 1 && cells[0]?.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) == true) && !draft.Add(number, cells))
                {
                    return;
                }
            }
        }
        catch (CsvFormatException broken)
        {
            draft.Log.Error("csv-invalid", Place.Row(broken.RowNumber));
        }
    }
}

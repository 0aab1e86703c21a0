using AdvPortal.Exchange.Intake.Checks;
using AdvPortal.Exchange.Intake.Drafts;
using AdvPortal.Exchange.Intake.Originals;
using AdvPortal.Exchange.Intake.Tables;
using Sylvan.Data.Csv;

namespace AdvPortal.Exchange.Intake.Csv;

/// <summary>Reads orders that people export as delimited text; delimiter, encoding, headers, number and date style are told from the file.</summary>
internal static class CsvOrderReader
{
    /// <summary>Rows of one or two cells that belong to no table: text is not taken for a list below this share of whole rows.</summary>
    private const double TableShare = 0.9;

    /// <returns>Null when the text is no table at all.</returns>
    public static DocumentReading? Read(ReadOnlySpan<byte> bytes, ReadingContext context)
    {
        var log = new ProblemLog();
        var text = FileText.Decode(bytes, log);
        if (CsvSource.FindDelimiter(text) is not { } delimiter)
        {
            return null;
        }

        // Where commas part the cells, points part the decimals; a French export has semicolons and commas.
        var tables = new OrderTables(log, context.Guide, delimiter == ',' ? '.' : ',');
        try
        {
            var sample = Sample(text, delimiter);
            if (OrderLayout.Find(sample, context.Guide) is { IsOrder: true } layout)
            {
                return Read(text, delimiter, bytes, tables, layout, sample, context.Original);
            }

            return IsTable(sample[Math.Max(OrderLayout.Find(sample, context.Guide)?.HeaderRow ?? 0, 0)..]) ? Unknown(tables, text, delimiter, sample, context) : null;
        }
        catch (CsvFormatException broken)
        {
            log.Error("csv-invalid", Place.Row(broken.RowNumber));
            return log.Reading(DocumentFormat.Csv, []);
        }
    }

    private static DocumentReading Read(string text, char delimiter, ReadOnlySpan<byte> bytes, OrderTables tables, OrderLayout layout, List<CellRow> sample, OriginalDraft? original)
    {
        CellMark? mark = null;
        if (original is not null && CsvOriginal.Show(text, delimiter, layout.HeaderRow, original) is var part)
        {
            mark = (value, row, column) =>
            {
                if (row < CsvOriginal.MostRows)
                {
                    original.Found(value, part, row, column);
                }
            };
        }

        // A short file is in memory already; a long one is read where it stands, no string per cell.
        using var whole = sample.Count < OrderLayout.HeaderWithin ? null : new CsvCells(text, delimiter);
        tables.Read(layout, tables.NewHead(), layout.HeaderRow > 0 ? sample[..layout.HeaderRow] : [], (TableSource?)whole ?? new RowSource(sample), mark);
        if (layout.HeaderRow < 0 && !Array.Exists(layout.Guided, isGuided => isGuided))
        {
            tables.Log.Error("header-missing", null);
        }

        var reading = tables.Finish(DocumentFormat.Csv, Placeholders.MayStandIn(text));
        return reading with { Problems = [CsvDialect.Say(delimiter, FileText.NameOf(bytes), tables.Style.FoundMark, layout.HeaderRow), .. reading.Problems] };
    }

    /// <summary>A table that nobody knows: its columns are offered, so that a person can say once what they hold.</summary>
    private static DocumentReading Unknown(OrderTables tables, string text, char delimiter, List<CellRow> sample, ReadingContext context)
    {
        tables.Log.Warning("no-order-columns", null);
        var layout = OrderLayout.Find(sample, context.Guide) ?? OrderLayout.OfUnknown(sample, context.Guide);
        if (layout is not null)
        {
            tables.Note(layout);
        }

        if (context.Original is { } original)
        {
            CsvOriginal.Show(text, delimiter, layout?.HeaderRow ?? -1, original);
        }

        return tables.Log.Reading(DocumentFormat.Csv, []) with { Layout = layout is null ? null : tables.Layout() };
    }

    private static List<CellRow> Sample(string text, char delimiter)
    {
        using var reader = new CsvCells(text, delimiter);
        List<CellRow> rows = [];
        while (rows.Count < OrderLayout.HeaderWithin && reader.Read())
        {
            rows.Add(reader.Copy());
        }

        return rows;
    }

    private static bool IsTable(List<CellRow> rows)
    {
        var full = rows.FindAll(row => row.Cells.Length > 1 || row.Cells is not [""]);
        return full.Count >= 2 && full[0].Cells.Length >= 2 && full.Count(row => row.Cells.Length == full[0].Cells.Length) >= full.Count * TableShare;
    }
}

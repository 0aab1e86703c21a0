using System.Xml;
using AdvPortal.Exchange.Intake.Csv;
using AdvPortal.Exchange.Intake.Drafts;
using AdvPortal.Exchange.Intake.Originals;

namespace AdvPortal.Exchange.Intake.Tables;

/// <summary>Reads the orders of an XLSX workbook: which of its sheets are orders is told by what they hold, and the others are named.</summary>
/// <remarks>Workbooks are untrusted zip archives: outside tests, read them through <see cref="LimitedReader"/>.</remarks>
internal static class WorkbookOrderReader
{
    private const int NamedRows = 10;
    private const int MostSheets = 100;

    private static readonly string[] OrderWords = ["commande", "cde", "order", "bestellung", "bdc"];

    public static DocumentReading Read(ReadOnlyMemory<byte> bytes, ReadingContext context)
    {
        var log = new ProblemLog();
        using var stream = new MemoryStream(bytes.ToArray(), writable: false);
        if (!WorkbookGuard.Admits(stream, log))
        {
            return log.Reading(DocumentFormat.Xlsx, []);
        }

        try
        {
            using var file = new WorkbookFile(stream);
            return Read(file, log, context);
        }
        catch (Exception broken) when (broken is XmlException or InvalidDataException or IOException or NotSupportedException)
        {
            log.Error("workbook-broken", null);
            return log.Reading(DocumentFormat.Xlsx, []);
        }
    }

    private static DocumentReading Read(WorkbookFile file, ProblemLog log, ReadingContext context)
    {
        if (file.HasMacros)
        {
            log.Info("macros-not-run", null);
        }

        var sheets = file.Sheets.Take(MostSheets).Select(sheet => Found.Of(sheet.Name, sheet.IsHidden, WorkbookSheet.Read(file, sheet.Part), context)).ToList();
        var tables = new OrderTables(log, context.Guide, ',');
        var orders = Choose(sheets);
        foreach (var sheet in sheets)
        {
            if (orders.Contains(sheet))
            {
                Read(sheet, orders.Count > 1, tables, context.Original);
            }
            else if (sheet.Sheet.Rows.Count > 0)
            {
                // A sheet of quantities that nobody reads may be the order; a price list is not.
                log.Add(sheet.MayBeOrder ? ProblemSeverity.Warning : ProblemSeverity.Info, sheet.IsHidden ? "sheet-hidden" : "sheet-unread", null, sheet.Name);
            }
        }

        if (orders.Count > 0)
        {
            return tables.Finish(DocumentFormat.Xlsx, mayHoldPlaceholders: true);
        }

        log.Warning(sheets.Exists(sheet => sheet is { IsHidden: false, Layout.IsOrder: true }) ? "no-quantities" : "no-order-columns", null);
        if (sheets.Find(sheet => !sheet.IsHidden && sheet.Layout is not null) is { Layout: { } layout })
        {
            tables.Note(layout);
        }

        return log.Reading(DocumentFormat.Xlsx, []) with { Layout = tables.Layout() };
    }

    /// <summary>Sheets that order something; beside one that names its order, those that do not are lists.</summary>
    private static List<Found> Choose(List<Found> sheets)
    {
        var orders = sheets.FindAll(sheet => sheet is { IsHidden: false, MayBeOrder: true });
        foreach (var isSurer in (ReadOnlySpan<Predicate<Found>>)[sheet => sheet.Layout!.HeaderRow >= 0, sheet => sheet.NamesOrder, sheet => Array.Exists(OrderWords, word => sheet.Name.Contains(word, StringComparison.OrdinalIgnoreCase))])
        {
            orders = orders.Count > 1 && orders.Exists(isSurer) ? orders.FindAll(isSurer) : orders;
            if (orders.Count > 1 && orders.TrueForAll(sheet => sheet.NamesOrder))
            {
                return orders;
            }
        }

        return orders;
    }

    private static void Read(Found found, bool isOneOfSeveral, OrderTables tables, OriginalDraft? original)
    {
        var (sheet, layout) = (found.Sheet, found.Layout!);
        tables.Read(layout, tables.NewHead(), sheet.Rows[..Math.Max(layout.HeaderRow, 0)], new RowSource(sheet.Rows, isOneOfSeveral ? found.Name : null), original is null ? null : Mark);
        if (layout.HeaderRow < 0 && !Array.Exists(layout.Guided, isGuided => isGuided))
        {
            tables.Log.Error("header-missing", null);
        }

        var hiddenRows = sheet.HiddenRows.FindAll(row => layout.HeaderRow < 0 || row > sheet.Rows[layout.HeaderRow].Number);
        if (hiddenRows.Count > 0)
        {
            tables.Log.Warning("hidden-rows", null, found.Name, string.Join(", ", hiddenRows.Take(NamedRows)) + (hiddenRows.Count > NamedRows ? ", …" : ""));
        }

        foreach (var column in sheet.HiddenColumns.Where(column => column < layout.Headers.Length && layout.Headers[column].Length > 0).Order())
        {
            tables.Log.Add(layout.Columns[column] is null ? ProblemSeverity.Info : ProblemSeverity.Warning, "hidden-column", null, found.Name, layout.Headers[column].Trim());
        }

        if (sheet.IsCut)
        {
            tables.Log.Error("table-too-many-rows", null, Place.Text(sheet.Rows.Count));
        }

        void Mark(string value, int row, int column)
        {
            if (row < CsvOriginal.MostRows)
            {
                original!.Found(value, found.Part, row, column);
            }
        }
    }

    /// <summary>A sheet with what can be told of it before it is read.</summary>
    private sealed record Found(string Name, bool IsHidden, WorkbookSheet Sheet, OrderLayout? Layout, bool MayBeOrder, bool NamesOrder, int Part)
    {
        public static Found Of(string name, bool isHidden, WorkbookSheet sheet, ReadingContext context)
        {
            var above = sheet.Rows.Take(OrderLayout.HeaderWithin).ToList();
            var layout = OrderLayout.Find(above, context.Guide);
            var mayBeOrder = layout is { IsOrder: true } && Orders(sheet, layout);
            var part = isHidden || context.Original is null ? -1 : Show(name, sheet, layout?.HeaderRow ?? -1, context.Original);
            return new(name, isHidden, sheet, layout ?? OrderLayout.OfUnknown(above, context.Guide), mayBeOrder, mayBeOrder && NamesItsOrder(above, layout!, context.Guide), part);
        }

        private static bool Orders(WorkbookSheet sheet, OrderLayout layout)
        {
            var quantity = layout[OrderColumn.Quantity];
            return sheet.Rows.Skip(layout.HeaderRow + 1).Any(row => quantity < row.Cells.Length && (!OrderRow.IsUnordered(row.Cells[quantity]) || row.Kinds?[quantity] == CellKind.NoResult));
        }

        private static bool NamesItsOrder(List<CellRow> above, OrderLayout layout, ReadingGuide? guide)
        {
            var head = new OrderHead(guide);
            new HeadReader(head, new ProblemLog(), mark: null).Read(above[..Math.Max(layout.HeaderRow, 0)], isTop: true);
            return layout[OrderColumn.OrderNumber] >= 0 || head[OrderColumn.OrderNumber] is not null;
        }

        private static int Show(string name, WorkbookSheet sheet, int headerRow, OriginalDraft original) =>
            original.Add(new TablePart(name, [.. sheet.Rows.Take(CsvOriginal.MostRows).Select(row => new TableLine(row.Number, row.Cells))], headerRow, sheet.Rows.Count > CsvOriginal.MostRows));
    }
}

using System.Text.RegularExpressions;
using AdvPortal.Exchange.Intake.Drafts;
using AdvPortal.Exchange.Intake.Pdf;
using AdvPortal.Exchange.Intake.Tables;

namespace AdvPortal.Exchange.Intake.Mail;

/// <summary>A table in a message: an HTML one, or columns that somebody aligned with spaces, tabs or bars under headers.</summary>
internal static partial class TextTable
{
    /// <returns>The rows of the order table that begins at this line, its headers first; null where none does.</returns>
    public static IReadOnlyList<IReadOnlyList<string>>? At(IReadOnlyList<MailLine> lines, int at)
    {
        var headers = Cells(lines[at]);
        if (!IsHeader(headers))
        {
            return null;
        }

        List<IReadOnlyList<string>> rows = [headers];
        for (var i = at + 1; i < lines.Count && lines[i].Table == lines[at].Table; i++)
        {
            var cells = Rule().IsMatch(lines[i].Text) ? [] : Cells(lines[i]);
            if (lines[at].Table == 0 && cells.Count != 0 && (cells.Count < 2 || cells.Count > headers.Count + 1))
            {
                break;
            }

            rows.Add(cells);
        }

        return rows;
    }

    /// <summary>The rows as the reader of tables reads them. Its rows are lines of the message.</summary>
    /// <param name="first">The place of the headers among the sender's lines.</param>
    public static DocumentReading? Read(IReadOnlyList<MailLine> lines, int first, IReadOnlyList<IReadOnlyList<string>> rows, MailStyle style, ReadingGuide? guide, CellMark mark)
    {
        CellRow[] cells = [.. rows.Select((row, i) => (row, line: lines[first + i])).Where(pair => pair.row.Count > 0).Select((pair, i) => new CellRow(pair.line.Number + 1, pair.line.Number, i == 0 ? Headers(pair.row) : [.. pair.row]))];
        if (OrderLayout.Find(cells, guide) is not { IsOrder: true } layout)
        {
            return null;
        }

        var tables = new OrderTables(new ProblemLog(), guide, style.DecimalMark);
        tables.Read(layout, tables.NewHead(), cells[..Math.Max(layout.HeaderRow, 0)], new RowSource(cells), mark);
        return tables.Finish(DocumentFormat.Email, mayHoldPlaceholders: false);
    }

    /// <summary>Headers as the reader of tables takes them; « Product » beside « EAN » or « SKU » is what the thing is called.</summary>
    private static string[] Headers(IReadOnlyList<string> row)
    {
        string[] plain = [.. row];
        var columns = Array.ConvertAll(plain, name => OrderColumnNames.Find(name)?.Column);
        var thing = columns.Contains(OrderColumn.Description) || columns.Count(column => column is OrderColumn.BuyerCode or OrderColumn.Gtin or OrderColumn.SupplierCode) < 2 ? -1 : Array.FindIndex(plain, PageRows.IsThing);
        if (thing >= 0)
        {
            plain[thing] = "description";
        }

        return plain;
    }

    public static LineDraft Draft(PurchaseOrderLine line)
    {
        var draft = new LineDraft
        {
            LineNo = line.LineNo,
            BuyerCode = line.BuyerCode,
            SupplierCode = line.SupplierCode,
            Gtin = line.Gtin,
            Name = line.Name,
            Description = line.Description,
            Quantity = line.Quantity,
            Unit = line.Unit,
            NetPrice = line.NetPrice,
            PriceBaseQuantity = line.PriceBaseQuantity,
            PackQuantity = line.PackQuantity,
            LineAmount = line.LineAmount,
            DeliveryDate = line.RequestedDelivery?.Date,
        };
        foreach (var note in line.Notes)
        {
            draft.AddNote(note);
        }

        return draft;
    }

    /// <summary>A quantity, and an article by its code or its name.</summary>
    private static bool IsHeader(IReadOnlyList<string> cells)
    {
        var columns = cells.Count < 2 ? [] : cells.Select(cell => OrderColumnNames.Find(cell)?.Column).OfType<OrderColumn>().Distinct().ToList();
        return columns.Contains(OrderColumn.Quantity) && columns.Exists(column => column is OrderColumn.BuyerCode or OrderColumn.SupplierCode or OrderColumn.Gtin or OrderColumn.Description);
    }

    private static IReadOnlyList<string> Cells(MailLine line) => line.Cells ?? [.. Gap().Split(line.Text.Trim().Trim('|')).Select(cell => cell.Trim())];

    [GeneratedRegex(@"\t+|\s{2,}|\s*\|\s*|;", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Gap();

    [GeneratedRegex(@"^[\s|+=_-]{3,}$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Rule();
}

using System.Text;
using System.Text.RegularExpressions;
using AdvPortal.Exchange.Intake.Csv;
using AdvPortal.Exchange.Intake.Drafts;

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

    /// <summary>The rows as the reader of tables reads them; its places are rows of this table.</summary>
    public static DocumentReading Read(IReadOnlyList<IReadOnlyList<string>> rows, MailStyle style, ReadingGuide? guide)
    {
        var delimiter = style.DecimalMark == ',' ? ';' : ',';
        var text = new StringBuilder();
        foreach (var row in rows.Where(row => row.Count > 0))
        {
            text.AppendJoin(delimiter, row.Concat(Enumerable.Repeat("", Math.Max(0, rows[0].Count - row.Count))).Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append('\n');
        }

        return CsvOrderReader.Read(Encoding.UTF8.GetBytes(text.ToString()), new ReadingContext(guide)) ?? new(DocumentFormat.Csv, ReadingVerdict.NotAnOrder, [], []);
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

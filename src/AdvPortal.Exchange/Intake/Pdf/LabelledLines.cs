using AdvPortal.Exchange.Intake.Tables;

namespace AdvPortal.Exchange.Intake.Pdf;

/// <summary>Order lines written as labels with their values instead of a table: "SKU: WDGT-BLUE-L Qty: 40 UOM: EA".</summary>
internal static class LabelledLines
{
    /// <returns>Null when the lines hold no article with its quantity.</returns>
    public static PageTable? Find(IReadOnlyList<PageLine> lines, ReadingGuide? guide)
    {
        List<HeaderCell> headers = [];
        List<(PageLine Line, Dictionary<OrderColumn, PageCell> Cells)> records = [];
        foreach (var line in lines)
        {
            foreach (var label in line.Phrases.SelectMany(phrase => LabelSplit.All(phrase, guide)))
            {
                if (label is not { HasColon: true, Value: { } value, Column: >= OrderColumn.LineNo and not OrderColumn.Note and var column })
                {
                    continue;
                }

                if (records.Count == 0 || records[^1].Cells.ContainsKey(column))
                {
                    records.Add((line, []));
                }

                records[^1].Cells[column] = new(value.Text.TrimEnd(',', ';', '|').TrimEnd(), value.Page, value.Box);
                if (!headers.Exists(header => header.Column == column))
                {
                    headers.Add(new(label.Text, label.Label.Left, value.Right, column));
                }
            }
        }

        records.RemoveAll(record => !record.Cells.TryGetValue(OrderColumn.Quantity, out var quantity) || !RowWords.IsQuantity(quantity.Text)
            || !record.Cells.Keys.Any(column => column is OrderColumn.BuyerCode or OrderColumn.SupplierCode or OrderColumn.Gtin or OrderColumn.Description));
        if (records.Count == 0)
        {
            return null;
        }

        var table = new PageTable(new(0, 0, headers), records[0].Line.Page);
        foreach (var (line, cells) in records)
        {
            table.Rows.Add(new(line.Page, line.Base, [.. headers.Select(header => cells.GetValueOrDefault(header.Column!.Value))]));
            table.Lines.Add(line);
        }

        return table;
    }
}

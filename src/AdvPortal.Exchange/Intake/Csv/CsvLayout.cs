using AdvPortal.Exchange.Intake.Checks;

namespace AdvPortal.Exchange.Intake.Csv;

/// <summary>Where the headers of an order table are and what each column holds.</summary>
/// <param name="HeaderRow">Counted from 0; -1 when the table starts at once and its columns were told from what they hold.</param>
/// <param name="Columns">For each position what it holds; null for what no field of an order takes.</param>
/// <param name="Currency">The currency that a price's header names: « P.U. (€) ».</param>
internal sealed record CsvLayout(int HeaderRow, string[] Headers, OrderColumn?[] Columns, string? Currency)
{
    /// <summary>Sheets carry an address block or a title above their table, not a page.</summary>
    private const int HeaderWithin = 25;

    private const int WidestGuessedTable = 12;
    private const int LongestCode = 40;

    public int this[OrderColumn column] => Array.IndexOf(Columns, column);

    /// <summary>True when the table can be an order: articles and how many.</summary>
    public bool IsOrder => this[OrderColumn.Quantity] >= 0
        && (this[OrderColumn.BuyerCode] >= 0 || this[OrderColumn.SupplierCode] >= 0 || this[OrderColumn.Gtin] >= 0 || this[OrderColumn.Description] >= 0);

    /// <summary>Finds the layout in the first rows; null when they look like no table that could be an order.</summary>
    public static CsvLayout? Find(IReadOnlyList<string[]> rows)
    {
        CsvLayout? best = null;
        for (var i = 0; i < Math.Min(rows.Count, HeaderWithin); i++)
        {
            var layout = OfHeaders(i, rows[i]);
            if (layout.IsOrder)
            {
                return layout;
            }

            best = layout.Columns.Count(column => column is not null) >= 2 && best is null ? layout : best;
        }

        return OfContents(rows) ?? best;
    }

    private static CsvLayout OfHeaders(int row, string[] headers)
    {
        var columns = new OrderColumn?[headers.Length];
        Dictionary<OrderColumn, (int Index, int Rank)> taken = [];
        for (var i = 0; i < headers.Length; i++)
        {
            if (headers[i].Length > 60 || OrderColumnNames.Find(headers[i]) is not var (column, rank))
            {
                continue;
            }

            // Two headers for one thing: the plainer one has it, the other is told as unread.
            if (!taken.TryGetValue(column, out var present) || rank < present.Rank)
            {
                if (present != default || taken.ContainsKey(column))
                {
                    columns[present.Index] = null;
                }

                (columns[i], taken[column]) = (column, (i, rank));
            }
        }

        var price = Array.IndexOf(columns, OrderColumn.NetPrice);
        var currency = price >= 0 && (headers[price].Contains('€') || headers[price].Contains("EUR", StringComparison.Ordinal)) ? "EUR" : null;
        return new(row, headers, columns, currency);
    }

    /// <summary>A bare list of codes and quantities; whatever else it holds is told, not guessed.</summary>
    private static CsvLayout? OfContents(IReadOnlyList<string[]> rows)
    {
        var width = rows.Count == 0 ? 0 : rows[0].Length;
        if (width is < 2 or > WidestGuessedTable || rows.Any(row => row.Length != width))
        {
            return null;
        }

        var quantity = FindColumn(rows, width, IsQuantity);
        var gtin = FindColumn(rows, width, cell => Gs1.LooksLikeGtin(cell) && Gs1.HasValidCheckDigit(cell));
        var code = gtin >= 0 ? gtin : FindColumn(rows, width, cell => cell.Length <= LongestCode && !cell.Contains(' ') && CellNumber.Read(cell, '.', out _) == CellNumber.Kind.Invalid);
        if (quantity < 0 || code < 0)
        {
            return null;
        }

        var columns = new OrderColumn?[width];
        columns[quantity] = OrderColumn.Quantity;
        columns[code] = code == gtin ? OrderColumn.Gtin : OrderColumn.BuyerCode;
        return new(-1, [.. Enumerable.Range(1, width).Select(Drafts.Place.Text)], columns, null);
    }

    private static int FindColumn(IReadOnlyList<string[]> rows, int width, Func<string, bool> holds) =>
        Enumerable.Range(0, width).Where(i => rows.All(row => row[i].Trim() is { Length: > 0 } cell && holds(cell))).FirstOrDefault(-1);

    private static bool IsQuantity(string cell) => !Gs1.LooksLikeGtin(cell) && CellNumber.Read(cell, '.', out var number) != CellNumber.Kind.Invalid && number is > 0 and < 1_000_000;
}

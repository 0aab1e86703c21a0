namespace AdvPortal.Exchange.Intake.Tables;

/// <summary>Where the headers of an order table are and what each column holds.</summary>
/// <param name="HeaderRow">Counted from 0; -1 when the table starts at once and its columns were told from what they hold.</param>
/// <param name="Columns">For each position what it holds; null for what no field of an order takes.</param>
/// <param name="Guided">For each position whether a person said what it holds.</param>
/// <param name="Currency">The currency that a price's header names: « P.U. (€) ».</param>
internal sealed partial record OrderLayout(int HeaderRow, string[] Headers, OrderColumn?[] Columns, bool[] Guided, string? Currency)
{
    /// <summary>Sheets carry an address block or a title above their table, not a page.</summary>
    public const int HeaderWithin = 40;

    private static readonly string[] CurrencyCodes = ["EUR", "USD", "GBP", "CHF", "CAD", "AUD", "SEK", "DKK", "NOK", "PLN", "CZK", "HUF", "MAD", "TND"];

    /// <summary>The headers' row as a spreadsheet counts it; 0 without headers.</summary>
    public int HeaderNumber { get; init; }

    /// <summary>Two columns that can be meant by the same name; the first has it.</summary>
    public IReadOnlyList<(string Taken, string Left)> Doubtful { get; init; } = [];

    /// <summary>The header that announces the articles' codes; null where none does.</summary>
    public string? CodeHeader
    {
        get => field ?? (HeaderRow < 0 ? null : Headers.Where((header, i) => header.Length > 0 && Columns[i] is OrderColumn.BuyerCode or OrderColumn.SupplierCode or OrderColumn.Gtin).FirstOrDefault()?.Trim());
        init;
    }

    public int this[OrderColumn column]
    {
        get
        {
            for (var i = 0; i < Columns.Length; i++)
            {
                if (Columns[i] is { } held && held == column)
                {
                    return i;
                }
            }

            return -1;
        }
    }

    /// <summary>True when the table can be an order: articles and how many.</summary>
    public bool IsOrder => this[OrderColumn.Quantity] >= 0
        && (this[OrderColumn.BuyerCode] >= 0 || this[OrderColumn.SupplierCode] >= 0 || this[OrderColumn.Gtin] >= 0 || this[OrderColumn.Description] >= 0);

    /// <summary>Finds the layout in the first rows; null when they look like no table that could be an order.</summary>
    public static OrderLayout? Find(IReadOnlyList<CellRow> rows, ReadingGuide? guide)
    {
        OrderLayout? best = null;
        for (var i = 0; i < Math.Min(rows.Count, HeaderWithin); i++)
        {
            var layout = OfHeaders(i, rows[i].Cells, guide);
            if (layout.IsOrder)
            {
                var below = rows.Skip(i + 1);
                return layout.WithCounted(Under).WithBase(Under) with { HeaderNumber = rows[i].Number };

                IEnumerable<string> Under(int at) => below.Where(row => at < row.Cells.Length).Select(row => row.Cells[at]);
            }

            best = layout.Columns.Count(column => column is not null) >= 2 && best is null ? layout : best;
        }

        return OfNumbers(rows, guide) ?? OfContents(rows) ?? best;
    }

    /// <summary>The columns of a table nobody knows: its first row of several texts, so that a person can say what they hold.</summary>
    public static OrderLayout? OfUnknown(IReadOnlyList<CellRow> rows, ReadingGuide? guide)
    {
        for (var i = 0; i < Math.Min(rows.Count, HeaderWithin); i++)
        {
            var cells = rows[i].Cells;
            if (cells.Count(cell => cell.Any(char.IsLetter)) >= 2 && cells.Count(cell => !string.IsNullOrWhiteSpace(cell)) * 2 > cells.Length)
            {
                return OfHeaders(i, cells, guide);
            }
        }

        return null;
    }

    public IReadOnlyList<LayoutPlace> Places()
    {
        List<LayoutPlace> places = [];
        for (var i = 0; i < Headers.Length; i++)
        {
            if (!string.IsNullOrWhiteSpace(Headers[i]))
            {
                places.Add(new(Headers[i].Trim(), Columns[i] is { } column ? OrderColumnNames.FieldOf(column) : null, Guided[i]));
            }
        }

        return places;
    }

    /// <summary>What the headers of one row hold.</summary>
    public static OrderLayout OfHeaders(int row, string[] headers, ReadingGuide? guide)
    {
        var (columns, guided) = (new OrderColumn?[headers.Length], new bool[headers.Length]);
        Dictionary<OrderColumn, (int Index, int Rank)> taken = [];
        List<(string, string)>? doubtful = null;
        for (var i = 0; i < headers.Length && guide is not null; i++)
        {
            if (Said(guide.Columns, headers[i]) is { } field)
            {
                guided[i] = true;
                if (OrderColumnNames.ColumnOf(field) is { } column && taken.TryAdd(column, (i, -1)))
                {
                    columns[i] = column;
                }
            }
        }

        for (var i = 0; i < headers.Length; i++)
        {
            if (guided[i] || (OrderColumnNames.Find(headers[i]) ?? OrderColumnNames.FindOwn(headers[i]) ?? OrderColumnNames.FindBased(headers[i])) is not var (column, rank))
            {
                continue;
            }

            if (!taken.TryGetValue(column, out var present))
            {
                (columns[i], taken[column]) = (column, (i, rank));
                continue;
            }

            // Two headers for one thing: the plainer one has it, the other is told as unread.
            if (rank == present.Rank)
            {
                (doubtful ??= []).Add((headers[present.Index].Trim(), headers[i].Trim()));
            }

            var loser = rank < present.Rank ? present.Index : i;
            if (rank < present.Rank)
            {
                columns[present.Index] = null;
                (columns[i], taken[column]) = (column, (i, rank));
            }

            if (column == OrderColumn.LineAmount && IsSubtotal(headers[loser]) && taken.TryAdd(OrderColumn.OrderTotal, (loser, 0)))
            {
                columns[loser] = OrderColumn.OrderTotal;
            }
        }

        // A price by the case is none of the units beside it.
        if (taken.TryGetValue(OrderColumn.NetPrice, out var price) && !guided[price.Index] && OrderColumnNames.IsOfPack(headers[price.Index])
            && !(taken.TryGetValue(OrderColumn.Quantity, out var counted) && OrderColumnNames.IsOfPack(headers[counted.Index])))
        {
            columns[price.Index] = null;
            taken.Remove(OrderColumn.NetPrice);
        }

        var currency = CurrencyUnder(OrderColumn.NetPrice) ?? CurrencyUnder(OrderColumn.LineAmount);
        return new(row, headers, columns, guided, currency) { Doubtful = doubtful ?? (IReadOnlyList<(string, string)>)[] };

        string? CurrencyUnder(OrderColumn column) => taken.TryGetValue(column, out var place) ? CurrencyIn(headers[place.Index]) : null;
    }

    /// <summary>What a person said of a header or label; null when nothing was said.</summary>
    public static string? Said(IReadOnlyDictionary<string, string> said, string text)
    {
        var trimmed = text.AsSpan().Trim().TrimEnd(" :\u00A0\u202F");
        foreach (var (name, field) in said)
        {
            if (trimmed.Equals(name.AsSpan().Trim().TrimEnd(" :\u00A0\u202F"), StringComparison.OrdinalIgnoreCase))
            {
                return field;
            }
        }

        return null;
    }

    // Beside a total of the line, the subtotal is the order's.
    private static bool IsSubtotal(string header) => OrderColumnNames.Normalise(header) is "subtotal" or "sous_total" or "sub_total";

    private static string? CurrencyIn(string header) =>
        header.Contains('€') ? "EUR"
        : header.Contains('£') ? "GBP"
        : !CurrencyCodes.Any(code => header.Contains(code, StringComparison.Ordinal)) ? null
        : header.Split([' ', '(', ')', '[', ']', '/', '_', '\u00A0'], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(CurrencyCodes.Contains);
}

using System.Globalization;
using AdvPortal.Exchange.Intake.Checks;
using AdvPortal.Exchange.Intake.Csv;
using AdvPortal.Exchange.Intake.Drafts;

namespace AdvPortal.Exchange.Intake.Tables;

/// <summary>Where the headers of an order table are and what each column holds.</summary>
/// <param name="HeaderRow">Counted from 0; -1 when the table starts at once and its columns were told from what they hold.</param>
/// <param name="Columns">For each position what it holds; null for what no field of an order takes.</param>
/// <param name="Guided">For each position whether a person said what it holds.</param>
/// <param name="Currency">The currency that a price's header names: « P.U. (€) ».</param>
internal sealed record OrderLayout(int HeaderRow, string[] Headers, OrderColumn?[] Columns, bool[] Guided, string? Currency)
{
    /// <summary>Sheets carry an address block or a title above their table, not a page.</summary>
    public const int HeaderWithin = 40;

    private static readonly string[] CurrencyCodes = ["EUR", "USD", "GBP", "CHF", "CAD"];

    private const int WidestGuessedTable = 12;
    private const int LongestCode = 40;

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
                return layout.WithCounted(at => below.Where(row => at < row.Cells.Length).Select(row => row.Cells[at])) with { HeaderNumber = rows[i].Number };
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
            if (guided[i] || (OrderColumnNames.Find(headers[i]) ?? OrderColumnNames.FindOwn(headers[i])) is not var (column, rank))
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

        var currency = taken.TryGetValue(OrderColumn.NetPrice, out var price) ? CurrencyIn(headers[price.Index]) : null;
        return new(row, headers, columns, guided, currency) { Doubtful = doubtful ?? (IReadOnlyList<(string, string)>)[] };
    }

    /// <summary>« Item » over 00010 and 00020 counts the lines where « Material » beside it has the codes.</summary>
    /// <param name="under">The cells of a column.</param>
    public OrderLayout WithCounted(Func<int, IEnumerable<string>> under)
    {
        var item = this[OrderColumn.BuyerCode];
        if (item < 0 || Guided[item] || this[OrderColumn.LineNo] >= 0 || OrderColumnNames.Normalise(Headers[item]) is not ("item" or "n_item" or "n_article") || !Counts(under(item)))
        {
            return this;
        }

        var code = Array.FindIndex(Headers, header => header != Headers[item] && OrderColumnNames.Find(header)?.Column == OrderColumn.BuyerCode);
        if ((code < 0 || Columns[code] is not null || Guided[code]) && this[OrderColumn.SupplierCode] < 0 && this[OrderColumn.Gtin] < 0 && this[OrderColumn.Description] < 0)
        {
            return this;
        }

        var columns = Columns.ToArray();
        columns[item] = OrderColumn.LineNo;
        if (code >= 0 && columns[code] is null && !Guided[code])
        {
            columns[code] = OrderColumn.BuyerCode;
        }

        return this with { Columns = columns };
    }

    /// <summary>1, 2, 3 or 00010, 00020, and from the start again in the next order.</summary>
    private static bool Counts(IEnumerable<string> cells)
    {
        var (last, step) = (0, 0);
        foreach (var cell in cells.Select(cell => cell.Trim()).Where(cell => cell.Length > 0))
        {
            if (!int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || (step == 0 && number is not (1 or 10)))
            {
                return false;
            }

            step = step == 0 ? number : step;
            if (number != step && number != last + step)
            {
                return false;
            }

            last = number;
        }

        return last > 0;
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

    /// <summary>A table without headers whose columns a person named by their numbers.</summary>
    private static OrderLayout? OfNumbers(IReadOnlyList<CellRow> rows, ReadingGuide? guide)
    {
        var width = rows.Count == 0 ? 0 : rows.Max(row => row.Cells.Length);
        if (guide is null || width == 0 || !guide.Columns.Keys.All(name => name.All(char.IsAsciiDigit)))
        {
            return null;
        }

        var layout = OfHeaders(-1, Numbers(width), guide);
        return layout.IsOrder ? layout : null;
    }

    /// <summary>A bare list of codes and quantities; whatever else it holds is told, not guessed.</summary>
    private static OrderLayout? OfContents(IReadOnlyList<CellRow> rows)
    {
        var width = rows.Count == 0 ? 0 : rows[0].Cells.Length;
        if (width is < 2 or > WidestGuessedTable || rows.Any(row => row.Cells.Length != width))
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
        return new(-1, Numbers(width), columns, new bool[width], null);
    }

    private static string[] Numbers(int width) => [.. Enumerable.Range(1, width).Select(Place.Text)];

    private static int FindColumn(IReadOnlyList<CellRow> rows, int width, Func<string, bool> holds) =>
        Enumerable.Range(0, width).Where(i => rows.All(row => row.Cells[i].Trim() is { Length: > 0 } cell && holds(cell))).FirstOrDefault(-1);

    private static bool IsQuantity(string cell) => !Gs1.LooksLikeGtin(cell) && CellNumber.Read(cell, '.', out var number) != CellNumber.Kind.Invalid && number is > 0 and < 1_000_000;
}

using System.Globalization;
using System.Text.RegularExpressions;
using AdvPortal.Exchange.Intake.Checks;
using AdvPortal.Exchange.Intake.Csv;
using AdvPortal.Exchange.Intake.Drafts;
using AdvPortal.Exchange.Intake.Tables;

namespace AdvPortal.Exchange.Intake.Pdf;

/// <summary>The table of a page as rows of cells: what labels and notes under the lines say stands in columns of its own.</summary>
internal sealed partial class PageRows
{
    private static readonly OrderColumn[] Further = [OrderColumn.Description, OrderColumn.BuyerCode, OrderColumn.SupplierCode, OrderColumn.Gtin, OrderColumn.Unit, OrderColumn.RequestedDate, OrderColumn.PriceBase, OrderColumn.Note];

    private static readonly string[] Things = ["item", "items", "article", "articles", "produit", "produits", "product", "products", "material", "materiel", "artikel", "materials"];

    private readonly PageTable _table;
    private readonly List<PageCell?[]> _cells = [];
    private readonly int _discount;
    private readonly bool _isNetPrice;

    public PageRows(PageTable table, ReadingGuide? guide, ProblemLog log)
    {
        _table = table;
        var headers = table.Header.Cells.Select(cell => cell.Text).ToArray();
        var own = OrderLayout.OfHeaders(0, headers, guide).WithCounted(at => table.Rows.Select(row => row.Cells[at]?.Text).OfType<string>());
        var columns = Known(own);
        Guess(columns, own, log);
        var price = Array.IndexOf(columns, OrderColumn.NetPrice);
        _discount = Array.FindIndex(headers, header => Discount().IsMatch(header));
        _isNetPrice = price >= 0 && headers[price].Contains("net", StringComparison.OrdinalIgnoreCase);
        var description = columns.Any(column => column is OrderColumn.BuyerCode or OrderColumn.SupplierCode or OrderColumn.Gtin) ? -1 : Array.IndexOf(columns, OrderColumn.Description);
        foreach (var row in table.Rows)
        {
            TakeCode(row, description);
            TakeUnit(row, Array.IndexOf(columns, OrderColumn.Quantity), columns);
            TakeBase(row, price, columns, price < 0 ? null : BaseIn(headers[price]));
        }

        var further = Further.Where(column => !columns.Contains(column) && table.Rows.Exists(row => row.Extras.ContainsKey(column) || (column == OrderColumn.Note && row.Notes.Count > 0))).ToArray();
        Layout = own with
        {
            Headers = [.. headers, .. further.Select(_ => "")],
            Columns = [.. columns, .. further],
            Guided = [.. own.Guided, .. further.Select(_ => false)],
            CodeHeader = table.Header.Cells.Select(cell => cell.Code?.Text).FirstOrDefault(code => code is not null),
        };
        List<CellRow> rows = [new(0, 0, Layout.Headers)];
        _cells.Add([]);
        foreach (var row in table.Rows)
        {
            PageCell?[] cells = [.. row.Cells, .. further.Select(column => Extra(row, column))];
            rows.Add(new(rows.Count, rows.Count, [.. cells.Select(cell => cell?.Text ?? "")]));
            _cells.Add(cells);
        }

        Cells = rows;
    }

    public OrderLayout Layout { get; }

    /// <summary>The headers, then the lines.</summary>
    public IReadOnlyList<CellRow> Cells { get; }

    public PageCell? CellAt(int row, int column) => column < _cells[row].Length ? _cells[row][column] : null;

    /// <summary>Prices are net: where a column of discounts stands beside a price, and the amounts tell that it is not yet taken off, it is.</summary>
    public void TakeDiscounts(OrderDraft draft, CellStyle style, ProblemLog log)
    {
        if (_discount < 0 || _isNetPrice || draft.Lines.Count != _table.Rows.Count)
        {
            return;
        }

        for (var i = 0; i < draft.Lines.Count; i++)
        {
            var line = draft.Lines[i];
            if (_table.Rows[i].Cells[_discount]?.Text.Trim(' ', '%', '-', '\u00A0', '\u202F') is not { Length: > 0 } text
                || CellNumber.Read(text, style.FoundMark ?? style.Mark, out var percent) == CellNumber.Kind.Invalid || percent is <= 0 or >= 100 || line.NetPrice is not { } price)
            {
                continue;
            }

            var net = price * (100 - percent) / 100;
            var (whole, less) = (line.Quantity * price / (line.PriceBaseQuantity ?? 1), line.Quantity * net / (line.PriceBaseQuantity ?? 1));
            if (line.LineAmount is { } amount && (Math.Abs(whole!.Value - amount) <= LineChecks.Cent || Math.Abs(less!.Value - amount) > Tolerance(line.Quantity!.Value)))
            {
                // The amount is without discount, or agrees with neither: the price stays as it stands.
                continue;
            }

            line.NetPrice = net;
            log.Add(line.LineAmount is null ? ProblemSeverity.Warning : ProblemSeverity.Info, "discount-taken", Place.Line(line.LineNo ?? Place.Text(i + 1), null), price.ToString(CultureInfo.InvariantCulture), text, net.ToString(CultureInfo.InvariantCulture));
        }
    }

    // Documents round the net price of a piece before they multiply.
    private static decimal Tolerance(decimal quantity) => Math.Max(LineChecks.Cent, Math.Min(quantity * 0.005m, 1));

    /// <summary>What the layout knows by the headers as a whole, and what the finder knew by a part of them.</summary>
    private OrderColumn?[] Known(OrderLayout own)
    {
        var columns = own.Columns.ToArray();
        for (var i = 0; i < columns.Length; i++)
        {
            if (columns[i] is null && !own.Guided[i] && _table.Header.Cells[i].Column is { } column && !columns.Contains(column))
            {
                columns[i] = column;
            }
        }

        // "Item" over names of things is what they are, not their code.
        var code = Array.IndexOf(columns, OrderColumn.BuyerCode);
        if (code >= 0 && !own.Guided[code] && IsThing(own.Headers[code]) && !columns.Contains(OrderColumn.Description) && _table.Rows.Count(row => row.Cells[code] is { } cell && !IsCode(cell.Text)) * 2 > _table.Rows.Count)
        {
            columns[code] = OrderColumn.Description;
        }

        return columns;
    }

    /// <summary>Where no header names the articles, what stands under the others tells: codes are short and of one word, names have letters.</summary>
    private void Guess(OrderColumn?[] columns, OrderLayout own, ProblemLog log)
    {
        if (columns.Any(column => column is OrderColumn.BuyerCode or OrderColumn.SupplierCode or OrderColumn.Gtin or OrderColumn.Description))
        {
            return;
        }

        List<string> Under(int column) => [.. _table.Rows.Select(row => row.Cells[column]?.Text).OfType<string>()];
        var free = Enumerable.Range(0, columns.Length).Where(i => columns[i] is null && !own.Guided[i] && Under(i).Count * 2 > _table.Rows.Count).ToList();
        Take(free.FirstOrDefault(i => Under(i).TrueForAll(IsCode) && Under(i).Exists(text => !RowWords.IsAmount(text)), -1), OrderColumn.BuyerCode);
        Take(free.Where(i => columns[i] is null && Under(i).TrueForAll(text => text.Any(char.IsLetter))).OrderByDescending(i => Under(i).Average(text => text.Length)).FirstOrDefault(-1), OrderColumn.Description);

        void Take(int at, OrderColumn column)
        {
            if (at >= 0)
            {
                columns[at] = column;
                log.Warning("column-guessed", null, own.Headers[at], ProblemText.Word(column == OrderColumn.BuyerCode ? "column-code" : "column-description"));
            }
        }
    }

    internal static bool IsThing(string header) => Things.Contains(OrderColumnNames.Normalise(header));

    internal static bool IsCode(string text) => !text.Contains(' ', StringComparison.Ordinal) && text.Any(char.IsAsciiDigit);

    /// <summary>« 12,50 / 100 », "12.50 per 100": the price, and what it is for.</summary>
    private static void TakeBase(PageRow row, int price, OrderColumn?[] columns, string? ofHeader)
    {
        if (price < 0 || columns.Contains(OrderColumn.PriceBase) || row.Cells[price] is not { } cell)
        {
            return;
        }

        if (Base().Match(cell.Text) is { Success: true } match)
        {
            row.Cells[price] = cell with { Text = cell.Text[..match.Index].Trim() };
            row.Extras.TryAdd(OrderColumn.PriceBase, ("", cell with { Text = Counted(match.Groups["base"].Value) }));
        }
        else if (ofHeader is not null)
        {
            row.Extras.TryAdd(OrderColumn.PriceBase, ("", cell with { Text = ofHeader }));
        }
    }

    /// <summary>« [FURN_7777] Office Chair »: where no column has codes, the one in brackets is the article's.</summary>
    private static void TakeCode(PageRow row, int description)
    {
        if (description >= 0 && row.Cells[description] is { } cell && Bracketed().Match(cell.Text) is { Success: true } match)
        {
            row.Cells[description] = cell with { Text = match.Groups["name"].Value };
            row.Extras.TryAdd(OrderColumn.BuyerCode, ("", cell with { Text = match.Groups["code"].Value }));
        }
    }

    /// <summary>« 2 000,00 Unité(s) »: a number in groups, and what it counts.</summary>
    private static void TakeUnit(PageRow row, int quantity, OrderColumn?[] columns)
    {
        if (quantity >= 0 && !columns.Contains(OrderColumn.Unit) && row.Cells[quantity] is { } cell && Counted().Match(cell.Text) is { Success: true } match)
        {
            row.Cells[quantity] = cell with { Text = match.Groups["number"].Value };
            row.Extras.TryAdd(OrderColumn.Unit, ("", cell with { Text = match.Groups["unit"].Value }));
        }
    }

    [GeneratedRegex(@"^(?<number>\d[\d.,' \u00A0\u202F]*)\s+(?<unit>\p{L}[\p{L}²³.]*(\(\p{L}{1,3}\))?)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Counted();

    [GeneratedRegex(@"^\[(?<code>[^\]\s]{2,40})\]\s*(?<name>\S.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Bracketed();

    private static string? BaseIn(string header) => HeaderBase().Match(header) is { Success: true } match ? Counted(match.Groups["base"].Value) : null;

    private static string Counted(string text) => text.ToUpperInvariant() switch
    {
        "C" or "CENT" or "HUNDRED" => "100",
        "M" or "MILLE" or "THOUSAND" or "K" => "1000",
        var digits => digits,
    };

    private static PageCell? Extra(PageRow row, OrderColumn column) =>
        row.Extras.TryGetValue(column, out var extra) ? extra.Value
        : column == OrderColumn.Note && row.Notes.Count > 0 ? row.Notes[0] with { Text = string.Join('\n', row.Notes.Select(note => note.Text)) }
        : null;

    [GeneratedRegex(@"\s*(/|\b(par|per|les|pour|le)\b)\s*(?<base>10|100|1000|cent|mille|C|M|hundred|thousand)\s*(\p{L}{1,4})?\.?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Base();

    [GeneratedRegex(@"(/|\b(par|per|les|pour|le))\s*(?<base>100|1000|cent|mille|hundred|thousand)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex HeaderBase();

    [GeneratedRegex(@"^(rem\.?|remise|rabais|discount|disc\.?|rabatt|r\s?%|% rem\.?|% remise|sconto ?%?|dto\.?|descuento|rem\.? ?%|remise ?\(?%\)?|disc\.? ?%|discount ?\(?%\)?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Discount();
}

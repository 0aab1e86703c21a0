using System.Globalization;
using AdvPortal.Exchange.Intake.Checks;
using AdvPortal.Exchange.Intake.Csv;
using AdvPortal.Exchange.Intake.Drafts;

namespace AdvPortal.Exchange.Intake.Tables;

/// <summary>Columns that what stands in them tells, where headers do not.</summary>
internal sealed partial record OrderLayout
{
    private const int WidestGuessedTable = 12;
    private const int LongestCode = 40;

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

    /// <summary>« PE », « je », "Per" beside a price is what the price is for, where nothing but powers of ten stands under it.</summary>
    /// <param name="under">The cells of a column.</param>
    public OrderLayout WithBase(Func<int, IEnumerable<string>> under)
    {
        if (this[OrderColumn.PriceBase] >= 0 || this[OrderColumn.NetPrice] < 0)
        {
            return this;
        }

        var at = Array.FindIndex(Headers, header => OrderColumnNames.Normalise(header) is "per" or "je" or "pro" or "pe" or "p_e");
        if (at < 0 || Columns[at] is not null || Guided[at] || !PriceBasis.AreBases(under(at)))
        {
            return this;
        }

        var columns = Columns.ToArray();
        columns[at] = OrderColumn.PriceBase;
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

        var gtin = FindColumn(rows, width, cell => Gs1.LooksLikeGtin(cell) && Gs1.HasValidCheckDigit(cell));
        var code = gtin >= 0 ? gtin : FindColumn(rows, width, cell => cell.Length <= LongestCode && !cell.Contains(' ') && CellNumber.Read(cell, '.', out _) == CellNumber.Kind.Invalid);
        code = code >= 0 ? code : FindColumn(rows, width, IsPadded);
        int[] numbers = [.. Enumerable.Range(0, width).Where(i => i != code && rows.All(row => row.Cells[i].Trim() is { Length: > 0 } cell && IsQuantity(cell) && !IsPadded(cell)))];
        var counted = numbers.Length > 1 ? numbers.FirstOrDefault(i => rows.Count > 1 && Counts(rows.Select(row => row.Cells[i])) && rows.Any(row => row.Cells[i].Trim().TrimStart('0') is "2" or "20"), -1) : -1;
        numbers = [.. numbers.Where(i => i != counted).OrderBy(i => rows.All(row => CellNumber.Read(row.Cells[i], ',', out _) == CellNumber.Kind.Plain) ? 0 : 1)];
        if (numbers.Length == 0 || code < 0)
        {
            return null;
        }

        var columns = new OrderColumn?[width];
        columns[code] = code == gtin ? OrderColumn.Gtin : OrderColumn.BuyerCode;
        columns[numbers[0]] = OrderColumn.Quantity;
        if (counted >= 0)
        {
            columns[counted] = OrderColumn.LineNo;
        }

        if (Product(rows, numbers) is var (quantity, price, amount))
        {
            columns[numbers[0]] = null;
            (columns[quantity], columns[price], columns[amount]) = (OrderColumn.Quantity, OrderColumn.NetPrice, OrderColumn.LineAmount);
        }

        return new(-1, Numbers(width), columns, new bool[width], null);
    }

    /// <summary>Three columns of which one is in every row the product of the others prove what they are; whole numbers come first.</summary>
    private static (int Quantity, int Price, int Amount)? Product(IReadOnlyList<CellRow> rows, int[] numbers)
    {
        foreach (var quantity in numbers)
        {
            foreach (var price in numbers.Where(price => price != quantity))
            {
                foreach (var amount in numbers.Where(amount => amount != quantity && amount != price))
                {
                    if (rows.All(row => Math.Abs((Number(row, quantity) * Number(row, price)) - Number(row, amount)) <= LineChecks.Cent))
                    {
                        return (quantity, price, amount);
                    }
                }
            }
        }

        return null;

        static decimal Number(CellRow row, int column) => CellNumber.Read(row.Cells[column], ',', out var number) == CellNumber.Kind.Invalid ? 0 : number;
    }

    private static string[] Numbers(int width) => [.. Enumerable.Range(1, width).Select(Place.Text)];

    private static int FindColumn(IReadOnlyList<CellRow> rows, int width, Func<string, bool> holds) =>
        Enumerable.Range(0, width).Where(i => rows.All(row => row.Cells[i].Trim() is { Length: > 0 } cell && holds(cell))).FirstOrDefault(-1);

    /// <summary>000123: a code, and no number of anything.</summary>
    private static bool IsPadded(string cell) => cell.Trim() is { Length: > 1 } code && code[0] == '0' && code.All(char.IsAsciiDigit);

    private static bool IsQuantity(string cell) => !Gs1.LooksLikeGtin(cell) && CellNumber.Read(cell, '.', out var number) != CellNumber.Kind.Invalid && number is > 0 and < 1_000_000;
}

using AdvPortal.Exchange.Intake.Csv;
using AdvPortal.Exchange.Intake.Drafts;

namespace AdvPortal.Exchange.Intake.Tables;

/// <summary>One row of an order table: its cells by what they hold, its numbers in the style of the whole file.</summary>
internal sealed partial class OrderRow
{
    private const int ShownCells = 6;
    private const int MostInPack = 1_000_000;

    /// <summary>What an invoice adds to its lines; an order mentions it, and no article is called so.</summary>
    private static readonly string[] ChargeWords = ["tva", "taxe", "taxes", "vat", "tax", "sales tax", "mwst", "mwst.", "ust", "frais de port", "frais", "port", "transport", "remise", "acompte", "escompte", "shipping", "freight", "discount", "versand"];

    private readonly ProblemLog _log;
    private readonly OrderLayout _layout;
    private readonly CellStyle _style;
    private readonly ReadingGuide? _guide;
    private readonly int[] _positions = new int[OrderColumnNames.Count];
    private readonly Dictionary<int, (string Sample, int Row, int Count)> _unread = [];
    private readonly Dictionary<OrderColumn, int> _noResults = [];
    private readonly int[] _unreadPositions;
    private TableSource _source = null!;

    public OrderRow(ProblemLog log, OrderLayout layout, CellStyle style, ReadingGuide? guide)
    {
        (_log, _layout, _style, _guide) = (log, layout, style, guide);
        Array.Fill(_positions, -1);
        List<int> unread = [];
        for (var i = 0; i < layout.Columns.Length; i++)
        {
            if (layout.Columns[i] is { } column)
            {
                _positions[(int)column] = i;
            }
            else if (!layout.Guided[i] || layout.HeaderRow < 0)
            {
                unread.Add(i);
            }
        }

        _unreadPositions = [.. unread];
        UnitOfHeader = layout.HeaderRow >= 0 && layout[OrderColumn.Quantity] is >= 0 and var quantity ? OrderColumnNames.UnitIn(layout.Headers[quantity]) : null;
        BaseOfHeader = layout.HeaderRow >= 0 && layout[OrderColumn.NetPrice] is >= 0 and var price ? PriceBasis.InHeader(layout.Headers[price]) : null;
        HeaderColumns = [.. Held(static column => column is > OrderColumn.OrderNumber and < OrderColumn.LineNo and not OrderColumn.RequestedDate and not (>= OrderColumn.ShipToName and <= OrderColumn.ShipToCountry))];
        LineColumns = [.. Held(static column => column is >= OrderColumn.LineNo or OrderColumn.RequestedDate)];
        HasShipTo = Held(static column => column is >= OrderColumn.ShipToName and <= OrderColumn.ShipToCountry).Count > 0;
    }

    /// <summary>What a row is to its table.</summary>
    public enum Role
    {
        Empty,
        Line,

        /// <summary>A row that sums up the rows above: no article and a first word that says so.</summary>
        Total,

        /// <summary>The headers again, on another page or of another table.</summary>
        Headers,

        /// <summary>Holds something, but no line.</summary>
        Other,
    }

    /// <summary>The columns of this table that speak of the order as a whole.</summary>
    public OrderColumn[] HeaderColumns { get; }

    /// <summary>The columns of this table that speak of a line.</summary>
    public OrderColumn[] LineColumns { get; }

    public bool HasShipTo { get; }

    /// <summary>What the quantities are counted in where the rows do not say: « Cartons ».</summary>
    public string? UnitOfHeader { get; }

    /// <summary>What the prices are for where the rows do not say: « P.U. (les 100) ».</summary>
    public decimal? BaseOfHeader { get; }

    public int Number => _source.Number;

    public int Index => _source.Index;

    public Role Load(TableSource source)
    {
        (_source, Currency, AmountCurrency) = (source, null, null);
        var first = FirstCell(out _);
        if (first.IsEmpty)
        {
            return Role.Empty;
        }

        var quantity = Cell(OrderColumn.Quantity);
        var isCounted = !quantity.IsEmpty && Kind(OrderColumn.Quantity) != CellKind.Repeated;
        if (SumRole(isCounted) is { } sum)
        {
            return sum;
        }

        if ((!isCounted || char.IsLetter(quantity[0])) && !char.IsAsciiDigit(first[0]) && OrderColumnNames.Find(first.ToString()) is not null && OrderLayout.OfHeaders(0, source.Copy().Cells, _guide).IsOrder)
        {
            return Role.Headers;
        }

        if (!isCounted && !Own(OrderColumn.NetPrice) && IsBeside(first))
        {
            return Role.Other;
        }

        var hasArticle = Own(OrderColumn.BuyerCode) || Own(OrderColumn.SupplierCode) || Own(OrderColumn.Gtin);
        if (hasArticle && SkipsUnordered && IsUnordered(quantity))
        {
            Unordered++;
            return Role.Empty;
        }

        if (!hasArticle && !isCounted && HoldsOnlyForm(source))
        {
            return Role.Empty;
        }

        if (!hasArticle && !isCounted && !(Own(OrderColumn.Description) && Own(OrderColumn.NetPrice)))
        {
            return Role.Other;
        }

        TellShape(source);
        if (source.MayHaveNoResults)
        {
            CountNoResults();
        }

        return Role.Line;
    }

    /// <summary>The table lists articles, of which only those with a quantity are wanted.</summary>
    public bool SkipsUnordered { get; init; }

    /// <summary>How many articles of such a list are not wanted.</summary>
    public int Unordered { get; private set; }

    /// <summary>Nothing, nought or a dash.</summary>
    public static bool IsUnordered(ReadOnlySpan<char> quantity) => quantity.Trim().Trim("0.,-–").IsEmpty;

    private List<OrderColumn> Held(Predicate<OrderColumn> isWanted)
    {
        List<OrderColumn> held = new(_layout.Columns.Length);
        foreach (var column in _layout.Columns)
        {
            if (column is { } there && isWanted(there))
            {
                held.Add(there);
            }
        }

        return held;
    }

    internal static bool StartsWithWord(ReadOnlySpan<char> first, string[] words)
    {
        foreach (var word in words)
        {
            if (first.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (first.Length == word.Length || !char.IsLetterOrDigit(first[word.Length])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A label or a sentence that stands under the article's header by chance: « Commande n° », « Merci de livrer avant 10 h ».</summary>
    private bool IsBeside(ReadOnlySpan<char> first)
    {
        if (first[^1] == ':' || StartsWithWord(first, ChargeWords) || (char.IsLetter(first[0]) && first.Length <= OrderColumnNames.LongestName && OrderColumnNames.Find(first.ToString()) is ( < OrderColumn.LineNo or OrderColumn.Note, _)))
        {
            return true;
        }

        var filled = 0;
        for (var i = 0; i < _source.Width; i++)
        {
            filled += _source[i].Trim().IsEmpty ? 0 : 1;
        }

        return filled == 1 && (first.Count(' ') >= 2 || !first.ContainsAnyInRange('0', '9'));
    }

    // A form numbers its empty rows, and sums them up to nought.
    private bool HoldsOnlyForm(TableSource source)
    {
        for (var i = 0; i < source.Width; i++)
        {
            var isFormal = i == _positions[(int)OrderColumn.LineNo] || i == _positions[(int)OrderColumn.LineAmount];
            if (!source[i].Trim().IsEmpty && source.KindOf(i) != CellKind.Repeated && !(isFormal && CellNumber.Read(source[i], '.', out var number) != CellNumber.Kind.Invalid && (number == 0 || i == _positions[(int)OrderColumn.LineNo])))
            {
                return false;
            }
        }

        return true;
    }

    private ReadOnlySpan<char> FirstCell(out int position)
    {
        for (position = 0; position < _source.Width; position++)
        {
            var cell = _source[position].Trim();
            if (!cell.IsEmpty && _source.KindOf(position) != CellKind.Repeated)
            {
                return cell;
            }
        }

        return [];
    }
}

using System.Globalization;
using AdvPortal.Exchange.Intake.Originals;
using AdvPortal.Exchange.Requirements;

namespace AdvPortal.Exchange.Intake.Model;

/// <summary>Holds what somebody says that a document orders against the document itself: what stands in it word for word may fill in what reading left empty, and nothing else.</summary>
public sealed class OrderProposals
{
    private readonly OriginalWords _words;
    private readonly QuotedValues _values;
    private readonly PurchaseOrder _order;
    private readonly List<(int Line, Spot At)> _read;
    private readonly List<OrderProposal> _found = [];
    private readonly List<Span> _rows = [];

    private OrderProposals(OriginalWords words, DocumentOriginal original, PurchaseOrder order)
    {
        (_words, _values, _order) = (words, new(words), order);
        _read = [.. original.Spots.Select(spot => (Line: LineOf(spot.Value), spot)).Where(each => each.Line >= 0)];
    }

    /// <param name="words">The words that were asked about.</param>
    /// <param name="original">Where they stand, and what was read beside them.</param>
    /// <param name="reading">What is there already, which nothing is put over.</param>
    /// <param name="cited">What is said of it.</param>
    public static IReadOnlyList<OrderProposal> Of(OriginalWords words, DocumentOriginal original, DocumentReading reading, CitedOrder cited)
    {
        if (!OrderGaps.MayBeFilled(reading))
        {
            return [];
        }

        var it = new OrderProposals(words, original, reading.Orders is [var order] ? order : new());
        it.ReadHead(cited);

        foreach (var line in cited.Lines ?? [])
        {
            it.ReadLine(line);
        }

        return it._found;
    }

    private void ReadHead(CitedOrder cited)
    {
        Take(_order.OrderNumber is null ? _values.Reference(cited.Reference) : null, quote => new() { Reference = quote });
        Take(OrderGaps.LacksDate(_order) ? _values.Date(cited.RequestedDate) : null, quote => new() { RequestedDate = quote });
        Take(_order.ShipTo is null ? _values.Name("shipTo.name", cited.Site) : null, quote => new() { Site = quote });
        Take(OrderGaps.LacksBuyer(_order) ? _values.Name("buyer.name", cited.Buyer) : null, quote => new() { Buyer = quote });

        void Take(ProposedValue? value, Func<string, CitedOrder> cite)
        {
            if (value is not null)
            {
                _found.Add(new(null, IsNewLine: false, [value], cite(value.Words)));
            }
        }
    }

    // Which line it is, its place says: a line that was read from these words is completed, and words that nobody read are a line of their own.
    private void ReadLine(CitedLine cited)
    {
        if (_words.Find(cited.Words, besides: _rows) is not { } row)
        {
            return;
        }

        var places = _words.SpotsOf("", row).ToList();
        var lines = _read.Where(each => places.Exists(place => IsSamePlace(place, each.At))).Select(each => each.Line).Distinct().ToList();

        if (lines is [var known] && known < _order.Lines.Count)
        {
            Complete(known, cited, row);
        }
        else if (lines.Count == 0 && Enumerable.Range(0, _order.Lines.Count).All(line => _read.Exists(each => each.Line == line)))
        {
            Add(cited, row);
        }
    }

    private void Complete(int at, CitedLine cited, Span row)
    {
        foreach (var (value, cite) in ValuesOf(cited, row, _order.Lines[at], mayHaveDate: _order.RequestedDelivery is null))
        {
            if (!_found.Exists(other => other.Line == at && other.Values[0].Field == value.Field))
            {
                _found.Add(new(at, IsNewLine: false, [value], new() { Lines = [cite(new() { Words = row.Of(_words.Text) })] }));
            }
        }
    }

    private void Add(CitedLine cited, Span row)
    {
        var values = ValuesOf(cited, row, new(), mayHaveDate: true).Select(each => each.Value).ToList();

        // A number that nobody knows of what is no line, and neither is what a message repeats of the file that came with it.
        if (values.Exists(value => value.Field is "buyerCode" or "description") && !values.Exists(value => value.Field == "buyerCode" && IsOrderedElsewhere(value)))
        {
            _rows.Add(row);
            _found.Add(new(null, IsNewLine: true, values, new() { Lines = [cited with { Words = row.Of(_words.Text) }] }));
        }
    }

    private bool IsOrderedElsewhere(ProposedValue code) => _order.Lines
        .Where((line, at) => new[] { line.BuyerCode, line.SupplierCode, line.Gtin }.Contains(code.Text, StringComparer.OrdinalIgnoreCase) && !_read.Exists(each => each.Line == at && each.At.Part == code.At?.Part))
        .Any();

    private IEnumerable<(ProposedValue Value, Func<CitedLine, CitedLine> Cite)> ValuesOf(CitedLine cited, Span row, PurchaseOrderLine line, bool mayHaveDate)
    {
        (ProposedValue? Value, Func<CitedLine, CitedLine> Cite)[] values =
        [
            (OrderGaps.LacksCode(line) ? _values.Code(cited.Code, row) : null, it => it with { Code = cited.Code }),
            (line is { Description: null, Name: null } ? _values.Description(cited.Description, row) : null, it => it with { Description = cited.Description }),
            (line.Quantity is null ? _values.Quantity(cited.Quantity, row) : null, it => it with { Quantity = cited.Quantity }),
            (line.Unit is null ? _values.Unit(cited.Unit, row) : null, it => it with { Unit = cited.Unit }),
            (line.NetPrice is null ? _values.Price(cited.NetPrice, row) : null, it => it with { NetPrice = cited.NetPrice }),
            (line.RequestedDelivery is null && mayHaveDate ? _values.Date(cited.RequestedDate, row) : null, it => it with { RequestedDate = cited.RequestedDate }),
        ];

        return values.Where(each => each.Value is not null).Select(each => (each.Value!, each.Cite));
    }

    private static bool IsSamePlace(Spot one, Spot other) => one.Part == other.Part && (one.Box, other.Box) switch
    {
        ({ } a, { } b) => a.X < b.X + b.Width && b.X < a.X + a.Width && a.Y < b.Y + b.Height && b.Y < a.Y + a.Height,
        (null, null) => one.Line == other.Line && (other.Length == 0 || (one.From < other.From + other.Length && other.From < one.From + one.Length)),
        _ => false,
    };

    private static int LineOf(string value)
    {
        const string Head = "orders[0].lines[";

        return value.StartsWith(Head, StringComparison.Ordinal) && int.TryParse(value.AsSpan(Head.Length, Math.Max(0, value.IndexOf(']', Head.Length) - Head.Length)), NumberStyles.None, CultureInfo.InvariantCulture, out var line) ? line : -1;
    }
}

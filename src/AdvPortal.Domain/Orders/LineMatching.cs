namespace AdvPortal.Domain.Orders;

/// <summary>Which line of an order a line of a change speaks of: by its number where the product agrees, then by the product, then by the number alone.</summary>
/// <remarks>A client that numbers the lines of each document anew would otherwise change the wrong ones.</remarks>
internal sealed class LineMatching
{
    private readonly OrderDraft _order;
    private readonly OrderAmendment _amendment;
    private readonly int?[] _of;
    private readonly bool[] _isTaken;
    private readonly ILookup<string, int> _byNumber;
    private readonly ILookup<ProductId?, int> _byProduct;
    private readonly ILookup<string?, int> _byCode;

    private LineMatching(OrderDraft order, OrderAmendment amendment)
    {
        (_order, _amendment, _of, _isTaken) = (order, amendment, new int?[amendment.Lines.Count], new bool[order.Lines.Count]);
        var places = Enumerable.Range(0, order.Lines.Count);
        _byNumber = places.ToLookup(place => Bare(order.Lines[place].LineNo), StringComparer.OrdinalIgnoreCase);
        _byProduct = places.ToLookup(place => order.Lines[place].ProductId);
        _byCode = places.ToLookup(place => order.Lines[place].BuyerCode, StringComparer.OrdinalIgnoreCase);
    }

    /// <returns>For each line of the change, the place of the order's, or null where there is none; and those for which there are several, among which a person has to choose.</returns>
    public static (int?[] Of, IReadOnlySet<int> Asked) Of(OrderDraft order, OrderAmendment amendment)
    {
        var matching = new LineMatching(order, amendment);
        matching.ByNumber((line, named) => named.IsNumbered && !IsOtherProduct(line, named), []);
        var asked = matching.ByProduct();
        matching.ByNumber((_, named) => named.IsNumbered && named.Action is not AmendmentAction.Add, asked);

        return (matching._of, asked);
    }

    /// <summary>Whether the change names another article than the line has. One that names none is about the line's.</summary>
    public static bool IsOtherProduct(DraftLine line, AmendmentLine change) =>
        change.ProductId is { } product && line.ProductId is { } ours ? product != ours
        : (change.ProductId is not null || change.BuyerCode is not null) && !SameProduct(line, change);

    private void ByNumber(Func<DraftLine, AmendmentLine, bool> fits, HashSet<int> but)
    {
        for (var at = 0; at < _of.Length; at++)
        {
            if (_of[at] is null && !but.Contains(at) && Free(_byNumber[Bare(_amendment.Lines[at].LineNo)]).Find(line => fits(_order.Lines[line!.Value], _amendment.Lines[at])) is { } found)
            {
                Take(at, found);
            }
        }
    }

    private HashSet<int> ByProduct()
    {
        // Whoever repeats a line's quantity is not to find it taken by one that only has its article.
        Settle(at => Told(at) is { } line && IsAsMany(at, line) ? line : null);
        Settle(Told);

        var asked = new HashSet<int>();

        foreach (var at in Open())
        {
            if (Alike(at) is not [{ } first, ..])
            {
                continue;
            }

            // A document that reflects the whole order comes to the same whichever is whose: only where it speaks of a part is one line meant and the other not.
            if (_amendment.IsWhole)
            {
                Take(at, first);
            }
            else
            {
                asked.Add(at);
            }
        }

        return asked;
    }

    // Whatever is settled leaves fewer to the others.
    private void Settle(Func<int, int?> told)
    {
        for (var isSettled = false; !isSettled;)
        {
            isSettled = true;

            foreach (var at in Open())
            {
                if (told(at) is { } line)
                {
                    Take(at, line);
                    isSettled = false;
                }
            }
        }
    }

    /// <summary>The only line of that product; of several, the one of that day and of that quantity, as far as the two agree.</summary>
    private int? Told(int at)
    {
        var alike = Alike(at);
        var onDay = alike.FindAll(line => _amendment.Lines[at].RequestedOn is { } day && day == (_order.Lines[line!.Value].RequestedOn ?? _order.RequestedOn));
        var asMany = alike.FindAll(line => IsAsMany(at, line!.Value));
        var told = alike.Count == 1 ? alike : onDay.Count == 0 ? asMany : asMany.Count == 0 ? onDay : [.. onDay.Intersect(asMany)];

        return told is [var only] ? only : null;
    }

    private bool IsAsMany(int at, int line) => _amendment.Lines[at].Quantity is { } quantity && quantity == _order.Lines[line].Quantity;

    private List<int> Open() => [.. Enumerable.Range(0, _of.Length).Where(at => _of[at] is null && _amendment.Lines[at].Action is not AmendmentAction.Add)];

    private List<int?> Alike(int at)
    {
        var named = _amendment.Lines[at];
        var known = named.ProductId is { } product ? _byProduct[product] : [];
        var coded = named.BuyerCode is { } code ? _byCode[code] : [];

        return Free(known.Union(coded).Where(line => SameProduct(_order.Lines[line], named)).Order());
    }

    private List<int?> Free(IEnumerable<int> lines) => [.. lines.Where(line => !_isTaken[line]).Select(line => (int?)line)];

    private void Take(int at, int line) => (_of[at], _isTaken[line]) = (line, true);

    private static bool SameProduct(DraftLine line, AmendmentLine change) =>
        change.ProductId is { } product && line.ProductId is { } ours ? product == ours : change.BuyerCode is { } code && string.Equals(code, line.BuyerCode, StringComparison.OrdinalIgnoreCase);

    // 000010 of one program is 10 of another.
    public static string Bare(string lineNo) => lineNo.TrimStart('0') is { Length: > 0 } bare ? bare : lineNo;
}

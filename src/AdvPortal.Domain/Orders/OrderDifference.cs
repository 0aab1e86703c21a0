using System.Text.Json.Serialization;

namespace AdvPortal.Domain.Orders;

/// <summary>What a change does to a line.</summary>
[JsonConverter(typeof(CamelCaseEnum<LineDifferenceKind>))]
public enum LineDifferenceKind
{
    Unchanged,
    Added,
    Changed,
    Removed,

    /// <summary>It speaks of a line that the order does not have: a person says what is meant.</summary>
    Unmatched,
}

/// <summary>What of a line differs.</summary>
[JsonConverter(typeof(CamelCaseEnum<LineField>))]
public enum LineField { Product, Quantity, Unit, Price, Date }

/// <summary>From what to what.</summary>
public sealed record Moved<T>(T From, T To);

/// <summary>What a change does to one line: as it stands, and as it shall be.</summary>
/// <param name="LineNo">The order's own number; of a line to be added, the one that it gets.</param>
/// <param name="Before">Null for a line that is not in the order.</param>
/// <param name="After">Null for a line that is given up, or that nobody can find.</param>
public sealed record LineDifference(string LineNo, LineDifferenceKind Kind, DraftLine? Before, DraftLine? After)
{
    /// <summary>Given up only because the new order does not name it any more.</summary>
    public bool IsAbsent { get; init; }

    /// <summary>Nobody can find it because it may be one of several: they are of the same article, and nothing else tells which.</summary>
    public bool IsAmbiguous { get; init; }

    /// <summary>What stands in the document of a line that it says is left as it is, where that is not what was ordered: nothing is done, and a person is told.</summary>
    public DraftLine? Contradicting { get; init; }

    /// <summary>In what the line shall differ from what it is.</summary>
    public IEnumerable<LineField> Fields() => Fields(Before, After);

    /// <summary>In what the document contradicts itself, see <see cref="Contradicting"/>.</summary>
    public IEnumerable<LineField> Contradictions() => Fields(Before, Contradicting);

    private static IEnumerable<LineField> Fields(DraftLine? before, DraftLine? after)
    {
        if (before is not { } was || after is not { } shall)
        {
            yield break;
        }

        if (was.ProductId != shall.ProductId || !string.Equals(was.BuyerCode, shall.BuyerCode, StringComparison.Ordinal))
        {
            yield return LineField.Product;
        }

        if (was.Quantity != shall.Quantity)
        {
            yield return LineField.Quantity;
        }

        if (was.Unit != shall.Unit)
        {
            yield return LineField.Unit;
        }

        if ((was.NetPrice, was.PriceBaseQuantity) != (shall.NetPrice, shall.PriceBaseQuantity))
        {
            yield return LineField.Price;
        }

        if (was.RequestedOn != shall.RequestedOn)
        {
            yield return LineField.Date;
        }
    }
}

/// <summary>What a change does to the order as a whole; null is left as it was.</summary>
public sealed record HeadDifference(Moved<SiteId?>? Site = null, Moved<DateOnly?>? RequestedOn = null, Moved<string?>? CustomerReference = null)
{
    [JsonIgnore]
    public bool IsEmpty => this is { Site: null, RequestedOn: null, CustomerReference: null };
}

/// <summary>An order held against a change of it: every line of either is told of, once.</summary>
/// <remarks>Pure, and applied as it was shown: nothing that is not in it is touched.</remarks>
public sealed record OrderDifference(HeadDifference Head, IReadOnlyList<LineDifference> Lines)
{
    public bool IsEmpty => Head.IsEmpty && Lines.All(line => line.Kind is LineDifferenceKind.Unchanged);

    /// <summary>The lines of the order as they stand, then those that are new.</summary>
    public static OrderDifference Of(OrderDraft order, OrderAmendment amendment)
    {
        var (of, asked) = LineMatching.Of(order, amendment);
        var named = order.Lines.Select((_, index) => Array.IndexOf(of, index) is >= 0 and var at ? amendment.Lines[at] : null).ToList();
        var taken = order.Lines.Select(line => line.LineNo).ToHashSet(StringComparer.Ordinal);
        var day = amendment.RequestedOn ?? order.RequestedOn;
        var standing = order.Lines.Select((line, index) => named[index] is { } change ? Compare(line, change, day) : Unnamed(line, amendment.IsWhole));
        var others = amendment.Lines.Index().Where(each => of[each.Index] is null).Select(each => asked.Contains(each.Index) ? Unmatched(each.Item) with { IsAmbiguous = true } : New(each.Item, day, taken));

        return new(HeadOf(order, amendment), [.. standing, .. others]);
    }

    /// <summary>The order as it shall be.</summary>
    /// <param name="order">The one that was compared.</param>
    /// <param name="only">The lines to change, by number; null for all of them.</param>
    /// <param name="head">Whether what concerns the whole order changes too.</param>
    public OrderDraft ApplyTo(OrderDraft order, IReadOnlySet<string>? only = null, bool head = true)
    {
        var chosen = Lines.Where(line => only?.Contains(line.LineNo) is not false).ToLookup(line => line.LineNo, StringComparer.Ordinal);
        var lines = new List<DraftLine>(order.Lines.Count);

        foreach (var line in order.Lines)
        {
            switch (chosen[line.LineNo].FirstOrDefault(each => each.Before is not null))
            {
                case { Kind: LineDifferenceKind.Removed }:
                    break;
                case { Kind: LineDifferenceKind.Changed, After: { } after }:
                    lines.Add(after);
                    break;
                default:
                    lines.Add(line);
                    break;
            }
        }

        lines.AddRange(Lines.Where(line => line is { Kind: LineDifferenceKind.Added } && only?.Contains(line.LineNo) is not false).Select(line => line.After!));

        return head
            ? order with
            {
                SiteId = Head.Site is { } site ? site.To : order.SiteId,
                RequestedOn = Head.RequestedOn is { } day ? day.To : order.RequestedOn,
                CustomerReference = Head.CustomerReference is { } reference ? reference.To : order.CustomerReference,
                Lines = lines,
            }
            : order with { Lines = lines };
    }

    /// <summary>What is decided line by line, as the order stands before it.</summary>
    /// <param name="order">The one that was compared.</param>
    /// <param name="only">The lines that are changed, by number; null for all of them.</param>
    public IReadOnlyList<DecidedLine> Decide(Order order, IReadOnlySet<string>? only = null)
    {
        var terms = order.Lines.ToDictionary(line => line.LineNo, line => line.Terms(), StringComparer.Ordinal);

        return [.. Lines.Where(line => line.Kind is not LineDifferenceKind.Unchanged).Select(line => new DecidedLine(
            line.LineNo, line.Kind, line.Kind is not LineDifferenceKind.Unmatched && only?.Contains(line.LineNo) is not false,
            line.Before is null ? null : terms.GetValueOrDefault(line.LineNo), line.After is { } after ? Terms(after, order) : null))];
    }

    private LineTerms Terms(DraftLine line, Order order) => new(
        line.ProductCode, line.BuyerCode, line.Description, line.Quantity ?? 0, line.Unit, line.NetPrice, line.PriceBaseQuantity,
        line.RequestedOn ?? Head.RequestedOn?.To ?? order.RequestedOn, PromisedOn: null);

    private static HeadDifference HeadOf(OrderDraft order, OrderAmendment amendment) => new(
        amendment.SiteId is { } site && site != order.SiteId ? new(order.SiteId, site) : null,
        amendment.RequestedOn is { } day && day != order.RequestedOn ? new(order.RequestedOn, day) : null,
        amendment.CustomerReference is { Length: > 0 } reference && reference != order.CustomerReference ? new(order.CustomerReference, reference) : null);

    private static LineDifference Unnamed(DraftLine line, bool isWhole) =>
        isWhole ? new(line.LineNo, LineDifferenceKind.Removed, line, null) { IsAbsent = true } : new(line.LineNo, LineDifferenceKind.Unchanged, line, line);

    private static LineDifference Compare(DraftLine line, AmendmentLine change, DateOnly? day)
    {
        // The client's word counts: programs fill in beside it whatever they have at hand.
        if (change is { Action: AmendmentAction.Keep })
        {
            return new(line.LineNo, LineDifferenceKind.Unchanged, line, line) { Contradicting = Change(line, change, day) is var said && said == line ? null : said };
        }

        if (change is { Action: AmendmentAction.Remove } or { Quantity: 0 })
        {
            return new(line.LineNo, LineDifferenceKind.Removed, line, null);
        }

        var after = Change(line, change, day);

        return new(line.LineNo, after == line ? LineDifferenceKind.Unchanged : LineDifferenceKind.Changed, line, after);
    }

    private static DraftLine Change(DraftLine line, AmendmentLine change, DateOnly? day)
    {
        var after = LineMatching.IsOtherProduct(line, change)
            ? line with
            {
                ProductId = change.ProductId,
                ProductCode = change.ProductCode,
                ProductFamily = change.ProductFamily,
                BuyerCode = change.BuyerCode,
                Description = change.Description ?? "",
                NetPrice = null,
                ContractPrice = null,
                CallOff = null,
            }
            : line;

        return after with
        {
            Quantity = change.Quantity ?? line.Quantity,
            Unit = string.Equals(change.Unit, line.Unit, StringComparison.OrdinalIgnoreCase) ? line.Unit : change.Unit ?? line.Unit,
            // What was ordered in boxes is so until another quantity is.
            Ordered = IsOtherQuantity(line, change) ? change.Ordered : line.Ordered,
            NetPrice = IsOtherPrice(after, change) ? change.NetPrice : after.NetPrice,
            PriceBaseQuantity = IsOtherPrice(after, change) ? change.PriceBaseQuantity : after.PriceBaseQuantity,
            PriceIsOurs = after.PriceIsOurs && !IsOtherPrice(after, change),
            // What has no date of its own goes with the order, wherever that goes.
            RequestedOn = change.RequestedOn is not { } wanted || (line.RequestedOn is null && wanted == day) ? line.RequestedOn : wanted,
        };
    }

    private static bool IsOtherQuantity(DraftLine line, AmendmentLine change) =>
        (change.Quantity is { } quantity && quantity != line.Quantity) || (change.Unit is { } unit && !string.Equals(unit, line.Unit, StringComparison.OrdinalIgnoreCase));

    // 8.40 for 100 is 0.084 for one.
    private static bool IsOtherPrice(DraftLine line, AmendmentLine change) =>
        change.NetPrice is { } price && (line.NetPrice is not { } before || before * change.PriceBaseQuantity != price * line.PriceBaseQuantity);

    private static LineDifference New(AmendmentLine line, DateOnly? day, HashSet<string> taken)
    {
        if (line.Action is AmendmentAction.Change or AmendmentAction.Remove or AmendmentAction.Keep || line.Quantity == 0 || !line.NamesSomething)
        {
            return Unmatched(line);
        }

        var number = Free(line.LineNo, taken);

        return new(number, LineDifferenceKind.Added, null, new()
        {
            LineNo = number,
            ProductId = line.ProductId,
            ProductCode = line.ProductCode,
            ProductFamily = line.ProductFamily,
            BuyerCode = line.BuyerCode,
            Description = line.Description ?? "",
            Quantity = line.Quantity,
            Unit = line.Unit ?? "PCE",
            Ordered = line.Ordered,
            NetPrice = line.NetPrice,
            PriceBaseQuantity = line.PriceBaseQuantity,
            RequestedOn = line.RequestedOn == day ? null : line.RequestedOn,
        });
    }

    private static LineDifference Unmatched(AmendmentLine line) => new(line.LineNo, LineDifferenceKind.Unmatched, null, null);

    private static string Free(string wanted, HashSet<string> taken)
    {
        for (var (number, times) = (wanted, 1); ; number = $"{wanted}-{++times}")
        {
            if (taken.Add(number))
            {
                return number;
            }
        }
    }
}

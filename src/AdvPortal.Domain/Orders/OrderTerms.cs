using System.Text.Json.Serialization;

namespace AdvPortal.Domain.Orders;

/// <summary>What of an order somebody may want otherwise.</summary>
[JsonConverter(typeof(CamelCaseEnum<TermsField>))]
public enum TermsField
{
    Site, Reference, RequestedOn, Product, BuyerCode, Quantity, Unit, Price, Date,

    /// <summary>The line as a whole: added, or given up.</summary>
    Line,
}

/// <summary>What somebody wants otherwise, from what to what.</summary>
/// <param name="LineNo">Null for the whole order.</param>
/// <param name="From">Null for nothing, and of a line that is added.</param>
/// <param name="To">Null for nothing, and of a line that is given up.</param>
public sealed record TermsChange(string? LineNo, TermsField Field, object? From, object? To);

/// <summary>An order as people change it once it stands: what is delivered where, when and at what price.</summary>
/// <remarks>Pure. Who changed what is found by comparing with the terms that somebody saw; so two people may change one order at once.</remarks>
public sealed record OrderTerms(SiteId? SiteId, string? CustomerReference, DateOnly? RequestedOn, IReadOnlyList<OrderTerms.Line> Lines)
{
    public static OrderTerms Of(Order order) => new(
        order.SiteId, order.CustomerReference, order.RequestedOn,
        [.. order.Lines.OrderBy(line => line.Position).Select(line => new Line(
            line.LineNo, line.ProductCode, line.SentBuyerCode, line.Quantity == 0 ? null : line.Quantity, line.Unit, line.NetPrice, line.PriceBaseQuantity, line.OwnRequestedOn))]);

    /// <summary>In what these terms differ from others; a line that is added or given up is told of once.</summary>
    public IEnumerable<TermsChange> Against(OrderTerms before)
    {
        List<TermsChange> head = [new(null, TermsField.Site, before.SiteId, SiteId), new(null, TermsField.Reference, before.CustomerReference, CustomerReference), new(null, TermsField.RequestedOn, before.RequestedOn, RequestedOn)];
        var (was, shall) = (before.ByNumber(), ByNumber());

        var lines = before.Lines.SelectMany(line => shall.TryGetValue(line.LineNo, out var after) ? after.Against(line) : [new(line.LineNo, TermsField.Line, line.Quantity, null)])
            .Concat(Lines.Where(line => !was.ContainsKey(line.LineNo)).Select(line => new TermsChange(line.LineNo, TermsField.Line, null, line.Quantity)));

        return head.Concat(lines).Where(change => !Equals(change.From, change.To) || change.Field is TermsField.Line);
    }

    /// <summary>These terms, where somebody else has changed the order since they were written: what only one of the two changed is taken, field by field.</summary>
    /// <param name="seen">The order as it was when these terms were written.</param>
    /// <param name="now">As it is.</param>
    /// <returns>Refused when both changed the same thing otherwise.</returns>
    public Result<OrderTerms> MergeOnto(OrderTerms seen, OrderTerms now)
    {
        var merge = new Merge();
        var (was, mine, theirs) = (seen.ByNumber(), ByNumber(), now.ByNumber());
        List<Line> lines = [];

        foreach (var line in now.Lines)
        {
            if (merge.Take(was.GetValueOrDefault(line.LineNo), mine.GetValueOrDefault(line.LineNo), line) is { } merged)
            {
                lines.Add(merged);
            }
        }

        // What the other one gave up is gone, unless it is wanted otherwise here.
        foreach (var line in Lines.Where(line => was.TryGetValue(line.LineNo, out var before) && !theirs.ContainsKey(line.LineNo) && line != before))
        {
            merge.Refuse(new(line.LineNo, TermsField.Line, line.Quantity, null));
        }

        var taken = theirs.Keys.Concat(was.Keys).ToHashSet(StringComparer.Ordinal);
        lines.AddRange(Lines.Where(line => !was.ContainsKey(line.LineNo) && theirs.GetValueOrDefault(line.LineNo) != line).Select(line => line with { LineNo = Free(line.LineNo, taken) }));

        var terms = new OrderTerms(
            merge.Take(null, TermsField.Site, seen.SiteId, SiteId, now.SiteId), merge.Take(null, TermsField.Reference, seen.CustomerReference, CustomerReference, now.CustomerReference),
            merge.Take(null, TermsField.RequestedOn, seen.RequestedOn, RequestedOn, now.RequestedOn), lines);

        return merge.Conflict is { } conflict ? new ChangedByBoth(conflict) : terms;
    }

    private Dictionary<string, Line> ByNumber() => Lines.ToDictionary(line => line.LineNo, StringComparer.Ordinal);

    private static string Free(string wanted, HashSet<string> taken)
    {
        var number = wanted;

        for (var times = 2; !taken.Add(number); times++)
        {
            number = $"{wanted}-{times}";
        }

        return number;
    }

    /// <param name="LineNo">As the client numbers it; of a line to be added, a free one.</param>
    /// <param name="ProductCode">Ours.</param>
    /// <param name="BuyerCode">The client's.</param>
    /// <param name="Unit">Null: the product's.</param>
    /// <param name="NetPrice">Per <paramref name="PriceBaseQuantity"/> units; null: the contract's.</param>
    /// <param name="RequestedOn">The line's own date; null for the order's.</param>
    public sealed record Line(string LineNo, string? ProductCode, string? BuyerCode, decimal? Quantity, string? Unit, decimal? NetPrice, decimal? PriceBaseQuantity, DateOnly? RequestedOn)
    {
        internal IEnumerable<TermsChange> Against(Line before) =>
        [
            new(LineNo, TermsField.Product, before.ProductCode, ProductCode), new(LineNo, TermsField.BuyerCode, before.BuyerCode, BuyerCode),
            new(LineNo, TermsField.Quantity, before.Quantity, Quantity), new(LineNo, TermsField.Unit, before.Unit, Unit),
            new(LineNo, TermsField.Price, before.Price, Price), new(LineNo, TermsField.Date, before.RequestedOn, RequestedOn),
        ];

        /// <summary>What one unit costs: 8.40 for 100 is 0.084.</summary>
        internal TermsPrice? Price => NetPrice is { } price ? new(price, PriceBaseQuantity ?? 1) : null;
    }

    /// <summary>Puts together what two people changed of the same, and keeps the first thing that both did.</summary>
    private sealed class Merge
    {
        public TermsChange? Conflict { get; private set; }

        public T Take<T>(string? lineNo, TermsField field, T was, T mine, T theirs)
        {
            if (Equals(mine, was) || Equals(mine, theirs))
            {
                return theirs;
            }

            if (!Equals(theirs, was))
            {
                Refuse(new(lineNo, field, mine, theirs));
            }

            return mine;
        }

        /// <summary>Null for a line that is given up.</summary>
        public Line? Take(Line? was, Line? mine, Line theirs)
        {
            // Added by the other one alone, or by both alike.
            if (was is null)
            {
                return theirs;
            }

            if (mine is null)
            {
                if (theirs != was)
                {
                    Refuse(new(theirs.LineNo, TermsField.Line, null, theirs.Quantity));
                }

                return null;
            }

            var price = Take(theirs.LineNo, TermsField.Price, was.Price, mine.Price, theirs.Price);

            return new(
                theirs.LineNo, Take(theirs.LineNo, TermsField.Product, was.ProductCode, mine.ProductCode, theirs.ProductCode), Take(theirs.LineNo, TermsField.BuyerCode, was.BuyerCode, mine.BuyerCode, theirs.BuyerCode),
                Take(theirs.LineNo, TermsField.Quantity, was.Quantity, mine.Quantity, theirs.Quantity), Take(theirs.LineNo, TermsField.Unit, was.Unit, mine.Unit, theirs.Unit),
                price?.Amount, price?.Per, Take(theirs.LineNo, TermsField.Date, was.RequestedOn, mine.RequestedOn, theirs.RequestedOn));
        }

        public void Refuse(TermsChange conflict) => Conflict ??= conflict;
    }
}

/// <summary>A price for so many units.</summary>
public sealed record TermsPrice(decimal Amount, decimal Per)
{
    public bool Equals(TermsPrice? other) => other is not null && Amount * other.Per == other.Amount * Per;

    public override int GetHashCode() => (Amount / Per).GetHashCode();
}

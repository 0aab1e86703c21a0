namespace AdvPortal.Domain.Orders;

/// <summary>Which line of an order a line of a change speaks of: by its number where the product agrees, then by the product, then by the number alone.</summary>
/// <remarks>A client that numbers the lines of each document anew would otherwise change the wrong ones.</remarks>
internal static class LineMatching
{
    /// <returns>For each line of the change, the place of the order's; null where there is none.</returns>
    public static int?[] Of(IReadOnlyList<DraftLine> order, IReadOnlyList<AmendmentLine> change)
    {
        var (of, free) = (new int?[change.Count], Enumerable.Range(0, order.Count).ToHashSet());

        Pass((line, named) => SameNumber(line, named) && !IsOtherProduct(line, named));
        Pass((line, named) => named.Action is not AmendmentAction.Add && SameProduct(line, named));
        Pass((line, named) => named.Action is not AmendmentAction.Add && SameNumber(line, named));

        return of;

        void Pass(Func<DraftLine, AmendmentLine, bool> fits)
        {
            for (var at = 0; at < change.Count; at++)
            {
                if (of[at] is null && free.Where(index => fits(order[index], change[at])).Order().Select(index => (int?)index).FirstOrDefault() is { } found)
                {
                    of[at] = found;
                    free.Remove(found);
                }
            }
        }
    }

    /// <summary>Whether the change names another article than the line has. One that names none is about the line's.</summary>
    public static bool IsOtherProduct(DraftLine line, AmendmentLine change) =>
        change.ProductId is { } product && line.ProductId is { } ours ? product != ours
        : (change.ProductId is not null || change.BuyerCode is not null) && !SameProduct(line, change);

    private static bool SameProduct(DraftLine line, AmendmentLine change) =>
        change.ProductId is { } product && line.ProductId is { } ours ? product == ours : change.BuyerCode is { } code && string.Equals(code, line.BuyerCode, StringComparison.OrdinalIgnoreCase);

    // 000010 of one program is 10 of another.
    private static bool SameNumber(DraftLine line, AmendmentLine change) =>
        string.Equals(line.LineNo, change.LineNo, StringComparison.OrdinalIgnoreCase) || (line.LineNo.TrimStart('0') is { Length: > 0 } bare && string.Equals(bare, change.LineNo.TrimStart('0'), StringComparison.OrdinalIgnoreCase));
}

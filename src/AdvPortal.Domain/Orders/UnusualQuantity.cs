namespace AdvPortal.Domain.Orders;

/// <summary>A quantity held against what the same client usually orders of the same product: a slip of a zero shows.</summary>
/// <param name="Median">Of the last orders.</param>
/// <param name="Orders">How many they are.</param>
public readonly record struct UnusualQuantity(decimal Median, int Orders)
{
    /// <summary>With fewer there is no habit to speak of.</summary>
    public const int LeastOrders = 4;

    /// <summary>How many times more, or less, is out of the ordinary.</summary>
    public const decimal Times = 3;

    /// <summary>Null when there is nothing unusual. The median, because one slip in the past must not make the next one usual.</summary>
    public static UnusualQuantity? Of(decimal quantity, IReadOnlyList<decimal> past)
    {
        if (past.Count < LeastOrders)
        {
            return null;
        }

        decimal[] sorted = [.. past.Order()];
        var middle = sorted.Length / 2;
        var median = sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;

        return median > 0 && (quantity > Times * median || quantity * Times < median) ? new(median, sorted.Length) : null;
    }
}

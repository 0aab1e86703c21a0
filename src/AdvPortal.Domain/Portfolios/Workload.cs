namespace AdvPortal.Domain.Portfolios;

/// <summary>How much work a portfolio is, in open orders: the one measure by which colleagues are compared.</summary>
public static class Workload
{
    /// <summary>What one person can have open at a time before clients wait: the 100 % of every load bar.</summary>
    public const decimal Capacity = 40;

    // A client without an open order still calls.
    private const decimal Attention = 0.5m;

    public static decimal Of(int openOrders) => openOrders + Attention;
}

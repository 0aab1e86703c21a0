namespace AdvPortal.Domain.Orders;

/// <summary>The arithmetic of lines, in one place: half a cent is rounded away from zero.</summary>
public static class LineAmounts
{
    public const decimal MostQuantity = 999_999_999;

    public const decimal MostPrice = 99_999_999;

    /// <summary>Prices are kept per so many units, with as many decimals.</summary>
    public const decimal LeastPriceBase = 0.0001m;

    /// <summary>The dearest line; the longest order of such lines can still be added up and kept.</summary>
    public const decimal MostAmount = 99_999_999_999m;

    /// <summary>Whether a line like this can be reckoned with and kept, whichever side of zero its values are on.</summary>
    public static bool Fit(decimal? quantity, decimal? netPrice, decimal priceBaseQuantity) =>
        Math.Abs(quantity ?? 0) <= MostQuantity && Math.Abs(netPrice ?? 0) <= MostPrice && priceBaseQuantity is >= LeastPriceBase and <= MostQuantity
        && Math.Abs((quantity ?? 0) * (netPrice ?? 0)) <= MostAmount * priceBaseQuantity;

    /// <param name="netPrice">Per <paramref name="priceBaseQuantity"/> units.</param>
    /// <returns>In the order's currency, 2 decimals.</returns>
    public static decimal Of(decimal quantity, decimal netPrice, decimal priceBaseQuantity) =>
        decimal.Round(quantity * netPrice / priceBaseQuantity, 2, MidpointRounding.AwayFromZero);

    /// <summary>The same price for another number of units, 4 decimals.</summary>
    public static decimal Per(decimal netPrice, decimal priceBaseQuantity, decimal otherBaseQuantity) =>
        priceBaseQuantity == otherBaseQuantity ? netPrice : decimal.Round(netPrice * otherBaseQuantity / priceBaseQuantity, 4, MidpointRounding.AwayFromZero);
}

namespace AdvPortal.Domain.Orders;

/// <summary>The arithmetic of lines, in one place: half a cent is rounded away from zero.</summary>
public static class LineAmounts
{
    /// <param name="netPrice">Per <paramref name="priceBaseQuantity"/> units.</param>
    /// <returns>In the order's currency, 2 decimals.</returns>
    public static decimal Of(decimal quantity, decimal netPrice, decimal priceBaseQuantity) =>
        decimal.Round(quantity * netPrice / priceBaseQuantity, 2, MidpointRounding.AwayFromZero);

    /// <summary>The same price for another number of units, 4 decimals.</summary>
    public static decimal Per(decimal netPrice, decimal priceBaseQuantity, decimal otherBaseQuantity) =>
        priceBaseQuantity == otherBaseQuantity ? netPrice : decimal.Round(netPrice * otherBaseQuantity / priceBaseQuantity, 4, MidpointRounding.AwayFromZero);
}

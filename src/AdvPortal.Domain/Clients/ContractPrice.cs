namespace AdvPortal.Domain.Clients;

/// <summary>What a client pays for a product under its contract, while it holds.</summary>
public sealed class ContractPrice : TenantOwned
{
    private ContractPrice() { }

    public ContractPrice(ClientId client, ProductId product, decimal netPrice, decimal priceBaseQuantity, string currency, DateOnly validFrom, DateOnly? validUntil, decimal? minimumQuantity)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(priceBaseQuantity);

        (ClientId, ProductId, NetPrice, PriceBaseQuantity) = (client, product, netPrice, priceBaseQuantity);
        (Currency, ValidFrom, ValidUntil, MinimumQuantity) = (currency, validFrom, validUntil, minimumQuantity);
    }

    public Guid Id { get; private set; } = Ids.Next();
    public ClientId ClientId { get; private set; }
    public ProductId ProductId { get; private set; }

    /// <summary>Net of tax, four decimals, for <see cref="PriceBaseQuantity"/> units.</summary>
    public decimal NetPrice { get; private set; }

    public decimal PriceBaseQuantity { get; private set; }

    /// <summary>ISO 4217.</summary>
    public string Currency { get; private set; } = null!;

    public DateOnly ValidFrom { get; private set; }

    /// <summary>Last day the price holds; null for no end.</summary>
    public DateOnly? ValidUntil { get; private set; }

    /// <summary>The price holds from this quantity of a line on; null from the first unit.</summary>
    public decimal? MinimumQuantity { get; private set; }

    /// <summary>The price is another one from its first day on: what was agreed was written down wrongly, or agreed anew.</summary>
    public void Agree(decimal netPrice, decimal priceBaseQuantity, string currency, DateOnly? validUntil)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(priceBaseQuantity);

        (NetPrice, PriceBaseQuantity, Currency, ValidUntil) = (netPrice, priceBaseQuantity, currency, validUntil);
    }

    /// <summary>
    /// What was agreed anew takes the place of what holds for the same product: what had begun before ends on the eve, what would have begun in the
    /// meantime does not, and what would have outlasted it begins the day after. What ends before, or begins after, stays as it is.
    /// </summary>
    /// <param name="before">What the client pays for one product, whatever the quantity.</param>
    /// <param name="agreed">All with the same first and last day.</param>
    public static PriceReplacement Replace(IReadOnlyList<ContractPrice> before, IReadOnlyList<ContractPrice> agreed)
    {
        if (agreed.Count == 0)
        {
            return new([], []);
        }

        var (first, last) = (agreed[0].ValidFrom, agreed[0].ValidUntil);
        List<ContractPrice> touched = [.. before.Where(price => (price.ValidUntil is null || price.ValidUntil >= first) && (last is null || price.ValidFrom <= last))];
        List<ContractPrice> replaced = [.. touched.Where(price => price.ValidFrom >= first)];
        var after = last is { } end
            ? replaced.Where(price => price.ValidUntil is null || price.ValidUntil > end)
                .Select(price => new ContractPrice(price.ClientId, price.ProductId, price.NetPrice, price.PriceBaseQuantity, price.Currency, end.AddDays(1), price.ValidUntil, price.MinimumQuantity))
            : [];

        foreach (var price in touched.Where(price => price.ValidFrom < first))
        {
            price.ValidUntil = first.AddDays(-1);
        }

        return new(replaced, [.. agreed, .. after]);
    }

    public bool Holds(DateOnly day, decimal quantity) =>
        ValidFrom <= day && (ValidUntil is null || day <= ValidUntil) && (MinimumQuantity is null || quantity >= MinimumQuantity);
}

/// <summary>What becomes of a client's prices for one product when others are agreed.</summary>
/// <param name="Void">They never held, or hold no more.</param>
/// <param name="Begin">The new ones, and what goes on after them.</param>
public sealed record PriceReplacement(IReadOnlyList<ContractPrice> Void, IReadOnlyList<ContractPrice> Begin);

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

    public bool Holds(DateOnly day, decimal quantity) =>
        ValidFrom <= day && (ValidUntil is null || day <= ValidUntil) && (MinimumQuantity is null || quantity >= MinimumQuantity);
}

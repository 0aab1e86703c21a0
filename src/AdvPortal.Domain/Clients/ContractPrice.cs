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

    private decimal Least => MinimumQuantity ?? 0;

    /// <summary>The price is another one from its first day on: what was agreed was written down wrongly, or agreed anew.</summary>
    public void Agree(decimal netPrice, decimal priceBaseQuantity, string currency, DateOnly? validUntil)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(priceBaseQuantity);

        (NetPrice, PriceBaseQuantity, Currency, ValidUntil) = (netPrice, priceBaseQuantity, currency, validUntil);
    }

    /// <summary>
    /// What was agreed anew takes the place of what holds for the same product and the same quantities or more, for as long as it holds: what had
    /// begun before ends on the eve, what would have begun in the meantime does not, and what outlasts it goes on the day after. Smaller quantities
    /// keep their price.
    /// </summary>
    /// <param name="before">What the client pays for one product, whatever the quantity. Of several at once the one that began last holds.</param>
    /// <param name="agreed">All with the same first and last day.</param>
    public static PriceReplacement Replace(IReadOnlyList<ContractPrice> before, IReadOnlyList<ContractPrice> agreed)
    {
        if (agreed.Count == 0)
        {
            return new([], []);
        }

        var (first, last, least) = (agreed[0].ValidFrom, agreed[0].ValidUntil, agreed.Min(price => price.Least));
        List<ContractPrice> concerned = [.. before.Where(price => price.Least >= least)];
        List<ContractPrice> touched = [.. concerned.Where(price => (price.ValidUntil is null || price.ValidUntil >= first) && (last is null || price.ValidFrom <= last))];
        List<ContractPrice> after = last is { } end && end < DateOnly.MaxValue ? [.. concerned.GroupBy(price => price.Least).SelectMany(same => GoOn([.. same], touched, end.AddDays(1)))] : [];

        foreach (var price in touched.Where(price => price.ValidFrom < first))
        {
            price.ValidUntil = first.AddDays(-1);
        }

        return new([.. touched.Where(price => price.ValidFrom >= first)], [.. agreed, .. after]);
    }

    // Each day has the price that began last; where that is one of those that gave way, it begins anew.
    private static IEnumerable<ContractPrice> GoOn(List<ContractPrice> same, List<ContractPrice> touched, DateOnly from)
    {
        var turns = same.Select(price => price.ValidFrom).Concat(same.Select(price => price.ValidUntil).OfType<DateOnly>().Where(day => day < DateOnly.MaxValue).Select(day => day.AddDays(1)))
            .Where(day => day > from).Append(from).Distinct().Order()
            .Select(day => (Day: day, Price: same.Where(price => price.Holds(day, price.Least)).MaxBy(price => price.ValidFrom))).ToList();

        for (var i = 0; i < turns.Count; i++)
        {
            if (turns[i].Price is not { } price || !touched.Contains(price) || (i > 0 && turns[i - 1].Price == price))
            {
                continue;
            }

            var other = turns.FindIndex(i, turn => turn.Price != price);

            yield return new(price.ClientId, price.ProductId, price.NetPrice, price.PriceBaseQuantity, price.Currency, turns[i].Day, other < 0 ? null : turns[other].Day.AddDays(-1), price.MinimumQuantity);
        }
    }

    public bool Holds(DateOnly day, decimal quantity) =>
        ValidFrom <= day && (ValidUntil is null || day <= ValidUntil) && (MinimumQuantity is null || quantity >= MinimumQuantity);
}

/// <summary>What becomes of a client's prices for one product when others are agreed.</summary>
/// <param name="Void">They never held, or hold no more.</param>
/// <param name="Begin">The new ones, and what goes on after them.</param>
public sealed record PriceReplacement(IReadOnlyList<ContractPrice> Void, IReadOnlyList<ContractPrice> Begin);

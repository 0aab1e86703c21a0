namespace AdvPortal.Domain.Requirements;

/// <summary>All that one client requires, put in order once and judged by many times. Immutable; holds for every day.</summary>
public sealed class Rulebook
{
    private readonly InForce[] _delivery;
    private readonly InForce[] _others;

    public Rulebook(IEnumerable<InForce> requirements)
    {
        // The order is total, so that it does not matter in which order the requirements came.
        var sorted = requirements
            .OrderBy(each => each.Rule.Turn)
            .ThenByDescending(each => each.Narrowness)
            .ThenByDescending(each => each.Since)
            .ThenByDescending(each => each.Number)
            .ThenByDescending(each => each.Revision)
            .ThenBy(each => each.RequirementId.Value)
            .ToLookup(each => each.Rule is DeliveryDays);

        (_delivery, _others) = ([.. sorted[true]], [.. sorted[false]]);
    }

    public static Rulebook Empty { get; } = new([]);

    public static Rulebook Of(IEnumerable<Requirement> requirements) => new(requirements.SelectMany(InForce.Of));

    /// <summary>Delivery days, the narrowest scope first; they hold together.</summary>
    internal InForce[] Delivery => _delivery;

    /// <summary>All other rules by their turn, those of one kind from the narrowest scope to the widest.</summary>
    internal InForce[] Others => _others;

    /// <summary>Whether something depends on the site: such an order cannot be judged before the site is known.</summary>
    public bool NeedsSite(DateOnly day, Moments moments) =>
        _delivery.Concat(_others).Any(each => each.SiteId is not null && (each.Moments & moments) != 0 && !(each.Period.Until < day));

    /// <summary>The client's code of a product on one kind of document; the code already known, if any, when no rule speaks.</summary>
    public string? BuyerCode(string ourCode, string? knownCode, string? productFamily, SiteId? site, Documents document, DateOnly day)
    {
        var rule = CodeRules(site, day)
            .Where(each => each.ProductFamily is null || each.ProductFamily.Equals(productFamily, StringComparison.OrdinalIgnoreCase))
            .Select(each => (ProductCode)each.Rule)
            .FirstOrDefault(code => code.AppearsOn(document));

        return rule is null ? knownCode : rule.ToBuyer(ourCode, knownCode);
    }

    /// <summary>The codes of ours that a client's code may stand for, the likeliest first: candidates, to be looked up among the products.</summary>
    public IEnumerable<string> OurCodes(string buyerCode, SiteId? site, DateOnly day) =>
        CodeRules(site, day).Select(each => ((ProductCode)each.Rule).FromBuyer(buyerCode)).OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>In what multiples a product is taken, the narrowest word first; null when nobody said.</summary>
    public decimal? PackOf(string? productFamily, SiteId? site, DateOnly day) =>
        _others.Where(each => each.Rule is Packaging { MultipleOf: not null } && each.Period.Contains(day) && (each.SiteId is null || each.SiteId == site)
                && (each.ProductFamily is null || each.ProductFamily.Equals(productFamily, StringComparison.OrdinalIgnoreCase)))
            .Select(each => ((Packaging)each.Rule).MultipleOf).FirstOrDefault();

    private IEnumerable<InForce> CodeRules(SiteId? site, DateOnly day) =>
        _others.Where(each => each.Rule is ProductCode && each.Period.Contains(day) && (each.SiteId is null || each.SiteId == site));
}

using System.Globalization;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Products;

namespace AdvPortal.Domain.Tenders;

/// <summary>One thing that a client wants a price for, and what we offer for it.</summary>
public sealed class TenderLine : TenantOwned
{
    public const int MostTiers = 12;
    public const int NoteMaxLength = 500;
    public const int MostLeadDays = 730;

    private TenderLine() { }

    internal TenderLine(AskedItem asked, int position) => Take(asked, position);

    public Guid Id { get; private set; } = Ids.Next();

    /// <summary>From 0.</summary>
    public int Position { get; private set; }

    /// <summary>« 10 », « 20 »: how people call it.</summary>
    public string LineNo { get; private set; } = null!;

    /// <summary>Null for goods that are in no catalogue yet.</summary>
    public ProductId? ProductId { get; private set; }

    /// <summary>Ours.</summary>
    public string? ProductCode { get; private set; }

    /// <summary>The client's.</summary>
    public string? BuyerCode { get; private set; }

    public string Description { get; private set; } = "";

    /// <summary>UN/ECE Recommendation 20 or 21 code.</summary>
    public string Unit { get; private set; } = null!;

    /// <summary>For which quantities the client wants prices, the least first.</summary>
    public IReadOnlyList<decimal> Quantities { get; private set; } = [];

    /// <summary>What the client hopes for, per <see cref="PriceBaseQuantity"/> units; null where it does not say.</summary>
    public decimal? TargetPrice { get; private set; }

    /// <summary>For how many units prices are.</summary>
    public decimal PriceBaseQuantity { get; private set; } = 1;

    /// <summary>What we offer, the least quantity first; none while nobody has found a price.</summary>
    public IReadOnlyList<TierPrice> Prices { get; private set; } = [];

    /// <summary>Working days from order to departure; null where nothing is promised.</summary>
    public int? LeadDays { get; private set; }

    /// <summary>The last day on which the prices hold; null for no end.</summary>
    public DateOnly? ValidUntil { get; private set; }

    /// <summary>What the client reads beside the price.</summary>
    [PersonalData]
    public string? Note { get; private set; }

    /// <summary>We do not offer this one.</summary>
    public bool IsLeftOut { get; private set; }

    /// <summary>Null until the tender is won or lost.</summary>
    public LineOutcome? Outcome { get; private set; }

    public bool IsAnswered => IsLeftOut || Prices.Count > 0;

    /// <summary>What it brings at most: the largest quantity that is asked for at the price that holds for it; 0 where nothing is offered.</summary>
    public decimal Worth => IsLeftOut || Prices.Count == 0 ? 0 : Most is var quantity ? LineAmounts.Of(quantity, PriceFor(quantity)!.NetPrice, PriceBaseQuantity) : 0;

    private decimal Most => Quantities.Count > 0 ? Quantities[^1] : decimal.Max(Prices[^1].FromQuantity, PriceBaseQuantity);

    /// <summary>The tier that holds for a quantity; below the first, the first; null where nothing is offered.</summary>
    public TierPrice? PriceFor(decimal quantity) => Prices.LastOrDefault(tier => tier.FromQuantity <= quantity) ?? (Prices.Count > 0 ? Prices[0] : null);

    public OfferedLine Freeze() => new(Id, LineNo, ProductCode, BuyerCode, Description, Unit, Quantities, PriceBaseQuantity, Prices, LeadDays, ValidUntil, Note, IsLeftOut);

    /// <summary>Whether what comes of it can be reckoned with and kept.</summary>
    internal static bool Fits(IReadOnlyList<decimal> quantities, IReadOnlyList<TierPrice> prices, decimal priceBaseQuantity) => prices.Count == 0
        || LineAmounts.Fit(quantities.Count > 0 ? quantities.Max() : decimal.Max(prices.Max(tier => tier.FromQuantity), priceBaseQuantity), prices.Max(tier => tier.NetPrice), priceBaseQuantity);

    internal void Take(AskedItem asked, int position)
    {
        (Position, LineNo) = (position, asked.LineNo ?? string.Create(CultureInfo.InvariantCulture, $"{(position + 1) * 10}"));

        // What was offered for other goods, or for another unit of them, says nothing of these.
        if ((asked.ProductId != ProductId && ProductId is not null) || (Unit is not null && !UnitOfMeasure.AreSame(asked.Unit, Unit)))
        {
            (Prices, LeadDays, ValidUntil, Note, IsLeftOut) = ([], null, null, null, false);
        }

        (ProductId, ProductCode, BuyerCode, Description, Unit) = (asked.ProductId, asked.ProductCode, Said(asked.BuyerCode), asked.Description.Trim(), asked.Unit);
        Quantities = [.. asked.Quantities.Distinct().Order()];
        PriceBaseQuantity = Prices.Count > 0 ? PriceBaseQuantity : asked.PriceBaseQuantity;
        TargetPrice = asked.TargetPrice is { } target ? LineAmounts.Per(target, asked.PriceBaseQuantity, PriceBaseQuantity) : null;
    }

    internal void Offer(PricedLine priced)
    {
        (IsLeftOut, LeadDays, ValidUntil, Note) = (priced.IsLeftOut, priced.LeadDays, priced.ValidUntil, Said(priced.Note));
        Prices = [.. priced.Prices.OrderBy(tier => tier.FromQuantity)];

        if (priced.PriceBaseQuantity != PriceBaseQuantity && TargetPrice is { } target)
        {
            TargetPrice = LineAmounts.Per(target, PriceBaseQuantity, priced.PriceBaseQuantity);
        }

        PriceBaseQuantity = priced.PriceBaseQuantity;
    }

    internal void End(LineOutcome? outcome) => Outcome = outcome;

    internal void Become(ProductId product, string code) => (ProductId, ProductCode) = (product, code);

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>A price from a quantity on.</summary>
/// <param name="FromQuantity">In the line's unit; 0 from the first one.</param>
/// <param name="NetPrice">Net of tax, four decimals, for the line's price base.</param>
public sealed record TierPrice(decimal FromQuantity, decimal NetPrice);

/// <summary>What a client wants a price for.</summary>
/// <param name="Unit">UN/ECE Recommendation 20 or 21 code.</param>
/// <param name="Id">Of the line that it already is; null for a new one.</param>
/// <param name="LineNo">The client's own; null for the next ten.</param>
public sealed record AskedItem(
    string Description, string Unit, IReadOnlyList<decimal> Quantities, ProductId? ProductId = null, string? ProductCode = null, string? BuyerCode = null, decimal? TargetPrice = null,
    decimal PriceBaseQuantity = 1, Guid? Id = null, string? LineNo = null);

/// <summary>What we offer for a line.</summary>
/// <param name="LeadDays">Working days from order to departure.</param>
/// <param name="ValidUntil">The last day on which the prices hold.</param>
public sealed record PricedLine(
    Guid LineId, IReadOnlyList<TierPrice> Prices, decimal PriceBaseQuantity = 1, int? LeadDays = null, DateOnly? ValidUntil = null, string? Note = null, bool IsLeftOut = false);

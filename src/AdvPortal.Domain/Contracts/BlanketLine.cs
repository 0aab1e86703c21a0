namespace AdvPortal.Domain.Contracts;

/// <summary>One product of a blanket order: how much is agreed, and at what price. How much of it is called off stands in no row: orders tell.</summary>
public sealed class BlanketLine : TenantOwned
{
    public const int RhythmMaxLength = 200;

    private BlanketLine() { }

    internal BlanketLine(int position, AgreedLine agreed) => Take(position, agreed);

    public BlanketLineId Id { get; private set; } = Ids.New<BlanketLineId>();

    /// <summary>From 0.</summary>
    public int Position { get; private set; }

    public ProductId ProductId { get; private set; }

    /// <summary>Ours.</summary>
    public string ProductCode { get; private set; } = null!;

    public string Description { get; private set; } = "";

    public decimal AgreedQuantity { get; private set; }

    /// <summary>The product's.</summary>
    public string Unit { get; private set; } = null!;

    /// <summary>Per <see cref="PriceBaseQuantity"/> units, 4 decimals.</summary>
    public decimal NetPrice { get; private set; }

    public decimal PriceBaseQuantity { get; private set; }

    /// <summary>How the client means to call off, in its words; nothing is refused because of it.</summary>
    [PersonalData]
    public string? Rhythm { get; private set; }

    internal void Take(int position, AgreedLine agreed)
    {
        (Position, ProductId, ProductCode, Description) = (position, agreed.ProductId, agreed.ProductCode, agreed.Description);
        (AgreedQuantity, Unit, NetPrice, PriceBaseQuantity) = (agreed.Quantity, agreed.Unit, agreed.NetPrice, agreed.PriceBaseQuantity);
        Rhythm = string.IsNullOrWhiteSpace(agreed.Rhythm) ? null : agreed.Rhythm.Trim();
    }
}

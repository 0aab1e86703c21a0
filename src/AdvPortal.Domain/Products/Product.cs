namespace AdvPortal.Domain.Products;

/// <summary>Something the tenant sells, under our own code.</summary>
public sealed class Product : TenantOwned
{
    public const int CodeMaxLength = 40;
    public const int NameMaxLength = 200;

    private Product() { }

    public Product(string code, string name, string unit, string? gtin = null, string? family = null) =>
        (Code, Name, Unit, Gtin, Family) = (code.Trim(), name.Trim(), unit, gtin, family);

    public ProductId Id { get; private set; } = Ids.New<ProductId>();
    public string Code { get; private set; } = null!;
    public string Name { get; private set; } = null!;

    /// <summary>UN/ECE Recommendation 20 or 21 code, or the code that the trade writes in EDIFACT (PCE).</summary>
    public string Unit { get; private set; } = null!;

    /// <summary>Global Trade Item Number (GS1, 8, 12, 13 or 14 digits).</summary>
    public string? Gtin { get; private set; }

    public string? Family { get; private set; }
    public bool IsArchived { get; private set; }

    /// <summary>How many <see cref="Unit"/>s one <see cref="PackUnit"/> holds; null when nobody said.</summary>
    public decimal? PackQuantity { get; private set; }

    /// <summary>The pack it comes in: a code of UN/ECE Recommendation 21, such as BX.</summary>
    public string? PackUnit { get; private set; }

    /// <summary>The day from which it is no longer sold; null while it is.</summary>
    public DateOnly? DiscontinuedOn { get; private set; }

    /// <summary>What is sold in its place.</summary>
    public ProductId? ReplacedById { get; private set; }

    public void Describe(string name, string unit, string? gtin, string? family) => (Name, Unit, Gtin, Family) = (name.Trim(), unit, gtin, family);

    public void Archive() => IsArchived = true;

    /// <summary>Says what one pack of it holds.</summary>
    public void Pack(decimal? quantity, string? unit) => (PackQuantity, PackUnit) = (quantity, unit);

    /// <summary>It is no longer sold from a day on; or, without one, it is again.</summary>
    public void Discontinue(DateOnly? on, ProductId? replacement) => (DiscontinuedOn, ReplacedById) = (on, on is null ? null : replacement);
}

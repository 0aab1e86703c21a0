using System.Globalization;
using AdvPortal.Application.Tenders;
using AdvPortal.Web.Components.Shared;

namespace AdvPortal.Web.Components.Tenders;

/// <summary>A tender as it is being typed: what its draft keeps.</summary>
public sealed class TypedTender
{
    /// <summary>All but the lines.</summary>
    public TenderForm Head { get; set; } = new();

    public List<TypedGoods> Lines { get; set; } = [];

    /// <summary>Reads what was typed, and leaves out lines in which nothing was.</summary>
    public TenderForm ToForm()
    {
        Lines.ForEach(line => line.Read());
        Lines.RemoveAll(line => line.IsEmpty && Lines.Count > 1);
        Head.Lines = [.. Lines.Where(line => !line.IsEmpty).Select(line => line.ToLine())];

        return Head;
    }
}

/// <summary>One line as it is typed.</summary>
public sealed class TypedGoods
{
    private List<decimal> _quantities = [];

    public Guid? Id { get; init; }
    public string? LineNo { get; init; }
    public string? Product { get; set; }
    public string? BuyerCode { get; init; }

    /// <summary>Whose code and unit these are.</summary>
    public string? Was { get; init; }

    public string? Description { get; set; }
    public string? Unit { get; init; }
    public string? Quantities { get; set; }
    public decimal? Target { get; set; }
    public decimal? PriceBase { get; set; }
    internal bool IsWrong { get; private set; }
    internal bool IsEmpty => string.IsNullOrWhiteSpace(Product) && string.IsNullOrWhiteSpace(Description) && string.IsNullOrWhiteSpace(Quantities);

    internal static TypedGoods Of(TenderView.Line line) => new()
    {
        Id = line.Id,
        LineNo = line.LineNo,
        Product = line.ProductCode,
        Was = line.ProductCode,
        BuyerCode = line.BuyerCode,
        Description = line.Description,
        Unit = line.Unit,
        Quantities = Write(line.Quantities),
        Target = line.TargetPrice?.Plain(),
        PriceBase = line.PriceBaseQuantity.Plain(),
    };

    internal static TypedGoods Of(ReadTenderSource.Line said) => new()
    {
        Product = said.ProductCode,
        Was = said.ProductCode,
        BuyerCode = said.BuyerCode,
        Description = said.Description,
        Unit = said.Unit,
        Quantities = Write(said.Quantities),
    };

    internal void Read()
    {
        (_quantities, IsWrong) = ([], false);

        foreach (var typed in (Quantities ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (NumberReading.TryRead(typed, CultureInfo.CurrentCulture, out var quantity))
            {
                _quantities.Add(quantity);
            }
            else
            {
                IsWrong = true;
            }
        }
    }

    internal TenderForm.Line ToLine() => new()
    {
        Id = Id,
        LineNo = LineNo,
        ProductCode = Said(Product),
        BuyerCode = Said(Product) == Was ? BuyerCode : null,
        Description = Said(Description),
        Unit = Said(Product) == Was ? Unit : null,
        Quantities = _quantities,
        TargetPrice = Target,
        PriceBaseQuantity = PriceBase,
    };

    private static string Write(IEnumerable<decimal> quantities) => string.Join(CultureInfo.CurrentCulture.TwoLetterISOLanguageName == "fr" ? "\u202F; " : "; ", quantities.Select(quantity => Wording.Quantity(quantity, CultureInfo.CurrentCulture)));

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

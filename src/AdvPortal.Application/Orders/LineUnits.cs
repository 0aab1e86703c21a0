using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Products;

namespace AdvPortal.Application.Orders;

/// <summary>A line's quantity in the unit that we sell in, as far as the way there is known.</summary>
/// <param name="PriceBase">How many of <paramref name="Unit"/> the line's price is for.</param>
/// <param name="ToAsk">Our unit, where somebody has to say how many of them the ordered one is.</param>
internal readonly record struct LineUnits(decimal? Quantity, string Unit, decimal PriceBase, OrderedAs? Ordered = null, string? ToAsk = null)
{
    // « Mutually defined »: says that there is a unit, and not which.
    private const string NoUnit = "ZZ";
    private const string UsualUnit = "PCE";
    private const decimal Cent = 0.01m;

    /// <param name="line">As asked for.</param>
    /// <param name="product">Null while it is not known: then nothing is converted.</param>
    /// <param name="multiple">In what multiples the client takes it.</param>
    /// <param name="agreed">The contract's price for a quantity.</param>
    /// <param name="answers">What was said of this client's units of this product, the newest first.</param>
    public static LineUnits Of(AskedLine line, Product? product, decimal? multiple, Func<decimal, ContractPrice?> agreed, IEnumerable<OrderedAs> answers)
    {
        var (unit, given) = (line.Unit is { Length: > 0 } said && said != NoUnit ? said : product?.Unit ?? UsualUnit, line.PriceBaseQuantity is > 0 and var priceBase ? priceBase : 1);
        var asIs = new LineUnits(line.Quantity, unit, given, line.Ordered);

        if (product is null || line.Ordered is not null)
        {
            return asIs;
        }

        var way = line.Each is > 0 and var each ? (each, ConversionBasis.Person)
            : UnitConversion.Between(unit, product.Unit, Packs(product, multiple)) ?? Answered(unit, answers);

        if (way is (1, ConversionBasis.Standard))
        {
            return asIs;
        }

        if (way is not var (of, basis))
        {
            return asIs with { ToAsk = product.Unit };
        }

        if (line.Quantity is not { } quantity || quantity <= 0)
        {
            return asIs;
        }

        var ours = decimal.Round(quantity * of, 4);
        var per = line.NetPrice is { } price && IsPerOurs(line, price, ours, given, of, agreed) ? given : given * of;

        return LineAmounts.Fit(ours, line.NetPrice, per) ? new(ours, product.Unit, per, new(quantity, unit, of, basis)) : asIs with { ToAsk = product.Unit };
    }

    // Said once and approved, it is not asked again.
    private static (decimal, ConversionBasis)? Answered(string unit, IEnumerable<OrderedAs> answers) =>
        answers.FirstOrDefault(answer => UnitOfMeasure.AreSame(answer.Unit, unit)) is { } said ? (said.Each, ConversionBasis.Answered) : null;

    private static PackSize[] Packs(Product product, decimal? multiple) =>
    [
        .. UnitConversion.PackOf(product),
        .. multiple is { } sold ? [new PackSize(sold, null, ConversionBasis.Requirement)] : Array.Empty<PackSize>(),
    ];

    // A document may order boxes and give the price of a hundred pieces: its own amount, else the contract, tells which.
    private static bool IsPerOurs(AskedLine line, decimal price, decimal ours, decimal given, decimal of, Func<decimal, ContractPrice?> agreed)
    {
        if (line.LineAmount is { } amount)
        {
            return Math.Abs(LineAmounts.Of(ours, price, given * of) - amount) > Cent && Math.Abs(LineAmounts.Of(ours, price, given) - amount) <= Cent;
        }

        return agreed(ours) is { } contract && LineAmounts.Per(contract.NetPrice, contract.PriceBaseQuantity, given) == price && LineAmounts.Per(contract.NetPrice, contract.PriceBaseQuantity, given * of) != price;
    }
}

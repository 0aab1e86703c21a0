using System.Text.Json.Serialization;
using AdvPortal.Domain.Products;

namespace AdvPortal.Domain.Orders;

/// <summary>Who says how many of our units one of the client's holds.</summary>
[JsonConverter(typeof(CamelCaseEnum<ConversionBasis>))]
public enum ConversionBasis
{
    /// <summary>The units themselves: a hundred is a hundred.</summary>
    Standard,

    /// <summary>The pack of our product.</summary>
    Product,

    /// <summary>The multiple that the client requires.</summary>
    Requirement,

    /// <summary>Somebody who was asked.</summary>
    Person,

    /// <summary>Somebody who was asked for an earlier order of this client.</summary>
    Answered,
}

/// <summary>A quantity as the client wrote it, where we count otherwise: 5 BX of 100.</summary>
/// <param name="Each">How many of our units one of theirs is.</param>
public sealed record OrderedAs(decimal Quantity, string Unit, decimal Each, ConversionBasis Basis);

/// <summary>What a pack is known to hold, in the product's unit.</summary>
/// <param name="Pack">The code of Recommendation 21 of the pack it holds for; null for any that is no pallet.</param>
public readonly record struct PackSize(decimal Quantity, string? Pack, ConversionBasis Basis);

/// <summary>The way from the unit a client orders in to the one we sell in.</summary>
public static class UnitConversion
{
    private const string Pallet = "PX";

    /// <summary>The same where nothing is known but the product.</summary>
    public static (decimal Each, ConversionBasis Basis)? Between(string theirs, Product ours) => Between(theirs, ours.Unit, PackOf(ours));

    /// <summary>What the product's own pack holds; nothing where nobody said.</summary>
    public static PackSize[] PackOf(Product product) =>
        product.PackQuantity is { } held ? [new(held, product.PackUnit is { } pack ? UnitOfMeasure.Of(pack)?.Pack ?? pack : null, ConversionBasis.Product)] : [];

    /// <summary>How many of ours one of theirs is, and who says so; null when it has to be asked.</summary>
    /// <param name="theirs">As ordered.</param>
    /// <param name="ours">The product's.</param>
    /// <param name="packs">What is known of packs; the first that fits counts.</param>
    public static (decimal Each, ConversionBasis Basis)? Between(string theirs, string ours, params ReadOnlySpan<PackSize> packs)
    {
        if (UnitOfMeasure.AreSame(theirs, ours))
        {
            return (1, ConversionBasis.Standard);
        }

        if (UnitOfMeasure.Of(theirs) is not { } from)
        {
            return null;
        }

        if (from.Dimension is not Dimension.Pack)
        {
            return UnitOfMeasure.Of(ours) is { } to && to.Dimension == from.Dimension ? (from.Factor / to.Factor, ConversionBasis.Standard) : null;
        }

        foreach (var pack in packs)
        {
            if (pack.Quantity > 0 && (pack.Pack is null ? from.Pack != Pallet : pack.Pack == from.Pack))
            {
                return (pack.Quantity, pack.Basis);
            }
        }

        return null;
    }
}

using System.Text.Json.Serialization;

namespace AdvPortal.Exchange.Acknowledgements;

/// <summary>One thing that we do otherwise than ordered, why (a sentence in the client's language), and the client's own words when they are the cause.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "field")]
[JsonDerivedType(typeof(DateChange), "date")]
[JsonDerivedType(typeof(QuantityChange), "quantity")]
[JsonDerivedType(typeof(PriceChange), "price")]
public abstract record LineChange
{
    public string? Reason { get; init; }

    public string? ClientSentence { get; init; }
}

/// <summary>The delivery date moved.</summary>
public sealed record DateChange(DateOnly From, DateOnly To) : LineChange;

/// <summary>Another quantity is promised, in the line's unit.</summary>
public sealed record QuantityChange(decimal From, decimal To) : LineChange;

/// <summary>Another price is confirmed, for the line's price base quantity.</summary>
public sealed record PriceChange(decimal From, decimal To) : LineChange;

using System.Text.Json.Serialization;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Orders;

/// <summary>What stood in an order, or what is proposed instead. Only what a finding is about is filled in.</summary>
public sealed record FindingValues
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? DeliverOn { get; init; }

    /// <summary>Ours.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ProductCode { get; init; }

    /// <summary>The client's.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? BuyerCode { get; init; }

    /// <summary>Where the client's code is shown; nothing said means everywhere.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Documents Documents { get; init; }

    /// <summary>Per the line's price base quantity.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? NetPrice { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Currency { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? TotalNet { get; init; }

    /// <summary>The order that bears the same reference.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? OrderNumber { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LabelPlan? Labels { get; init; }
}

/// <summary>Labels to be printed; how many is known when the parcels are packed.</summary>
/// <param name="Copies">Labels on each unit.</param>
public sealed record LabelPlan(Symbology Symbology, LogisticUnit Per, int Copies);

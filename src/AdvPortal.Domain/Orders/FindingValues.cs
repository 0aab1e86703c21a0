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

    /// <summary>The same order.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public OrderId? OrderId { get; init; }

    /// <summary>Of the quantity.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Unit { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LabelPlan? Labels { get; init; }

    /// <summary>Of the line, in its unit; of the whole order where it is below a minimum.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Quantity { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PalletPlan? Pallets { get; init; }

    /// <summary>Whether the carriage is ours.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? CarriagePaid { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BackOrderPolicy? BackOrder { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PapersPlan? Papers { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CustomerReference { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ContactPlan? Contact { get; init; }

    /// <summary>What a person does and ticks.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Instruction { get; init; }
}

/// <summary>What is minded when pallets are built; see <see cref="Packaging"/>.</summary>
public sealed record PalletPlan(PalletType? PalletType, int? MaxHeightCm, decimal? MaxWeightKg, bool? NoMixedPallets);

/// <summary>What goes with the goods, and where the invoice goes; see <see cref="RequiredDocuments"/>.</summary>
public sealed record PapersPlan(int? DeliveryNoteCopies, string? Language, string? SendInvoiceTo, Certificate? Certificate);

/// <summary>Whom to reach before the goods arrive; see <see cref="ContactFirst"/>.</summary>
public sealed record ContactPlan([property: PersonalData] string? Who, [property: PersonalData] string? Phone, int? BeforeHours)
{
    private const int Day = 24;

    /// <summary>The last working day on which it is done in time: less than a day before is the day itself.</summary>
    public DateOnly DueOn(DateOnly deliverOn) =>
        BeforeHours is >= Day and var hours ? Common.Calendars.WorkingDays.OnOrBefore(deliverOn.AddDays(-(hours + Day - 1) / Day)) : deliverOn;
}

/// <summary>Labels to be printed; how many is known when the parcels are packed.</summary>
/// <param name="Copies">Labels on each unit.</param>
public sealed record LabelPlan(Symbology Symbology, LogisticUnit Per, int Copies);

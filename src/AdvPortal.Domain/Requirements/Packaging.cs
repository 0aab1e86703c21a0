using System.Text.Json.Serialization;

namespace AdvPortal.Domain.Requirements;

/// <summary>Pallets a client takes: EUR is the 800 × 1200 mm exchange pallet of EPAL (EN 13698-1), CHEP the blue pool's.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PalletType>))]
public enum PalletType
{
    [JsonStringEnumMemberName("EUR")] Eur,
    [JsonStringEnumMemberName("CHEP")] Chep,
}

/// <summary>How goods are put together: on which pallets, how high, how heavy, and in what multiples they are sold.</summary>
public sealed record Packaging : Rule
{
    public const string KindName = "packaging";
    public const int HeightMaxCm = 400;
    public const decimal WeightMaxKg = 30_000;
    public const decimal MultipleMax = 1_000_000;

    [JsonIgnore]
    public override string Kind => KindName;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PalletType? PalletType { get; init; }

    /// <summary>Centimetres, pallet included, 1 to 400.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? MaxHeightCm { get; init; }

    /// <summary>Kilograms of one logistic unit, up to 30 000.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? MaxWeightKg { get; init; }

    /// <summary>In the unit of the order line: a quantity is a whole number of these.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? MultipleOf { get; init; }

    /// <summary>One product on each pallet.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? NoMixedPallets { get; init; }

    public override Refusal? Check() => this switch
    {
        { MaxHeightCm: < 1 or > HeightMaxCm } => new HeightOutOfRange(HeightMaxCm),
        { MaxWeightKg: <= 0 or > WeightMaxKg } => new WeightOutOfRange(WeightMaxKg),
        { MultipleOf: <= 0 or > MultipleMax } => new MultipleOutOfRange(MultipleMax),
        { PalletType: null, MaxHeightCm: null, MaxWeightKg: null, MultipleOf: null, NoMixedPallets: null or false } => new RuleSaysNothing(),
        _ => null,
    };
}

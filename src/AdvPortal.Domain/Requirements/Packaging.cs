using System.Text.Json.Serialization;
using AdvPortal.Domain.Orders;

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

    private static readonly Matter[] _multiple = [Matter.Of((Packaging rule) => rule.MultipleOf)];

    private static readonly Matter[] _pallets =
    [
        Matter.Of((Packaging rule) => rule.PalletType, Deed.Packing),
        Matter.Of((Packaging rule) => rule.MaxHeightCm, Deed.Packing),
        Matter.Of((Packaging rule) => rule.MaxWeightKg, Deed.Packing),
        Matter.Of((Packaging rule) => rule.NoMixedPallets, Deed.Packing),
    ];

    [JsonIgnore]
    public override string Kind => KindName;

    [JsonIgnore]
    public override Severity UsualSeverity => Severity.AutoFix;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PalletType? PalletType { get; init; }

    /// <summary>Centimetres, pallet included, 1 to 400.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? MaxHeightCm { get; init; }

    /// <summary>Kilograms of one logistic unit, up to 30 000.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? MaxWeightKg { get; init; }

    /// <summary>In the unit of the order line, 4 decimals at most: a quantity is a whole number of these.</summary>
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
        { MultipleOf: { } multiple } when decimal.Round(multiple, 4) != multiple => new MultipleOutOfRange(MultipleMax),
        { PalletType: null, MaxHeightCm: null, MaxWeightKg: null, MultipleOf: null, NoMixedPallets: null or false } => new RuleSaysNothing(),
        _ => null,
    };

    internal override IEnumerable<Matter> Matters => [.. _multiple, .. _pallets];

    internal override Turn Turn => Turn.Quantities;

    internal override void Judge(InForce requirement, JudgementRun run)
    {
        if (MultipleOf is { } multiple)
        {
            RoundUp(requirement, run, multiple);
        }

        if (this is not { PalletType: null, MaxHeightCm: null, MaxWeightKg: null, NoMixedPallets: null })
        {
            run.Say(requirement, _pallets, said => Described(new(
                (said & 1) != 0 ? PalletType : null, (said & 2) != 0 ? MaxHeightCm : null, (said & 4) != 0 ? MaxWeightKg : null, (said & 8) != 0 && NoMixedPallets is true ? true : null)));
        }
    }

    private static void RoundUp(InForce requirement, JudgementRun run, decimal multiple)
    {
        for (var index = 0; index < run.Draft.Lines.Count; index++)
        {
            if (run.Draft.Lines[index].Quantity is > 0 and var ordered && ordered % multiple is not 0 and var over && run.Speaks(requirement, _multiple[0], index))
            {
                var next = ordered - over + multiple;
                run.Add(new Found(new QuantityRaised(ordered, next, multiple, _multiple), requirement.Severity, index, requirement));

                if (requirement.Severity is Severity.AutoFix)
                {
                    run.Raise(index, next);
                }
            }
        }
    }

    private static Plan? Described(PalletPlan pallets)
    {
        List<object> parts = [];

        if (pallets.PalletType is { } type)
        {
            parts.Add(new Message(MessageKeys.PalletsOf, type is Requirements.PalletType.Eur ? "EUR" : "CHEP"));
        }

        if (pallets.MaxHeightCm is { } height)
        {
            parts.Add(new Message(MessageKeys.PalletsHeight, height));
        }

        if (pallets.MaxWeightKg is { } weight)
        {
            parts.Add(new Message(MessageKeys.PalletsWeight, weight));
        }

        if (pallets.NoMixedPallets is true)
        {
            parts.Add(new Message(MessageKeys.PalletsNotMixed));
        }

        return parts.Count == 0 ? null : new(KindName, _pallets, new() { Pallets = pallets }, new(MessageKeys.Pallets, [parts]));
    }
}

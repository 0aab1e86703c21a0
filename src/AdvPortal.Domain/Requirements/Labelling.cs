using System.Text.Json.Serialization;
using AdvPortal.Domain.Orders;

namespace AdvPortal.Domain.Requirements;

[JsonConverter(typeof(CamelCaseEnum<Symbology>))]
public enum Symbology
{
    Qr,
    [JsonStringEnumMemberName("gs1-128")] Gs1128,
    [JsonStringEnumMemberName("datamatrix")] DataMatrix,
}

[JsonConverter(typeof(CamelCaseEnum<LogisticUnit>))]
public enum LogisticUnit { Parcel, Pallet }

/// <summary>What a label says: <see cref="BuyerCode"/> is the client's code, <see cref="SupplierCode"/> ours.</summary>
[JsonConverter(typeof(CamelCaseEnum<LabelField>))]
public enum LabelField { OrderReference, BuyerCode, SupplierCode, Quantity, Batch, BestBefore, Weight, Sscc, DeliveryNoteNumber }

/// <summary>The client wants a machine-readable label on each of its parcels or pallets.</summary>
public sealed record Labelling : Rule
{
    public const string KindName = "labelling";
    public const int CopiesMax = 20;
    public const int TemplateMaxLength = 1000;

    // A client that wants the same label on its parcels and on its pallets means one of the two, as a rule.
    private static readonly Matter[] _labels =
    [
        .. from symbology in Enum.GetValues<Symbology>()
           select Matter.Of((Labelling rule) => rule.Symbology == symbology ? (LogisticUnit?)rule.Unit : null, Deed.Packing) with { DoneTwice = MessageKeys.LabelledTwice },
        .. from symbology in Enum.GetValues<Symbology>() from unit in Enum.GetValues<LogisticUnit>() select LabelOf(symbology, unit),
    ];

    [JsonIgnore]
    public override string Kind => KindName;

    [JsonIgnore]
    public override Severity UsualSeverity => Severity.AutoFix;

    /// <summary>Null when the sentence names none: such a rule is not put in force.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Symbology? Symbology { get; init; }

    /// <summary>Null when the sentence names none: then each parcel bears one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LogisticUnit? Per { get; init; }

    /// <summary>What bears the labels.</summary>
    [JsonIgnore]
    public LogisticUnit Unit => Per ?? LogisticUnit.Parcel;

    /// <summary>Labels on each unit, from 2 up; one when nothing is said.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Copies { get; init; }

    /// <summary>In the order in which they are written; nothing said leaves them to us.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<LabelField>? Payload { get; init; }

    /// <summary>Text that lays the payload out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Template { get; init; }

    public override Refusal? Check()
    {
        if (Symbology is null)
        {
            return new SymbologyMissing();
        }

        if (Copies is < 1 or > CopiesMax)
        {
            return new CopiesOutOfRange(CopiesMax);
        }

        if (Payload is { } fields && fields.Distinct().Count() < fields.Count)
        {
            return new LabelFieldRepeated();
        }

        return CheckTemplate();
    }

    /// <summary>Why the template cannot be printed; null when it can, or when there is none.</summary>
    public Refusal? CheckTemplate()
    {
        if (Template?.Length > TemplateMaxLength)
        {
            return new LabelTemplateTooLong(TemplateMaxLength);
        }

        if (Symbology is Requirements.Symbology.Gs1128 && !string.IsNullOrWhiteSpace(Template) && LabelPayload.TemplateOf(this) is null)
        {
            return new LabelTemplateNotGs1();
        }

        // Tried on an example: a gap in the wrong place is found before the first parcel is packed.
        return LabelPayload.Elements(this, LabelPayload.Example)?.FirstOrDefault(each => !each.IsValid) is { } element ? new LabelElementNotValid(element.ToString()) : null;
    }

    internal override IEnumerable<Matter> Matters => _labels;

    /// <summary>How the label of one kind of unit looks.</summary>
    internal static Matter LabelOf(Symbology symbology, LogisticUnit per) => Matter.Of(
        (Labelling rule) => rule.Symbology == symbology && rule.Unit == per ? (rule.Copies ?? 1, string.Join(',', rule.Payload ?? []), rule.Template) : null, Deed.Packing);

    internal override void Judge(InForce requirement, JudgementRun run)
    {
        if (!run.ConcernsPacking(requirement) || run.HasLabels(this))
        {
            return;
        }

        run.Add(new Found(new LabelsPlanned(this), requirement.Severity, Requirement: requirement));
    }
}

using System.Text.Json.Serialization;
using AdvPortal.Domain.Orders;

namespace AdvPortal.Domain.Requirements;

/// <summary>A client's sentence as something an order can be held against. A new kind is a record, a line here, an editor part and tests.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(DeliveryDays), DeliveryDays.KindName)]
[JsonDerivedType(typeof(Labelling), Labelling.KindName)]
[JsonDerivedType(typeof(ProductCode), ProductCode.KindName)]
[JsonDerivedType(typeof(Packaging), Packaging.KindName)]
[JsonDerivedType(typeof(MinimumOrder), MinimumOrder.KindName)]
[JsonDerivedType(typeof(PartialDelivery), PartialDelivery.KindName)]
[JsonDerivedType(typeof(BackOrder), BackOrder.KindName)]
[JsonDerivedType(typeof(RequiredDocuments), RequiredDocuments.KindName)]
[JsonDerivedType(typeof(Reference), Reference.KindName)]
[JsonDerivedType(typeof(ContactFirst), ContactFirst.KindName)]
[JsonDerivedType(typeof(Instruction), Instruction.KindName)]
public abstract record Rule
{
    /// <summary>The name of the kind in JSON, in findings and in texts.</summary>
    [JsonIgnore]
    public abstract string Kind { get; }

    /// <summary>How much a client who asks for this most often insists: what a person starts from.</summary>
    [JsonIgnore]
    public virtual Severity UsualSeverity => Severity.Block;

    /// <summary>Why this rule cannot be put in force; null when it can.</summary>
    public abstract Refusal? Check();

    /// <summary>Which rules are judged before others: what they put right, the others go by.</summary>
    internal virtual Turn Turn => Turn.Usual;

    /// <summary>All that a rule of this kind may say: two equally narrow requirements that say different things of one of these contradict each other.</summary>
    internal virtual IEnumerable<Matter> Matters => [];

    /// <summary>Says what an order falls short of, and puts the outcome right where the severity asks for it.</summary>
    /// <remarks>Called from the narrowest scope to the widest of its turn; dates are solved before, over all rules at once.</remarks>
    internal virtual void Judge(InForce requirement, JudgementRun run)
    {
    }
}

/// <summary>Dates are gathered first, then quantities are rounded; everything else goes by both.</summary>
internal enum Turn { Dates, Quantities, Usual }

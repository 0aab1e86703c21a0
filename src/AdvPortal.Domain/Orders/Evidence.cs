using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Orders;

/// <summary>What a finding rests on, in as few bytes as judging allows; words and values are made when a finding is kept.</summary>
public abstract class Evidence
{
    /// <summary>camelCase.</summary>
    public abstract string Kind { get; }

    public abstract Message Explanation { get; }
    public virtual FindingValues? Before => null;
    public virtual FindingValues? After => null;
    public virtual IReadOnlyList<Reason> Reasons => [];

    /// <summary>Of a date: the way to it, stage by stage.</summary>
    public virtual IReadOnlyList<DateStep> Trace => [];

    /// <summary>Of a date: the nearest ones that would do as well.</summary>
    public virtual IReadOnlyList<DateOnly> Alternatives => [];

    /// <summary>In what a narrower requirement prevailed here.</summary>
    internal virtual IReadOnlyList<Matter> Matters => [];

    /// <summary>Whether there is something to be put in the place of what stands.</summary>
    public virtual bool Corrects => true;

    /// <summary>Whether a step does by itself what is asked for.</summary>
    public virtual bool IsMetBy(Moments step) => false;
}

/// <summary>A date on which goods cannot arrive, and the first one on which everything allows it.</summary>
internal sealed class DateMoved(string kind, DateSolution solution) : Evidence
{
    public override string Kind => kind;

    public override FindingValues Before => new() { DeliverOn = solution.Asked };

    public override FindingValues? After => solution.Proposed is { } proposed ? new() { DeliverOn = proposed } : null;

    public override IReadOnlyList<Reason> Reasons => solution.Reasons;

    public override IReadOnlyList<DateStep> Trace => solution.Trace();

    public override IReadOnlyList<DateOnly> Alternatives => solution.Alternatives();

    public override bool Corrects => solution.Proposed is not null;

    public override Message Explanation => (kind, solution.Proposed, solution.MustAsk) switch
    {
        (FindingKinds.DateInPast, { } proposed, _) => new(MessageKeys.DateInPast, solution.Asked, proposed),
        (FindingKinds.DateInPast, null, true) => new(MessageKeys.DateInPastToAsk, solution.Asked),
        (FindingKinds.DateInPast, null, false) => new(MessageKeys.DateInPastNothingFits, solution.Asked, Judgement.HorizonDays),
        (FindingKinds.DateTooEarly, { } proposed, _) => new(MessageKeys.DateTooEarly, solution.Asked, proposed),
        (FindingKinds.DateTooEarly, null, true) => new(MessageKeys.DateTooEarlyToAsk, solution.Asked),
        (FindingKinds.DateTooEarly, null, false) => new(MessageKeys.DateTooEarlyNothingFits, solution.Asked, Judgement.HorizonDays),
        (FindingKinds.DateNotServed, { } proposed, _) => new(MessageKeys.DateNotServed, solution.Asked, proposed),
        (FindingKinds.DateNotServed, null, true) => new(MessageKeys.DateNotServedToAsk, solution.Asked),
        (FindingKinds.DateNotServed, null, false) => new(MessageKeys.DateNotServedNothingFits, solution.Asked, Judgement.HorizonDays),
        (_, { } proposed, _) => new(MessageKeys.DeliveryMoved, solution.Asked, proposed),
        (_, null, true) => new(MessageKeys.DeliveryToAsk, solution.Asked),
        (_, null, false) => new(MessageKeys.DeliveryNothingFits, solution.Asked, Judgement.HorizonDays),
    };
}

/// <summary>Our code, and the client's that stands for it on what leaves.</summary>
internal sealed class CodeShown(string ours, string theirs, Documents documents) : Evidence
{
    public override string Kind => ProductCode.KindName;

    public override FindingValues Before => new() { ProductCode = ours };

    public override FindingValues After => new() { BuyerCode = theirs, Documents = documents };

    internal override IReadOnlyList<Matter> Matters =>
        ProductCode.On(documents);

    public override Message Explanation =>
        new(documents is Documents.None or Documents.All ? MessageKeys.CodeShown : MessageKeys.CodeShownOnSome, ours, theirs);
}

/// <summary>Labels to be printed when the goods are packed.</summary>
internal sealed class LabelsPlanned(Labelling rule) : Evidence
{
    public Labelling Rule => rule;

    public override string Kind => Labelling.KindName;

    public override FindingValues After => new() { Labels = new(Symbology, rule.Unit, Copies) };

    internal override IReadOnlyList<Matter> Matters =>
        [Labelling.LabelOf(Symbology, rule.Unit)];

    public override Message Explanation =>
        new(rule.Unit is LogisticUnit.Pallet ? MessageKeys.LabelsPerPallet : MessageKeys.LabelsPerParcel, Written(Symbology), Copies);

    // Whoever prints labels prints these.
    public override bool IsMetBy(Moments step) => step is Moments.Labelling;

    private Symbology Symbology => rule.Symbology ?? Symbology.Qr;

    private int Copies => rule.Copies ?? 1;

    // The names of symbologies are the same in every language.
    private static string Written(Symbology symbology) => symbology switch
    {
        Symbology.Gs1128 => "GS1-128",
        Symbology.DataMatrix => "DataMatrix",
        _ => "QR code",
    };
}

/// <summary>A date of its own, and the day on which everything arrives together.</summary>
internal sealed class DateGathered(DateOnly own, DateOnly together, InForce requirement, Matter[] matters) : Evidence
{
    public override string Kind => PartialDelivery.KindName;

    public override FindingValues Before => new() { DeliverOn = own };

    public override FindingValues After => new() { DeliverOn = together };

    public override IReadOnlyList<Reason> Reasons => [new(own, WhyNot.Together, requirement.RequirementId)];

    public override IReadOnlyList<DateStep> Trace => [new(DateStage.Site, own, WhyNot.Together, RequirementMark.Of(requirement)), new(DateStage.Site, together)];

    internal override IReadOnlyList<Matter> Matters => matters;

    public override Message Explanation => new(MessageKeys.DeliveredTogether, own, together);
}

/// <summary>A quantity between two packs, and the next whole one.</summary>
internal sealed class QuantityRaised(decimal ordered, decimal next, decimal multiple, Matter[] matters) : Evidence
{
    public override string Kind => Packaging.KindName;

    public override FindingValues Before => new() { Quantity = ordered };

    public override FindingValues After => new() { Quantity = next };

    internal override IReadOnlyList<Matter> Matters => matters;

    public override Message Explanation => new(MessageKeys.QuantityRaised, ordered, next, multiple);
}

/// <summary>What is to be done or minded when the goods are prepared; a person does it by hand, or it goes by itself.</summary>
internal sealed class Plan(string kind, Matter[] matters, FindingValues after, Message explanation, bool byHand = false) : Evidence
{
    public override string Kind => kind;

    public override FindingValues After => after;

    internal override IReadOnlyList<Matter> Matters => matters;

    public override Message Explanation => explanation;

    public override bool Corrects => !byHand;
}

/// <summary>Something an order lacks or says otherwise than we know it.</summary>
internal sealed class Difference(string kind, Message explanation, FindingValues? before = null, FindingValues? after = null, params Matter[] matters) : Evidence
{
    public override string Kind => kind;
    public override Message Explanation => explanation;
    public override FindingValues? Before => before;
    public override FindingValues? After => after;
    internal override IReadOnlyList<Matter> Matters => matters;
    public override bool Corrects => after is not null;
}

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

    /// <summary>Whether there is something to be put in the place of what stands.</summary>
    public virtual bool Corrects => true;
}

/// <summary>A date on which goods cannot arrive, and the first one on which everything allows it.</summary>
internal sealed class DateMoved(string kind, DateSolution solution) : Evidence
{
    public override string Kind => kind;

    public override FindingValues Before => new() { DeliverOn = solution.Asked };

    public override FindingValues? After => solution.Proposed is { } proposed ? new() { DeliverOn = proposed } : null;

    public override IReadOnlyList<Reason> Reasons => solution.Reasons;

    public override bool Corrects => solution.Proposed is not null;

    public override Message Explanation => (kind, solution.Proposed, solution.MustAsk) switch
    {
        (FindingKinds.DateInPast, { } proposed, _) => new(MessageKeys.DateInPast, solution.Asked, proposed),
        (FindingKinds.DateInPast, null, true) => new(MessageKeys.DateInPastToAsk, solution.Asked),
        (FindingKinds.DateInPast, null, false) => new(MessageKeys.DateInPastNothingFits, solution.Asked, Judgement.HorizonDays),
        (FindingKinds.DateTooEarly, { } proposed, _) => new(MessageKeys.DateTooEarly, solution.Asked, proposed),
        (FindingKinds.DateTooEarly, null, true) => new(MessageKeys.DateTooEarlyToAsk, solution.Asked),
        (FindingKinds.DateTooEarly, null, false) => new(MessageKeys.DateTooEarlyNothingFits, solution.Asked, Judgement.HorizonDays),
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

    public override Message Explanation =>
        new(documents is Documents.None or Documents.All ? MessageKeys.CodeShown : MessageKeys.CodeShownOnSome, ours, theirs);
}

/// <summary>Labels to be printed when the goods are packed.</summary>
internal sealed class LabelsPlanned(Labelling rule) : Evidence
{
    public Labelling Rule => rule;

    public override string Kind => Labelling.KindName;

    public override FindingValues After => new() { Labels = new(Symbology, rule.Per, Copies) };

    public override Message Explanation =>
        new(rule.Per is LogisticUnit.Pallet ? MessageKeys.LabelsPerPallet : MessageKeys.LabelsPerParcel, Written(Symbology), Copies);

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

/// <summary>Something an order lacks or says otherwise than we know it.</summary>
internal sealed class Difference(string kind, Message explanation, FindingValues? before = null, FindingValues? after = null) : Evidence
{
    public override string Kind => kind;
    public override Message Explanation => explanation;
    public override FindingValues? Before => before;
    public override FindingValues? After => after;
    public override bool Corrects => after is not null;
}

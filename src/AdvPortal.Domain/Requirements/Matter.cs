namespace AdvPortal.Domain.Requirements;

/// <summary>The day on which a requirement must be in force to count: of the order, of the departure or of the arrival of the goods.</summary>
internal enum Deed { Ordering, Packing, Delivery }

/// <summary>One thing that rules of a kind may say. Of two that speak of it for one line, the narrower prevails; equally narrow, the later.</summary>
/// <param name="Says">What a rule says of it; null when it is silent, or of another kind.</param>
/// <param name="SideBySide">Several may hold together: only a wider requirement gives way.</param>
internal sealed record Matter(Func<Rule, object?> Says, Deed Deed, bool SideBySide)
{
    /// <summary>What to tell when both are done although one of them cannot be meant; null where one prevails.</summary>
    public string? DoneTwice { get; init; }

    public static Matter Of<TRule>(Func<TRule, object?> says, Deed deed = Deed.Ordering, bool sideBySide = false) where TRule : Rule =>
        new(rule => rule is TRule own ? says(own) : null, deed, sideBySide);

    /// <summary>Whether a requirement that comes before another in a rulebook leaves it nothing to say.</summary>
    public bool IsTaken(InForce by, InForce from) =>
        (!SideBySide || by.Narrowness > from.Narrowness) && Says(by.Rule) is not null;

    /// <summary>Whether the two say different things, so that the first one prevailed over the other.</summary>
    public bool Overrules(InForce by, InForce over) =>
        IsTaken(by, over) && Says(over.Rule) is { } other && !other.Equals(Says(by.Rule));
}

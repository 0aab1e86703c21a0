using System.Text.Json.Serialization;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Orders;

/// <summary>What became of a finding.</summary>
[JsonConverter(typeof(CamelCaseEnum<FindingState>))]
public enum FindingState { Open, Applied, Accepted, Waived }

/// <summary>A finding overridden: why, who agreed, who wrote it down and when.</summary>
/// <param name="MemberId">Null when a program wrote it down; history names its key.</param>
public sealed record Waiver(string Reason, string AgreedBy, MemberId? MemberId, DateTimeOffset At)
{
    public const int ReasonMaxLength = 1000;
    public const int AgreedByMaxLength = 200;
}

/// <summary>What a requirement, or the order itself, gave cause to say; with the client's own words, so that it stays readable whatever comes later.</summary>
public sealed class Finding : TenantOwned
{
    private Finding() { }

    internal Finding(Found found, OrderDraft draft, IReadOnlyList<RequirementMark> overrules)
    {
        (Kind, Severity, State, Step) = (found.Evidence.Kind, found.Severity, found.State, found.Step);
        LineNo = found.Line is { } line ? draft.Lines[line].LineNo : null;
        (Explanation, Before, After, Reasons) = (found.Evidence.Explanation, found.Evidence.Before, found.Evidence.After, found.Evidence.Reasons);

        if ((found.Evidence.Trace, found.Evidence.Alternatives, overrules) is var (trace, alternatives, _) && (trace.Count, alternatives.Count, overrules.Count) != (0, 0, 0))
        {
            Background = new(trace, alternatives, overrules);
        }

        if (found.Requirement is { } requirement)
        {
            (RequirementId, RequirementNumber, RequirementRevision) = (requirement.RequirementId, requirement.Number, requirement.Revision);
            (Sentence, Source) = (requirement.Sentence, requirement.Source);
        }
    }

    public FindingId Id { get; private set; } = Ids.New<FindingId>();

    /// <summary>camelCase: the kind of the rule, or one of <see cref="FindingKinds"/>.</summary>
    public string Kind { get; private set; } = null!;

    public Severity Severity { get; private set; }
    public FindingState State { get; private set; }

    /// <summary>The step after the promise at which it counts, such as labelling; none for what is settled before it.</summary>
    public Moments Step { get; private set; }

    /// <summary>Null for the whole order.</summary>
    public string? LineNo { get; private set; }

    public RequirementId? RequirementId { get; private set; }
    public int? RequirementNumber { get; private set; }
    public int? RequirementRevision { get; private set; }
    public string? Sentence { get; private set; }

    [PersonalData]
    public RequirementSource? Source { get; private set; }

    public Message Explanation { get; private set; } = null!;
    public FindingValues? Before { get; private set; }
    public FindingValues? After { get; private set; }
    public IReadOnlyList<Reason> Reasons { get; private set; } = [];

    /// <summary>Null when there is nothing more to tell.</summary>
    public Background? Background { get; private set; }

    [PersonalData]
    public Waiver? Waiver { get; private set; }

    public MemberId? AcceptedBy { get; private set; }
    public DateTimeOffset? AcceptedAt { get; private set; }

    /// <summary>Nothing goes past its step, or past the confirmation, before it is settled. An automatic correction that could not be made blocks as well: nothing passes by default.</summary>
    public bool Blocks => State is FindingState.Open && Severity is (Severity.Block or Severity.AutoFix);

    /// <summary>Whether it changes how much is ordered; another unit for the same is no change, and what is cut to the rest of an agreement is ordered anew.</summary>
    public bool IsAboutQuantity => LineNo is not null && Kind is not (FindingKinds.UnitConverted or FindingKinds.BlanketExceeded) && Before?.Quantity is not null && After?.Quantity is not null;

    public bool IsAboutDate => Before?.DeliverOn is not null;

    /// <summary>About the date for its own sake, not to go with the other lines.</summary>
    public bool IsOwnDate => IsAboutDate && Kind != PartialDelivery.KindName;

    /// <summary>Whether the order stands as this finding wants it: put right, accepted, or about to be.</summary>
    internal bool Prevails => State is FindingState.Applied or FindingState.Accepted || (State is FindingState.Open && Severity is (Severity.Block or Severity.AutoFix));

    /// <summary>A line that goes with the others: one answer serves all.</summary>
    internal bool GathersWith(Finding other) =>
        Step == other.Step && Kind == PartialDelivery.KindName && other.Kind == Kind && other.RequirementId == RequirementId && IsAboutDate && other.IsAboutDate;

    internal bool ProposesSameDateAs(Finding other) => Step == other.Step && IsAboutDate && other.IsAboutDate && LineNo == other.LineNo && After is not null && After == other.After;

    /// <summary>What it is about: a decision on one finding is a decision on every other with the same matter.</summary>
    internal object Matter => (Step, Subject);

    /// <summary>The same, at whatever step.</summary>
    internal object Subject => (Kind, LineNo, RequirementId, RequirementRevision, Before, Proposed);

    // Whatever a person chose instead.
    private FindingValues? Proposed => Background?.Choice is not { } choice ? After : choice.InsteadOf is { } day ? new() { DeliverOn = day } : null;

    /// <summary>Whether the same requirement says something new of the same line.</summary>
    internal bool TakesPlaceOf(Finding old) => (Kind, LineNo, RequirementId) == (old.Kind, old.LineNo, old.RequirementId) && IsAboutQuantity == old.IsAboutQuantity;

    /// <summary>What is found again keeps its row and what was decided; while it is open, it tells of today.</summary>
    internal void FoundAgain(Finding now) => (Background, Explanation) = State is FindingState.Open or FindingState.Applied ? (now.Background, now.Explanation) : (Background, Explanation);

    internal void Choose(DateOnly day) =>
        (After, Background) = (new() { DeliverOn = day }, Background! with { Choice = new(After?.DeliverOn) });

    /// <summary>When what it asks for is to be done at the latest; null when that does not depend on the day of delivery, or the day is not known.</summary>
    /// <param name="lines">Of the order it was found on.</param>
    public DateOnly? DueOn(IEnumerable<OrderLine> lines) =>
        After?.Contact is { } contact && lines.Where(line => LineNo is null || line.LineNo == LineNo).Min(line => line.PromisedOn) is { } deliverOn ? contact.DueOn(deliverOn) : null;

    internal void Accept(MemberId? by, DateTimeOffset at) => (State, AcceptedBy, AcceptedAt) = (FindingState.Accepted, by, at);

    internal void Waive(Waiver waiver) => (State, Waiver) = (FindingState.Waived, waiver);
}

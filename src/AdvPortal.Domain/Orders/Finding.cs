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

    internal Finding(Found found, OrderDraft draft)
    {
        (Kind, Severity, State) = (found.Evidence.Kind, found.Severity, found.State);
        LineNo = found.Line is { } line ? draft.Lines[line].LineNo : null;
        (Explanation, Before, After, Reasons) = (found.Evidence.Explanation, found.Evidence.Before, found.Evidence.After, found.Evidence.Reasons);

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

    [PersonalData]
    public Waiver? Waiver { get; private set; }

    public MemberId? AcceptedBy { get; private set; }
    public DateTimeOffset? AcceptedAt { get; private set; }

    /// <summary>No confirmation before it is settled. An automatic correction that could not be made blocks as well: nothing passes by default.</summary>
    public bool Blocks => State is FindingState.Open && Severity is (Severity.Block or Severity.AutoFix);

    public bool IsAboutDate => Before?.DeliverOn is not null;

    /// <summary>Whether the order stands as this finding wants it: put right, accepted, or about to be.</summary>
    internal bool Prevails => State is FindingState.Applied or FindingState.Accepted || (State is FindingState.Open && Severity is (Severity.Block or Severity.AutoFix));

    internal bool ProposesSameDateAs(Finding other) => IsAboutDate && other.IsAboutDate && LineNo == other.LineNo && After is not null && After == other.After;

    /// <summary>What it is about: a decision on one finding is a decision on every other with the same matter.</summary>
    internal object Matter => (Kind, LineNo, RequirementId, RequirementRevision, Before, After);

    internal void Accept(MemberId? by, DateTimeOffset at) => (State, AcceptedBy, AcceptedAt) = (FindingState.Accepted, by, at);

    internal void Waive(Waiver waiver) => (State, Waiver) = (FindingState.Waived, waiver);
}

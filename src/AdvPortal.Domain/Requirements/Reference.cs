using System.Text.Json.Serialization;
using AdvPortal.Domain.Orders;

namespace AdvPortal.Domain.Requirements;

/// <summary>The client's order number: that there must be one, what it looks like, and where it is repeated.</summary>
public sealed record Reference : Rule
{
    public const string KindName = "reference";

    private static readonly Matter[] _number = [Matter.Of((Reference rule) => rule is { Required: null or false, Pattern: null } ? null : (rule.Required is true, rule.Pattern))];
    private static readonly Matter[] _where = [Matter.Of((Reference rule) => rule.Where is Documents.None ? null : rule.Where)];

    [JsonIgnore]
    public override string Kind => KindName;

    /// <summary>Nothing is confirmed or sent without it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Required { get; init; }

    /// <summary>A closed form that cannot run long: <c>^</c>, literals, <c>\d{n}</c>, <c>[A-Z]{n}</c>, <c>$</c>; see <see cref="ReferencePattern"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Pattern
    {
        get;
        init => (field, Form) = (value, value is null ? null : ReferencePattern.Read(value));
    }

    /// <summary>Where it is repeated; nothing said means everywhere.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Documents Where { get; init; }

    public override Refusal? Check() => this switch
    {
        { Required: null or false, Pattern: null, Where: Documents.None } => new RuleSaysNothing(),
        { Pattern: { } pattern, Form: null } => new PatternNotValid(pattern),
        _ => null,
    };

    // Read once, not for each order.
    private ReferencePattern? Form { get; init; }

    internal override IEnumerable<Matter> Matters => [.. _number, .. _where];

    /// <summary>A form that cannot be met without a number asks for one: what is missing does not pass.</summary>
    internal override void Judge(InForce requirement, JudgementRun run)
    {
        var said = run.Draft.CustomerReference is { } written && !string.IsNullOrWhiteSpace(written) ? written.Trim() : null;
        var isGood = said is null ? Required is not true && Pattern is null : Pattern is null || Form?.Matches(said) is true;

        if (!isGood && run.Speaks(requirement, _number[0]))
        {
            var explanation = (said, Pattern) switch
            {
                (null, null) => new Message(MessageKeys.ReferenceMissing),
                (null, { } pattern) => new(MessageKeys.ReferenceMissingLike, pattern),
                ({ } reference, _) => new(MessageKeys.ReferenceUnlike, reference, Pattern ?? ""),
            };

            run.Add(new(new Difference(KindName, explanation, new() { CustomerReference = said }, matters: _number), requirement.Severity, Requirement: requirement));
        }

        if (said is not null && Where is not Documents.None && run.Speaks(requirement, _where[0]))
        {
            run.Add(new(new Plan(KindName, _where, new() { CustomerReference = said, Documents = Where }, new(MessageKeys.ReferenceShown, said)), requirement.Severity, Requirement: requirement));
        }
    }
}

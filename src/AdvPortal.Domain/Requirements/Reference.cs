using System.Text.Json.Serialization;

namespace AdvPortal.Domain.Requirements;

/// <summary>The client's order number: that there must be one, what it looks like, and where it is repeated.</summary>
public sealed record Reference : Rule
{
    public const string KindName = "reference";

    [JsonIgnore]
    public override string Kind => KindName;

    /// <summary>Nothing is confirmed or sent without it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Required { get; init; }

    /// <summary>A closed form that cannot run long: <c>^</c>, literals, <c>\d{n}</c>, <c>[A-Z]{n}</c>, <c>$</c>; see <see cref="ReferencePattern"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Pattern { get; init; }

    /// <summary>Where it is repeated; nothing said means everywhere.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Documents Where { get; init; }

    public override Refusal? Check() => this switch
    {
        { Required: null or false, Pattern: null, Where: Documents.None } => new RuleSaysNothing(),
        { Pattern: { } pattern } when ReferencePattern.Read(pattern) is null => new PatternNotValid(pattern),
        _ => null,
    };
}

using System.Text.Json.Serialization;

namespace AdvPortal.Domain.Requirements;

/// <summary>Whether a client takes an order in several deliveries.</summary>
public sealed record PartialDelivery : Rule
{
    public const string KindName = "partialDelivery";

    [JsonIgnore]
    public override string Kind => KindName;

    /// <summary>Null when the sentence does not say: such a rule is not put in force.</summary>
    public bool? Allowed { get; init; }

    public override Refusal? Check() => Allowed is null ? new RuleSaysNothing() : null;
}

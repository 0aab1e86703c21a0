using System.Text.Json.Serialization;

namespace AdvPortal.Domain.Requirements;

/// <summary>What becomes of what could not be delivered: it is kept for later, it is cancelled, or the client is asked.</summary>
[JsonConverter(typeof(CamelCaseEnum<BackOrderPolicy>))]
public enum BackOrderPolicy { Keep, Cancel, Ask }

/// <summary>What a client wants done with back orders.</summary>
public sealed record BackOrder : Rule
{
    public const string KindName = "backOrder";

    [JsonIgnore]
    public override string Kind => KindName;

    /// <summary>Null when the sentence does not say: such a rule is not put in force.</summary>
    public BackOrderPolicy? Policy { get; init; }

    public override Refusal? Check() => Policy is null ? new RuleSaysNothing() : null;
}

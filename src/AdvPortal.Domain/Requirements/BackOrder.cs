using System.Text.Json.Serialization;
using AdvPortal.Domain.Orders;

namespace AdvPortal.Domain.Requirements;

/// <summary>What becomes of what could not be delivered: it is kept for later, it is cancelled, or the client is asked.</summary>
[JsonConverter(typeof(CamelCaseEnum<BackOrderPolicy>))]
public enum BackOrderPolicy { Keep, Cancel, Ask }

/// <summary>What a client wants done with back orders.</summary>
public sealed record BackOrder : Rule
{
    public const string KindName = "backOrder";

    private static readonly Matter[] _policy = [Matter.Of((BackOrder rule) => rule.Policy, Deed.Delivery)];

    [JsonIgnore]
    public override string Kind => KindName;

    [JsonIgnore]
    public override Severity UsualSeverity => Severity.Task;

    /// <summary>Null when the sentence does not say: such a rule is not put in force.</summary>
    public BackOrderPolicy? Policy { get; init; }

    public override Refusal? Check() => Policy is null ? new RuleSaysNothing() : null;

    internal override IEnumerable<Matter> Matters => _policy;

    internal override void Judge(InForce requirement, JudgementRun run) => run.Say(requirement, _policy, _ => new Plan(
        KindName, _policy, new() { BackOrder = Policy },
        new(Policy switch { BackOrderPolicy.Cancel => MessageKeys.BackOrderCancelled, BackOrderPolicy.Keep => MessageKeys.BackOrderKept, _ => MessageKeys.BackOrderAsked })));
}

using System.Text.Json.Serialization;
using AdvPortal.Domain.Orders;

namespace AdvPortal.Domain.Requirements;

/// <summary>What no other kind holds, but a person can do and tick.</summary>
public sealed record Instruction : Rule
{
    public const string KindName = "instruction";
    public const int TextMaxLength = 500;

    private static readonly Matter[] _text = [Matter.Of((Instruction rule) => rule.Text, Deed.Delivery, sideBySide: true)];

    [JsonIgnore]
    public override string Kind => KindName;

    [JsonIgnore]
    public override Severity UsualSeverity => Severity.Task;

    public string Text { get; init; } = "";

    public override Refusal? Check() => this switch
    {
        _ when string.IsNullOrWhiteSpace(Text) => new RuleSaysNothing(),
        { Text.Length: > TextMaxLength } => new InstructionTooLong(TextMaxLength),
        _ => null,
    };

    internal override void Judge(InForce requirement, JudgementRun run) =>
        run.Say(requirement, _text, _ => new Plan(KindName, _text, new() { Instruction = Text }, new(MessageKeys.Instruction, Text), byHand: true));
}

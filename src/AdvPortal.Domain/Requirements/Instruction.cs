using System.Text.Json.Serialization;

namespace AdvPortal.Domain.Requirements;

/// <summary>What no other kind holds, but a person can do and tick.</summary>
public sealed record Instruction : Rule
{
    public const string KindName = "instruction";
    public const int TextMaxLength = 500;

    [JsonIgnore]
    public override string Kind => KindName;

    public string Text { get; init; } = "";

    public override Refusal? Check() => this switch
    {
        _ when string.IsNullOrWhiteSpace(Text) => new RuleSaysNothing(),
        { Text.Length: > TextMaxLength } => new InstructionTooLong(TextMaxLength),
        _ => null,
    };
}

using System.Text.Json.Serialization;
using AdvPortal.Domain.Orders;

namespace AdvPortal.Domain.Requirements;

/// <summary>Somebody to reach, or a slot to book, before goods are brought.</summary>
public sealed record ContactFirst : Rule
{
    public const string KindName = "contactFirst";
    public const int BeforeMaxHours = 24 * 30;
    public const int WhoMaxLength = 200;
    public const int PhoneMaxLength = 20;

    private static readonly Matter[] _contact = [Matter.Of((ContactFirst rule) => rule, Deed.Delivery, sideBySide: true)];

    [JsonIgnore]
    public override string Kind => KindName;

    [JsonIgnore]
    public override Severity UsualSeverity => Severity.Task;

    /// <summary>Digits, after a + where the number is an international one (ITU-T E.123, without its spaces).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Phone { get; init; }

    /// <summary>Hours before the delivery, 1 to 720.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? BeforeHours { get; init; }

    /// <summary>A person or a place, without article.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), PersonalData]
    public string? Who { get; init; }

    public override Refusal? Check() => this switch
    {
        { Phone: null, BeforeHours: null, Who: null } => new RuleSaysNothing(),
        { BeforeHours: < 1 or > BeforeMaxHours } => new HoursBeforeOutOfRange(BeforeMaxHours),
        { Who.Length: > WhoMaxLength } => new WhoTooLong(WhoMaxLength),
        { Phone: { } phone } when !IsPhone(phone) => new PhoneNotValid(phone),
        _ => null,
    };

    // Whom to reach stands in the values: it is personal data, and can be erased there.
    internal override void Judge(InForce requirement, JudgementRun run) => run.Say(requirement, _contact, _ => new Plan(
        KindName, _contact, new() { Contact = new(Who, Phone, BeforeHours) },
        BeforeHours is { } hours ? new(MessageKeys.ContactBefore, hours) : new(MessageKeys.ContactFirst), byHand: true));

    private static bool IsPhone(string text)
    {
        var digits = text.StartsWith('+') ? text[1..] : text;

        return digits.Length is >= 3 and < PhoneMaxLength && digits.All(char.IsAsciiDigit);
    }
}

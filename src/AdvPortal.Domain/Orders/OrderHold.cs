using System.Text.Json.Serialization;

namespace AdvPortal.Domain.Orders;

/// <summary>Why an order is held.</summary>
[JsonConverter(typeof(CamelCaseEnum<HoldReason>))]
public enum HoldReason { Credit, ClientRequest, PriceDispute, Quality, MissingInformation, Other }

/// <summary>Who may let a held order go on.</summary>
[JsonConverter(typeof(CamelCaseEnum<HoldRelease>))]
public enum HoldRelease { Anybody, Manager, Finance }

/// <summary>An order that nothing leaves for until somebody lets it go on.</summary>
/// <param name="Until">The last day of the hold, in the company's time zone: after it, whoever handles orders may let it go on. Null: until it is released.</param>
/// <param name="By">Null when a program held it.</param>
public sealed record OrderHold(HoldReason Reason, [property: PersonalData] string? Note, DateOnly? Until, HoldRelease Release, MemberId? By, DateTimeOffset At)
{
    public const int NoteMaxLength = 500;

    public bool HasRunOut(DateOnly today) => Until < today;
}

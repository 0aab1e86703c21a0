using System.Text.Json.Serialization;

namespace AdvPortal.Domain.Requirements;

/// <summary>Why goods are not delivered on a date.</summary>
[JsonConverter(typeof(CamelCaseEnum<WhyNot>))]
public enum WhyNot
{
    /// <summary>A day of the week without reception.</summary>
    Closed,
    /// <summary>A dated closure.</summary>
    ClosedDate,
    Holiday,
    /// <summary>The client wants to know longer beforehand.</summary>
    Notice,
    /// <summary>The order came in after the hour agreed.</summary>
    CutOff,
    Past,
    /// <summary>Goods that leave today arrive later.</summary>
    Transport,
    /// <summary>Nobody asked for a weekend: it is not proposed while a working day will do.</summary>
    Weekend,
    /// <summary>The other lines arrive on another day, and the client takes one delivery.</summary>
    Together,
    /// <summary>We are closed: nothing leaves that would arrive then.</summary>
    OwnClosed,
    /// <summary>The carrier does not collect on the day on which it would have to leave.</summary>
    NoCollection,
    /// <summary>The carrier brings nothing then.</summary>
    CarrierClosed,
}

/// <summary>Why one date was not kept, and the requirement that says so; null when it is our own calendar.</summary>
public sealed record Reason(DateOnly Date, WhyNot Why, RequirementId? RequirementId = null);

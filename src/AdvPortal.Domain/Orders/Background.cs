using System.Text.Json.Serialization;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Orders;

/// <summary>The calendars a date goes through, in the order in which they are asked.</summary>
[JsonConverter(typeof(CamelCaseEnum<DateStage>))]
public enum DateStage
{
    /// <summary>The hour by which the order had to be in: the day for which it counts.</summary>
    CutOff,
    /// <summary>Our own working days: the day on which goods may leave.</summary>
    OwnCalendar,
    /// <summary>The way of the goods: the first day on which they may arrive.</summary>
    Carrier,
    /// <summary>The client's days, closures, holidays and notice.</summary>
    Site,
}

/// <summary>One step on the way to a date: a day that was left with why, or a day that was reached.</summary>
/// <param name="Why">Null for a day that was reached.</param>
/// <param name="Requirement">Who says so; null when it is our own calendar.</param>
public sealed record DateStep(DateStage Stage, DateOnly Date, WhyNot? Why = null, RequirementMark? Requirement = null);

/// <summary>Which wording of which requirement.</summary>
public sealed record RequirementMark(RequirementId Id, int Number, int Revision)
{
    internal static RequirementMark Of(InForce requirement) => new(requirement.RequirementId, requirement.Number, requirement.Revision);
}

/// <summary>How a finding came about, for those who ask why.</summary>
/// <param name="Trace">Of a date: from the order to the date proposed, stage by stage.</param>
/// <param name="Alternatives">Of a date: the nearest ones that would do as well, in order.</param>
/// <param name="Overrules">The wider or older requirements that say otherwise and gave way.</param>
public sealed record Background(IReadOnlyList<DateStep> Trace, IReadOnlyList<DateOnly> Alternatives, IReadOnlyList<RequirementMark> Overrules)
{
    /// <summary>Set when a person took one of the alternatives.</summary>
    public DateChoice? Choice { get; init; }
}

/// <param name="InsteadOf">What was proposed; null when the client was to be asked, or nothing fitted.</param>
public sealed record DateChoice(DateOnly? InsteadOf);

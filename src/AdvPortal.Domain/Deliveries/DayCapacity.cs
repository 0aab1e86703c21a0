using System.Text.Json.Serialization;

namespace AdvPortal.Domain.Deliveries;

/// <summary>What is counted of a day's departures.</summary>
[JsonConverter(typeof(CamelCaseEnum<CapacityUnit>))]
public enum CapacityUnit { Deliveries, Lines }

/// <summary>How much can leave on one day, and how much is to.</summary>
/// <param name="Most">In <paramref name="Unit"/>.</param>
/// <param name="Holds">More is refused; else it is only said.</param>
public sealed record DayCapacity(int Most, CapacityUnit Unit, bool Holds)
{
    /// <summary>How much of a day one delivery takes.</summary>
    public int Takes(int lines) => Unit is CapacityUnit.Lines ? lines : 1;

    /// <summary>What there is to say of a day with one more delivery; null while there is room.</summary>
    /// <param name="day">The departure.</param>
    /// <param name="planned">What leaves then already, without it.</param>
    /// <param name="lines">Of the delivery.</param>
    public DayIsFull? Look(DateOnly day, int planned, int lines) => planned + Takes(lines) is var with && with > Most ? new(day, with, Most, Unit) : null;
}

/// <summary>More is to leave on a day than can.</summary>
/// <param name="Planned">With what was to be planned.</param>
public sealed record DayIsFull(DateOnly Day, int Planned, int Most, CapacityUnit Unit) : Refusal(Day, Planned, Most, Unit);

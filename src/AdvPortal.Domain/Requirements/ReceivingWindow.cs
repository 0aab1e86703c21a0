using System.Text.Json.Serialization;

namespace AdvPortal.Domain.Requirements;

/// <summary>Hours of reception, both ends included; no day named means every day that is not closed.</summary>
public sealed record ReceivingWindow
{
    public Weekdays Days { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), JsonConverter(typeof(HourAndMinute))]
    public TimeOnly? From { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), JsonConverter(typeof(HourAndMinute))]
    public TimeOnly? Until { get; init; }

    public bool Covers(DayOfWeek day) => Days is Weekdays.None || Days.Has(day);

    internal Refusal? Check() => (From, Until) switch
    {
        (null, null) => new WindowWithoutHours(),
        ({ } from, { } until) when until <= from => new WindowEndsBeforeItStarts(from, until),
        _ => null,
    };
}

using System.Globalization;

namespace AdvPortal.Bench.Lab;

/// <summary>One measured figure, the yardstick of the same run, and what is asked of the two.</summary>
/// <param name="Value">In <paramref name="Unit"/>; null when nothing could be measured, and <paramref name="Note"/> says why.</param>
/// <param name="Yardstick">In the same unit; null where the bar is absolute.</param>
internal sealed record Figure(string Id, string What, double? Value, string Unit, double? Yardstick, string Bar, bool? Passes, string? Note = null)
{
    public double? Ratio => Value / Yardstick;

    /// <summary>A time or a size that may be at most so many yardsticks.</summary>
    public static Figure AtMost(string id, string what, double value, string unit, double yardstick, double times) =>
        new(id, what, value, unit, yardstick, $"≤ {Say(times)}×", value <= times * yardstick);

    /// <summary>A rate that must be at least so many yardsticks.</summary>
    public static Figure AtLeast(string id, string what, double value, string unit, double yardstick, double times) =>
        new(id, what, value, unit, yardstick, $"≥ {Say(times)}×", value >= times * yardstick);

    public static Figure AtMost(string id, string what, double value, string unit, double bar) =>
        new(id, what, value, unit, null, $"≤ {Say(bar)} {unit}", value <= bar);

    public static Figure Missing(string id, string what, string why) => new(id, what, null, "", null, "", null, why);

    public static string Say(double? number) => number switch
    {
        null => "",
        >= 1000 or <= -1000 => number.Value.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', ' '),
        >= 10 => number.Value.ToString("0.0", CultureInfo.InvariantCulture),
        _ => number.Value.ToString("0.###", CultureInfo.InvariantCulture),
    };
}

using System.Numerics;
using System.Text.Json.Serialization;

namespace AdvPortal.Domain.Portfolios;

/// <summary>
/// The half-days of every week that a member does not work: part time, and the days of school of an apprentice. Monday morning is bit 0,
/// Friday afternoon bit 9; at the weekend nobody works, and nobody is missed.
/// </summary>
public sealed record WorkingWeek(int PartTime = 0, int School = 0)
{
    public const int HalfDays = 10;

    private const int All = (1 << HalfDays) - 1;

    public static readonly WorkingWeek Full = new();

    private int Off => PartTime | School;

    [JsonIgnore]
    public bool IsFull => Off == 0;

    /// <summary>Two sets of half-days of the week that do not overlap, and leave some to work.</summary>
    [JsonIgnore]
    public bool IsSound => (PartTime & ~All) == 0 && (School & ~All) == 0 && (PartTime & School) == 0 && Off != All;

    /// <summary>How much of a week is worked, up to 1.</summary>
    [JsonIgnore]
    public decimal Share => (decimal)(HalfDays - BitOperations.PopCount((uint)Off)) / HalfDays;

    /// <param name="half">As <see cref="HalfDay"/> counts them.</param>
    public bool IsOff(int half) => Has(Off, half);

    public bool IsSchool(int half) => Has(School, half);

    /// <summary>The bit of a half-day of the week; 0 at the weekend.</summary>
    public static int Bit(DayOfWeek day, DayHalf half) => day is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1 << ((((int)day - 1) * 2) + (int)half);

    private static bool Has(int set, int half) => (set & Bit(HalfDay.DayOf(half).DayOfWeek, HalfDay.HalfOf(half))) != 0;
}

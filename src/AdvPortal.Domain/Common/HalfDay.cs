namespace AdvPortal.Domain.Common;

/// <summary>The two halves of a day that an absence or a cover may begin or end with.</summary>
public enum DayHalf { Morning, Afternoon }

/// <summary>Half-days counted one after another, so that periods of them compare and exclude each other as plain numbers.</summary>
public static class HalfDay
{
    /// <summary>The number of a half-day: twice the day number of <see cref="DateOnly.DayNumber"/>, plus one in the afternoon.</summary>
    public static int Of(DateOnly day, DayHalf half) => (day.DayNumber * 2) + (int)half;

    /// <summary>The half-day of a local time; the afternoon begins at noon.</summary>
    public static int Of(DateTimeOffset local) => Of(DateOnly.FromDateTime(local.DateTime), local.Hour < 12 ? DayHalf.Morning : DayHalf.Afternoon);

    public static DateOnly DayOf(int halfDay) => DateOnly.FromDayNumber(halfDay / 2);

    public static bool IsWeekend(int halfDay) => DayOf(halfDay).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    public static DayHalf HalfOf(int halfDay) => (DayHalf)(halfDay % 2);
}

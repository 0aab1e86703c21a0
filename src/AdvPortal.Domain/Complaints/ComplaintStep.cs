using AdvPortal.Domain.Common.Calendars;

namespace AdvPortal.Domain.Complaints;

/// <summary>One of the eight disciplines of a complaint: until when, and who did it.</summary>
/// <param name="DueOn">In the company's time zone.</param>
/// <param name="DoneBy">Null when a program did.</param>
public sealed record ComplaintStep(Discipline Discipline, DateOnly DueOn, DateTimeOffset? DoneAt = null, MemberId? DoneBy = null)
{
    public bool IsDone => DoneAt is not null;
}

/// <summary>How long each step of a complaint may take: working days from its arrival, public holidays of mainland France aside.</summary>
public static class ComplaintDelays
{
    private static readonly Dictionary<ComplaintSeverity, int[]> _days = new()
    {
        [ComplaintSeverity.Minor] = [1, 1, 3, 5, 10, 15, 20, 20],
        [ComplaintSeverity.Major] = [1, 1, 2, 5, 10, 15, 20, 20],
        [ComplaintSeverity.Critical] = [0, 0, 1, 3, 5, 10, 15, 15],
    };

    /// <param name="discipline">The step.</param>
    /// <param name="severity">What is at stake.</param>
    /// <param name="from">The day on which the complaint came in, or was opened again.</param>
    public static DateOnly DueOn(Discipline discipline, ComplaintSeverity severity, DateOnly from) => WorkingDays.After(from, _days[severity][(int)discipline]);

    public static IReadOnlyList<ComplaintStep> Steps(ComplaintSeverity severity, DateOnly from) =>
        [.. Enum.GetValues<Discipline>().Select(each => new ComplaintStep(each, DueOn(each, severity, from)))];
}

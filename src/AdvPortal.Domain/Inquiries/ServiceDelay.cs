using AdvPortal.Domain.Common.Calendars;

namespace AdvPortal.Domain.Inquiries;

/// <summary>
/// How long we have to answer, in working time, and how much of it has passed: it runs while it is our turn, stands still while we wait for
/// the client, and starts anew with what the client writes after an answer.
/// </summary>
/// <param name="Allowed">Working time.</param>
/// <param name="Spent">What had passed when it last began to run.</param>
/// <param name="RunningSince">When it last began to run.</param>
/// <param name="StoppedAt">Null while it runs.</param>
public readonly record struct ServiceDelay(TimeSpan Allowed, TimeSpan Spent, DateTimeOffset RunningSince, DateTimeOffset? StoppedAt)
{
    /// <summary>From the last quarter on, somebody is warned.</summary>
    private const int WarnAtPart = 4;

    public static ServiceDelay Start(TimeSpan allowed, DateTimeOffset now) => new(allowed, TimeSpan.Zero, now, null);

    public bool IsRunning => StoppedAt is null;

    /// <summary>The instant by which an answer is due; null while nothing is due.</summary>
    public DateTimeOffset? DueAt(OfficeHours hours) => !IsRunning ? null : Allowed > Spent ? hours.After(RunningSince, Allowed - Spent) : RunningSince;

    /// <summary>The working time that is left, less than none where it is over.</summary>
    public TimeSpan Left(OfficeHours hours, DateTimeOffset now) => Allowed - Spent - hours.Between(RunningSince, StoppedAt ?? now);

    /// <summary>Not over yet, and soon to be.</summary>
    public bool IsThreatened(OfficeHours hours, DateTimeOffset now) => IsRunning && Left(hours, now) is var left && left >= TimeSpan.Zero && left <= Allowed / WarnAtPart;

    /// <summary>We wait for the client, or are done.</summary>
    public ServiceDelay Stop(DateTimeOffset now) => IsRunning ? this with { StoppedAt = now } : this;

    /// <summary>It is our turn again: what had passed has passed.</summary>
    public ServiceDelay Resume(OfficeHours hours, DateTimeOffset now) =>
        StoppedAt is { } stopped ? new(Allowed, Spent + hours.Between(RunningSince, stopped), now, null) : this;

    /// <summary>As if it had never stood still.</summary>
    public ServiceDelay Unstop() => this with { StoppedAt = null };

    /// <summary>Another kind or priority: what has passed still counts.</summary>
    public ServiceDelay Allow(TimeSpan allowed) => this with { Allowed = allowed };
}

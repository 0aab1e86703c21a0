namespace AdvPortal.Domain.Contracts;

/// <summary>How long a client waits, or has waited, from signature to the first order: what a handoff is there to shorten.</summary>
/// <param name="Days">0 on the day of signature.</param>
/// <param name="IsRunning">No order has come yet.</param>
public sealed record HandoffClock(int Days, bool IsRunning)
{
    /// <returns>Null while nothing is signed.</returns>
    public static HandoffClock? Of(DateOnly? signedOn, DateOnly? firstOrderOn, DateOnly today) =>
        signedOn is { } signed && signed <= today ? new((firstOrderOn ?? today).DayNumber - signed.DayNumber, firstOrderOn is null) : null;
}

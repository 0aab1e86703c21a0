namespace AdvPortal.Application.Outbox;

/// <summary>How long somebody who does not answer is left in peace, and how often.</summary>
internal static class Backoff
{
    private static readonly TimeSpan _firstPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _longestPause = TimeSpan.FromHours(1);
    private static readonly TimeSpan _longestTry = TimeSpan.FromDays(3);

    /// <summary>30 s, 1 min, 2 min … up to an hour.</summary>
    public static TimeSpan PauseAfter(int attempts)
    {
        var pause = _firstPause * Math.Pow(2, Math.Clamp(attempts - 1, 0, 10));

        return pause < _longestPause ? pause : _longestPause;
    }

    public static bool GoesOn(DateTimeOffset since, DateTimeOffset now) => now - since < _longestTry;
}

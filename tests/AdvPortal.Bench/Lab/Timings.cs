using System.Diagnostics;

namespace AdvPortal.Bench.Lab;

/// <summary>Durations of the same work, in milliseconds, and their percentiles.</summary>
internal sealed class Timings(IEnumerable<double> milliseconds)
{
    // Until the compiler has compiled for the last time.
    private static readonly TimeSpan _warmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan _compiled = TimeSpan.FromMilliseconds(300);
    private const int WarmTurnsMost = 8;

    private readonly double[] _sorted = [.. milliseconds.Order()];

    public double P50 => At(0.50);
    public double P95 => At(0.95);
    public double P99 => At(0.99);

    /// <summary>Work and yardstick in turn, so that what disturbs the machine disturbs both.</summary>
    public static (Timings Work, Timings Yardstick) InTurn(int rounds, Action work, Action yardstick)
    {
        var (ours, theirs) = (new List<double>(rounds), new List<double>(rounds));

        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < _warmUp;)
        {
            work();
            yardstick();
        }

        for (var round = 0; round < rounds; round++)
        {
            ours.Add(Time(work));
            theirs.Add(Time(yardstick));
        }

        return (new(ours), new(theirs));
    }

    /// <summary>Does the work until <paramref name="portal"/>, as one that was started long ago, has compiled all of it: its compiler takes longer than any one warm-up.</summary>
    public static async Task WarmAsync(PortalProcess portal, Func<Task> work, CancellationToken ct)
    {
        for (var turn = 0; turn < WarmTurnsMost; turn++)
        {
            for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < _warmUp;)
            {
                await work();
            }

            if (await portal.QuietAsync(ct) < _compiled)
            {
                return;
            }
        }
    }

    public static async Task<Timings[]> InTurnAsync(int rounds, params Func<Task>[] works)
    {
        var times = Array.ConvertAll(works, _ => new List<double>(rounds));

        var began = Stopwatch.GetTimestamp();

        for (var round = -(rounds / 5) - 1; round < 0 || Stopwatch.GetElapsedTime(began) < _warmUp; round++)
        {
            foreach (var work in works)
            {
                await work();
            }
        }

        for (var round = 0; round < rounds; round++)
        {
            for (var index = 0; index < works.Length; index++)
            {
                var started = Stopwatch.GetTimestamp();
                await works[index]();
                times[index].Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }

        return Array.ConvertAll(times, each => new Timings(each));
    }

    private static double Time(Action work)
    {
        var started = Stopwatch.GetTimestamp();
        work();

        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private double At(double share) => _sorted[Math.Clamp((int)Math.Ceiling(share * _sorted.Length) - 1, 0, _sorted.Length - 1)];
}

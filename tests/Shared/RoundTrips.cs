using System.Diagnostics;

namespace AdvPortal.Tests;

/// <summary>Counts how often one piece of work goes to the database, beside the visit that opens its transaction and the one that commits it.</summary>
/// <remarks>Listens to Npgsql itself, so that nothing sent past EF is missed; other work of the process has other traces and is not counted.</remarks>
public sealed class RoundTrips : IDisposable
{
    private const string Npgsql = "Npgsql";
    private const string Work = "AdvPortal.Tests.RoundTrips";

    private static readonly ActivitySource _source = new(Work);

    private readonly List<string> _statements = [];
    private readonly ActivityListener _listener;
    private readonly Activity _work;
    private readonly Activity? _around = Activity.Current;

    private RoundTrips()
    {
        _listener = new()
        {
            ShouldListenTo = source => source.Name is Npgsql or Work,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = Note,
        };
        ActivitySource.AddActivityListener(_listener);

        // A trace of its own: whatever runs around it may be counting as well.
        Activity.Current = null;
        _work = _source.StartActivity("work")!;
    }

    public static async Task<IReadOnlyList<string>> OfAsync(Func<Task> work)
    {
        using var counting = new RoundTrips();
        await work();

        lock (counting._statements)
        {
            return [.. counting._statements];
        }
    }

    public void Dispose()
    {
        _work.Dispose();
        _listener.Dispose();
        Activity.Current = _around;
    }

    private static bool OpensOrCommits(string statement) =>
        statement.StartsWith("set local", StringComparison.OrdinalIgnoreCase) || statement.TrimEnd(';', '\n').EndsWith("commit", StringComparison.OrdinalIgnoreCase);

    private void Note(Activity visit)
    {
        var statement = (visit.GetTagItem("db.query.text") ?? visit.GetTagItem("db.statement")) as string;

        if (visit.TraceId == _work?.TraceId && statement is not null && !OpensOrCommits(statement))
        {
            lock (_statements)
            {
                _statements.Add(statement);
            }
        }
    }
}

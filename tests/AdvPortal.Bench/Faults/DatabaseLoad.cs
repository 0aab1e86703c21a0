using AdvPortal.Bench.Lab;

namespace AdvPortal.Bench.Faults;

/// <summary>Programs that send one file after another until they are stopped, and remember what was acknowledged.</summary>
internal sealed class DatabaseLoad(Scene scene, PortalProcess portal)
{
    private const int Senders = 6;

    private readonly List<(SentFile File, bool IsAcknowledged)> _sent = [];

    public async Task RunAsync(CancellationToken stop, CancellationToken ct)
    {
        using var api = portal.Api(scene.Crowd);
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(async sender =>
        {
            while (!stop.IsCancellationRequested)
            {
                var file = new SentFile(scene.Crowd, sender % 2 == 0 ? 5 : 80, 3);
                var answer = await file.SendAsync(api, ct);

                lock (_sent)
                {
                    _sent.Add((file, answer is { Status: "done" }));
                }
            }
        }));
    }

    /// <summary>Looks at everything that was sent, and sends again what was not acknowledged.</summary>
    public async Task<(int Acknowledged, int Again)> SettleAsync(HttpClient api, List<string> violations, CancellationToken ct)
    {
        foreach (var (file, isAcknowledged) in _sent)
        {
            violations.AddRange(new[] { await Books.LookAsync(scene, file, isAcknowledged, ct) }.OfType<string>());
        }

        await scene.LapseAsync(ct);
        List<SentFile> left = [.. _sent.Where(each => !each.IsAcknowledged).Select(each => each.File)];
        await Again.SendAsync(scene, api, left, violations, ct);
        violations.AddRange(await Books.CheckAsync(scene, ct));

        return (_sent.Count - left.Count, left.Count);
    }
}

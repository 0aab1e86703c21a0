using System.Diagnostics;

namespace AdvPortal.Bench.Faults;

/// <summary>One process of PostgreSQL dies at work: the server throws everybody out and recovers, and the portal lives on.</summary>
internal sealed class KilledBackend : Fault
{
    private const int Times = 5;

    private static readonly TimeSpan _load = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _recovery = TimeSpan.FromSeconds(30);

    public override string Name => $"kill -9 of a process of PostgreSQL under load, {Times} times";

    public override async Task<Verdict> RunAsync(Scene scene, CancellationToken ct)
    {
        List<string> violations = [];
        await using var portal = await scene.PortalAsync(ct);
        using var api = portal.Api(scene.Crowd);
        var (acknowledged, again) = (0, 0);

        for (var time = 0; time < Times; time++)
        {
            using var stop = new CancellationTokenSource();
            var load = new DatabaseLoad(scene, portal);
            var running = load.RunAsync(stop.Token, ct);
            await Task.Delay(_load, ct);
            var victim = 0;
            await Scene.ComesTrueAsync(async () => (victim = await scene.AskAsync<int>("select pid from pg_stat_activity where usename = 'adv_app' and state = 'active' limit 1", ct)) != 0, _recovery, ct);

            if (victim != 0)
            {
                using var process = Process.GetProcessById(victim);
                process.Kill();
            }

            await Task.Delay(_load, ct);
            await stop.CancelAsync();
            await running;

            if (!await Scene.ComesTrueAsync(() => portal.IsReadyAsync(ct), _recovery, ct))
            {
                violations.Add("the portal is not ready again");
            }

            var (kept, sent) = await load.SettleAsync(api, violations, ct);
            (acknowledged, again) = (acknowledged + kept, again + sent);
        }

        return new($"{acknowledged} files acknowledged, {again} sent again: there once, whole; the portal ready again by itself", violations);
    }
}

using System.Diagnostics;

namespace AdvPortal.Bench.Faults;

/// <summary>PostgreSQL dies as a whole, and so does the portal that kept it: both are started again on the same folder.</summary>
internal sealed class KilledServer : Fault
{
    private const int Times = 3;

    private static readonly TimeSpan _load = TimeSpan.FromSeconds(2);

    public override string Name => $"kill -9 of PostgreSQL itself under load, {Times} times";

    public override async Task<Verdict> RunAsync(Scene scene, CancellationToken ct)
    {
        List<string> violations = [];
        var (acknowledged, again) = (0, 0);

        for (var time = 0; time < Times; time++)
        {
            DatabaseLoad load;
            await using (var portal = await scene.PortalAsync(ct))
            {
                using var stop = new CancellationTokenSource();
                load = new(scene, portal);
                var running = load.RunAsync(stop.Token, ct);
                await Task.Delay(_load, ct);

                using (var server = Process.GetProcessById(await scene.ServerProcessAsync(ct)))
                {
                    server.Kill();
                    await server.WaitForExitAsync(ct);
                }

                await stop.CancelAsync();
                await running;
            }

            await scene.RestartServerAsync(ct);
            await using var next = await scene.PortalAsync(ct);
            using var api = next.Api(scene.Crowd);
            var (kept, sent) = await load.SettleAsync(api, violations, ct);
            (acknowledged, again) = (acknowledged + kept, again + sent);
        }

        return new($"{acknowledged} files acknowledged, {again} sent again: there once, whole; totals, numbers, chain, tenants", violations);
    }
}

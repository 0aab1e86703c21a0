using System.Diagnostics;

namespace AdvPortal.Bench.Faults;

/// <summary>The portal dies at random instants while it imports files small and large; what it had not acknowledged is sent again, as whoever got no answer does.</summary>
internal sealed class KilledPortal(int instants) : Fault
{
    private const int Seed = 4711;
    private const int WholeLookEvery = 25;

    public override string Name => $"kill -9 of the portal at {instants} instants of an import";

    public override async Task<Verdict> RunAsync(Scene scene, CancellationToken ct)
    {
        var (random, violations, left) = (new Random(Seed), new List<string>(), new List<SentFile>());
        var (acknowledged, interrupted) = (0, 0);
        var span = await MeasureAsync(scene, violations, ct);

        for (var instant = 0; instant <= instants; instant++)
        {
            await using var portal = await scene.PortalAsync(ct);
            using var api = portal.Api(scene.Crowd);
            await scene.LapseAsync(ct);
            await Again.SendAsync(scene, api, left, violations, ct);

            // The last start only looks whether everything is there in the end.
            if (instant == instants)
            {
                break;
            }

            var files = Files(scene);
            var sending = Array.ConvertAll(files, file => file.SendAsync(api, ct));
            await Task.Delay(random.NextDouble() * span, ct);
            portal.Kill();
            var answers = await Task.WhenAll(sending);
            left = [];

            foreach (var (file, answer) in files.Zip(answers))
            {
                if (answer is { Status: "done" })
                {
                    acknowledged++;
                }
                else
                {
                    interrupted++;
                    left.Add(file);
                }

                violations.AddRange(new[] { await Books.LookAsync(scene, file, answer is { Status: "done" }, ct) }.OfType<string>());
            }

            if (instant % WholeLookEvery == WholeLookEvery - 1)
            {
                Console.WriteLine($"  {instant + 1} instants: {acknowledged} files acknowledged, {interrupted} interrupted");
                violations.AddRange(await Books.CheckAsync(scene, ct));
                violations.ForEach(violation => Console.WriteLine($"    {violation}"));
            }
        }

        violations.AddRange(await Books.CheckAsync(scene, ct));

        return new($"{acknowledged} files acknowledged before the kill, {interrupted} sent again after it: there once, whole; totals, numbers, chain, tenants", violations);
    }

    // As long as it takes a portal that has only just started, so that instants fall everywhere between the first byte and the answer.
    private static async Task<TimeSpan> MeasureAsync(Scene scene, List<string> violations, CancellationToken ct)
    {
        await using var portal = await scene.PortalAsync(ct);
        using var api = portal.Api(scene.Crowd);
        var started = Stopwatch.GetTimestamp();
        await Again.SendAsync(scene, api, Files(scene), violations, ct);

        return Stopwatch.GetElapsedTime(started) * 1.1;
    }

    private static SentFile[] Files(Scene scene) => [new(scene.Crowd, 1, 3), new(scene.Crowd, 30, 2), new(scene.Crowd, 120, 3), new(scene.Crowd, 1, 400)];
}

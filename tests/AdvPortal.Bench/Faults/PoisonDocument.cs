using System.Diagnostics;

namespace AdvPortal.Bench.Faults;

/// <summary>A document over which the portal dies three times, and another behind it.</summary>
internal sealed class PoisonDocument : Fault
{
    private const int Deaths = 3;

    // It was kept by a reader that died with it: this is its second turn.
    private const int Taken = 2;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan _second = TimeSpan.FromSeconds(1);

    public override string Name => $"a document that kills its reader {Deaths} times";

    public override async Task<Verdict> RunAsync(Scene scene, CancellationToken ct)
    {
        // Large enough that somebody can come in time while it is read.
        var (poison, next, violations) = (new SentFile(scene.Crowd, 4000, 2), new SentFile(scene.Crowd, 3, 2), new List<string>());

        for (var death = 1; death <= Deaths; death++)
        {
            await scene.LapseAsync(ct);
            await using var portal = await scene.PortalAsync(ct);
            using var api = portal.Api(scene.Crowd);
            var sending = death == 1 ? poison.SendAsync(api, ct) : Task.FromResult<SentFile.Answer?>(null);

            if (!await Scene.ComesTrueAsync(() => IsTriedAsync(scene, poison, death, ct), _patience, ct))
            {
                return new("died too late: it was read", [$"try {death} was not seen"]);
            }

            portal.Kill();
            await sending;
        }

        violations.AddRange(new[] { await Books.LookAsync(scene, poison, isAcknowledged: false, ct) }.OfType<string>());
        await KeepAsync(scene, next, ct);
        await scene.LapseAsync(ct);
        await using var last = await scene.PortalAsync(ct);

        if (!await Scene.ComesTrueAsync(async () => await StatusAsync(scene, poison, ct) == "SetAside", _patience, ct))
        {
            violations.Add($"it is {await StatusAsync(scene, poison, ct)}");
        }

        var aside = Stopwatch.GetTimestamp();
        var goesOn = await Scene.ComesTrueAsync(async () => await IsTriedAsync(scene, next, Taken, ct) || await StatusAsync(scene, next, ct) == "Done", _patience, ct);
        var begun = Stopwatch.GetElapsedTime(aside);
        var isDone = await Scene.ComesTrueAsync(async () => await StatusAsync(scene, next, ct) == "Done", _patience, ct);
        var took = Stopwatch.GetElapsedTime(aside);

        if (!goesOn || !isDone || took > _second)
        {
            violations.Add($"the next one {(!goesOn ? "does not go on" : isDone ? $"was done {took.TotalSeconds:0.0} s later" : "is not done")}");
        }

        violations.AddRange(await Books.CheckAsync(scene, ct));

        return new($"set aside, no order of it; the next one begun {begun.TotalMilliseconds:0} ms later, and done after {took.TotalMilliseconds:0} ms by a portal that has only just started", violations);
    }

    private static async Task<bool> IsTriedAsync(Scene scene, SentFile file, int tries, CancellationToken ct) =>
        await scene.AskAsync<long>("select count(*) from order_documents where sha256 = $1 and status = 'Received' and tries = $2", ct, file.Sha256, tries) == 1;

    private static Task<string> StatusAsync(Scene scene, SentFile file, CancellationToken ct) => scene.AskAsync<string>("select status from order_documents where sha256 = $1", ct, file.Sha256);

    // As it is when its reader died with it: kept, and not read.
    private static Task<object> KeepAsync(Scene scene, SentFile file, CancellationToken ct) => scene.AskAsync<object>(
        """
        with kept as (
            insert into order_documents (tenant_id, id, file_name, content_type, size, sha256, received_at, tries, status, client_id, format, verdict, version)
            values ($1, gen_random_uuid(), 'suivant.csv', 'text/csv', length($2), sha256($2), now(), 1, 'Received', $3, 'unknown', 'not-an-order', 1) returning id)
        insert into order_document_contents (tenant_id, id, bytes, version) select $1, id, $2, 1 from kept
        """, ct, scene.Crowd.Tenant.Id.Value, file.Bytes, scene.Crowd.Strict.Value);
}

using System.Net;
using System.Net.Sockets;

namespace AdvPortal.Bench.Faults;

/// <summary>Nobody takes our mail: the portal works on, and what was to leave leaves once, when somebody does.</summary>
internal sealed class MailServerDown : Fault
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    public override string Name => "no SMTP server";

    public override async Task<Verdict> RunAsync(Scene scene, CancellationToken ct)
    {
        List<string> violations = [];
        var port = FreePort();
        await using var portal = await scene.PortalAsync(ct, "--Smtp:Host=127.0.0.1", $"--Smtp:Port={port}", "--Smtp:UseTls=false", "--Smtp:From=portail@visserie-du-perche.example");
        using var api = portal.Api(scene.Crowd);

        if (await scene.InviteAsync($"nouvelle-{Guid.CreateVersion7():N}@example.test", ct) is { Refusal: { } refusal })
        {
            violations.Add($"an invitation is answered {refusal}");
        }

        if (!await Scene.ComesTrueAsync(async () => await scene.AskAsync<long>("select count(*) from outbox_messages where status = 'Waiting' and attempts > 0 and last_error is not null", ct) == 1, _patience, ct))
        {
            violations.Add("the mail does not wait with what went wrong");
        }

        await Again.SendAsync(scene, api, [new(scene.Crowd, 3, 2)], violations, ct);
        await using var server = new MailSink(port);
        await scene.AskAsync<object>("update outbox_messages set due_at = now(); update outbox_turns set due_at = now()", ct);

        if (!await Scene.ComesTrueAsync(async () => await scene.AskAsync<long>("select count(*) from outbox_messages where status = 'Sent'", ct) == 1, _patience, ct) || server.Taken != 1)
        {
            violations.Add($"{server.Taken} mails arrived in the end");
        }

        violations.AddRange(await Books.CheckAsync(scene, ct));

        return new("imports go on, the mail waits with its reason, and arrives once when there is a server", violations);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace AdvPortal.Exchange.Tests.Webhooks;

/// <summary>A receiver of webhooks on loopback that keeps what it is told, and answers otherwise when a test says so.</summary>
internal sealed class HookReceiver : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentBag<Task> _talks = [];
    private readonly X509Certificate2? _certificate;
    private readonly Task _running;

    public HookReceiver(bool hasTls = false)
    {
        _certificate = hasTls ? SelfSigned() : null;
        _listener.Start();
        _running = RunAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public Uri Url => new($"http://127.0.0.1:{Port}/portal");

    public ConcurrentQueue<Call> Calls { get; } = [];

    /// <summary>The status line and headers, a blank line and the body; null says nothing until the other side hangs up.</summary>
    public Func<Call, string?> Answer { get; set; } = _ => "200 OK";

    /// <summary>What happens while the receiver has the call and has not answered it.</summary>
    public Func<Call, Task> Meanwhile { get; set; } = _ => Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _listener.Stop();
        await Task.WhenAll(_talks);
        _certificate?.Dispose();
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            while (true)
            {
                _talks.Add(TalkAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        try
        {
            using (client)
            {
                await using var stream = await OpenAsync(client);

                if (await ReadAsync(stream) is not { } call)
                {
                    return;
                }

                Calls.Enqueue(call);
                await Meanwhile(call);

                if (Answer(call) is not { } answer)
                {
                    await stream.CopyToAsync(Stream.Null, _stop.Token);
                    return;
                }

                var parts = answer.Split("\n\n", 2);
                var body = Encoding.UTF8.GetBytes(parts.ElementAtOrDefault(1) ?? "");
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {parts[0].Replace("\n", "\r\n", StringComparison.Ordinal)}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n"), _stop.Token);
                await stream.WriteAsync(body, _stop.Token);
            }
        }
        catch (Exception over) when (over is OperationCanceledException or IOException or AuthenticationException)
        {
            // The other side hung up, or the test is over.
        }
    }

    private async Task<Stream> OpenAsync(TcpClient client)
    {
        if (_certificate is null)
        {
            return client.GetStream();
        }

        var secure = new SslStream(client.GetStream());
        await secure.AuthenticateAsServerAsync(_certificate);

        return secure;
    }

    private async Task<Call?> ReadAsync(Stream stream)
    {
        using var all = new MemoryStream();
        var buffer = new byte[4096];

        while (await stream.ReadAsync(buffer, _stop.Token) is > 0 and var read)
        {
            await all.WriteAsync(buffer.AsMemory(0, read), _stop.Token);
            var text = Encoding.UTF8.GetString(all.ToArray());
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);

            if (end < 0)
            {
                continue;
            }

            var lines = text[..end].Split("\r\n");
            var headers = lines.Skip(1).Select(line => line.Split(':', 2)).ToDictionary(pair => pair[0], pair => pair[1].Trim(), StringComparer.OrdinalIgnoreCase);
            var body = text[(end + 4)..];

            if (Encoding.UTF8.GetByteCount(body) >= int.Parse(headers["Content-Length"], System.Globalization.CultureInfo.InvariantCulture))
            {
                return new(lines[0], headers, body);
            }
        }

        return null;
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2040, 1, 1, 0, 0, 0, TimeSpan.Zero));

        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
    }

    internal sealed record Call(string Request, IReadOnlyDictionary<string, string> Headers, string Body)
    {
        public string Id => Headers["webhook-id"];
    }
}

using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AdvPortal.Bench.Faults;

/// <summary>Takes every mail (RFC 5321, nothing optional) and counts them.</summary>
internal sealed class MailSink : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly Task _listening;
    private int _taken;

    public MailSink(int port)
    {
        _listener = new(IPAddress.Loopback, port);
        _listener.Start();
        _listening = ListenAsync();
    }

    public int Taken => _taken;

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _listening;
    }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await ServeAsync(client);
            }
        }
        catch (Exception over) when (over is SocketException or ObjectDisposedException or IOException)
        {
            // Nobody listens any more.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 sink");

        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase))
            {
                await writer.WriteLineAsync("354 go on");

                while (await reader.ReadLineAsync() is not ("." or null))
                {
                    // The mail itself.
                }

                Interlocked.Increment(ref _taken);
            }

            await writer.WriteLineAsync(line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase) ? "221 bye" : "250 ok");
        }
    }
}

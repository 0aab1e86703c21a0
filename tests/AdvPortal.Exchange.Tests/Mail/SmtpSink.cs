using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using AdvPortal.Exchange.Mail;
using MimeKit;

namespace AdvPortal.Exchange.Tests.Mail;

/// <summary>An SMTP server on loopback that keeps what it is given, and answers a verb otherwise when a test says so.</summary>
internal sealed class SmtpSink : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    public SmtpSink()
    {
        _listener.Start();
        _running = RunAsync();
    }

    /// <summary>Answers by verb (MAIL, RCPT, DATA, « . », QUIT, or « connect »): null hangs up, an empty one says nothing.</summary>
    public Dictionary<string, string?> Answers { get; } = new(StringComparer.Ordinal);

    public ConcurrentQueue<MimeMessage> Mails { get; } = [];

    public ConcurrentQueue<string> Recipients { get; } = [];

    public SmtpOptions Options => new()
    {
        Host = "127.0.0.1",
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port,
        From = new("adv@visserie-du-perche.example", "Visserie du Perche"),
        UseTls = false,
    };

    private async Task RunAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await TalkAsync(client);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
        catch (IOException)
        {
            // The other side hung up.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.Latin1);

        if (!await SayAsync("connect", "220 sink"))
        {
            return;
        }

        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            var verb = line.Split(' ', ':')[0].ToUpperInvariant();

            if (verb == "RCPT")
            {
                Recipients.Enqueue(line["RCPT TO:<".Length..line.IndexOf('>', StringComparison.Ordinal)]);
            }

            if (!await SayAsync(verb, verb switch { "DATA" => "354 go on", "QUIT" => "221 bye", _ => "250 ok" }))
            {
                return;
            }

            if (verb == "DATA" && !Answers.ContainsKey("DATA"))
            {
                await TakeAsync(reader);

                if (!await SayAsync(".", "250 taken"))
                {
                    return;
                }
            }
        }

        async Task<bool> SayAsync(string verb, string usual)
        {
            var answer = Answers.GetValueOrDefault(verb, usual);

            if (!string.IsNullOrEmpty(answer))
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes(answer + "\r\n"), _stop.Token);
            }

            return answer is not null;
        }
    }

    private async Task TakeAsync(StreamReader reader)
    {
        var text = new StringBuilder();

        while (await reader.ReadLineAsync(_stop.Token) is { } line && line != ".")
        {
            text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        using var stream = new MemoryStream(Encoding.Latin1.GetBytes(text.ToString()));
        Mails.Enqueue(await MimeMessage.LoadAsync(stream, _stop.Token));
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _listener.Dispose();
        _stop.Dispose();
    }
}

using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using AdvPortal.Domain.Webhooks;

namespace AdvPortal.Exchange.Webhooks;

/// <summary>Calls receivers on the public internet, and nobody else.</summary>
/// <remarks>
/// The name is looked up and judged where the connection is made, and the connection goes to the very address that was judged: a name that
/// leads elsewhere a moment later (DNS rebinding) gains nothing. No redirect is followed and no proxy is used: neither has been judged.
/// </remarks>
public sealed class WebhookSender : IDisposable
{
    /// <summary>Of an answer; nobody here reads it but a person whose test failed.</summary>
    private const int MostAnswerBytes = 64 * 1024;

    private const int MostHeaderKilobytes = 16;

    private static readonly TimeSpan _connectionsLast = TimeSpan.FromMinutes(1);

    private readonly WebhookOptions _options;
    private readonly HttpClient _http;

    public WebhookSender(WebhookOptions options)
    {
        _options = options;
        _http = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ConnectCallback = ConnectAsync,
            ConnectTimeout = options.Timeout,
            PooledConnectionLifetime = _connectionsLast,
            MaxResponseHeadersLength = MostHeaderKilobytes,
            MaxResponseDrainSize = 0,
            ActivityHeadersPropagator = null,
        })
        { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Never throws for what a receiver or a network does; cancellation does throw.</summary>
    /// <param name="call">What is sent, and where.</param>
    /// <param name="at">Now: part of what is signed.</param>
    /// <param name="ct">Gives it up.</param>
    public async Task<WebhookAnswer> SendAsync(WebhookCall call, DateTimeOffset at, CancellationToken ct = default)
    {
        if (!_options.Takes(call.Url))
        {
            return new(WebhookTrouble.AddressRefused);
        }

        using var request = Write(call, at);
        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(ct);
        inTime.CancelAfter(_options.Timeout);

        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, inTime.Token);

            return await JudgeAsync(response, inTime.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new(WebhookTrouble.NoAnswer);
        }
        catch (Exception trouble) when (trouble is HttpRequestException or IOException)
        {
            return Judge(trouble);
        }
    }

    public void Dispose() => _http.Dispose();

    private static HttpRequestMessage Write(WebhookCall call, DateTimeOffset at)
    {
        var body = Encoding.UTF8.GetBytes(call.Body);

        return new(HttpMethod.Post, call.Url)
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } },
            Headers =
            {
                { "User-Agent", "AdvPortal-Webhooks/1.0" },
                { "webhook-id", call.Id },
                { "webhook-timestamp", WebhookSignature.Timestamp(at) },
                { "webhook-signature", WebhookSignature.Sign(call.Secret, call.Id, at, body) },
            },
        };
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var open = Array.FindAll(IPAddress.TryParse(host, out var literal) ? [literal] : await _options.Resolve(host, ct), _options.Reaches);
        Exception? last = null;

        foreach (var address in open)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, port), ct);

                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (Exception trouble)
            {
                socket.Dispose();

                if (trouble is not SocketException)
                {
                    throw;
                }

                last = trouble;
            }
        }

        throw last ?? new NotPublicException();
    }

    private static async Task<WebhookAnswer> JudgeAsync(HttpResponseMessage response, CancellationToken ct)
    {
        var status = (int)response.StatusCode;

        return status switch
        {
            >= 200 and < 300 => new(null, status),
            >= 300 and < 400 => new(WebhookTrouble.Redirected, status),
            (int)HttpStatusCode.Gone => new(WebhookTrouble.Gone, status),
            _ => new(WebhookTrouble.Answered, status, await ReadAsync(response, ct)),
        };
    }

    /// <summary>The beginning of what it says, on one line.</summary>
    private static async Task<string?> ReadAsync(HttpResponseMessage response, CancellationToken ct)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(ct);
        var bytes = new byte[MostAnswerBytes];
        var read = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct);
        var words = string.Concat(Encoding.UTF8.GetString(bytes, 0, read).Select(c => char.IsControl(c) ? ' ' : c)).Trim();

        return words.Length == 0 ? null : WholeText.Cut(words, WebhookMessage.DetailMaxLength);
    }

    // Behind what HttpClient says stands what really happened.
    private static WebhookAnswer Judge(Exception trouble) => (trouble as HttpRequestException)?.InnerException switch
    {
        NotPublicException => new(WebhookTrouble.AddressRefused),
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain or SocketError.NoRecovery } => new(WebhookTrouble.HostUnknown),
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } => new(WebhookTrouble.ConnectionRefused),
        SocketException unreachable => new(WebhookTrouble.Unreachable, null, unreachable.Message),
        AuthenticationException certificate => new(WebhookTrouble.Certificate, null, certificate.Message),
        { } inner => new(WebhookTrouble.Other, null, inner.Message),
        null => new(WebhookTrouble.Other, null, trouble.Message),
    };

    private sealed class NotPublicException() : IOException("The name leads to no address of the public internet.");
}

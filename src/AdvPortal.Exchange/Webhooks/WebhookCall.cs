using System.Net;
using AdvPortal.Domain.Webhooks;

namespace AdvPortal.Exchange.Webhooks;

/// <summary>One message as it is sent to one receiver.</summary>
/// <param name="Url">Of the receiver.</param>
/// <param name="Id">The <c>webhook-id</c>, the same for every try.</param>
/// <param name="Body">JSON.</param>
/// <param name="Secret">With its <c>whsec_</c>.</param>
public sealed record WebhookCall(Uri Url, string Id, string Body, string Secret)
{
    /// <summary>Whoever writes it down writes neither what it says nor what it is signed with.</summary>
    public override string ToString() => $"{Id} to {Url.Host}";
}

/// <summary>What came of it; without a trouble, it has arrived.</summary>
/// <param name="Trouble">What stood in its way.</param>
/// <param name="Status">HTTP status, where there was an answer.</param>
/// <param name="Detail">The receiver's or the network's word.</param>
public sealed record WebhookAnswer(WebhookTrouble? Trouble, int? Status = null, string? Detail = null);

/// <summary>How this installation calls the receivers of its companies.</summary>
public sealed record WebhookOptions
{
    /// <summary>For development and tests on one machine: plain http to this machine itself, and nothing else, is called as well.</summary>
    public bool AllowsLoopback { get; init; }

    /// <summary>For the call as a whole: name, connection, TLS, answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The addresses of a name.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = Dns.GetHostAddressesAsync;

    /// <summary>Whether an address may be called, as far as it can be told before its name is looked up.</summary>
    public bool Takes(Uri url) =>
        url.IsAbsoluteUri && url.UserInfo.Length == 0 && url.Fragment.Length == 0
        && (url.Scheme == Uri.UriSchemeHttps || (AllowsLoopback && url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
        && (!IPAddress.TryParse(url.IdnHost, out var literal) || Reaches(literal));

    internal bool Reaches(IPAddress address) => PublicAddress.Is(address) || (AllowsLoopback && IPAddress.IsLoopback(address) && !address.IsIPv4MappedToIPv6);
}

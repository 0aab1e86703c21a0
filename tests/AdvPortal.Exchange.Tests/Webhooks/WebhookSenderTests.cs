using System.Net;
using System.Net.Sockets;
using System.Text;
using AdvPortal.Domain.Webhooks;
using AdvPortal.Exchange.Webhooks;

namespace AdvPortal.Exchange.Tests.Webhooks;

public sealed class WebhookSenderTests : IAsyncDisposable
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static readonly DateTimeOffset _now = new(2026, 11, 23, 7, 12, 0, TimeSpan.Zero);
    private static readonly WebhookOptions _here = new() { AllowsLoopback = true };

    private readonly HookReceiver _receiver = new();

    public ValueTask DisposeAsync() => _receiver.DisposeAsync();

    [Fact]
    public async Task A_message_arrives_signed_and_whole()
    {
        var answer = await SendAsync(_here, _receiver.Url, """{"type":"order.confirmed","é":"…"}""");
        var call = Assert.Single(_receiver.Calls);

        Assert.Equal(new WebhookAnswer(null, 200), answer);
        Assert.Equal("POST /portal HTTP/1.1", call.Request);
        Assert.Equal("""{"type":"order.confirmed","é":"…"}""", call.Body);
        Assert.Equal(("msg_1", "1795417920", "application/json; charset=utf-8"), (call.Id, call.Headers["webhook-timestamp"], call.Headers["Content-Type"]));
        Assert.Equal(WebhookSignature.Sign(Secret, "msg_1", _now, Encoding.UTF8.GetBytes(call.Body)), call.Headers["webhook-signature"]);
        Assert.DoesNotContain("traceparent", call.Headers.Keys);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("169.254.169.254")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("fd00::1")]
    public async Task A_name_that_leads_into_a_network_is_not_called(string leadsTo)
    {
        var asked = 0;
        var answer = await SendAsync(new() { Resolve = Resolve }, new($"https://erp.example:{_receiver.Port}/"));

        Assert.Equal((WebhookTrouble.AddressRefused, 1), (answer.Trouble, asked));
        Assert.Empty(_receiver.Calls);

        Task<IPAddress[]> Resolve(string name, CancellationToken ct)
        {
            asked++;

            return Task.FromResult<IPAddress[]>([IPAddress.Parse(leadsTo)]);
        }
    }

    [Fact]
    public async Task Of_the_addresses_of_a_name_only_those_that_may_be_are_called_and_the_name_is_asked_once()
    {
        var asked = 0;
        var answer = await SendAsync(_here with { Resolve = Resolve }, new($"http://localhost:{_receiver.Port}/"));

        Assert.Equal((null, 200, 1), (answer.Trouble, answer.Status, asked));

        // A second question would be answered with another address: that is how a name that was judged leads elsewhere.
        Task<IPAddress[]> Resolve(string name, CancellationToken ct) => Task.FromResult<IPAddress[]>(asked++ == 0 ? [IPAddress.Parse("10.0.0.1"), IPAddress.Loopback] : [IPAddress.Parse("10.0.0.1")]);
    }

    [Theory]
    [InlineData("https://erp.example/portal", true)]
    [InlineData("https://8.8.8.8/", true)]
    [InlineData("http://erp.example/portal", false)]
    [InlineData("http://127.0.0.1/", false)]
    [InlineData("ftp://erp.example/", false)]
    [InlineData("https://user:secret@erp.example/", false)]
    [InlineData("https://erp.example/#there", false)]
    [InlineData("https://127.0.0.1/", false)]
    [InlineData("https://2130706433/", false)]
    [InlineData("https://0x7f.1/", false)]
    [InlineData("https://[::1]/", false)]
    [InlineData("https://[::ffff:10.0.0.1]/", false)]
    [InlineData("https://192.168.1.1/", false)]
    public async Task What_can_be_told_from_the_address_is_told_before_anybody_is_asked(string url, bool takes)
    {
        var options = new WebhookOptions { Resolve = (_, _) => throw new SocketException((int)SocketError.HostNotFound) };

        Assert.Equal(takes, options.Takes(new Uri(url)));

        if (!takes)
        {
            Assert.Equal(WebhookTrouble.AddressRefused, (await SendAsync(options, new(url))).Trouble);
        }
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        _receiver.Answer = _ => $"302 Found\nLocation: {_receiver.Url}/elsewhere";

        Assert.Equal(new WebhookAnswer(WebhookTrouble.Redirected, 302), await SendAsync(_here, _receiver.Url));
        Assert.Single(_receiver.Calls);
    }

    [Fact]
    public async Task What_a_receiver_says_is_kept_in_brief_however_much_it_says()
    {
        _receiver.Answer = _ => "500 Oops\n\nla clé\nest fausse";
        Assert.Equal(new WebhookAnswer(WebhookTrouble.Answered, 500, "la clé est fausse"), await SendAsync(_here, _receiver.Url));

        _receiver.Answer = _ => $"500 Oops\n\n{new string('x', 4_000_000)}";
        Assert.Equal(WebhookMessage.DetailMaxLength, (await SendAsync(_here, _receiver.Url)).Detail?.Length);
    }

    [Fact]
    public async Task Whoever_is_gone_is_told_apart()
    {
        _receiver.Answer = _ => "410 Gone";

        Assert.Equal(new WebhookAnswer(WebhookTrouble.Gone, 410), await SendAsync(_here, _receiver.Url));
    }

    [Fact]
    public async Task Whoever_says_nothing_is_not_waited_for()
    {
        _receiver.Answer = _ => null;

        Assert.Equal(WebhookTrouble.NoAnswer, (await SendAsync(_here with { Timeout = TimeSpan.FromMilliseconds(500) }, _receiver.Url)).Trouble);
    }

    [Fact]
    public async Task A_port_that_takes_no_call_a_name_of_nobody_and_a_certificate_of_nobody_are_named()
    {
        await using var secure = new HookReceiver(hasTls: true);
        var nobody = new WebhookOptions { Resolve = (_, _) => throw new SocketException((int)SocketError.HostNotFound) };

        Assert.Equal(WebhookTrouble.ConnectionRefused, (await SendAsync(_here, new("http://127.0.0.1:1/"))).Trouble);
        Assert.Equal(WebhookTrouble.HostUnknown, (await SendAsync(nobody, new("https://erp.invalid/"))).Trouble);
        Assert.Equal(WebhookTrouble.Certificate, (await SendAsync(_here with { Resolve = (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]) }, new($"https://localhost:{secure.Port}/"))).Trouble);
    }

    [Fact]
    public void Neither_a_secret_nor_a_body_is_written_into_a_log() => Assert.Equal("msg_1 to erp.example", new WebhookCall(new("https://erp.example/?key=1"), "msg_1", "{}", Secret).ToString());

    private static async Task<WebhookAnswer> SendAsync(WebhookOptions options, Uri url, string body = "{}")
    {
        using var sender = new WebhookSender(options);

        return await sender.SendAsync(new(url, "msg_1", body, Secret), _now);
    }
}

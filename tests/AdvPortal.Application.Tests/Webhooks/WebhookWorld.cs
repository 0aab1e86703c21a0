using AdvPortal.Application.Orders;
using AdvPortal.Application.Webhooks;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Webhooks;
using AdvPortal.Exchange.Tests.Webhooks;
using AdvPortal.Exchange.Webhooks;

namespace AdvPortal.Application.Tests.Webhooks;

/// <summary>A company with orders, and another system of it that is told of them over HTTP on loopback, all on one clock.</summary>
internal sealed class WebhookWorld : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private ClientId _client;

    public WebhookWorld(TestDatabase database, TimeSpan? timeout = null)
    {
        _services = TestDatabase.Build(database.AsPost, services => services.AddSingleton<TestClock>().AddSingleton(new WebhookOptions { AllowsLoopback = true, Timeout = timeout ?? TimeSpan.FromSeconds(5) }));
        World = new(_services);
    }

    public World World { get; }
    public HookReceiver Receiver { get; } = new();

    /// <summary>What has arrived, in turn.</summary>
    public IEnumerable<string> Told => Receiver.Calls.Select(call => System.Text.Json.Nodes.JsonNode.Parse(call.Body)!["type"]!.GetValue<string>());

    public async Task FoundAsync()
    {
        await World.FoundAsync();
        _client = (await World.AClientAsync()).Id;
        await World.AProductAsync("VH-M8-30-ZN");
    }

    public async Task<WebhookView> AWebhookAsync(params string[] events)
    {
        var added = await World.Get<AddWebhook>().ExecuteAsync(new() { Url = Receiver.Url.ToString(), Events = [.. events.Length == 0 ? WebhookEvents.Types : events] });
        Assert.True(added.IsOk, added.Refusal?.ToString());

        return added.Value;
    }

    public async Task<OrderView> AnOrderAsync(World? by = null, ClientId? client = null)
    {
        by ??= World;
        var placed = (await by.Get<PlaceOrder>().ExecuteAsync(new()
        {
            ClientId = client ?? _client,
            CustomerReference = $"45-{Guid.CreateVersion7():N}",
            RequestedOn = new(2026, 11, 27),
            Lines = [new() { LineNo = "10", ProductCode = "VH-M8-30-ZN", Quantity = 5000, NetPrice = 8.40m, PriceBaseQuantity = 100 }],
        })).Value!;

        foreach (var finding in placed.Findings.Where(f => f.State is FindingState.Open))
        {
            placed = (await by.Get<WaiveFinding>().ExecuteAsync(placed.Id, finding.Id, new("Convenu", "Karim Haddad"), placed.Version)).Value!;
        }

        return placed;
    }

    public async Task<OrderView> ConfirmAsync(OrderView order, World? by = null) => (await (by ?? World).Get<ConfirmOrder>().ExecuteAsync(order.Id, order.Version)).Value!;

    public void Pass(TimeSpan time) => World.Clock.Advance(time);

    /// <summary>What one node does until nothing is due.</summary>
    public async Task DeliverAsync()
    {
        while (await World.Get<WebhookPost>().DeliverAsync(CancellationToken.None) > 0)
        {
            // There is more.
        }
    }

    public Task<List<WebhookMessage>> MessagesAsync() => World.ReadAsync(db => db.WebhookMessages.OrderBy(m => m.Id).ToListAsync());

    public async Task<WebhookView> ReadAsync(WebhookView webhook) => (await World.Get<ReadWebhook>().ExecuteAsync(webhook.Id)).Value!;

    public async ValueTask DisposeAsync()
    {
        await World.DisposeAsync();
        await _services.DisposeAsync();
        await Receiver.DisposeAsync();
    }
}

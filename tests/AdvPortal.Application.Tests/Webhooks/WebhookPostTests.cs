using AdvPortal.Application.Outbox;
using AdvPortal.Application.Webhooks;
using AdvPortal.Domain.Webhooks;
using AdvPortal.Exchange.Webhooks;

namespace AdvPortal.Application.Tests.Webhooks;

/// <summary>How messages leave, arrive or do not, over real HTTP on loopback.</summary>
[Collection("Webhooks")]
public sealed class WebhookPostTests(TestDatabase database) : IAsyncLifetime
{
    private readonly WebhookWorld _world = new(database);

    public async ValueTask InitializeAsync() => await _world.FoundAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_message_arrives_as_it_was_written_and_signed_with_the_secret_that_was_shown()
    {
        var webhook = await _world.AWebhookAsync("order.received");
        await _world.AnOrderAsync();
        await _world.DeliverAsync();
        var (call, message) = (Assert.Single(_world.Receiver.Calls), Assert.Single(await _world.MessagesAsync()));

        Assert.Equal(message.Body, call.Body);
        Assert.Equal(WebhookSignature.Sign(webhook.Secret!, call.Id, _world.World.Clock.GetUtcNow(), System.Text.Encoding.UTF8.GetBytes(call.Body)), call.Headers["webhook-signature"]);
        Assert.Equal((WebhookMessageStatus.Delivered, 1, 200), (message.Status, message.Attempts, message.Answer!.Value));
    }

    [Fact]
    public async Task Each_message_arrives_once_however_many_send_at_the_same_moment()
    {
        await _world.AWebhookAsync("order.received");

        for (var order = 0; order < 30; order++)
        {
            await _world.AnOrderAsync();
        }

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _world.DeliverAsync()));
        var messages = await _world.MessagesAsync();

        Assert.Equal(30, messages.Count);
        Assert.Equal(messages.Select(m => WebhookMessage.NameOf(m.Id)), _world.Receiver.Calls.Select(call => call.Id).Order(StringComparer.Ordinal));
        Assert.All(messages, message => Assert.Equal((WebhookMessageStatus.Delivered, 1), (message.Status, message.Attempts)));
    }

    [Fact]
    public async Task A_receiver_that_is_away_only_delays_a_message()
    {
        var webhook = await _world.AWebhookAsync("order.received");
        _world.Receiver.Answer = _ => "503 Busy\n\nmaintenance";
        await _world.AnOrderAsync();
        await _world.DeliverAsync();
        await _world.DeliverAsync();
        var waiting = (await _world.World.Get<ListWebhookMessages>().ExecuteAsync(webhook.Id, WebhookMessageStatus.Waiting, null, 25)).Value!.Items.Single();
        Assert.Equal((1, 503, _world.World.Clock.GetUtcNow() + Backoff.PauseAfter(1)), (waiting.Attempts, waiting.Answer!.Value, waiting.NextTryAt!.Value));
        Assert.Equal(new WebhookAnswered("127.0.0.1", "503", "maintenance").Message, waiting.Trouble);
        Assert.Equal(_world.World.Clock.GetUtcNow(), (await _world.ReadAsync(webhook)).FailingSince);

        _world.Receiver.Answer = _ => "204 No Content";
        _world.Pass(Backoff.PauseAfter(1));
        await _world.DeliverAsync();

        Assert.Single(_world.Receiver.Calls.Select(call => call.Id).Distinct());
        Assert.Equal(2, _world.Receiver.Calls.Count);
        Assert.Null((await _world.ReadAsync(webhook)).FailingSince);
    }

    [Fact]
    public async Task After_three_days_the_message_has_failed_and_the_webhook_is_off_until_somebody_switches_it_on()
    {
        var webhook = await _world.AWebhookAsync("order.received");
        _world.Receiver.Answer = _ => "500 Oops";
        await _world.AnOrderAsync();
        await _world.DeliverAsync();
        _world.Pass(Webhook.GivenUpAfter);
        await _world.DeliverAsync();
        var off = await _world.ReadAsync(webhook);
        Assert.Equal((false, _world.World.Clock.GetUtcNow()), (off.IsActive, off.GivenUpAt!.Value));
        Assert.Equal(WebhookMessageStatus.Failed, Assert.Single(await _world.MessagesAsync()).Status);

        await _world.AnOrderAsync();
        Assert.Single(await _world.MessagesAsync());
        Assert.IsType<WebhookIsOff>((await _world.World.Get<ReplayFailedWebhookMessages>().ExecuteAsync(webhook.Id, null, null)).Refusal);

        _world.Receiver.Answer = _ => "200 OK";
        Assert.True((await _world.World.Get<ChangeWebhook>().ExecuteAsync(webhook.Id, On, off.Version)).Value!.IsActive);
        Assert.Equal(0, (await _world.World.Get<ReplayFailedWebhookMessages>().ExecuteAsync(webhook.Id, new(2026, 11, 24), null)).Value!.Count);
        Assert.Equal(1, (await _world.World.Get<ReplayFailedWebhookMessages>().ExecuteAsync(webhook.Id, new(2026, 11, 23), null)).Value!.Count);
        await _world.DeliverAsync();

        Assert.Equal(WebhookMessageStatus.Delivered, Assert.Single(await _world.MessagesAsync()).Status);
        Assert.Equal((null, null), ((await _world.ReadAsync(webhook)).GivenUpAt, (await _world.ReadAsync(webhook)).FailingSince));

        static Result<WebhookForm> On(WebhookForm form)
        {
            form.IsActive = true;

            return form;
        }
    }

    [Fact]
    public async Task Whoever_wants_nothing_more_is_told_nothing_more()
    {
        var webhook = await _world.AWebhookAsync("order.received");
        _world.Receiver.Answer = _ => "410 Gone";
        await _world.AnOrderAsync();
        await _world.DeliverAsync();

        Assert.False((await _world.ReadAsync(webhook)).IsActive);
        Assert.Equal(WebhookTrouble.Gone, Assert.Single(await _world.MessagesAsync()).Trouble);
    }

    [Fact]
    public async Task What_an_old_address_says_late_is_not_held_against_the_new_one_which_is_told_at_once()
    {
        var webhook = await _world.AWebhookAsync("order.received");
        _world.Receiver.Answer = call => IsOld(call) ? "410 Gone" : "200 OK";
        _world.Receiver.Meanwhile = call => IsOld(call) ? MoveAsync() : Task.CompletedTask;
        await _world.AnOrderAsync();
        await _world.DeliverAsync();
        var moved = await _world.ReadAsync(webhook);

        Assert.Equal((true, null), (moved.IsActive, moved.FailingSince));
        Assert.Equal(["POST /portal HTTP/1.1", "POST /new HTTP/1.1"], _world.Receiver.Calls.Select(call => call.Request));
        Assert.Equal(WebhookMessageStatus.Delivered, Assert.Single(await _world.MessagesAsync()).Status);

        static bool IsOld(Exchange.Tests.Webhooks.HookReceiver.Call call) => call.Request.Contains("/portal", StringComparison.Ordinal);

        Task MoveAsync() => _world.World.StoreAsync(db => db.Webhooks.ExecuteUpdateAsync(set => set.SetProperty(w => w.Url, new Uri(_world.Receiver.Url, "new").ToString())));
    }

    [Fact]
    public void A_webhook_at_a_new_address_has_not_failed_there()
    {
        var webhook = new Webhook("https://erp.example/old", ["order.held"], [], null, default);
        typeof(Webhook).GetProperty(nameof(Webhook.FailingSince))!.SetValue(webhook, DateTimeOffset.UnixEpoch);

        webhook.Describe("https://erp.example/old", ["order.received"]);
        Assert.NotNull(webhook.FailingSince);

        webhook.Describe("https://erp.example/new", ["order.received"]);
        Assert.Null(webhook.FailingSince);
    }

    [Fact]
    public async Task One_that_hangs_keeps_nobody_else_waiting()
    {
        await using var world = new WebhookWorld(database, TimeSpan.FromMinutes(1));
        await world.FoundAsync();
        await using var hanging = new Exchange.Tests.Webhooks.HookReceiver { Answer = _ => null };
        Assert.True((await world.World.Get<AddWebhook>().ExecuteAsync(new() { Url = hanging.Url.ToString(), Events = ["order.received"] })).IsOk);

        for (var order = 0; order < 40; order++)
        {
            await world.AnOrderAsync();
        }

        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        world.Receiver.Answer = _ =>
        {
            told.TrySetResult();

            return "200 OK";
        };
        await world.AWebhookAsync("order.received");
        world.Pass(TimeSpan.FromSeconds(1));
        await world.AnOrderAsync();
        using var stop = new CancellationTokenSource();
        var post = world.World.Get<WebhookPost>().RunAsync(TimeSpan.Zero, stop.Token);

        await told.Task.WaitAsync(TimeSpan.FromSeconds(40));
        Assert.InRange(hanging.Calls.Count, 0, 8);
        await stop.CancelAsync();
        await post;
    }

    [Theory]
    [InlineData("0001-01-01", 1)]
    [InlineData("9999-12-31", 0)]
    public async Task What_failed_since_any_day_of_the_calendar_can_be_asked_for(string since, int again)
    {
        var webhook = await _world.AWebhookAsync("order.received");
        await _world.AnOrderAsync();
        await _world.World.StoreAsync(db => db.WebhookMessages.ExecuteUpdateAsync(set => set.SetProperty(m => m.Status, WebhookMessageStatus.Failed)));

        Assert.Equal(again, (await _world.World.Get<ReplayFailedWebhookMessages>().ExecuteAsync(webhook.Id, DateOnly.Parse(since, System.Globalization.CultureInfo.InvariantCulture), null)).Value!.Count);
    }

    [Fact]
    public async Task The_list_of_messages_does_not_carry_their_bodies()
    {
        var webhook = await _world.AWebhookAsync("order.received");
        var visits = await AdvPortal.Tests.RoundTrips.OfAsync(() => _world.World.Get<ListWebhookMessages>().ExecuteAsync(webhook.Id, null, null, 25));

        Assert.Contains(visits, visit => visit.Contains("webhook_messages", StringComparison.Ordinal));
        Assert.DoesNotContain(visits, visit => visit.Contains("body", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_delivered_is_sent_once_more_under_the_same_id_when_somebody_asks()
    {
        var webhook = await _world.AWebhookAsync("order.received");
        await _world.AnOrderAsync();
        await _world.DeliverAsync();
        var message = Assert.Single(await _world.MessagesAsync());

        Assert.Equal(WebhookMessageStatus.Waiting, (await _world.World.Get<ReplayWebhookMessage>().ExecuteAsync(webhook.Id, message.Id, null)).Value!.Status);
        await _world.DeliverAsync();

        Assert.Equal([WebhookMessage.NameOf(message.Id), WebhookMessage.NameOf(message.Id)], _world.Receiver.Calls.Select(call => call.Id));
        Assert.IsType<NoSuchWebhookMessage>((await _world.World.Get<ReplayWebhookMessage>().ExecuteAsync(webhook.Id, Ids.New<WebhookMessageId>(), null)).Refusal);
    }

    [Fact]
    public async Task A_test_says_what_was_answered_or_exactly_what_is_wrong_and_keeps_nothing()
    {
        var webhook = await _world.AWebhookAsync("order.received");
        Assert.Equal(200, (await _world.World.Get<TestWebhook>().ExecuteAsync(webhook.Id, webhook.Version)).Value!.Status);
        Assert.Equal(["webhook.test"], _world.Told);

        _world.Receiver.Answer = _ => "401 Unauthorized\n\nbad key";
        Assert.Equal(new WebhookAnswered("127.0.0.1", "401", "bad key"), (await _world.World.Get<TestWebhook>().ExecuteAsync(webhook.Id, null)).Refusal);
        Assert.Empty(await _world.MessagesAsync());
        Assert.Null((await _world.ReadAsync(webhook)).FailingSince);
    }

    [Fact]
    public async Task What_was_told_long_ago_is_forgotten_and_what_is_under_way_is_not()
    {
        await _world.AWebhookAsync("order.received");
        await _world.AnOrderAsync();
        await _world.DeliverAsync();
        _world.Pass(ForgetWebhookMessages.KeptFor + TimeSpan.FromDays(1));
        await _world.AnOrderAsync();

        Assert.Equal(1, await _world.World.Get<ForgetWebhookMessages>().ExecuteAsync());
        Assert.Equal(WebhookMessageStatus.Waiting, Assert.Single(await _world.MessagesAsync()).Status);
    }

    [Fact]
    public async Task A_page_of_messages_leads_to_the_next()
    {
        var webhook = await _world.AWebhookAsync("order.received");
        await _world.AnOrderAsync();
        await _world.AnOrderAsync();
        await _world.AnOrderAsync();
        var first = (await _world.World.Get<ListWebhookMessages>().ExecuteAsync(webhook.Id, null, null, 2)).Value!;
        var second = (await _world.World.Get<ListWebhookMessages>().ExecuteAsync(webhook.Id, null, first.Next, 2)).Value!;

        Assert.Equal((await _world.MessagesAsync()).Select(m => m.Id).Reverse(), first.Items.Concat(second.Items).Select(m => m.Id));
        Assert.Null(second.Next);
    }
}

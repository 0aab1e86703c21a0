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

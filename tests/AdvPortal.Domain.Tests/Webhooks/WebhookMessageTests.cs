using AdvPortal.Domain.Webhooks;

namespace AdvPortal.Domain.Tests.Webhooks;

public sealed class WebhookMessageTests
{
    private static readonly DateTimeOffset _later = Given.Now.AddHours(2);

    [Fact]
    public void A_message_waits_for_its_time_from_the_moment_it_is_made()
    {
        var message = AMessage();

        Assert.Equal((WebhookMessageStatus.Waiting, 0), (message.Status, message.Attempts));
        Assert.Equal((Given.Now, Given.Now, Given.Now.AddSeconds(8)), (message.CreatedAt, message.TriedFrom, message.DueAt));
    }

    [Fact]
    public void Every_try_counts_whatever_comes_of_it()
    {
        var message = AMessage();

        message.Start();
        message.Postpone(WebhookTrouble.Answered, 503, "Maintenance", _later);
        message.Start();

        Assert.Equal((WebhookMessageStatus.Sending, 2, _later), (message.Status, message.Attempts, message.DueAt));
        Assert.Equal((WebhookTrouble.Answered, 503, "Maintenance"), (message.Trouble, message.Answer, message.Detail));
    }

    [Fact]
    public void What_arrived_has_no_trouble_any_more()
    {
        var message = AMessage();

        message.Postpone(WebhookTrouble.Answered, 503, "Maintenance", _later);
        message.Delivered(_later, 204);

        Assert.Equal((WebhookMessageStatus.Delivered, _later, 204), (message.Status, message.DeliveredAt, message.Answer));
        Assert.Equal((null, null), (message.Trouble, message.Detail));
    }

    [Fact]
    public void What_is_sent_again_starts_as_if_it_had_just_happened_under_the_day_it_was_made()
    {
        var message = AMessage();

        message.Start();
        message.Fail(WebhookTrouble.NoAnswer);
        Assert.Equal((WebhookMessageStatus.Failed, null, null), (message.Status, message.Answer, message.Detail));

        message.Replay(_later);

        Assert.Equal((WebhookMessageStatus.Waiting, 0, _later, _later, Given.Now), (message.Status, message.Attempts, message.TriedFrom, message.DueAt, message.CreatedAt));
    }

    [Fact]
    public void It_is_underway_until_it_arrived_or_was_given_up()
    {
        var message = AMessage();
        Assert.True(message.IsUnderway);

        message.Start();
        Assert.True(message.IsUnderway);

        message.Delivered(_later, 200);
        Assert.False(message.IsUnderway);

        message.Fail(WebhookTrouble.Gone, 410);
        Assert.False(message.IsUnderway);
    }

    [Fact]
    public void Of_a_long_answer_the_beginning_is_kept()
    {
        var message = AMessage();

        message.Fail(WebhookTrouble.Answered, 500, new string('x', WebhookMessage.DetailMaxLength) + "y");

        Assert.Equal(new string('x', WebhookMessage.DetailMaxLength), message.Detail);
    }

    [Fact]
    public void The_receiver_knows_it_again_by_its_id() =>
        Assert.Equal("msg_0192f0a17c6e7d3a8b1f2c3d4e5f6a7b", WebhookMessage.NameOf(new(new("0192f0a1-7c6e-7d3a-8b1f-2c3d4e5f6a7b"))));

    private static WebhookMessage AMessage() =>
        new(Ids.New<WebhookMessageId>(), Ids.New<WebhookId>(), "order.confirmed", Ids.Next(), "CV26-04518", "{}", Given.Now, Given.Now.AddSeconds(8));
}

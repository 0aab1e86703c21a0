using AdvPortal.Domain.Webhooks;

namespace AdvPortal.Domain.Tests.Webhooks;

public sealed class WebhookTests
{
    [Fact]
    public void It_is_told_of_each_thing_once_at_an_address_without_blanks()
    {
        var webhook = new Webhook(" https://erp.example/hook ", ["order.shipped", "order.confirmed", "order.shipped"], [1], Given.Claire, Given.Now);

        Assert.Equal("https://erp.example/hook", webhook.Url);
        Assert.Equal(["order.confirmed", "order.shipped"], webhook.Events);
        Assert.Equal((true, Given.Claire, Given.Now), (webhook.IsActive, webhook.CreatedBy, webhook.CreatedAt));
    }

    [Fact]
    public void Given_up_it_is_silent_until_somebody_switches_it_on()
    {
        var webhook = AWebhook();

        webhook.GiveUp(Given.Now);
        Assert.Equal((false, Given.Now), (webhook.IsActive, webhook.GivenUpAt));

        webhook.Switch(on: false);
        Assert.Equal((false, Given.Now), (webhook.IsActive, webhook.GivenUpAt));

        webhook.Switch(on: true);
        Assert.Equal((true, null), (webhook.IsActive, webhook.GivenUpAt));
    }

    [Fact]
    public void Whoever_switches_it_off_did_not_give_it_up()
    {
        var webhook = AWebhook();

        webhook.Switch(on: false);

        Assert.Equal((false, null), (webhook.IsActive, webhook.GivenUpAt));
    }

    private static Webhook AWebhook() => new("https://erp.example/hook", ["order.confirmed"], [1], null, Given.Now);
}

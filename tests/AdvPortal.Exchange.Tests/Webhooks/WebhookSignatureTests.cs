using System.Text;
using AdvPortal.Exchange.Webhooks;

namespace AdvPortal.Exchange.Tests.Webhooks;

public sealed class WebhookSignatureTests
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static readonly DateTimeOffset _at = DateTimeOffset.FromUnixTimeSeconds(1614265330);

    /// <summary>The example that the implementations of Standard Webhooks are tested with.</summary>
    [Fact]
    public void The_example_of_the_specification_is_signed_as_it_says() => Assert.Equal(
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        WebhookSignature.Sign(Secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", _at, Encoding.UTF8.GetBytes("""{"test": 2432232314}""")));

    [Theory]
    [InlineData("msg_2", 0, "{}")]
    [InlineData("msg_1", 1, "{}")]
    [InlineData("msg_1", 0, "{ }")]
    public void Whatever_is_changed_has_another_signature(string id, int seconds, string body) => Assert.NotEqual(
        WebhookSignature.Sign(Secret, "msg_1", _at, "{}"u8), WebhookSignature.Sign(Secret, id, _at.AddSeconds(seconds), Encoding.UTF8.GetBytes(body)));

    [Fact]
    public void A_secret_has_as_many_bits_as_the_specification_asks_for_and_no_two_are_the_same()
    {
        var (one, other) = (WebhookSignature.NewSecret(), WebhookSignature.NewSecret());

        Assert.NotEqual(one, other);
        Assert.StartsWith("whsec_", one, StringComparison.Ordinal);
        Assert.InRange(Convert.FromBase64String(one["whsec_".Length..]).Length, 24, 64);
    }

    [Fact]
    public void What_is_no_secret_signs_nothing() => Assert.Throws<FormatException>(() => WebhookSignature.Sign("adv_00", "msg_1", _at, "{}"u8));
}

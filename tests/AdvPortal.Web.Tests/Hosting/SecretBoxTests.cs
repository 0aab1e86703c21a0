using System.Text;
using AdvPortal.Application.Common;
using Microsoft.Extensions.DependencyInjection;

namespace AdvPortal.Web.Tests.Hosting;

/// <summary>Passwords for other servers lie in the database closed, and only the keys of the portal open them.</summary>
public sealed class SecretBoxTests(PortalFixture portal)
{
    private readonly SecretBox _box = portal.Services.GetRequiredService<SecretBox>();

    [Fact]
    public void What_was_closed_says_nothing_and_opens_again()
    {
        var closed = _box.Close("mot de passe");

        Assert.DoesNotContain("mot de passe", Encoding.Latin1.GetString(closed), StringComparison.Ordinal);
        Assert.Equal("mot de passe", _box.Open(closed));
    }

    [Fact]
    public void What_other_keys_closed_or_somebody_touched_is_lost_and_no_failure()
    {
        var closed = _box.Close("mot de passe");
        closed[^1] ^= 1;

        Assert.Null(_box.Open(closed));
        Assert.Null(_box.Open([1, 2, 3]));
    }
}

using AdvPortal.Web.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;

namespace AdvPortal.Web.Tests.Hosting;

public sealed class MailHostingTests
{
    [Fact]
    public void In_development_mails_stay_here_until_a_server_is_named()
    {
        Assert.True(MailHosting.Read(Settings(), In("Development")).KeepsMails);
        Assert.False(MailHosting.Read(Settings(("Smtp:Host", "smtp.example"), ("Smtp:From", "adv@portal.example"), ("Portal:PublicAddress", "https://portal.example")), In("Development")).KeepsMails);
        Assert.False(MailHosting.Read(Settings(("Smtp:Host", "")), In("Production")).KeepsMails);
    }

    [Fact]
    public void A_server_needs_a_sender_and_an_address_for_links()
    {
        Assert.Throws<InvalidOperationException>(() => MailHosting.Read(Settings(("Smtp:Host", "smtp.example")), In("Production")));
        Assert.Throws<InvalidOperationException>(() => MailHosting.Read(Settings(("Portal:PublicAddress", "portal.example")), In("Production")));

        var settings = MailHosting.Read(Settings(("Smtp:Host", "smtp.example"), ("Smtp:From", "adv@portal.example"), ("Portal:PublicAddress", "https://portal.example")), In("Production"));
        Assert.Equal(("https://portal.example/", 587, true), (settings.PublicAddress.ToString(), settings.Smtp!.Port, settings.Smtp.UseTls));
    }

    private static IConfiguration Settings(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value)).Build();

    private static HostingEnvironment In(string environment) => new() { EnvironmentName = environment };
}

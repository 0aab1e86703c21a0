using System.Net;
using AdvPortal.Domain.Members;
using AdvPortal.Web.Hosting;
using Microsoft.AspNetCore.Builder;

namespace AdvPortal.Web.Tests.Hosting;

public sealed class DefenceTests(PortalFixture portal)
{
    private const string Secure = "https://portal.example";

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/health/live")]
    [InlineData("/nowhere/api/v1/me")]
    public async Task Every_answer_says_what_a_browser_may_do_with_it(string path)
    {
        using var client = portal.Client();
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();

        Assert.Matches("(^|; )script-src 'self'(;|$)", policy);
        Assert.Matches("(^|; )default-src 'self'(;|$)", policy);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("object-src 'none'", policy, StringComparison.Ordinal);
        Assert.Equal(("DENY", "nosniff", "same-origin"), (Header("X-Frame-Options"), Header("X-Content-Type-Options"), Header("Referrer-Policy")));
        Assert.False(answer.Headers.Contains("Server"));

        string Header(string name) => answer.Headers.GetValues(name).Single();
    }

    [Theory]
    [InlineData("Production", true)]
    [InlineData("Staging", true)]
    [InlineData("Development", false)]
    public async Task Outside_Development_browsers_come_back_by_https_only(string environment, bool isSaid)
    {
        await using var there = portal.With(("environment", environment), ("Portal:Demo", "false"));
        using var client = there.CreateClient(new() { BaseAddress = new(Secure) });
        using var answer = await client.GetAsync(new Uri("/health/live", UriKind.Relative));

        Assert.Equal(isSaid, answer.Headers.TryGetValues("Strict-Transport-Security", out var said) && said.Single().StartsWith("max-age=31536000", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Testing", Secure, true)]
    [InlineData("Testing", "http://localhost", false)]
    [InlineData("Production", "http://localhost", true)]
    public async Task Cookies_are_for_the_server_alone_and_in_production_for_https_alone(string environment, string address, bool isSecure)
    {
        var company = await portal.ACompanyAsync();
        var (_, email) = await company.APersonAsync("Claire Morel", Role.Adv);
        await using var there = portal.With(("environment", environment));
        using var claire = new Visit(there, address);
        await claire.SignInAsync(company.Slug, email);
        var (session, antiforgery) = (Flags("adv.session"), Flags("adv.antiforgery"));

        Assert.Equal((true, true, true), (session.Contains("httponly"), session.Contains("samesite=lax"), session.Contains($"path=/{company.Slug}")));
        Assert.Equal((true, true), (antiforgery.Contains("httponly"), antiforgery.Contains("samesite=strict")));
        Assert.All(claire.SetCookies, cookie => Assert.Equal(isSecure, cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase)));

        HashSet<string> Flags(string name) => [.. claire.SetCookies.Last(cookie => cookie.StartsWith($"{name}=", StringComparison.Ordinal)).Split("; ")[1..].Select(flag => flag.ToLowerInvariant())];
    }

    [Fact]
    public async Task Nobody_is_signed_out_by_a_page_of_somebody_else()
    {
        var company = await portal.ACompanyAsync();
        var (_, email) = await company.APersonAsync("Claire Morel", Role.Adv);
        using var claire = portal.Visit();
        await claire.SignInAsync(company.Slug, email);

        using var forged = await claire.SendAsync(HttpMethod.Post, $"/{company.Slug}/sign-out", new FormUrlEncodedContent([]));
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await claire.GetAsync($"/{company.Slug}/api/v1/me")).StatusCode);
    }

    [Fact]
    public async Task Who_is_signed_in_stays_so_when_the_portal_starts_again()
    {
        var company = await portal.ACompanyAsync();
        var (_, email) = await company.APersonAsync("Claire Morel", Role.Adv);
        using var before = portal.Visit();
        await before.SignInAsync(company.Slug, email);

        await using var again = portal.With(_ => { });
        using var after = new Visit(again);
        Assert.Equal(HttpStatusCode.Unauthorized, (await after.GetAsync($"/{company.Slug}/api/v1/me")).StatusCode);
        after.Cookies["adv.session"] = before.Cookies["adv.session"];
        Assert.Equal(HttpStatusCode.OK, (await after.GetAsync($"/{company.Slug}/api/v1/me")).StatusCode);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task Demo_data_is_refused_outside_Development(string environment)
    {
        await using var app = App(environment, ("Portal:Demo", "true"));

        Assert.False(DemoData.IsWanted(app));
        await Assert.ThrowsAsync<InvalidOperationException>(() => DemoData.SeedAsync(app, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_first_words_name_the_address_that_people_use()
    {
        await using var behindAProxy = App("Production", ("Portal:PublicAddress", "https://portal.example/"));
        await using var alone = App("Production", ("Portal:PublicAddress", ""));

        Assert.Equal("https://portal.example", Greeting.AddressOf(behindAProxy));
        Assert.Equal("http://127.0.0.1:5080", Greeting.AddressOf(alone));
    }

    private static WebApplication App(string environment, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });

        foreach (var (key, value) in settings)
        {
            builder.Configuration[key] = value;
        }

        return builder.Build();
    }
}

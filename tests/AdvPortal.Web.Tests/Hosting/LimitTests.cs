using System.Net;
using AdvPortal.Domain.Members;
using Microsoft.AspNetCore.Mvc.Testing;

namespace AdvPortal.Web.Tests.Hosting;

/// <summary>One limit at a time set so low that a handful of requests at once is too many.</summary>
public sealed class LimitTests(PortalFixture portal)
{
    private const int Many = 12;

    [Fact]
    public async Task A_key_that_asks_too_often_waits_and_another_does_not()
    {
        var company = await portal.ACompanyAsync();
        await using var strict = Strict("Key");
        var (hasty, calm) = (Key(strict, company.Api), Key(strict, await company.ApiAsync(Role.Reader)));

        await AssertLimitedAsync(Many, () => hasty.GetAsync(Me(company)));
        Assert.Equal(HttpStatusCode.OK, (await calm.GetAsync(Me(company))).StatusCode);
    }

    [Fact]
    public async Task An_address_is_limited_whoever_asks_from_it()
    {
        var company = await portal.ACompanyAsync();
        await using var strict = Strict("Address");
        using var stranger = strict.CreateClient();

        await AssertLimitedAsync(Many, () => stranger.GetAsync(Me(company)));
    }

    [Fact]
    public async Task A_company_is_limited_whichever_key_asks_and_another_company_is_not()
    {
        var (company, other) = (await portal.ACompanyAsync(), await portal.ACompanyAsync());
        await using var strict = Strict("Tenant");
        var keys = new[] { Key(strict, company.Api), Key(strict, await company.ApiAsync(Role.Reader)) };
        var turn = 0;

        await AssertLimitedAsync(Many, () => keys[turn++ % 2].GetAsync(Me(company)));
        Assert.Equal(HttpStatusCode.OK, (await Key(strict, other.Api).GetAsync(Me(other))).StatusCode);
    }

    [Fact]
    public async Task Whoever_guesses_passwords_soon_has_to_wait()
    {
        var company = await portal.ACompanyAsync();
        var (_, email) = await company.APersonAsync("Claire Morel", Role.Adv);
        await using var strict = portal.With(("Portal:GuessesPerMinute", "2"));
        using var guesser = new Visit(strict);

        for (var guess = 0; guess < 2; guess++)
        {
            Assert.Equal(HttpStatusCode.OK, (await GuessAsync()).StatusCode);
        }

        using var refused = await GuessAsync();
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.True(refused.Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1));

        Task<HttpResponseMessage> GuessAsync() => guesser.SubmitAsync($"/{company.Slug}/sign-in", ("Form.Email", email), ("Form.Password", "perdu, perdu, perdu"));
    }

    private WebApplicationFactory<Program> Strict(string limit) => portal.With(($"Portal:RequestsPerSecond:{limit}", "1"));

    private static Uri Me(Company company) => new($"/{company.Slug}/api/v1/me", UriKind.Relative);

    private static HttpClient Key(WebApplicationFactory<Program> portal, HttpClient api)
    {
        var client = portal.CreateClient();
        client.DefaultRequestHeaders.Authorization = api.DefaultRequestHeaders.Authorization;

        return client;
    }

    private static async Task AssertLimitedAsync(int times, Func<Task<HttpResponseMessage>> ask)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, times).Select(_ => ask()));
        var refused = answers.Where(answer => answer.StatusCode is HttpStatusCode.TooManyRequests).ToList();

        Assert.InRange(refused.Count, 1, times - 2);
        Assert.All(refused, answer => Assert.Equal(("application/problem+json", true), (answer.Content.Headers.ContentType?.MediaType, answer.Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1))));
    }
}

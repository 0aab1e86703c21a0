using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using AdvPortal.Application.Common;
using Microsoft.Extensions.DependencyInjection;

namespace AdvPortal.Web.Tests.Hosting;

/// <summary>What is answered where nothing of the portal's own was reached yet, or where it broke.</summary>
public sealed class LanguageTests(PortalFixture portal)
{
    [Fact]
    public async Task A_company_that_is_none_answers_a_stranger_as_one_that_is()
    {
        var company = await portal.ACompanyAsync();
        using var client = portal.Client();

        foreach (var language in (string[])["en", "fr"])
        {
            var (known, unknown) = (await ProblemAsync(client, language, company.Slug), await ProblemAsync(client, language, "nowhere"));
            Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (known.Status, unknown.Status));
            Assert.Equal(known.Text, unknown.Text);
        }

        Assert.NotEqual((await ProblemAsync(client, "en", "nowhere")).Text, (await ProblemAsync(client, "fr", "nowhere")).Text);
    }

    [Theory]
    [InlineData("en", "The request cannot be read. Nothing was saved. Correct it and send it again.")]
    [InlineData("fr", "La demande n’est pas lisible. Rien n’a été enregistré. Corrigez-la et renvoyez-la.")]
    public async Task What_cannot_be_read_is_said_in_the_callers_language(string language, string detail)
    {
        var company = await portal.ACompanyAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"http://localhost/{company.Slug}/api/v1/clients")) { Content = new StringContent("{", MediaTypeHeaderValue.Parse("application/json")) };
        request.Headers.AcceptLanguage.Add(new(language));
        using var client = portal.Client();
        client.DefaultRequestHeaders.Authorization = company.Api.DefaultRequestHeaders.Authorization;
        using var answer = await client.SendAsync(request);

        Assert.Equal((HttpStatusCode.BadRequest, detail), (answer.StatusCode, (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["detail"]));
    }

    [Fact]
    public async Task What_broke_is_said_in_the_callers_language()
    {
        var company = await portal.ACompanyAsync();
        await using var broken = portal.With(services => services.AddScoped<SearchEverything>(_ => throw new InvalidOperationException("broken on purpose")));
        using var client = broken.CreateClient();
        client.DefaultRequestHeaders.Authorization = company.Api.DefaultRequestHeaders.Authorization;

        Assert.NotEqual(await DetailAsync("en"), await DetailAsync("fr"));

        async Task<string?> DetailAsync(string language)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/{company.Slug}/api/v1/search?q=a", UriKind.Relative));
            request.Headers.AcceptLanguage.Add(new(language));
            using var answer = await client.SendAsync(request);
            Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);

            return (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["detail"];
        }
    }

    private static async Task<(HttpStatusCode Status, string Text)> ProblemAsync(HttpClient client, string language, string slug)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/{slug}/api/v1/me", UriKind.Relative));
        request.Headers.AcceptLanguage.Add(new(language));
        request.Headers.Authorization = new("Bearer", "unknown");
        using var answer = await client.SendAsync(request);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject();
        problem.Remove("traceId");

        return (answer.StatusCode, problem.ToJsonString());
    }
}

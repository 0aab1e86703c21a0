using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AdvPortal.Application.Webhooks;
using AdvPortal.Domain.Members;
using AdvPortal.Web.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;

namespace AdvPortal.Web.Tests.Api;

public sealed class WebhookApiTests(PortalFixture portal)
{
    private static readonly object _form = new { url = "https://erp.example/portal", events = new[] { "promise.changed", "order.confirmed" }, isActive = false };

    [Fact]
    public async Task A_webhook_is_added_changed_and_removed_and_its_secret_is_seen_once()
    {
        var company = await portal.ACompanyAsync();
        using var added = await company.Api.PostAsJsonAsync("webhooks", _form);
        var webhook = (await added.Content.ReadFromJsonAsync<JsonNode>())!;
        var path = $"webhooks/{webhook["id"]}";

        Assert.Equal((HttpStatusCode.Created, "\"1\""), (added.StatusCode, added.Headers.ETag!.Tag));
        Assert.EndsWith($"/api/v1/{path}", added.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("whsec_", (string?)webhook["secret"], StringComparison.Ordinal);
        Assert.Equal(["order.confirmed", "promise.changed"], webhook["events"]!.AsArray().Select(it => (string?)it));
        Assert.Null((await company.Api.GetFromJsonAsync<JsonNode>(path))!["secret"]);

        using var changed = await SendAsync(company, HttpMethod.Patch, path, "\"1\"", new { events = new[] { "order.held" } });
        Assert.Equal((HttpStatusCode.OK, "\"2\""), (changed.StatusCode, changed.Headers.ETag!.Tag));
        using var late = await SendAsync(company, HttpMethod.Patch, path, "\"1\"", new { events = new[] { "order.held" } });
        Assert.Equal(HttpStatusCode.PreconditionFailed, late.StatusCode);
        using var blind = await company.Api.DeleteAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.PreconditionRequired, blind.StatusCode);

        using var removed = await SendAsync(company, HttpMethod.Delete, path, "\"2\"", null);
        Assert.Equal(HttpStatusCode.OK, removed.StatusCode);
        Assert.Empty((await company.Api.GetFromJsonAsync<JsonNode>("webhooks"))!["items"]!.AsArray());
    }

    [Fact]
    public async Task Who_sends_the_same_request_again_finds_one_webhook_and_no_secret()
    {
        var company = await portal.ACompanyAsync();
        using var first = await AddAsync(company, "key-1");
        using var again = await AddAsync(company, "key-1");
        var (one, same) = ((await first.Content.ReadFromJsonAsync<JsonNode>())!, (await again.Content.ReadFromJsonAsync<JsonNode>())!);

        Assert.Equal((string?)one["id"], (string?)same["id"]);
        Assert.NotNull(one["secret"]);
        Assert.Null(same["secret"]);
    }

    [Fact]
    public async Task An_address_inside_a_network_is_refused_in_words_and_a_program_that_does_not_manage_the_company_sees_nothing()
    {
        var company = await portal.ACompanyAsync();
        using var refused = await company.Api.PostAsJsonAsync("webhooks", new { url = "https://169.254.169.254/latest", events = new[] { "order.held" } });
        using var adv = await company.ApiAsync(Role.Adv);
        using var seen = await adv.GetAsync(new Uri("webhooks", UriKind.Relative));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("adresse publique", (string?)(await refused.Content.ReadFromJsonAsync<JsonNode>())!["errors"]!["url"]![0], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, seen.StatusCode);
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public void Every_event_has_a_name(string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

        Assert.All(WebhookEvents.Types, type => Assert.True(TextCatalog.Has($"WebhookEvent.{type}"), type));
    }

    [Fact]
    public void Calls_to_this_machine_are_refused_in_production_whatever_the_settings_say()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Portal:Webhooks:AllowLoopback", "true")]).Build();

        Assert.True(WebhookHosting.Read(settings, new HostingEnvironment { EnvironmentName = "Development" }).AllowsLoopback);
        Assert.Throws<InvalidOperationException>(() => WebhookHosting.Read(settings, new HostingEnvironment { EnvironmentName = "Production" }));
    }

    private static async Task<HttpResponseMessage> AddAsync(Company company, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "webhooks") { Content = JsonContent.Create(_form) };
        request.Headers.Add("Idempotency-Key", key);

        return await company.Api.SendAsync(request);
    }

    private static async Task<HttpResponseMessage> SendAsync(Company company, HttpMethod method, string path, string match, object? body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", match);

        return await company.Api.SendAsync(request);
    }
}

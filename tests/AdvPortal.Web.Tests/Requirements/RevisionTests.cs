using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using AdvPortal.Application.Requirements;
using AdvPortal.Domain.Members;
using AdvPortal.Web.Components.Requirements;
using AdvPortal.Web.Tests.Shared;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AdvPortal.Web.Tests.Requirements;

/// <summary>Two versions of a requirement beside each other, for people and for programs.</summary>
public sealed class RevisionTests(PortalFixture portal) : ShellContext, IAsyncLifetime
{
    private const string First = """{ "sentence": "Pas le mercredi", "source": { "kind": "email", "who": "Karim Haddad" }, "severity": "block", "validFrom": "2026-01-01", "rule": { "kind": "deliveryDays", "closed": ["wednesday"] } }""";
    private const string Second = """{ "sentence": "Pas le mercredi, le vendredi avant 11 h 30", "source": { "kind": "email", "who": "Karim Haddad" }, "severity": "warn", "validFrom": "2026-03-01", "rule": { "kind": "deliveryDays", "closed": ["wednesday"], "windows": [{ "days": ["friday"], "until": "11:30" }] } }""";

    private Company _company = null!;
    private AsyncServiceScope _scope;
    private ClientId _client;
    private Guid _requirement;

    public async ValueTask InitializeAsync()
    {
        _company = await portal.ACompanyAsync();
        _client = await _company.AClientAsync("Hydraulique Chartraine");
        _requirement = (Guid)(await SendAsync($"clients/{_client.Value}/requirements", First))["id"]!;
        await SendAsync($"requirements/{_requirement}/revisions", Second);
        _scope = _company.SignIn(await _company.AMemberAsync("Claire Morel", Role.Adv), Role.Adv);
        Services.AddFallbackServiceProvider(_scope.ServiceProvider);
    }

    [Fact]
    public async Task A_program_reads_what_a_revision_changed()
    {
        var answer = (await _company.Api.GetFromJsonAsync<JsonNode>($"requirements/{_requirement}/revisions/2?comparedTo=1"))!;

        Assert.Equal(["sentence", "rule.windows", "severity", "validFrom"], answer["comparison"]!["fields"]!.AsArray().Select(field => (string?)field!["field"]));
        Assert.Equal(("block", "warn"), ((string?)answer["comparison"]!["fields"]![2]!["before"], (string?)answer["comparison"]!["fields"]![2]!["after"]));
        Assert.Equal(["kept", "removed", "added"], answer["comparison"]!["sentence"]!.AsArray().Select(stretch => (string?)stretch!["kind"]));
        Assert.Equal(HttpStatusCode.NotFound, (await _company.Api.GetAsync(new Uri($"requirements/{_requirement}/revisions/9", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task A_program_reads_what_held_on_a_day()
    {
        Assert.Equal("Pas le mercredi", (string?)(await HeldAsync("2026-02-28"))[0]!["sentence"]);
        Assert.Equal("warn", (string?)(await HeldAsync("2026-03-01"))[0]!["severity"]);
        Assert.Empty(await HeldAsync("2025-12-31"));
        Assert.Equal(HttpStatusCode.BadRequest, (await _company.Api.GetAsync(new Uri($"clients/{_client.Value}/requirements?on=hier", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task History_says_what_each_version_added_and_two_can_be_compared()
    {
        var view = (await Services.GetRequiredService<ReadRequirement>().ExecuteAsync(new(_requirement))).Value!;
        var history = Render<RequirementHistory>(p => p.Add(it => it.Requirement, view));
        Assert.Equal(["+ Réception vendredi\u00A0: avant 11\u202Fh\u202F30."], history.FindAll(".rule-line").Select(line => line.TextContent.Replace('\u00A0', ' ').Replace(" :", "\u00A0:", StringComparison.Ordinal).Replace("11 h 30", "11\u202Fh\u202F30", StringComparison.Ordinal)));

        await history.InvokeAsync(() => history.Find("button").ClickAsync());
        Assert.Equal("Pas le mercredi mercredi, le vendredi avant 11 h 30", string.Join(' ', history.Find(".compared .words").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal("mercredi", history.Find(".words del").TextContent);
        Assert.Equal("Bloquante", history.FindAll(".compared del")[1].TextContent);

        await history.InvokeAsync(() => history.FindAll("select")[0].ChangeAsync("2"));
        Assert.Equal("Ces deux versions disent la même chose.", history.Find(".compared").TextContent.Trim());
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await _scope.DisposeAsync();
    }

    private async Task<JsonArray> HeldAsync(string day) => (await _company.Api.GetFromJsonAsync<JsonNode>($"clients/{_client.Value}/requirements?on={day}"))!["items"]!.AsArray();

    private async Task<JsonNode> SendAsync(string address, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        using var answer = await _company.Api.SendAsync(request);

        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonNode>())!;
    }
}

using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using AdvPortal.Application.Common;
using AdvPortal.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Serilog.Core;
using Serilog.Events;

namespace AdvPortal.Web.Tests.Hosting;

public sealed class ObservingTests(PortalFixture portal)
{
    [Fact]
    public async Task The_reference_that_a_caller_is_shown_is_the_one_in_the_log()
    {
        var company = await portal.ACompanyAsync();
        using var log = new Log();
        await using var broken = portal.With(services => services.AddSingleton<ILogEventSink>(log).AddScoped<SearchEverything>(_ => throw new InvalidOperationException("broken on purpose")));
        using var client = broken.CreateClient();
        client.DefaultRequestHeaders.Authorization = company.Api.DefaultRequestHeaders.Authorization;
        using var answer = await client.GetAsync(new Uri($"/{company.Slug}/api/v1/search?q=a", UriKind.Relative));
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal(Assert.Single(log.Events, e => e.Exception?.Message == "broken on purpose").TraceId.ToString(), (string?)problem["traceId"]);
        Assert.DoesNotContain("broken on purpose", problem.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_use_case_says_in_one_line_what_became_of_it()
    {
        var company = await portal.ACompanyAsync();
        using var log = new Log();
        await using var talking = portal.With(services => services.AddSingleton<ILogEventSink>(log)).WithWebHostBuilder(host => host.UseSetting("Serilog:MinimumLevel:Default", "Information"));
        using var client = talking.CreateClient();
        client.DefaultRequestHeaders.Authorization = company.Api.DefaultRequestHeaders.Authorization;
        var api = $"/{company.Slug}/api/v1";
        using var body = new StringContent("""{ "code": "C-1", "name": "Hydraulique Chartraine", "language": "fr", "currency": "EUR" }""", MediaTypeHeaderValue.Parse("application/json"));
        Assert.Equal(HttpStatusCode.Created, (await client.PostAsync(new Uri($"{api}/clients", UriKind.Relative), body)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, $"{api}/clients"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(client, $"{api}/clients/{Guid.CreateVersion7()}"));
        await talking.Services.GetRequiredService<NpgsqlDataSource>().DisposeAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, await StatusAsync(client, $"{api}/products"));

        var lines = log.Events.Where(e => e.Properties.ContainsKey("UseCase") && Say(e, "Tenant") == company.Id.Value.ToString() && Say(e, "Member").StartsWith("key ", StringComparison.Ordinal)).ToList();
        Assert.Equal(["CreateClient Ok", "ListClients Ok", "ReadClient NoSuchClient", "ListProducts Failed"], lines.Select(e => $"{Say(e, "UseCase")} {Say(e, "Outcome")}"));
        Assert.All(lines, e => Assert.True(e.Level is LogEventLevel.Information && double.Parse(Say(e, "Ms"), CultureInfo.InvariantCulture) > 0));
        Assert.Contains(log.Events, e => e.Properties.ContainsKey("UseCase") && Say(e, "UseCase") == "RecogniseApiKey");

        static string Say(LogEvent e, string property) => e.Properties[property].ToString(null, CultureInfo.InvariantCulture).Trim('"');
    }

    [Fact]
    public async Task A_portal_that_lost_its_database_lives_but_is_not_ready()
    {
        await using var lost = portal.With(_ => { });
        using var client = lost.CreateClient();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, "/health/ready"));

        await lost.Services.GetRequiredService<NpgsqlDataSource>().DisposeAsync();

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), (await StatusAsync(client, "/health/live"), await StatusAsync(client, "/health/ready")));
    }

    [Theory]
    [InlineData("POST", "clients", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("POST", "orders/nowhere", "application/json", HttpStatusCode.NotFound)]
    [InlineData("GET", "nowhere", "application/json", HttpStatusCode.NotFound)]
    [InlineData("POST", "nowhere", "application/json", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "clients", "application/json", HttpStatusCode.MethodNotAllowed)]
    public async Task What_no_endpoint_takes_is_answered_as_a_problem(string method, string path, string type, HttpStatusCode expected)
    {
        var company = await portal.ACompanyAsync();
        using var request = new HttpRequestMessage(new(method), new Uri(path, UriKind.Relative)) { Content = new StringContent("{}", MediaTypeHeaderValue.Parse(type)) };
        using var answer = await company.Api.SendAsync(request);

        Assert.Equal((expected, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public void Only_proxies_that_are_named_are_believed()
    {
        var options = Proxies.Read("10.0.0.7, 172.16.0.0/12")!;

        Assert.Null(Proxies.Read(" "));
        Assert.Equal([IPAddress.Parse("10.0.0.7")], options.KnownProxies);
        Assert.Equal([IPNetwork.Parse("172.16.0.0/12")], options.KnownIPNetworks);
        Assert.Throws<InvalidOperationException>(() => Proxies.Read("the-proxy"));
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));

        return answer.StatusCode;
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using AdvPortal.Application.Clients;
using AdvPortal.Domain.Members;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Trace;
using Serilog.Core;

namespace AdvPortal.Web.Tests.Hosting;

/// <summary>Whatever is told of the portal's work, to the log or to a collector of traces, is told without what is secret or personal.</summary>
public sealed class SecretTests(PortalFixture portal)
{
    [Fact]
    public async Task Secrets_passwords_tokens_and_addresses_reach_neither_log_nor_trace()
    {
        var company = await portal.ACompanyAsync();
        var (_, email) = await company.APersonAsync("Claire Morel", Role.Adv);
        using var log = new Log();
        using var traces = new Traces();
        await using var watched = portal
            .With(services => services.AddSingleton<ILogEventSink>(log).AddScoped<ExportContactData>(_ => throw new InvalidOperationException("broken on purpose")).ConfigureOpenTelemetryTracerProvider(it => it.AddProcessor(traces)))
            .WithWebHostBuilder(host => host.UseSetting("Serilog:MinimumLevel:Default", "Information").UseSetting("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:9"));
        var (link, secret, key) = ($"{Guid.CreateVersion7():N}-{Guid.CreateVersion7():N}", Guid.CreateVersion7().ToString("N"), company.Api.DefaultRequestHeaders.Authorization!.Parameter!);

        using var claire = new Visit(watched);
        await claire.SignInAsync(company.Slug, email);
        using (var guesser = new Visit(watched))
        {
            await guesser.SubmitAsync($"/{company.Slug}/sign-in", ("Form.Email", email), ("Form.Password", "perdu, perdu, perdu"));
            await guesser.SubmitAsync($"/{company.Slug}/forgotten", ("Form.Email", email), ("Email", email));
            await guesser.SubmitAsync($"/{company.Slug}/password/{link}", ("Form.Password", "perdu, perdu, perdu"));
            await guesser.GetAsync($"/set-up/{secret}");
            await guesser.GetAsync($"/set-up/{secret}/{secret}");
        }

        using var api = watched.CreateClient();
        api.DefaultRequestHeaders.Authorization = new("Bearer", key);
        var client = await company.AClientAsync("Hydraulique Chartraine");
        using var body = new StringContent("""{ "name": "Karim Haddad", "email": "karim@chartraine.example", "phone": "06 39 98 12 07" }""", MediaTypeHeaderValue.Parse("application/json"));
        Assert.Equal(HttpStatusCode.Created, (await api.PostAsync(new Uri($"/{company.Slug}/api/v1/clients/{client.Value}/contacts", UriKind.Relative), body)).StatusCode);
        await api.GetAsync(new Uri($"/{company.Slug}/api/v1/search?q=karim@chartraine.example", UriKind.Relative));
        await api.GetAsync(new Uri($"/{company.Slug}/api/v1/contacts/{Guid.CreateVersion7()}/personal-data", UriKind.Relative));

        var told = log.Events.Select(e => $"{e.RenderMessage(CultureInfo.InvariantCulture)} {string.Join(' ', e.Properties)} {e.Exception}").Concat(traces.Told).ToList();

        // Both were listening, and to these very requests.
        Assert.Contains(told, line => line.Contains("broken on purpose", StringComparison.Ordinal));
        Assert.Contains(traces.Told, line => line.Contains("/password/…", StringComparison.Ordinal));
        Assert.Contains(traces.Told, line => line.Contains("/set-up/…", StringComparison.Ordinal));
        Assert.Contains(traces.Told, line => line.StartsWith("AddContact", StringComparison.Ordinal));

        foreach (var word in (string[])[link, secret, key, email, Company.Password, "perdu", "karim@", "Haddad", "06 39 98", claire.Cookies["adv.session"]])
        {
            Assert.DoesNotContain(told, line => line.Contains(word, StringComparison.OrdinalIgnoreCase) || line.Contains(Uri.EscapeDataString(word), StringComparison.OrdinalIgnoreCase));
        }
    }

    private sealed class Traces : BaseProcessor<Activity>
    {
        private readonly ConcurrentQueue<string> _told = [];

        public IEnumerable<string> Told => _told;

        public override void OnEnd(Activity data) =>
            _told.Enqueue($"{data.DisplayName} {string.Join(' ', data.TagObjects)} {string.Join(' ', data.Events.SelectMany(e => e.Tags))} {string.Join(' ', data.Baggage)}");
    }
}

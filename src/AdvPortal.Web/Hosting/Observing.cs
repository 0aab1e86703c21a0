using AdvPortal.Application.Common;
using AdvPortal.Application.Tenants;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace AdvPortal.Web.Hosting;

/// <summary>How one sees from outside what the portal does: its log, its health, and traces and metrics where somebody collects them.</summary>
internal static class Observing
{
    private const string Collector = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Ready = "ready";

    // The trace is the reference that people are shown when something fails.
    private const string Line = "[{Timestamp:HH:mm:ss} {Level:u3}] {Message:lj} {TraceId}{NewLine}{Exception}";

    public static void AddObserving(this WebApplicationBuilder builder)
    {
        // Its own logger, not the one of the process: two portals in one process do not write into each other's log.
        builder.Host.UseSerilog(preserveStaticLogger: true, configureLogger: (context, services, log) => log
            // One line a use case; those of the server for each request, and the post's questions every few seconds, say nothing more.
            .MinimumLevel.Override("Microsoft.AspNetCore", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore.Database.Command", LogEventLevel.Warning)
            .ReadFrom.Configuration(context.Configuration)
            .ReadFrom.Services(services)
            .Enrich.FromLogContext()
            .Enrich.With<HiddenLinks>()
            .WriteTo.Console(outputTemplate: Line, formatProvider: null));

        builder.Services.AddHealthChecks().AddCheck<DatabaseAnswers>("database", tags: [Ready], timeout: TimeSpan.FromSeconds(3));

        if (!string.IsNullOrWhiteSpace(builder.Configuration[Collector]))
        {
            AddTelemetry(builder.Services);
        }
    }

    /// <summary>Live: the process answers. Ready: so does the database, as the portal's role and at its schema.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).DisableRateLimiting();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) }).DisableRateLimiting();
    }

    private static void AddTelemetry(IServiceCollection services) =>
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("advportal"))
            .WithTracing(traces => traces.AddSource(UnitOfWork.Traces.Name, "Npgsql").AddAspNetCoreInstrumentation(web => web.EnrichWithHttpRequest = (trace, request) => trace.SetTag("url.path", HiddenLinks.Hide(request.Path.Value))).AddOtlpExporter())
            .WithMetrics(metrics => metrics
                .AddAspNetCoreInstrumentation()
                .AddMeter("Microsoft.AspNetCore.Components", "Microsoft.AspNetCore.Components.Server.Circuits", "Npgsql", "System.Runtime")
                .AddOtlpExporter());
}

/// <summary>Asks the database what every sign-in asks: that it answers, lets us in, and has our tables.</summary>
internal sealed class DatabaseAnswers(HasCompanies question) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await question.ExecuteAsync(cancellationToken);

        return HealthCheckResult.Healthy();
    }
}

/// <summary>Where a link is a key, its address is a secret: what is told of a request says all of it but that.</summary>
internal sealed class HiddenLinks : ILogEventEnricher
{
    // ASP.NET Core's own name, and what it adds to every line that is written during a request.
    private const string Path = "RequestPath";

    public static string? Hide(string? path) =>
        path?.Split('/') is { } segments && Array.FindIndex(segments, segment => segment is "password" or "set-up" or "confirm") is >= 0 and var at && at < segments.Length - 1
            ? string.Join('/', [.. segments[..(at + 1)], "…"])
            : path;

    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        if (logEvent.Properties.GetValueOrDefault(Path) is ScalarValue { Value: string path })
        {
            logEvent.AddOrUpdateProperty(propertyFactory.CreateProperty(Path, Hide(path)));
        }
    }
}

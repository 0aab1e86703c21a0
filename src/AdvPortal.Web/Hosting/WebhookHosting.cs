using AdvPortal.Application.Webhooks;
using AdvPortal.Exchange.Webhooks;

namespace AdvPortal.Web.Hosting;

/// <summary>Reads how this installation calls webhooks, and keeps their post running beside the pages.</summary>
internal static class WebhookHosting
{
    public static void AddWebhooks(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(Read(builder.Configuration, builder.Environment));
        builder.Services.AddHostedService<WebhookWorker>();
    }

    internal static WebhookOptions Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var allowsLoopback = configuration.GetValue("Portal:Webhooks:AllowLoopback", defaultValue: false);

        return allowsLoopback && environment.IsProduction()
            ? throw new InvalidOperationException("Portal:Webhooks:AllowLoopback lets whoever names an address call this machine: it is refused in Production.")
            : new() { AllowsLoopback = allowsLoopback };
    }
}

/// <summary>Runs the post of the webhooks for as long as the portal runs.</summary>
internal sealed class WebhookWorker(WebhookPost post) : BackgroundService
{
    // A receiver has as long to answer.
    private static readonly TimeSpan _grace = TimeSpan.FromSeconds(10);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => post.RunAsync(_grace, stoppingToken);
}

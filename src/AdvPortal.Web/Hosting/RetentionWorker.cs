using AdvPortal.Application.Tenants;

namespace AdvPortal.Web.Hosting;

/// <summary>Keeps retention going round for as long as the portal runs.</summary>
internal sealed class RetentionWorker(RetentionRounds rounds) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => rounds.RunAsync(stoppingToken);
}

using AdvPortal.Application.Tenants;

namespace AdvPortal.Web.Hosting;

/// <summary>Keeps rounds over the companies going for as long as the portal runs.</summary>
internal sealed class RoundsWorker<TRounds>(TRounds rounds) : BackgroundService where TRounds : TenantRounds
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => rounds.RunAsync(stoppingToken);
}

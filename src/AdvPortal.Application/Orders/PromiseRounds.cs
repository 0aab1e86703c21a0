using AdvPortal.Application.Tenants;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AdvPortal.Application.Orders;

/// <summary>Goes round the companies every few minutes and looks for promises that what was closed since has put at risk.</summary>
public sealed partial class PromiseRounds(IServiceScopeFactory scopes, TimeProvider clock, ILogger<PromiseRounds> log) : TenantRounds(scopes, clock, log)
{
    private readonly ILogger _log = log;

    // Whoever closes a day sees within a cup of coffee what it does to promises.
    protected override TimeSpan Pause => TimeSpan.FromMinutes(1);

    protected override async Task VisitAsync(IServiceProvider company, Guid tenant, CancellationToken ct)
    {
        if (await company.GetRequiredService<WatchPromises>().ExecuteAsync(ct) is > 0 and var changed)
        {
            Changed(_log, changed, tenant);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Count} promises of {Tenant} stand otherwise: days were closed or opened")]
    private static partial void Changed(ILogger log, int count, Guid tenant);
}

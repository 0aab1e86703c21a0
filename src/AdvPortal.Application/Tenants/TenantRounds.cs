using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AdvPortal.Application.Tenants;

/// <summary>Goes round the companies again and again, and does for each what nobody asks for by hand. Any number of nodes may do so at once.</summary>
public abstract partial class TenantRounds(IServiceScopeFactory scopes, TimeProvider clock, ILogger log)
{
    /// <summary>Between two rounds.</summary>
    protected abstract TimeSpan Pause { get; }

    /// <summary>What the log calls them.</summary>
    protected virtual string Name => GetType().Name;

    /// <summary>Until it is stopped.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await GoRoundAsync(stopping);
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException)
            {
                Failing(log, trouble, Name);
            }

            await Task.Delay(Pause, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>One round over every company.</summary>
    public async Task GoRoundAsync(CancellationToken ct)
    {
        foreach (var (tenant, zone) in await TenantsAsync(ct))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<CurrentMember>().ActAsPortal(tenant, TimeZoneInfo.FindSystemTimeZoneById(zone));
                await VisitAsync(scope.ServiceProvider, tenant.Value, ct);
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException)
            {
                // The other companies must not wait for this one.
                Failed(log, trouble, Name, tenant.Value);
            }
        }
    }

    protected abstract Task VisitAsync(IServiceProvider company, Guid tenant, CancellationToken ct);

    private async Task<List<(TenantId Id, string Zone)>> TenantsAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var tenants = await scope.ServiceProvider.GetRequiredService<UnitOfWork>().ReadAsAnyoneAsync(
            db => db.Tenants.OrderBy(t => t.Id).Select(t => new { t.Id, t.TimeZone }).ToListAsync(ct), ct);

        return tenants.ConvertAll(t => (t.Id, t.TimeZone));
    }

    [LoggerMessage(LogLevel.Error, "{Rounds} failed for {Tenant}; the next round tries again")]
    private static partial void Failed(ILogger log, Exception trouble, string rounds, Guid tenant);

    [LoggerMessage(LogLevel.Error, "{Rounds} cannot go round")]
    private static partial void Failing(ILogger log, Exception trouble, string rounds);
}

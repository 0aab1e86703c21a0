using AdvPortal.Application.Clients;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AdvPortal.Application.Tenants;

/// <summary>Goes round the companies several times a day and forgets what each no longer wants to keep. Any number of nodes may do so at once.</summary>
public sealed partial class RetentionRounds(IServiceScopeFactory scopes, TimeProvider clock, ILogger<RetentionRounds> log)
{
    // Retention is counted in months: a few hours more or less are nobody's concern.
    private static readonly TimeSpan _pause = TimeSpan.FromHours(6);

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
                Failing(trouble);
            }

            await Task.Delay(_pause, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
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
                var erased = await scope.ServiceProvider.GetRequiredService<EraseUnusedContacts>().ExecuteAsync(ct);

                if (erased > 0)
                {
                    Erased(erased, tenant.Value);
                }
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException)
            {
                // The other companies must not wait for this one.
                NotErased(trouble, tenant.Value);
            }
        }
    }

    private async Task<List<(TenantId Id, string Zone)>> TenantsAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var tenants = await scope.ServiceProvider.GetRequiredService<UnitOfWork>().ReadAsAnyoneAsync(
            db => db.Tenants.OrderBy(t => t.Id).Select(t => new { t.Id, t.TimeZone }).ToListAsync(ct), ct);

        return tenants.ConvertAll(t => (t.Id, t.TimeZone));
    }

    [LoggerMessage(LogLevel.Information, "{Count} contacts of {Tenant} were forgotten: retention")]
    private partial void Erased(int count, Guid tenant);

    [LoggerMessage(LogLevel.Error, "Retention of {Tenant} failed; it is tried again in the next round")]
    private partial void NotErased(Exception trouble, Guid tenant);

    [LoggerMessage(LogLevel.Error, "Retention cannot go round")]
    private partial void Failing(Exception trouble);
}

using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;

namespace AdvPortal.Application.Tenants;

/// <summary>What every request needs to know of a tenant before anything else.</summary>
public sealed record TenantInfo(TenantId Id, string Slug, string Name, TimeZoneInfo TimeZone, string Language, string Currency);

/// <summary>Whose address is this? Asked for every request, so remembered for half a minute, and unknown addresses too.</summary>
public sealed class TenantDirectory(IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly TimeSpan _memory = TimeSpan.FromSeconds(30);

    // Enough for every real company; past it somebody is guessing addresses, and the memory starts afresh.
    private const int MostRemembered = 10_000;

    private readonly ConcurrentDictionary<string, (TenantInfo? Tenant, DateTimeOffset Until)> _known = new(StringComparer.Ordinal);

    public async ValueTask<TenantInfo?> FindAsync(string slug, CancellationToken ct)
    {
        var now = clock.GetUtcNow();

        if (_known.TryGetValue(slug, out var known) && now < known.Until)
        {
            return known.Tenant;
        }

        await using var scope = scopes.CreateAsyncScope();
        var tenant = await scope.ServiceProvider.GetRequiredService<FindTenant>().ExecuteAsync(slug, ct);

        if (_known.Count >= MostRemembered)
        {
            _known.Clear();
        }

        _known[slug] = (tenant, now + _memory);

        return tenant;
    }

    /// <summary>After a company was created or renamed: the next request asks again.</summary>
    public void Forget(string slug) => _known.TryRemove(slug, out _);
}

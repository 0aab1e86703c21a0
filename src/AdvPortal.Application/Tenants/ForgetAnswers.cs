using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Tenants;

/// <summary>Forgets what was answered to requests that carried a key, once nobody sends them again: how many.</summary>
[UseCase]
public sealed class ForgetAnswers(UnitOfWork unitOfWork, TenantClock clock)
{
    /// <summary>A program that was switched off over a weekend's night still gets its answer.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(48);

    public Task<int> ExecuteAsync(CancellationToken ct = default)
    {
        var since = clock.Now - KeptFor;

        return unitOfWork.RunUnrecordedAsync(db => db.Set<IdempotentAnswer>().Where(a => a.At < since).ExecuteDeleteAsync(ct), ct);
    }
}

using AdvPortal.Domain.Tenants;
using AdvPortal.Domain.Tenders;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Tenders;

/// <summary>What every act on one tender has in common: it exists, it is as the person saw it, and it is answered as it is afterwards.</summary>
public sealed class ActOnTender(UnitOfWork unitOfWork, TenantClock clock)
{
    /// <param name="useCase">What is done.</param>
    /// <param name="permission">Without it, nothing is.</param>
    /// <param name="id">The tender.</param>
    /// <param name="version">As it was seen; null for whatever it is now.</param>
    /// <param name="act">With the tender and its parts at hand.</param>
    /// <param name="ct">Stops it.</param>
    /// <param name="by">By which permission it turned out to be done; null for the one it needs.</param>
    internal Task<Result<TenderView>> RunAsync(
        object useCase, Permission permission, TenderId id, int? version, Func<AdvDbContext, Tender, TenantSettings, Task<Result>> act, CancellationToken ct, Func<Permission>? by = null) =>
        unitOfWork.RunAsync<Result<TenderView>>(useCase, permission, _ => id, async db =>
        {
            if (await TenderReading.FindAsync(db, id, ct) is not var (tender, settings))
            {
                return new NoSuchTender();
            }

            if (version is { } seen && seen != tender.Version)
            {
                return new ChangedMeanwhile();
            }

            var before = tender.Version;

            if ((await act(db, tender, settings)).Refusal is { } refusal)
            {
                return refusal;
            }

            var view = (await TenderReading.ViewsAsync(db, clock, [tender], ct))[0];
            db.ChangeTracker.DetectChanges();

            return tender.Version == before ? view : view with { Version = db.VersionAfterSaving(tender) };
        }, ct, by);

    internal Task<Result<TenderView>> RunAsync(object useCase, TenderId id, int? version, Func<Tender, Result> act, CancellationToken ct) =>
        RunAsync(useCase, Permission.HandleTenders, id, version, (_, tender, _) => Task.FromResult(act(tender)), ct);
}

using AdvPortal.Domain.Complaints;
using AdvPortal.Domain.Tenants;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Complaints;

/// <summary>What every act on one complaint has in common: it exists, it is as the person saw it, and it is answered as it is afterwards.</summary>
public sealed class ActOnComplaint(UnitOfWork unitOfWork, TenantClock clock)
{
    /// <param name="useCase">What is done.</param>
    /// <param name="permission">Without it, nothing is.</param>
    /// <param name="id">The complaint.</param>
    /// <param name="version">As it was seen; null for whatever it is now.</param>
    /// <param name="act">With the complaint and its parts at hand.</param>
    /// <param name="last">What takes a number, once everything else is read: whoever waits for the next one waits for the commit only.</param>
    /// <param name="ct">Stops it.</param>
    internal Task<Result<ComplaintView>> RunAsync(
        object useCase, Permission permission, ComplaintId id, int? version, Func<AdvDbContext, Complaint, TenantSettings, Task<Result>> act,
        Func<AdvDbContext, Complaint, TenantSettings, Task<Result>>? last, CancellationToken ct) =>
        unitOfWork.RunAsync<Result<ComplaintView>>(useCase, permission, id, async db =>
        {
            if (await ComplaintReading.FindAsync(db, id, ct) is not var (complaint, settings))
            {
                return new NoSuchComplaint();
            }

            if (version is { } seen && seen != complaint.Version)
            {
                return new ChangedMeanwhile();
            }

            var before = complaint.Version;

            if ((await act(db, complaint, settings)).Refusal is { } refusal)
            {
                return refusal;
            }

            var around = await ComplaintReading.AroundAsync(db, clock, [complaint], ct);

            if (last is not null && (await last(db, complaint, settings)).Refusal is { } no)
            {
                return no;
            }

            var view = ComplaintView.Of(complaint, around);
            db.ChangeTracker.DetectChanges();

            return complaint.Version == before ? view : view with { Version = db.VersionAfterSaving(complaint) };
        }, ct);

    internal Task<Result<ComplaintView>> RunAsync(
        object useCase, Permission permission, ComplaintId id, int? version, Func<AdvDbContext, Complaint, TenantSettings, Task<Result>> act, CancellationToken ct) =>
        RunAsync(useCase, permission, id, version, act, null, ct);

    internal Task<Result<ComplaintView>> RunAsync(object useCase, ComplaintId id, int? version, Func<Complaint, Result> act, CancellationToken ct) =>
        RunAsync(useCase, Permission.HandleComplaints, id, version, (_, complaint, _) => Task.FromResult(act(complaint)), ct);
}

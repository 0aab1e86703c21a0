namespace AdvPortal.Application.Tenants;

/// <summary>Whether anybody works here yet: an empty portal offers its set-up, once.</summary>
[UseCase]
public sealed class HasCompanies(UnitOfWork unitOfWork)
{
    public Task<bool> ExecuteAsync(CancellationToken ct = default) => unitOfWork.ReadAsAnyoneAsync(this, db => db.Tenants.AnyAsync(ct), ct);
}

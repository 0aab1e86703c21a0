using AdvPortal.Domain.Tenants;

namespace AdvPortal.Application.Tenants;

/// <summary>The company behind the first segment of an address.</summary>
[UseCase]
public sealed class FindTenant(UnitOfWork unitOfWork)
{
    public async Task<TenantInfo?> ExecuteAsync(string slug, CancellationToken ct = default)
    {
        if (!Tenant.IsSlug(slug))
        {
            return null;
        }

        var tenant = await unitOfWork.ReadAsAnyoneAsync(this, db => db.Tenants.SingleOrDefaultAsync(t => t.Slug == slug, ct), ct);

        return tenant is null
            ? null
            : new(tenant.Id, tenant.Slug, tenant.Name, TimeZoneInfo.FindSystemTimeZoneById(tenant.TimeZone), tenant.Language, tenant.Currency);
    }
}

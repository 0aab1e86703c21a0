using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.ValueGeneration;

namespace AdvPortal.Persistence.Tenancy;

/// <summary>Refuses to save a row of another tenant, and moves the version of a changed row, and of the whole it is part of, on.</summary>
internal sealed class RowStampInterceptor(CurrentTenant tenant) : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Stamp(eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Stamp(eventData.Context!);
        return new(result);
    }

    private void Stamp(DbContext db)
    {
        var changed = db.ChangeTracker.Entries<TenantOwned>().Where(e => e.State is not EntityState.Unchanged).ToList();

        foreach (var whole in changed.SelectMany(WholesOf).ToList())
        {
            if (whole.State is EntityState.Unchanged)
            {
                whole.State = EntityState.Modified;
                changed.Add(whole);
            }
        }

        foreach (var entry in changed)
        {
            var owner = entry.Property(row => row.TenantId);

            if (tenant.Id is not { } us || owner.CurrentValue != us)
            {
                throw new InvalidOperationException($"This {entry.Metadata.ClrType.Name} does not belong to the current tenant.");
            }

            // EF holds a generated key that is part of a foreign key too for provisional until it is set.
            owner.CurrentValue = us;

            // One step, however many changes are saved together.
            entry.Property(row => row.Version).CurrentValue = entry.State is EntityState.Added ? 1 : entry.Property(row => row.Version).OriginalValue + 1;
        }
    }

    /// <summary>The whole is looked for among what is loaded: a part is never changed without its whole at hand.</summary>
    private static IEnumerable<EntityEntry<TenantOwned>> WholesOf(EntityEntry<TenantOwned> part)
    {
        foreach (var key in part.Metadata.GetForeignKeys().Where(key => key.PrincipalToDependent is not null))
        {
            var id = part.Property(key.Properties[^1].Name).CurrentValue;
            var idName = key.PrincipalKey.Properties[^1].Name;

            foreach (var whole in part.Context.ChangeTracker.Entries<TenantOwned>().Where(e => e.Metadata == key.PrincipalEntityType && Equals(e.Property(idName).CurrentValue, id)))
            {
                yield return whole;
            }
        }
    }
}

/// <summary>Stamps a row with its tenant as it is added: the tenant is half of its key, and EF must know keys from the start.</summary>
internal sealed class TenantStamp : ValueGenerator<TenantId>
{
    public override bool GeneratesTemporaryValues => false;

    public override TenantId Next(EntityEntry entry) =>
        ((AdvDbContext)entry.Context).Tenant ?? throw new InvalidOperationException("Nothing can be added outside a tenant.");
}

using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.ValueGeneration;

namespace AdvPortal.Persistence.Tenancy;

/// <summary>Refuses to save a row of another tenant, and moves the version of a changed row, and of the whole it is part of, on.</summary>
internal sealed class RowStampInterceptor(CurrentTenant tenant) : SaveChangesInterceptor
{
    private const string Id = "Id";

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
        // Asked once: each question looks through every row for changes, and an order may have ten thousand.
        var rows = db.ChangeTracker.Entries<TenantOwned>().ToList();
        var changed = rows.FindAll(e => e.State is not EntityState.Unchanged);
        var wholes = rows.Where(e => e.State is EntityState.Unchanged && IsWhole(e)).ToLookup(e => (e.Metadata, e.Property(Id).CurrentValue));

        foreach (var whole in wholes.Count == 0 ? [] : changed.SelectMany(part => WholesOf(part, wholes)).Distinct().ToList())
        {
            whole.State = EntityState.Modified;
            changed.Add(whole);
        }

        foreach (var entry in changed)
        {
            var owner = entry.Property<TenantId>(nameof(TenantOwned.TenantId));

            if (tenant.Id is not { } us || owner.CurrentValue != us)
            {
                throw new InvalidOperationException($"This {entry.Metadata.ClrType.Name} does not belong to the current tenant.");
            }

            // EF holds a generated key that is part of a foreign key too for provisional until it is set.
            owner.CurrentValue = us;

            // One step, however many changes are saved together.
            var version = entry.Property<int>(nameof(TenantOwned.Version));
            version.CurrentValue = entry.State is EntityState.Added ? 1 : version.OriginalValue + 1;
        }
    }

    private static bool IsWhole(EntityEntry row) => row.Metadata.GetReferencingForeignKeys().Any(key => key.PrincipalToDependent is not null);

    /// <summary>The whole is looked for among what is loaded: a part is never changed without its whole at hand.</summary>
    private static IEnumerable<EntityEntry<TenantOwned>> WholesOf(EntityEntry<TenantOwned> part, ILookup<(IEntityType, object?), EntityEntry<TenantOwned>> wholes) =>
        part.Metadata.GetForeignKeys().Where(key => key.PrincipalToDependent is not null)
            .SelectMany(key => wholes[(key.PrincipalEntityType, part.Property(key.Properties[^1].Name).CurrentValue)]);
}

/// <summary>Stamps a row with its tenant as it is added: the tenant is half of its key, and EF must know keys from the start.</summary>
internal sealed class TenantStamp : ValueGenerator<TenantId>
{
    public override bool GeneratesTemporaryValues => false;

    public override TenantId Next(EntityEntry entry) =>
        ((AdvDbContext)entry.Context).Tenant ?? throw new InvalidOperationException("Nothing can be added outside a tenant.");
}

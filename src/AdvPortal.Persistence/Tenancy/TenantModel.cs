using System.Linq.Expressions;

namespace AdvPortal.Persistence.Tenancy;

/// <summary>What every table of a tenant has in common: a key that starts with the tenant, a version, and references that cannot leave it.</summary>
internal static class TenantModel
{
    public static void HasTenantKey<T>(this EntityTypeBuilder<T> row) where T : TenantOwned
    {
        row.HasKey(nameof(TenantOwned.TenantId), "Id");
        row.Property(r => r.TenantId).HasValueGenerator<TenantStamp>();
        row.Property("Id").ValueGeneratedNever();
        row.Property(r => r.Version).IsConcurrencyToken();
    }

    /// <summary>Foreign keys are checked past row security: without the tenant in them, a row could point at a stranger's.</summary>
    public static void References<T, TOther>(this EntityTypeBuilder<T> row, Expression<Func<T, object?>> id)
        where T : TenantOwned
        where TOther : TenantOwned =>
        row.HasOne<TOther>().WithMany()
            .HasForeignKey(nameof(TenantOwned.TenantId), row.Property(id).Metadata.Name)
            .OnDelete(DeleteBehavior.Restrict);

    /// <summary>Parts live and die with their whole and move its version; they are loaded only where a query asks (Include).</summary>
    public static void HasParts<T, TPart>(this EntityTypeBuilder<T> row, Expression<Func<T, IEnumerable<TPart>?>> parts)
        where T : TenantOwned
        where TPart : TenantOwned =>
        row.HasMany(parts).WithOne().HasForeignKey(nameof(TenantOwned.TenantId), $"{typeof(T).Name}Id").IsRequired().OnDelete(DeleteBehavior.Cascade);
}

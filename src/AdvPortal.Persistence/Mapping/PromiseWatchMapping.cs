using AdvPortal.Domain.Orders;

namespace AdvPortal.Persistence.Mapping;

internal sealed class PromiseWatchMapping : IEntityTypeConfiguration<PromiseWatch>
{
    public void Configure(EntityTypeBuilder<PromiseWatch> watch)
    {
        watch.ToTable("promise_watches");
        watch.HasIndex(w => w.TenantId).IsUnique();
    }
}

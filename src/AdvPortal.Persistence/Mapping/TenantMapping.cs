using AdvPortal.Domain.Tenants;

namespace AdvPortal.Persistence.Mapping;

internal sealed class TenantMapping : IEntityTypeConfiguration<Tenant>, IEntityTypeConfiguration<TenantSettings>
{
    public void Configure(EntityTypeBuilder<Tenant> tenant)
    {
        tenant.ToTable("tenants");
        tenant.Property(t => t.Id).ValueGeneratedNever();
        tenant.Property(t => t.Slug).HasMaxLength(Tenant.SlugMaxLength);
        tenant.Property(t => t.Name).HasMaxLength(Tenant.NameMaxLength);
        tenant.HasIndex(t => t.Slug).IsUnique();
    }

    public void Configure(EntityTypeBuilder<TenantSettings> settings)
    {
        settings.ToTable("tenant_settings");
        settings.ComplexProperty(s => s.Address);
        settings.Property(s => s.OverDeliveryPercent).HasPrecision(5, 2);
        settings.Property(s => s.UnderDeliveryPercent).HasPrecision(5, 2);
        settings.Property(s => s.Service).IsStoredAsJson();
        settings.Property(s => s.Calendars).IsStoredAsJson();
        settings.Property(s => s.CompanyPrefix).HasMaxLength(Sscc.PrefixMaxLength);
    }
}

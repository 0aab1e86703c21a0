using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Products;

namespace AdvPortal.Persistence.Mapping;

internal sealed class ProductMapping : IEntityTypeConfiguration<Product>
{
    public void Configure(EntityTypeBuilder<Product> product)
    {
        product.ToTable("products");
        product.Property(p => p.Code).HasMaxLength(Product.CodeMaxLength);
        product.Property(p => p.Name).HasMaxLength(Product.NameMaxLength);
        product.HasIndex(p => new { p.TenantId, p.Code }).IsUnique();
        product.Property(p => p.PackQuantity).HasPrecision(18, 4);
        product.Property(p => p.PackUnit).HasMaxLength(OrderLine.UnitMaxLength);
        product.HasIndex(p => new { p.TenantId, p.Gtin });
        product.References<Product, Product>(p => p.ReplacedById);
        product.HasIndex(p => new { p.TenantId, p.ReplacedById }).HasFilter("replaced_by_id IS NOT NULL");
        product.HasQueryFilter(Filters.Archived, p => !p.IsArchived);
    }
}

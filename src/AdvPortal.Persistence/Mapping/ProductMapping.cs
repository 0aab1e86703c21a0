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
        product.HasIndex(p => new { p.TenantId, p.Gtin });
        product.HasQueryFilter(Filters.Archived, p => !p.IsArchived);
    }
}

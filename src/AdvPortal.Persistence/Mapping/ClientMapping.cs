using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Products;

namespace AdvPortal.Persistence.Mapping;

internal sealed class ClientMapping :
    IEntityTypeConfiguration<Client>,
    IEntityTypeConfiguration<Site>,
    IEntityTypeConfiguration<Contact>,
    IEntityTypeConfiguration<BuyerCode>,
    IEntityTypeConfiguration<ContractPrice>
{
    public void Configure(EntityTypeBuilder<Client> client)
    {
        client.Property(c => c.Code).HasMaxLength(Client.CodeMaxLength);
        client.Property(c => c.Name).HasMaxLength(Client.NameMaxLength);
        client.HasIndex(c => new { c.TenantId, c.Code }).IsUnique();
        client.HasIndex(c => new { c.TenantId, c.Name, c.Id });
        client.HasIndex(c => new { c.TenantId, c.Gln });
        client.HasIndex(c => new { c.TenantId, c.VatId });
        client.HasQueryFilter(Filters.Archived, c => !c.IsArchived);
        client.HasParts(c => c.Sites);
        client.HasParts(c => c.Contacts);
    }

    public void Configure(EntityTypeBuilder<Site> site)
    {
        site.ToTable("sites");
        site.Property(s => s.Name).HasMaxLength(Site.NameMaxLength);
        site.ComplexProperty(s => s.Address);
        site.HasIndex(s => new { s.TenantId, s.Gln });
    }

    public void Configure(EntityTypeBuilder<Contact> contact)
    {
        contact.ToTable("contacts");
        contact.Property(c => c.Name).HasMaxLength(Contact.NameMaxLength);
        contact.Property(c => c.Habits).HasMaxLength(Contact.HabitsMaxLength);
        contact.References<Contact, Site>(c => c.SiteId);
    }

    public void Configure(EntityTypeBuilder<BuyerCode> code)
    {
        code.ToTable("buyer_codes");
        code.Property(c => c.Code).HasMaxLength(BuyerCode.CodeMaxLength);
        code.HasIndex(c => new { c.TenantId, c.ClientId, c.Code }).IsUnique();
        code.References<BuyerCode, Client>(c => c.ClientId);
        code.References<BuyerCode, Product>(c => c.ProductId);
    }

    public void Configure(EntityTypeBuilder<ContractPrice> price)
    {
        price.ToTable("contract_prices");
        price.Property(p => p.NetPrice).HasPrecision(18, 4);
        price.HasIndex(p => new { p.TenantId, p.ClientId, p.ProductId, p.ValidFrom });
        price.References<ContractPrice, Client>(p => p.ClientId);
        price.References<ContractPrice, Product>(p => p.ProductId);
    }
}

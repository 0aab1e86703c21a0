using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Intake;

namespace AdvPortal.Persistence.Mapping;

internal sealed class IntakeMapping :
    IEntityTypeConfiguration<OrderDocument>,
    IEntityTypeConfiguration<DocumentOrder>,
    IEntityTypeConfiguration<OrderDocumentContent>
{
    public void Configure(EntityTypeBuilder<OrderDocument> document)
    {
        document.ToTable("order_documents");
        document.Property(d => d.FileName).HasMaxLength(OrderDocument.FileNameMaxLength);
        document.Property(d => d.SetAsideNote).HasMaxLength(OrderDocument.NoteMaxLength);
        document.Property(d => d.Reading).HasColumnType("json");
        document.HasIndex(d => new { d.TenantId, d.Sha256 }).IsUnique();
        document.HasIndex(d => new { d.TenantId, d.Status, d.ReceivedAt, d.Id });
        document.References<OrderDocument, Client>(d => d.ClientId);
        document.References<OrderDocument, Site>(d => d.SiteId);
        document.HasParts(d => d.Orders);
    }

    public void Configure(EntityTypeBuilder<DocumentOrder> order)
    {
        order.ToTable("order_document_orders");
        order.HasIndex(o => new { o.TenantId, o.OrderId });
    }

    public void Configure(EntityTypeBuilder<OrderDocumentContent> content)
    {
        content.ToTable("order_document_contents");
        content.HasOne<OrderDocument>().WithOne().HasForeignKey<OrderDocumentContent>(nameof(TenantOwned.TenantId), nameof(OrderDocumentContent.Id)).OnDelete(DeleteBehavior.Cascade);
    }
}

using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Intake;
using AdvPortal.Domain.Orders;

namespace AdvPortal.Persistence.Mapping;

internal sealed class IntakeMapping :
    IEntityTypeConfiguration<OrderDocument>,
    IEntityTypeConfiguration<DocumentOrder>,
    IEntityTypeConfiguration<OrderDocumentContent>,
    IEntityTypeConfiguration<ClientLayout>
{
    public void Configure(EntityTypeBuilder<OrderDocument> document)
    {
        document.ToTable("order_documents");
        document.Property(d => d.FileName).HasMaxLength(OrderDocument.FileNameMaxLength);
        document.Property(d => d.SetAsideNote).HasMaxLength(OrderDocument.NoteMaxLength);
        document.Property(d => d.Reading).HasColumnType("json");
        document.HasIndex(d => new { d.TenantId, d.Sha256 }).IsUnique();
        document.HasIndex(d => new { d.TenantId, d.Status, d.ReceivedAt, d.Id });
        document.HasIndex(d => new { d.TenantId, d.WaitingFor, d.ReceivedAt, d.Id }, "order_documents_queue_open").HasFilter("status IN ('Received', 'NeedsClient', 'NeedsReview')");
        document.HasIndex(d => new { d.TenantId, d.ReceivedAt, d.Id }, "order_documents_queue_done").HasFilter("status = 'Done' AND amends_order_id IS NOT NULL");
        document.References<OrderDocument, Client>(d => d.ClientId);
        document.References<OrderDocument, Site>(d => d.SiteId);
        document.References<OrderDocument, Order>(d => d.AmendsOrderId);
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

    public void Configure(EntityTypeBuilder<ClientLayout> layout)
    {
        layout.ToTable("client_layouts");
        layout.Property(l => l.Fingerprint).HasMaxLength(64);
        layout.Property(l => l.Name).HasMaxLength(ClientLayout.NameMaxLength);
        layout.Property(l => l.Fields).IsStoredAsJson();
        layout.Property(l => l.Habits).IsStoredAsJson();
        layout.Property(l => l.Revisions).IsStoredAsJson();
        layout.HasIndex(l => new { l.TenantId, l.Fingerprint, l.ClientId }).IsUnique();
        layout.References<ClientLayout, Client>(l => l.ClientId);
        layout.References<ClientLayout, OrderDocument>(l => l.SeenIn);
    }
}

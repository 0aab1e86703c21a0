using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Deliveries;
using AdvPortal.Domain.Orders;

namespace AdvPortal.Persistence.Mapping;

internal sealed class DeliveryMapping : IEntityTypeConfiguration<Delivery>, IEntityTypeConfiguration<DeliveryLine>, IEntityTypeConfiguration<DeliveryUnit>,
    IEntityTypeConfiguration<DeliveryFile>, IEntityTypeConfiguration<DeliveryFileContent>
{
    public void Configure(EntityTypeBuilder<Delivery> delivery)
    {
        delivery.ToTable("deliveries");
        delivery.Property(d => d.Number).HasMaxLength(Delivery.NumberMaxLength);
        delivery.Property(d => d.Reference).HasMaxLength(Delivery.ReferenceMaxLength);
        delivery.Property(d => d.Carrier).HasMaxLength(Delivery.CarrierMaxLength);
        delivery.Property(d => d.TrackingNumber).HasMaxLength(Delivery.TrackingNumberMaxLength);
        delivery.Property(d => d.TrackingLink).HasMaxLength(Delivery.TrackingLinkMaxLength);
        delivery.Property(d => d.PartsAgreedBy).HasMaxLength(ProofOfDelivery.NameMaxLength);
        delivery.Property(d => d.VoidReason).HasMaxLength(Delivery.ReasonMaxLength);
        delivery.Property(d => d.Proof).IsStoredAsJson();
        delivery.HasIndex(d => new { d.TenantId, d.Number }).IsUnique();
        delivery.HasIndex(d => new { d.TenantId, d.ArriveOn, d.Id });
        delivery.HasIndex(d => new { d.TenantId, d.ShipOn });
        delivery.HasIndex(d => new { d.TenantId, d.ClientId, d.ArriveOn, d.Id });
        delivery.HasIndex(d => new { d.TenantId, d.Reference }).HasFilter("reference IS NOT NULL");
        delivery.HasIndex(d => new { d.TenantId, d.TrackingNumber }).HasFilter("tracking_number IS NOT NULL");
        delivery.References<Delivery, Client>(d => d.ClientId);
        delivery.References<Delivery, Site>(d => d.SiteId);
        delivery.HasParts(d => d.Lines);
        delivery.HasParts(d => d.Units);
    }

    public void Configure(EntityTypeBuilder<DeliveryLine> line)
    {
        line.ToTable("delivery_lines");
        line.Property(l => l.LineNo).HasMaxLength(OrderLine.LineNoMaxLength);
        line.Property(l => l.Quantity).HasPrecision(18, 4);
        line.Property(l => l.DeliveredQuantity).HasPrecision(18, 4);
        line.Property(l => l.RefusedQuantity).HasPrecision(18, 4);
        line.Property(l => l.ClosedQuantity).HasPrecision(18, 4);
        line.Property(l => l.RefusedNote).HasMaxLength(DeliveryLine.NoteMaxLength);
        line.HasIndex(l => new { l.TenantId, l.OrderId });
        line.References<DeliveryLine, Order>(l => l.OrderId);
    }

    public void Configure(EntityTypeBuilder<DeliveryUnit> unit)
    {
        unit.ToTable("delivery_units");
        unit.Property(u => u.Sscc).HasMaxLength(Sscc.Length);
        unit.Property(u => u.WeightKg).HasPrecision(12, 3);
        unit.Property(u => u.Contents).IsStoredAsJson();
        unit.HasIndex(u => new { u.TenantId, u.Sscc }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<DeliveryFile> file)
    {
        file.ToTable("delivery_files");
        file.Property(f => f.FileName).HasMaxLength(DeliveryFile.FileNameMaxLength);
        file.References<DeliveryFile, Delivery>(f => f.DeliveryId);
        file.HasIndex(f => new { f.TenantId, f.DeliveryId });
    }

    public void Configure(EntityTypeBuilder<DeliveryFileContent> content)
    {
        content.ToTable("delivery_file_contents");
        content.HasOne<DeliveryFile>().WithOne().HasForeignKey<DeliveryFileContent>(nameof(TenantOwned.TenantId), nameof(DeliveryFileContent.Id)).OnDelete(DeleteBehavior.Cascade);
    }
}

using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Contracts;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Products;

namespace AdvPortal.Persistence.Mapping;

internal sealed class BlanketMapping : IEntityTypeConfiguration<BlanketOrder>, IEntityTypeConfiguration<BlanketLine>
{
    public void Configure(EntityTypeBuilder<BlanketOrder> blanket)
    {
        blanket.ToTable("blanket_orders");
        blanket.Property(b => b.Number).HasMaxLength(BlanketOrder.NumberMaxLength);
        blanket.Property(b => b.CustomerReference).HasMaxLength(BlanketOrder.ReferenceMaxLength);
        blanket.Property(b => b.Currency).HasMaxLength(3);
        blanket.Property(b => b.CloseReason).HasMaxLength(BlanketOrder.ReasonMaxLength);
        blanket.Property(b => b.Changes).IsStoredAsJson();
        blanket.HasIndex(b => new { b.TenantId, b.Number }).IsUnique();
        blanket.HasIndex(b => new { b.TenantId, b.ClientId, b.OpenedAt, b.Id });
        blanket.HasIndex(b => new { b.TenantId, b.OpenedAt, b.Id });

        // What ends, or is used up, is looked for among those that are open.
        blanket.HasIndex(b => new { b.TenantId, b.ValidUntil, b.Id }).HasFilter("status = 'Open'");
        blanket.References<BlanketOrder, Client>(b => b.ClientId);
        blanket.References<BlanketOrder, Handoff>(b => b.HandoffId);
        blanket.References<BlanketOrder, Member>(b => b.ClosedBy);
        blanket.HasParts(b => b.Lines);
    }

    public void Configure(EntityTypeBuilder<BlanketLine> line)
    {
        line.ToTable("blanket_lines");
        line.Property(l => l.ProductCode).HasMaxLength(Product.CodeMaxLength);
        line.Property(l => l.Description).HasMaxLength(OrderLine.DescriptionMaxLength);
        line.Property(l => l.AgreedQuantity).HasPrecision(18, 4);
        line.Property(l => l.Unit).HasMaxLength(OrderLine.UnitMaxLength);
        line.Property(l => l.NetPrice).HasPrecision(18, 4);
        line.Property(l => l.PriceBaseQuantity).HasPrecision(18, 4);
        line.Property(l => l.Rhythm).HasMaxLength(BlanketLine.RhythmMaxLength);
        line.References<BlanketLine, Product>(l => l.ProductId);
    }
}

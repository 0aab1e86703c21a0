using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Contracts;
using AdvPortal.Domain.Intake;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Products;

namespace AdvPortal.Persistence.Mapping;

internal sealed class OrderMapping : IEntityTypeConfiguration<Order>, IEntityTypeConfiguration<OrderLine>, IEntityTypeConfiguration<Finding>, IEntityTypeConfiguration<NumberedUnit>,
    IEntityTypeConfiguration<Clarification>, IEntityTypeConfiguration<PromiseChange>, IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<Order> order)
    {
        order.ToTable("orders");
        order.Property(o => o.Number).HasMaxLength(Order.NumberMaxLength);
        order.Property(o => o.CustomerReference).HasMaxLength(Order.CustomerReferenceMaxLength);
        order.Property(o => o.ContractReference).HasMaxLength(BlanketOrder.ReferenceMaxLength);
        order.Property(o => o.CancelReason).HasMaxLength(Order.CancelReasonMaxLength);
        order.Property(o => o.Amendments).IsStoredAsJson();
        order.Property(o => o.Hold).IsStoredAsJson();
        order.Property(o => o.Barrier).IsStoredAsJson();
        order.Ignore(o => o.Way);
        order.HasIndex(o => new { o.TenantId, o.Number }).IsUnique();
        order.HasIndex(o => new { o.TenantId, o.ReceivedAt, o.Id });
        order.HasIndex(o => new { o.TenantId, o.Status, o.ReceivedAt, o.Id });
        order.HasIndex(o => new { o.TenantId, o.ClientId, o.ReceivedAt, o.Id });
        order.HasIndex(o => new { o.TenantId, o.ClientId, o.CustomerReference });

        // What is to arrive, and what is to leave, by its day.
        order.HasIndex(o => new { o.TenantId, o.NextDueOn, o.Id }).HasFilter("open_lines > 0");
        order.HasIndex(o => new { o.TenantId, o.NextShipOn, o.Id }).HasFilter("open_lines > 0");

        // The intake queue, tab by tab; what came by no document has no place in it.
        order.HasIndex(o => new { o.TenantId, o.WaitingFor, o.AcknowledgementDueAt, o.Id }, "orders_queue_open").HasFilter("status = 'ToReview' AND order_document_id IS NOT NULL");
        order.HasIndex(o => new { o.TenantId, o.ReceivedAt, o.Id }, "orders_queue_rejected").HasFilter("status = 'Cancelled' AND order_document_id IS NOT NULL");
        order.HasIndex(o => new { o.TenantId, o.ReceivedAt, o.Id }, "orders_queue_done").HasFilter("status NOT IN ('ToReview', 'Cancelled') AND order_document_id IS NOT NULL");
        order.References<Order, Client>(o => o.ClientId);
        order.References<Order, Site>(o => o.SiteId);
        order.References<Order, Member>(o => o.HandlerId);
        order.HasIndex(o => new { o.TenantId, o.HandlerId }).HasFilter("handler_id IS NOT NULL");
        order.References<Order, OrderDocument>(o => o.OrderDocumentId);
        order.References<Order, Order>(o => o.SupersededById);
        order.HasIndex(o => new { o.TenantId, o.SupersededById }).HasFilter("superseded_by_id IS NOT NULL");
        order.HasParts(o => o.Lines);
        order.HasParts(o => o.Findings);
        order.HasParts(o => o.Promises);
    }

    public void Configure(EntityTypeBuilder<OrderLine> line)
    {
        line.ToTable("order_lines");
        line.Property(l => l.Quantity).HasPrecision(18, 4);
        line.Property(l => l.OutstandingQuantity).HasPrecision(18, 4);
        line.Property(l => l.ShippedQuantity).HasPrecision(18, 4);
        line.Property(l => l.CancelledQuantity).HasPrecision(18, 4);
        line.Property(l => l.Schedule).IsStoredAsJson();
        line.Property(l => l.Ready).IsStoredAsJson();
        line.Property(l => l.NetPrice).HasPrecision(18, 4);
        line.Property(l => l.ContractPrice).HasPrecision(18, 4);
        line.Property(l => l.PriceBaseQuantity).HasPrecision(18, 4);
        line.Property(l => l.ContractReference).HasMaxLength(BlanketOrder.ReferenceMaxLength);
        line.Property(l => l.ReservedQuantity).HasPrecision(18, 4);
        line.Property(l => l.Ordered).IsStoredAsJson();
        line.References<OrderLine, Product>(l => l.ProductId);
        line.References<OrderLine, BlanketLine>(l => l.BlanketLineId);

        // What is called off of an agreement is added up again and again.
        line.HasIndex(l => new { l.TenantId, l.BlanketLineId }).HasFilter("blanket_line_id IS NOT NULL");
        line.References<OrderLine, BlanketLine>(l => l.ReservedLineId);
        line.HasIndex(l => new { l.TenantId, l.ReservedLineId }).HasFilter("reserved_line_id IS NOT NULL");

        // What a client last ordered of a product; with it, what refers to a product needs no index of its own.
        line.HasIndex(l => new { l.TenantId, l.ProductId, l.ClientId, l.Id });
    }

    public void Configure(EntityTypeBuilder<Finding> finding)
    {
        finding.ToTable("order_findings");
        finding.Property(f => f.Step).HasConversion<int>();
        finding.Property(f => f.Explanation).IsStoredAsJson();
        finding.Property(f => f.Source).IsStoredAsJson();
        finding.Property(f => f.Before).IsStoredAsJson();
        finding.Property(f => f.After).IsStoredAsJson();
        finding.Property(f => f.Reasons).IsStoredAsJson();
        finding.Property(f => f.Background).IsStoredAsJson();
        finding.Property(f => f.Waiver).IsStoredAsJson();
        finding.HasIndex(f => new { f.TenantId, f.RequirementId, f.RequirementRevision }).HasFilter("requirement_id IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<PromiseChange> change)
    {
        change.ToTable("promise_changes");
        change.Property(c => c.LineNo).HasMaxLength(OrderLine.LineNoMaxLength);
        change.Property(c => c.Note).HasMaxLength(PromiseChange.NoteMaxLength);
        change.Property(c => c.Parts).IsStoredAsJson();
    }

    public void Configure(EntityTypeBuilder<SavedView> view)
    {
        view.ToTable("saved_views");
        view.Property(v => v.Name).HasMaxLength(SavedView.NameMaxLength);
        view.Property(v => v.Query).HasMaxLength(SavedView.QueryMaxLength);
        view.HasIndex(v => new { v.TenantId, v.OwnerId });
        view.References<SavedView, Member>(v => v.OwnerId);
    }

    public void Configure(EntityTypeBuilder<NumberedUnit> unit)
    {
        unit.ToTable("numbered_units");
        unit.Property(u => u.ProductCode).HasMaxLength(Product.CodeMaxLength);
        unit.Property(u => u.Sscc).HasMaxLength(Sscc.Length);
        unit.HasIndex(u => new { u.TenantId, u.Sscc }).IsUnique();
        unit.HasIndex(u => new { u.TenantId, u.OrderId, u.LineId, u.ProductCode, u.Per, u.Place }).IsUnique().HasDatabaseName("ix_numbered_units_goods");
        unit.References<NumberedUnit, Order>(u => u.OrderId);
    }

    public void Configure(EntityTypeBuilder<Clarification> clarification)
    {
        clarification.ToTable("clarifications");
        clarification.Property(c => c.Subject).HasMaxLength(Clarification.SubjectMaxLength);
        clarification.Property(c => c.Text).HasMaxLength(Clarification.TextMaxLength);
        clarification.Property(c => c.Answer).HasMaxLength(Clarification.AnswerMaxLength);
        clarification.Property(c => c.AnsweredBy).HasMaxLength(Clarification.NameMaxLength);
        clarification.HasIndex(c => new { c.TenantId, c.MailId });
        clarification.References<Clarification, Order>(c => c.OrderId);
        clarification.References<Clarification, OrderDocument>(c => c.OrderDocumentId);
        clarification.References<Clarification, OrderDocument>(c => c.AnswerDocumentId);
        clarification.References<Clarification, Client>(c => c.ClientId);
    }
}

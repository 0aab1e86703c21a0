using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Inquiries;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Products;
using AdvPortal.Domain.Requirements;
using AdvPortal.Domain.Tenders;

namespace AdvPortal.Persistence.Mapping;

internal sealed class TenderMapping : IEntityTypeConfiguration<Tender>, IEntityTypeConfiguration<TenderLine>, IEntityTypeConfiguration<TenderTask>, IEntityTypeConfiguration<TenderQuestion>,
    IEntityTypeConfiguration<TenderVersion>, IEntityTypeConfiguration<TenderReminder>
{
    public void Configure(EntityTypeBuilder<Tender> tender)
    {
        tender.ToTable("tenders");
        tender.Property(t => t.Number).HasMaxLength(Tender.NumberMaxLength);
        tender.Property(t => t.Title).HasMaxLength(Tender.TitleMaxLength);
        tender.Property(t => t.Words).HasMaxLength(Tender.WordsMaxLength);
        tender.Property(t => t.CustomerReference).HasMaxLength(Tender.ReferenceMaxLength);
        tender.Property(t => t.Currency).HasMaxLength(3);
        tender.Property(t => t.Approvals).IsStoredAsJson();
        tender.Property(t => t.End).HasColumnName("ending").IsStoredAsJson();
        tender.HasIndex(t => new { t.TenantId, t.Number }).IsUnique();
        tender.HasIndex(t => new { t.TenantId, t.OpenedAt, t.Id });
        tender.HasIndex(t => new { t.TenantId, t.ClientId, t.OpenedAt, t.Id });
        tender.HasIndex(t => new { t.TenantId, t.InquiryId }).HasFilter("inquiry_id IS NOT NULL");
        tender.HasIndex(t => new { t.TenantId, t.RequirementId }).HasFilter("requirement_id IS NOT NULL");

        // What is to be answered, by its hour.
        tender.HasIndex(t => new { t.TenantId, t.DueAt, t.Id }).HasFilter("due_at IS NOT NULL");
        tender.HasIndex(t => new { t.TenantId, t.OpenedAt, t.Id }, "tenders_submitted").HasFilter("status = 'Submitted'");
        tender.References<Tender, Client>(t => t.ClientId);
        tender.References<Tender, Contact>(t => t.ContactId);
        tender.References<Tender, Inquiry>(t => t.InquiryId);
        tender.References<Tender, Requirement>(t => t.RequirementId);
        tender.HasParts(t => t.Lines);
        tender.HasParts(t => t.Tasks);
        tender.HasParts(t => t.Questions);
        tender.HasParts(t => t.Versions);
    }

    public void Configure(EntityTypeBuilder<TenderLine> line)
    {
        line.ToTable("tender_lines");
        line.Property(l => l.LineNo).HasMaxLength(OrderLine.LineNoMaxLength);
        line.Property(l => l.ProductCode).HasMaxLength(Product.CodeMaxLength);
        line.Property(l => l.BuyerCode).HasMaxLength(BuyerCode.CodeMaxLength);
        line.Property(l => l.Description).HasMaxLength(OrderLine.DescriptionMaxLength);
        line.Property(l => l.Unit).HasMaxLength(OrderLine.UnitMaxLength);
        line.Property(l => l.Quantities).IsStoredAsJson();
        line.Property(l => l.Prices).IsStoredAsJson();
        line.Property(l => l.TargetPrice).HasPrecision(18, 4);
        line.Property(l => l.PriceBaseQuantity).HasPrecision(18, 4);
        line.Property(l => l.Note).HasMaxLength(TenderLine.NoteMaxLength);
        line.HasIndex(l => new { l.TenantId, l.ProductId }).HasFilter("product_id IS NOT NULL");
        line.References<TenderLine, Product>(l => l.ProductId);
    }

    public void Configure(EntityTypeBuilder<TenderTask> task)
    {
        task.ToTable("tender_tasks");
        task.Property(t => t.Text).HasMaxLength(TenderTask.TextMaxLength);
        task.Property(t => t.Answer).HasMaxLength(TenderQuestion.TextMaxLength);

        // What waits for one colleague; and what somebody is to be reminded of.
        task.HasIndex(t => new { t.TenantId, t.AssigneeId, t.DueOn }, "tender_tasks_waiting").HasFilter("answered_at IS NULL");
        task.HasIndex(t => new { t.TenantId, t.DueOn }).HasFilter("answered_at IS NULL");
        task.References<TenderTask, Member>(t => t.AssigneeId);
    }

    public void Configure(EntityTypeBuilder<TenderQuestion> question)
    {
        question.ToTable("tender_questions");
        question.Property(q => q.Text).HasMaxLength(TenderQuestion.TextMaxLength);
        question.Property(q => q.Answer).HasMaxLength(TenderQuestion.TextMaxLength);
    }

    public void Configure(EntityTypeBuilder<TenderVersion> version)
    {
        version.ToTable("tender_versions");
        version.Property(v => v.To).HasMaxLength(TenderVersion.ToMaxLength);
        version.Property(v => v.Lines).IsStoredAsJson();
        version.Property(v => v.Terms).IsStoredAsJson();

        // An offer is submitted once.
        version.HasIndex(nameof(TenantOwned.TenantId), "TenderId", nameof(TenderVersion.Number)).IsUnique();
    }

    public void Configure(EntityTypeBuilder<TenderReminder> reminder)
    {
        reminder.ToTable("tender_reminders");

        // However many nodes go round: once for each day that was set, before it and after it.
        reminder.HasIndex(r => new { r.TenantId, r.TaskId, r.DueOn, r.IsLate }).IsUnique();
    }
}

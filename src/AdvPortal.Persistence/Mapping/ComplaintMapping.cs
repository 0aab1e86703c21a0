using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Complaints;
using AdvPortal.Domain.Deliveries;
using AdvPortal.Domain.Inquiries;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Products;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Persistence.Mapping;

internal sealed class ComplaintMapping : IEntityTypeConfiguration<Complaint>, IEntityTypeConfiguration<ComplaintLine>, IEntityTypeConfiguration<ComplaintAction>,
    IEntityTypeConfiguration<CreditRequest>, IEntityTypeConfiguration<ComplaintFile>, IEntityTypeConfiguration<ComplaintFileContent>
{
    public void Configure(EntityTypeBuilder<Complaint> complaint)
    {
        complaint.ToTable("complaints");
        complaint.Property(c => c.Number).HasMaxLength(Complaint.NumberMaxLength);
        complaint.Property(c => c.Subject).HasMaxLength(Complaint.SubjectMaxLength);
        complaint.Property(c => c.Description).HasMaxLength(Complaint.DescriptionMaxLength);
        complaint.Property(c => c.ContactName).HasMaxLength(Complaint.ContactMaxLength);
        complaint.Property(c => c.InvoiceNumber).HasMaxLength(Complaint.InvoiceMaxLength);
        complaint.Property(c => c.Problem).HasMaxLength(Complaint.ProblemMaxLength);
        complaint.Property(c => c.Verification).HasMaxLength(Complaint.VerificationMaxLength);
        complaint.Property(c => c.Answer).HasMaxLength(Complaint.AnswerMaxLength);
        complaint.Property(c => c.EndReason).HasMaxLength(Complaint.ReasonMaxLength);
        complaint.Property(c => c.Steps).IsStoredAsJson();
        complaint.Property(c => c.Team).IsStoredAsJson();
        complaint.Property(c => c.Analysis).IsStoredAsJson();
        complaint.Property(c => c.Costs).IsStoredAsJson();
        complaint.Property(c => c.Reopenings).IsStoredAsJson();
        complaint.HasIndex(c => new { c.TenantId, c.Number }).IsUnique();
        complaint.HasIndex(c => new { c.TenantId, c.OpenedAt, c.Id });
        complaint.HasIndex(c => new { c.TenantId, c.ClientId, c.OpenedAt, c.Id });
        complaint.HasIndex(c => new { c.TenantId, c.Cause, c.OpenedAt }).HasFilter("cause IS NOT NULL");
        complaint.HasIndex(c => new { c.TenantId, c.InquiryId }).HasFilter("inquiry_id IS NOT NULL");
        complaint.HasIndex(c => new { c.TenantId, c.RequirementId }).HasFilter("requirement_id IS NOT NULL");

        // What is open, by the day of its next step.
        complaint.HasIndex(c => new { c.TenantId, c.DueOn, c.Id }).HasFilter("due_on IS NOT NULL");
        complaint.References<Complaint, Client>(c => c.ClientId);
        complaint.References<Complaint, Site>(c => c.SiteId);
        complaint.References<Complaint, Contact>(c => c.ContactId);
        complaint.References<Complaint, Inquiry>(c => c.InquiryId);
        complaint.References<Complaint, Requirement>(c => c.RequirementId);
        complaint.HasParts(c => c.Lines);
        complaint.HasParts(c => c.Actions);
        complaint.HasParts(c => c.Credits);
    }

    public void Configure(EntityTypeBuilder<ComplaintLine> line)
    {
        line.ToTable("complaint_lines");
        line.Property(l => l.LineNo).HasMaxLength(OrderLine.LineNoMaxLength);
        line.Property(l => l.Description).HasMaxLength(OrderLine.DescriptionMaxLength);
        line.Property(l => l.Unit).HasMaxLength(OrderLine.UnitMaxLength);
        line.Property(l => l.ReceivedInstead).HasMaxLength(ComplaintLine.ReceivedMaxLength);
        line.Property(l => l.DeliveredQuantity).HasPrecision(18, 4);
        line.Property(l => l.Quantity).HasPrecision(18, 4);
        line.Property(l => l.NetPrice).HasPrecision(18, 4);
        line.Property(l => l.PriceBaseQuantity).HasPrecision(18, 4);
        line.Property(l => l.Settlement).HasConversion<int>();
        line.HasIndex(l => new { l.TenantId, l.OrderId });
        line.HasIndex(l => new { l.TenantId, l.DeliveryId }).HasFilter("delivery_id IS NOT NULL");
        line.HasIndex(l => new { l.TenantId, l.ProductId }).HasFilter("product_id IS NOT NULL");
        line.References<ComplaintLine, Order>(l => l.OrderId);
        line.References<ComplaintLine, Delivery>(l => l.DeliveryId);
        line.References<ComplaintLine, Product>(l => l.ProductId);
    }

    public void Configure(EntityTypeBuilder<ComplaintAction> action)
    {
        action.ToTable("complaint_actions");
        action.Property(a => a.Text).HasMaxLength(ComplaintAction.TextMaxLength);
        action.Property(a => a.Who).HasMaxLength(ComplaintAction.WhoMaxLength);
        action.References<ComplaintAction, Member>(a => a.OwnerId);
    }

    public void Configure(EntityTypeBuilder<CreditRequest> credit)
    {
        credit.ToTable("complaint_credits");
        credit.Property(c => c.Number).HasMaxLength(CreditRequest.NumberMaxLength);
        credit.Property(c => c.Reason).HasMaxLength(CreditRequest.ReasonMaxLength);
        credit.HasIndex(c => new { c.TenantId, c.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ComplaintFile> file)
    {
        file.ToTable("complaint_files");
        file.Property(f => f.FileName).HasMaxLength(ComplaintFile.FileNameMaxLength);
        file.References<ComplaintFile, Complaint>(f => f.ComplaintId);
        file.HasIndex(f => new { f.TenantId, f.ComplaintId });
    }

    public void Configure(EntityTypeBuilder<ComplaintFileContent> content)
    {
        content.ToTable("complaint_file_contents");
        content.HasOne<ComplaintFile>().WithOne().HasForeignKey<ComplaintFileContent>(nameof(TenantOwned.TenantId), nameof(ComplaintFileContent.Id)).OnDelete(DeleteBehavior.Cascade);
    }
}

using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Deliveries;
using AdvPortal.Domain.Inquiries;
using AdvPortal.Domain.Intake;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Persistence.Mapping;

internal sealed class InquiryMapping : IEntityTypeConfiguration<Inquiry>, IEntityTypeConfiguration<InquiryMessage>, IEntityTypeConfiguration<InquiryLink>, IEntityTypeConfiguration<InquiryMention>,
    IEntityTypeConfiguration<ReplyTemplate>
{
    public void Configure(EntityTypeBuilder<Inquiry> inquiry)
    {
        inquiry.ToTable("inquiries");
        inquiry.Property(i => i.Subject).HasMaxLength(Inquiry.SubjectMaxLength);
        inquiry.Property(i => i.Preview).HasMaxLength(Inquiry.PreviewMaxLength);
        inquiry.Property(i => i.Address).HasMaxLength(InquiryMessage.AddressMaxLength);
        inquiry.Property(i => i.PersonName).HasMaxLength(InquiryMessage.NameMaxLength);

        // What is to be answered, by its hour; the rest, the last word first.
        inquiry.HasIndex(i => new { i.TenantId, i.DueAt, i.Id }, "inquiries_open").HasFilter("status = 'Open'");
        inquiry.HasIndex(i => new { i.TenantId, i.ClientId, i.DueAt, i.Id }, "inquiries_open_of_client").HasFilter("status = 'Open'");
        inquiry.HasIndex(i => new { i.TenantId, i.LastMessageAt, i.Id }, "inquiries_waiting").HasFilter("status = 'Waiting' OR snoozed_until IS NOT NULL");
        inquiry.HasIndex(i => new { i.TenantId, i.LastMessageAt, i.Id });
        inquiry.HasIndex(i => new { i.TenantId, i.Status, i.LastMessageAt, i.Id });
        inquiry.HasIndex(i => new { i.TenantId, i.ClientId, i.LastMessageAt, i.Id });
        inquiry.HasIndex(i => new { i.TenantId, i.AssigneeId, i.DueAt }).HasFilter("assignee_id IS NOT NULL");
        inquiry.HasIndex(i => new { i.TenantId, i.MergedIntoId }).HasFilter("merged_into_id IS NOT NULL");
        inquiry.References<Inquiry, Client>(i => i.ClientId);
        inquiry.References<Inquiry, Member>(i => i.AssigneeId);
        inquiry.References<Inquiry, Inquiry>(i => i.MergedIntoId);
        inquiry.HasParts(i => i.Messages);
        inquiry.HasParts(i => i.Links);
        inquiry.HasParts(i => i.Mentions);
    }

    public void Configure(EntityTypeBuilder<InquiryMessage> message)
    {
        message.ToTable("inquiry_messages");
        message.Property(m => m.From).HasMaxLength(InquiryMessage.AddressMaxLength);
        message.Property(m => m.FromName).HasMaxLength(InquiryMessage.NameMaxLength);
        message.Property(m => m.Text).HasMaxLength(InquiryMessage.TextMaxLength);
        message.Property(m => m.Html).HasMaxLength(InquiryMessage.HtmlMaxLength);
        message.Property(m => m.MailId).HasMaxLength(InquiryMessage.MailIdMaxLength);
        message.Property(m => m.Files).IsStoredAsJson();
        message.Property(m => m.Problems).IsStoredAsJson();
        message.Property(m => m.Mentions).IsStoredAsJson();
        message.HasIndex(m => new { m.TenantId, m.MailId }).HasFilter("mail_id IS NOT NULL");

        // A mail is taken in once, and an answer sent once.
        message.HasIndex(m => new { m.TenantId, m.DocumentId }).IsUnique().HasFilter("document_id IS NOT NULL");
        message.HasIndex(m => new { m.TenantId, m.Key }).IsUnique().HasFilter("key IS NOT NULL");
        message.References<InquiryMessage, OrderDocument>(m => m.DocumentId);
    }

    public void Configure(EntityTypeBuilder<InquiryLink> link)
    {
        link.ToTable("inquiry_links");
        link.HasIndex(l => new { l.TenantId, l.OrderId }).HasFilter("order_id IS NOT NULL");
        link.HasIndex(l => new { l.TenantId, l.DeliveryId }).HasFilter("delivery_id IS NOT NULL");
        link.HasIndex(l => new { l.TenantId, l.RequirementId }).HasFilter("requirement_id IS NOT NULL");
        link.References<InquiryLink, Order>(l => l.OrderId);
        link.References<InquiryLink, Delivery>(l => l.DeliveryId);
        link.References<InquiryLink, Requirement>(l => l.RequirementId);
    }

    public void Configure(EntityTypeBuilder<InquiryMention> mention)
    {
        mention.ToTable("inquiry_mentions");
        mention.HasIndex(m => new { m.TenantId, m.MemberId, m.SeenAt });
        mention.References<InquiryMention, Member>(m => m.MemberId);
    }

    public void Configure(EntityTypeBuilder<ReplyTemplate> template)
    {
        template.ToTable("reply_templates");
        template.Property(t => t.Name).HasMaxLength(ReplyTemplate.NameMaxLength);
        template.Property(t => t.Language).HasMaxLength(2);
        template.Property(t => t.Body).HasMaxLength(ReplyTemplate.BodyMaxLength);
    }
}

using AdvPortal.Domain.Intake;

namespace AdvPortal.Persistence.Mapping;

internal sealed class MailboxMapping : IEntityTypeConfiguration<OrderMailbox>, IEntityTypeConfiguration<MailboxWatch>, IEntityTypeConfiguration<MailboxMessage>
{
    public void Configure(EntityTypeBuilder<OrderMailbox> mailbox)
    {
        mailbox.ToTable("order_mailboxes");
        mailbox.Property(m => m.Host).HasMaxLength(OrderMailbox.HostMaxLength);
        mailbox.Property(m => m.User).HasMaxLength(OrderMailbox.UserMaxLength);
        mailbox.Property(m => m.Folder).HasMaxLength(OrderMailbox.FolderMaxLength);
        mailbox.Property(m => m.HandledFolder).HasMaxLength(OrderMailbox.FolderMaxLength);
        mailbox.HasIndex(m => m.TenantId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<MailboxWatch> watch)
    {
        watch.ToTable("mailbox_watches");
        watch.Property(w => w.Detail).HasMaxLength(MailboxWatch.DetailMaxLength);
        watch.HasOne<OrderMailbox>().WithOne().HasForeignKey<MailboxWatch>(nameof(TenantOwned.TenantId), nameof(MailboxWatch.Id)).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<MailboxMessage> message)
    {
        message.ToTable("mailbox_messages");
        message.Property(m => m.Sender).HasMaxLength(MailboxMessage.TextMaxLength);
        message.Property(m => m.Subject).HasMaxLength(MailboxMessage.TextMaxLength);
        message.HasIndex(m => new { m.TenantId, m.Key }).IsUnique();
        message.HasIndex(m => new { m.TenantId, m.Status, m.MetAt });
        message.References<MailboxMessage, OrderDocument>(m => m.DocumentId);
    }
}

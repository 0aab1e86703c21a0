using AdvPortal.Domain.Webhooks;
using AdvPortal.Persistence.Outbox;

namespace AdvPortal.Persistence.Mapping;

internal sealed class WebhookMapping : IEntityTypeConfiguration<Webhook>, IEntityTypeConfiguration<WebhookMessage>, IEntityTypeConfiguration<WebhookTurn>
{
    public void Configure(EntityTypeBuilder<Webhook> webhook)
    {
        webhook.ToTable("webhooks");
        webhook.Property(w => w.Url).HasMaxLength(Webhook.UrlMaxLength);
        webhook.PrimitiveCollection(w => w.Events);
    }

    public void Configure(EntityTypeBuilder<WebhookMessage> message)
    {
        message.ToTable("webhook_messages");
        message.Property(m => m.Type).HasMaxLength(WebhookMessage.TypeMaxLength);
        message.Property(m => m.Number).HasMaxLength(WebhookMessage.NumberMaxLength);
        message.Property(m => m.Detail).HasMaxLength(WebhookMessage.DetailMaxLength);
        message.HasIndex(m => new { m.TenantId, m.WebhookId, m.CreatedAt, m.Id });
        message.HasIndex(m => new { m.TenantId, m.WebhookId, m.Status, m.CreatedAt, m.Id });

        // What can still be taken back.
        message.HasIndex(m => new { m.TenantId, m.SubjectId }).HasFilter("status = 'Waiting'");
        message.HasOne<Webhook>().WithMany().HasForeignKey(nameof(TenantOwned.TenantId), nameof(WebhookMessage.WebhookId)).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<WebhookTurn> turn)
    {
        turn.ToTable("webhook_turns");
        turn.Property(t => t.Id).ValueGeneratedNever();
        turn.HasIndex(t => t.DueAt);
    }
}

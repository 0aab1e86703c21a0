using AdvPortal.Persistence.Common;
using AdvPortal.Persistence.Outbox;

namespace AdvPortal.Persistence.Mapping;

internal sealed class CommonMapping :
    IEntityTypeConfiguration<Counter>,
    IEntityTypeConfiguration<IdempotentAnswer>,
    IEntityTypeConfiguration<Draft>,
    IEntityTypeConfiguration<DataProtectionKey>,
    IEntityTypeConfiguration<OutboxMessage>,
    IEntityTypeConfiguration<OutboxTurn>
{
    public void Configure(EntityTypeBuilder<Counter> counter)
    {
        counter.ToTable("counters");
        counter.HasIndex(c => new { c.TenantId, c.Name }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<IdempotentAnswer> answer)
    {
        answer.ToTable("idempotent_answers");
        answer.HasIndex(a => new { a.TenantId, a.Key }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Draft> draft)
    {
        draft.ToTable("drafts");
        draft.HasIndex(d => new { d.TenantId, d.MemberId, d.Form }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<DataProtectionKey> key) => key.ToTable("data_protection_keys");

    public void Configure(EntityTypeBuilder<OutboxMessage> message)
    {
        message.ToTable("outbox_messages");
        message.HasIndex(m => new { m.TenantId, m.CreatedAt, m.Id });
        message.HasIndex(m => new { m.TenantId, m.SubjectId, m.CreatedAt });
    }

    public void Configure(EntityTypeBuilder<OutboxTurn> turn)
    {
        turn.ToTable("outbox_turns");
        turn.Property(t => t.Id).ValueGeneratedNever();
        turn.HasIndex(t => t.DueAt);
    }
}

using AdvPortal.Domain.History;
using AdvPortal.Persistence.History;

namespace AdvPortal.Persistence.Mapping;

internal sealed class HistoryMapping : IEntityTypeConfiguration<Happening>, IEntityTypeConfiguration<ChainHead>
{
    public void Configure(EntityTypeBuilder<Happening> happening)
    {
        happening.ToTable("history");

        // json, not jsonb: the hash covers the text, which jsonb would rearrange.
        happening.Property(h => h.Changes).HasColumnType("json");
        happening.Property(h => h.Personal).HasColumnType("json");
        happening.HasIndex(h => new { h.TenantId, h.Position }).IsUnique();
        happening.HasIndex(h => new { h.TenantId, h.SubjectId, h.At });
        happening.HasIndex(h => new { h.TenantId, h.ClientId, h.At });
    }

    public void Configure(EntityTypeBuilder<ChainHead> head) => head.ToTable("history_heads");
}

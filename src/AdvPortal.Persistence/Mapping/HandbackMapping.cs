using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Portfolios;

namespace AdvPortal.Persistence.Mapping;

internal sealed class HandbackMapping : IEntityTypeConfiguration<BriefingReceipt>, IEntityTypeConfiguration<CoverNote>, IEntityTypeConfiguration<HandbackMark>
{
    public void Configure(EntityTypeBuilder<BriefingReceipt> receipt)
    {
        receipt.ToTable("briefing_receipts");
        receipt.Property(r => r.Seen).IsStoredAsJson();
        receipt.HasIndex(r => new { r.TenantId, r.AbsenceId, r.StandInId }).IsUnique();
        receipt.References<BriefingReceipt, Absence>(r => r.AbsenceId);
        receipt.References<BriefingReceipt, Member>(r => r.StandInId);
    }

    public void Configure(EntityTypeBuilder<CoverNote> note)
    {
        note.ToTable("cover_notes");
        note.Property(n => n.Text).HasMaxLength(CoverNote.TextMaxLength);
        note.HasIndex(n => new { n.TenantId, n.AbsenceId, n.ClientId });
        note.HasIndex(n => new { n.TenantId, n.ClientId });
        note.References<CoverNote, Absence>(n => n.AbsenceId);
        note.References<CoverNote, Client>(n => n.ClientId);
        note.References<CoverNote, Member>(n => n.AuthorId);
    }

    public void Configure(EntityTypeBuilder<HandbackMark> mark)
    {
        mark.ToTable("handback_marks");
        mark.HasIndex(m => new { m.TenantId, m.AbsenceId, m.ClientId }).IsUnique();
        mark.HasIndex(m => new { m.TenantId, m.ClientId });
        mark.References<HandbackMark, Absence>(m => m.AbsenceId);
        mark.References<HandbackMark, Client>(m => m.ClientId);
        mark.References<HandbackMark, Member>(m => m.By);
    }
}

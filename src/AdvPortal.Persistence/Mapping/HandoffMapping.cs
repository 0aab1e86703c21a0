using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Contracts;
using AdvPortal.Domain.Members;

namespace AdvPortal.Persistence.Mapping;

internal sealed class HandoffMapping : IEntityTypeConfiguration<Handoff>, IEntityTypeConfiguration<HandoffFile>, IEntityTypeConfiguration<HandoffFileContent>
{
    public void Configure(EntityTypeBuilder<Handoff> handoff)
    {
        handoff.ToTable("handoffs");
        handoff.Property(h => h.Content).IsStoredAsJson();
        handoff.Property(h => h.Remarks).IsStoredAsJson();
        handoff.HasIndex(h => new { h.TenantId, h.Status, h.CreatedAt, h.Id });
        handoff.References<Handoff, Client>(h => h.ClientId);
        handoff.References<Handoff, Member>(h => h.AuthorId);
        handoff.References<Handoff, Member>(h => h.OwnerId);
    }

    // One contract a handoff: the next takes its place.
    public void Configure(EntityTypeBuilder<HandoffFile> file)
    {
        file.ToTable("handoff_files");
        file.Property(f => f.FileName).HasMaxLength(HandoffFile.FileNameMaxLength);
        file.References<HandoffFile, Handoff>(f => f.HandoffId);
        file.HasIndex(f => new { f.TenantId, f.HandoffId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<HandoffFileContent> content)
    {
        content.ToTable("handoff_file_contents");
        content.HasOne<HandoffFile>().WithOne().HasForeignKey<HandoffFileContent>(nameof(TenantOwned.TenantId), nameof(HandoffFileContent.Id)).OnDelete(DeleteBehavior.Cascade);
    }
}

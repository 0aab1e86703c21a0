using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Persistence.Mapping;

internal sealed class RequirementMapping : IEntityTypeConfiguration<Requirement>, IEntityTypeConfiguration<RequirementRevision>
{
    public void Configure(EntityTypeBuilder<Requirement> requirement)
    {
        requirement.ToTable("requirements");
        requirement.Property(r => r.ProductFamily).HasMaxLength(Requirement.ProductFamilyMaxLength);
        requirement.HasIndex(r => new { r.TenantId, r.Number }).IsUnique();
        requirement.References<Requirement, Client>(r => r.ClientId);
        requirement.References<Requirement, Site>(r => r.SiteId);
        requirement.HasParts(r => r.Revisions);
    }

    public void Configure(EntityTypeBuilder<RequirementRevision> revision)
    {
        revision.ToTable("requirement_revisions");
        revision.Property(r => r.Sentence).HasMaxLength(RequirementRevision.SentenceMaxLength);
        revision.Property(r => r.Source).IsStoredAsJson();
        revision.Property(r => r.Rule).IsStoredAsJson();
        revision.Property(r => r.Moments).HasConversion<int>();
    }
}

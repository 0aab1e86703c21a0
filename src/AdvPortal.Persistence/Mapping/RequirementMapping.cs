using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Persistence.Mapping;

internal sealed class RequirementMapping : IEntityTypeConfiguration<Requirement>, IEntityTypeConfiguration<RequirementRevision>, IEntityTypeConfiguration<Reconfirmation>
{
    public void Configure(EntityTypeBuilder<Requirement> requirement)
    {
        requirement.ToTable("requirements");
        requirement.Property(r => r.ProductFamily).HasMaxLength(Requirement.ProductFamilyMaxLength);
        requirement.Property(r => r.Correction).IsStoredAsJson();
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
        revision.References<RequirementRevision, Contact>(r => r.ConfirmedBy);
    }

    public void Configure(EntityTypeBuilder<Reconfirmation> reconfirmation)
    {
        reconfirmation.ToTable("reconfirmations");
        reconfirmation.Property(r => r.AnsweredBy).HasMaxLength(Contact.NameMaxLength);
        reconfirmation.Property(r => r.Comment).HasMaxLength(Reconfirmation.CommentMaxLength);
        reconfirmation.Property(r => r.Asked).IsStoredAsJson();
        reconfirmation.Property(r => r.Answers).IsStoredAsJson();
        reconfirmation.HasIndex(r => new { r.TenantId, r.TokenHash }).IsUnique();
        reconfirmation.HasIndex(r => new { r.TenantId, r.ClientId, r.AskedAt });
        reconfirmation.References<Reconfirmation, Client>(r => r.ClientId);
        reconfirmation.References<Reconfirmation, Contact>(r => r.ContactId);
    }
}

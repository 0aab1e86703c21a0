using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Portfolios;

namespace AdvPortal.Persistence.Mapping;

internal sealed class PortfolioMapping : IEntityTypeConfiguration<Ownership>, IEntityTypeConfiguration<Absence>, IEntityTypeConfiguration<Cover>, IEntityTypeConfiguration<WorkMeasure>
{
    public void Configure(EntityTypeBuilder<Ownership> ownership)
    {
        ownership.ToTable("ownerships");
        ownership.Property(o => o.Reason).HasMaxLength(Ownership.ReasonMaxLength);
        ownership.HasIndex(o => new { o.TenantId, o.ClientId, o.From });
        ownership.References<Ownership, Client>(o => o.ClientId);
        ownership.References<Ownership, Member>(o => o.OwnerId);
    }

    public void Configure(EntityTypeBuilder<Absence> absence)
    {
        absence.ToTable("absences");
        absence.HasIndex(a => new { a.TenantId, a.Until });
        absence.Property(a => a.Weights).IsStoredAsJson();
        absence.References<Absence, Member>(a => a.MemberId);
        absence.HasParts(a => a.Covers);
    }

    public void Configure(EntityTypeBuilder<Cover> cover)
    {
        cover.ToTable("covers");
        cover.HasIndex(c => new { c.TenantId, c.ClientId });
        cover.HasIndex(c => new { c.TenantId, c.StandInId, c.LastHalf });
        cover.PrimitiveCollection(c => c.FollowsFrom).ElementType().HasConversion<IdConverter<AbsenceId>>();
        cover.References<Cover, Client>(c => c.ClientId);
        cover.References<Cover, Member>(c => c.StandInId);
        cover.References<Cover, Member>(c => c.AbsentId);
    }

    public void Configure(EntityTypeBuilder<WorkMeasure> measure)
    {
        measure.ToTable("work_measures");
        measure.HasIndex(m => m.TenantId).IsUnique();
        measure.Property(m => m.History).IsStoredAsJson();
    }
}

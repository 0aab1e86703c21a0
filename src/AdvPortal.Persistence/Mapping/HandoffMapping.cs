using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Contracts;
using AdvPortal.Domain.Members;

namespace AdvPortal.Persistence.Mapping;

internal sealed class HandoffMapping : IEntityTypeConfiguration<Handoff>
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
}

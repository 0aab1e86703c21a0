using AdvPortal.Domain.Members;
using AdvPortal.Persistence.Members;
using Microsoft.AspNetCore.Identity;

namespace AdvPortal.Persistence.Mapping;

/// <summary>Members and API keys belong to a tenant; logins and what they prove belong to persons, and to no tenant.</summary>
internal sealed class MemberMapping :
    IEntityTypeConfiguration<Member>,
    IEntityTypeConfiguration<ApiKey>,
    IEntityTypeConfiguration<Login>,
    IEntityTypeConfiguration<Membership>,
    IEntityTypeConfiguration<IdentityUserClaim<Guid>>,
    IEntityTypeConfiguration<IdentityUserLogin<Guid>>,
    IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    public void Configure(EntityTypeBuilder<Member> member)
    {
        member.ToTable("members");
        member.Property(m => m.Name).HasMaxLength(Member.NameMaxLength);
        member.Property(m => m.Email).HasMaxLength(Member.EmailMaxLength);
        member.Property(m => m.BookColumns).HasMaxLength(Member.BookColumnsMaxLength);
        member.Property(m => m.Week).IsStoredAsJson();
        member.Property(m => m.Capacity).HasPrecision(6, 1);
        member.Property(m => m.Team).HasMaxLength(Member.TeamMaxLength);
        member.PrimitiveCollection(m => m.Languages);
        member.PrimitiveCollection(m => m.Roles).ElementType(role => role.HasConversion<string>());
        member.HasIndex(m => new { m.TenantId, m.Email }).IsUnique();
        member.HasIndex(m => new { m.TenantId, m.LoginId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ApiKey> key)
    {
        key.ToTable("api_keys");
        key.Property(k => k.Name).HasMaxLength(ApiKey.NameMaxLength);
        key.HasIndex(k => new { k.TenantId, k.Hash }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Login> login)
    {
        login.ToTable("logins");
        login.Property(l => l.Id).ValueGeneratedNever();
        login.HasIndex(l => l.NormalizedEmail).IsUnique();
        login.HasIndex(l => l.NormalizedUserName).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Membership> membership)
    {
        membership.ToTable("memberships");
        membership.HasKey(m => new { m.LoginId, m.TenantId });
    }

    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> claim) => claim.ToTable("login_claims");

    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> login) => login.ToTable("login_providers");

    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> token) => token.ToTable("login_tokens");
}

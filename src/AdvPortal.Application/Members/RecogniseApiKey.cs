using AdvPortal.Application.Tenants;

namespace AdvPortal.Application.Members;

/// <summary>Whose key is this? Looked for in one tenant only, by its hash.</summary>
[UseCase]
public sealed class RecogniseApiKey(UnitOfWork unitOfWork, CurrentMember member)
{
    public async Task<Recognised?> ExecuteAsync(TenantInfo tenant, string secret, CancellationToken ct = default)
    {
        member.Visit(tenant.Id, tenant.TimeZone);
        var hash = ApiKey.HashOf(secret);

        return await unitOfWork.ReadAsAnyoneAsync(
            this, db => db.ApiKeys.Where(k => k.Hash == hash && k.RevokedAt == null).Select(k => new Recognised(k.Id, k.Name, k.Role)).SingleOrDefaultAsync(ct), ct);
    }

    public sealed record Recognised(ApiKeyId Id, string Name, Role Role);
}

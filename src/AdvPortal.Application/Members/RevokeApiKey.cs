namespace AdvPortal.Application.Members;

/// <summary>Shuts another system out, within two seconds and for good.</summary>
[UseCase]
public sealed class RevokeApiKey(UnitOfWork unitOfWork, TenantClock clock)
{
    public Task<Result<ApiKeyId>> ExecuteAsync(ApiKeyId id, CancellationToken ct = default) =>
        unitOfWork.RunAsync<Result<ApiKeyId>>(
            this, Permission.ManageTenant, id,
            async db =>
            {
                if (await db.ApiKeys.SingleOrDefaultAsync(k => k.Id == id, ct) is not { } key)
                {
                    return new NoSuchApiKey();
                }

                key.Revoke(clock.Now);

                return id;
            },
            ct);
}

namespace AdvPortal.Application.Members;

/// <summary>Which other systems may come in.</summary>
[UseCase]
public sealed class ListApiKeys(UnitOfWork unitOfWork)
{
    public Task<Result<IReadOnlyList<Row>>> ExecuteAsync(CancellationToken ct = default) =>
        unitOfWork.ReadAsync<IReadOnlyList<Row>>(
            this, Permission.ManageTenant,
            async db => (IReadOnlyList<Row>)await db.ApiKeys.OrderBy(k => k.RevokedAt != null).ThenBy(k => k.Name).Select(k => new Row(k.Id, k.Name, k.Role, k.CreatedAt, k.RevokedAt)).ToListAsync(ct),
            ct);

    public sealed record Row(ApiKeyId Id, string Name, Role Role, DateTimeOffset CreatedAt, DateTimeOffset? RevokedAt);
}

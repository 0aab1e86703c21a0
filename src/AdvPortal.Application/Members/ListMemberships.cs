namespace AdvPortal.Application.Members;

/// <summary>The companies that a signed-in person works in. Answered by a function that sees one login's rows only.</summary>
[UseCase]
public sealed class ListMemberships(UnitOfWork unitOfWork)
{
    public Task<List<Company>> ExecuteAsync(LoginId login, CancellationToken ct = default) =>
        unitOfWork.ReadAsAnyoneAsync(
            this, db => db.Database.SqlQuery<Company>($"select slug, name from memberships_of({login.Value})").ToListAsync(ct), ct);

    public sealed record Company(string Slug, string Name);
}

namespace AdvPortal.Application.Members;

/// <summary>Who may come into the company, as what, and since when they could.</summary>
[UseCase]
public sealed class ListAccess(UnitOfWork unitOfWork)
{
    public Task<Result<IReadOnlyList<Row>>> ExecuteAsync(CancellationToken ct = default) =>
        unitOfWork.ReadAsync<IReadOnlyList<Row>>(
            this, Permission.ManageMembers,
            async db => (IReadOnlyList<Row>)await (
                from member in db.Members
                join account in db.Users on (Guid)(object)member.LoginId equals account.Id
                orderby member.IsDisabled, member.Name
                select new Row(member.Id, member.Name, member.Email, member.Roles, member.IsDisabled, account.PasswordHash == null, member.Version)).ToListAsync(ct),
            ct);

    /// <param name="IsInvited">Has not chosen a password yet.</param>
    public sealed record Row(MemberId Id, string Name, string Email, IReadOnlyList<Role> Roles, bool IsDisabled, bool IsInvited, int Version);
}

namespace AdvPortal.Application.Members;

/// <summary>Who works in the company, by name: those who have left stay readable, because what they did names them.</summary>
[UseCase]
public sealed class ListMembers(UnitOfWork unitOfWork)
{
    public Task<Result<Page<MemberView>>> ExecuteAsync(string? after = null, int size = 25, CancellationToken ct = default) =>
        unitOfWork.ReadAsync(
            this, Permission.ReadMembers,
            async db =>
            {
                var members = db.Members.AsQueryable();

                if (Cursor.Read<string, Guid>(after) is var (name, id))
                {
                    members = members.Where(m => EF.Functions.GreaterThan(ValueTuple.Create(m.Name, m.Id), ValueTuple.Create(name, new MemberId(id))));
                }

                var rows = await members.OrderBy(m => m.Name).ThenBy(m => m.Id).Take(size + 1).Select(m => new MemberView(m.Id, m.Name, m.Email, m.Roles, m.IsDisabled)).ToListAsync(ct);

                return rows.Cut(size, m => Cursor.Write(m.Name, m.Id.Value));
            },
            ct);

    /// <param name="IsDisabled">Cannot come in any more.</param>
    public sealed record MemberView(MemberId Id, string Name, string Email, IReadOnlyList<Role> Roles, bool IsDisabled);
}

using AdvPortal.Persistence;

namespace AdvPortal.Application.Members;

/// <summary>Who may come into the company, as what, and since when they could.</summary>
[UseCase]
public sealed class ListAccess(UnitOfWork unitOfWork, TenantClock clock)
{
    public Task<Result<IReadOnlyList<Row>>> ExecuteAsync(CancellationToken ct = default) =>
        unitOfWork.ReadAsync<IReadOnlyList<Row>>(this, Permission.ManageMembers, async db => (IReadOnlyList<Row>)await Rows(db, clock.Today).ToListAsync(ct), ct);

    private static IQueryable<Row> Rows(AdvDbContext db, DateOnly today) =>
        from member in db.Members
        join account in db.Users on (Guid)(object)member.LoginId equals account.Id
        orderby member.IsDisabled, member.Name
        select new Row(member.Id, member.Name, member.Email, member.Roles, member.IsDisabled, account.PasswordHash == null, member.Version)
        {
            Clients = db.Ownerships.Where(o => o.OwnerId == member.Id && (o.Until == null || o.Until >= today)).Select(o => o.ClientId).Distinct().Count(),
        };

    /// <param name="IsInvited">Has not chosen a password yet.</param>
    public sealed record Row(MemberId Id, string Name, string Email, IReadOnlyList<Role> Roles, bool IsDisabled, bool IsInvited, int Version)
    {
        /// <summary>How many clients are, or will be, theirs: somebody has to take them first.</summary>
        public int Clients { get; init; }
    }
}

using AdvPortal.Application.Tenants;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Members;

/// <summary>Who is this login in this company, today? Nobody, once disabled, or once the password behind the cookie was changed.</summary>
[UseCase]
public sealed class RecogniseMember(UnitOfWork unitOfWork, CurrentMember member)
{
    /// <param name="tenant">The company of the address.</param>
    /// <param name="login">The account that signed in.</param>
    /// <param name="stamp">The security stamp the cookie was given; null when it is about to be given.</param>
    /// <param name="ct">Ends the question.</param>
    public async Task<Recognised?> ExecuteAsync(TenantInfo tenant, LoginId login, string? stamp, CancellationToken ct = default)
    {
        if (member.TenantId is null)
        {
            member.Visit(tenant.Id, tenant.TimeZone);
        }

        return await unitOfWork.ReadAsAnyoneAsync(this, db => Known(db, login, stamp).SingleOrDefaultAsync(ct), ct);
    }

    // Whether portfolios are closed comes with it: nobody asks for that again at every change.
    private static IQueryable<Recognised> Known(AdvDbContext db, LoginId login, string? stamp) =>
        from it in db.Members
        join account in db.Users on (Guid)(object)it.LoginId equals account.Id
        where it.LoginId == login && !it.IsDisabled && (stamp == null || account.SecurityStamp == stamp)
        select new Recognised(it.Id, it.Name, it.Language, it.Theme, it.SingleLetterShortcuts, account.SecurityStamp ?? "", it.Roles, db.TenantSettings.Any(s => s.ClosedPortfolios));

    public sealed record Recognised(MemberId Id, string Name, string Language, string? Theme, bool SingleLetterShortcuts, string Stamp, IReadOnlyList<Role> Roles, bool ArePortfoliosClosed)
    {
        /// <summary>See <see cref="CurrentMember.IsConfined"/>.</summary>
        public bool IsConfined => ArePortfoliosClosed && Domain.Members.Roles.ConfinedIn(Roles).Count > 0;
    }
}

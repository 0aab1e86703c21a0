using AdvPortal.Domain.Clients;
using AdvPortal.Persistence.Portfolios;

namespace AdvPortal.Application.Portfolios;

/// <summary>Who answers for a client on a day: « qui répond aujourd’hui ? », and why.</summary>
[UseCase]
public sealed class ReadResponsible(UnitOfWork unitOfWork, TenantClock clock)
{
    /// <param name="on">Null for now.</param>
    /// <param name="half">Null for the morning, or the present half of today.</param>
    public Task<Result<Responsible>> ExecuteAsync(ClientId id, DateOnly? on = null, DayHalf? half = null, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<Responsible>(this, Permission.ReadPortfolios, async db =>
        {
            var now = HalfDay.Of(clock.Local(clock.Now));
            var day = on ?? clock.Today;
            var at = half is { } wanted ? HalfDay.Of(day, wanted) : day == clock.Today ? now : HalfDay.Of(day, DayHalf.Morning);

            var asked = db.ResponsibilitiesAt(at).Where(r => r.ClientId == id && db.Clients.Any(c => c.Id == id && !c.IsArchived));

            return await Answering.For(db, asked, at).SingleOrDefaultAsync(ct) is { } it
                ? new Responsible(it.OwnerId, it.Owner, it.ActingId, it.Acting, it.Because, it.HasOwnerHere)
                : new NoSuchClient();
        }, ct);

    /// <param name="ActingOwnerId">Null while the owner answers.</param>
    /// <param name="HasOwnerHere">Whether there is an owner whose access is not closed.</param>
    public sealed record Responsible(MemberId? OwnerId, string? OwnerName, MemberId? ActingOwnerId, string? ActingOwnerName, Message Because, bool HasOwnerHere)
    {
        /// <summary>Whether somebody to whom portfolios are closed may change something of the client.</summary>
        public bool LeavesIt(MemberId to) => !HasOwnerHere || OwnerId == to || ActingOwnerId == to;
    }
}

using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Portfolios;
using AdvPortal.Persistence;
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
            var at = half is { } asked ? HalfDay.Of(day, asked) : day == clock.Today ? now : HalfDay.Of(day, DayHalf.Morning);

            return await Facts(db, id, at).SingleOrDefaultAsync(ct) is { } facts ? Say(facts) : new NoSuchClient();
        }, ct);

    private static IQueryable<Known> Facts(AdvDbContext db, ClientId id, int at)
    {
        var day = HalfDay.DayOf(at);

        return
            from responsible in db.ResponsibilitiesAt(at)
            where responsible.ClientId == id && db.Clients.Any(c => c.Id == id && !c.IsArchived)
            select new Known
            {
                OwnerId = responsible.OwnerId,
                Owner = db.Members.Where(m => m.Id == responsible.OwnerId).Select(m => m.Name).FirstOrDefault(),
                ActingId = responsible.ActingOwnerId,
                Acting = db.Members.Where(m => m.Id == responsible.ActingOwnerId).Select(m => m.Name).FirstOrDefault(),
                Since = db.Ownerships.Where(o => o.ClientId == id && o.From <= day && (o.Until == null || o.Until >= day)).Select(o => (DateOnly?)o.From).FirstOrDefault(),
                Last = db.Covers.Where(c => c.ClientId == id && c.IsPublished && c.FirstHalf <= at && c.LastHalf >= at).Select(c => (int?)c.LastHalf).FirstOrDefault(),
                OwnerAway = db.Absences.Where(a => a.MemberId == responsible.OwnerId && a.PlanStatus != CoverPlanStatus.Withdrawn && a.From <= day && a.Until >= day).ToList(),
                Half = at,
            };
    }

    private static Responsible Say(Known known) => known switch
    {
        { OwnerId: null } => new(null, null, null, null, new("Responsible.Nobody")),
        { ActingId: not null, Last: { } last } => new(
            known.OwnerId, known.Owner, known.ActingId, known.Acting, new("Responsible.Covered", known.Acting!, known.Owner!, HalfDay.DayOf(last))),
        _ when known.OwnerAway.Any(a => a.Overlaps(known.Half, known.Half)) => new(known.OwnerId, known.Owner, null, null, new("Responsible.AwayUncovered", known.Owner!)),
        _ => new(known.OwnerId, known.Owner, null, null, new("Responsible.Owner", known.Owner!, known.Since!)),
    };

    /// <param name="ActingOwnerId">Null while the owner answers.</param>
    public sealed record Responsible(MemberId? OwnerId, string? OwnerName, MemberId? ActingOwnerId, string? ActingOwnerName, Message Because);

    private sealed class Known
    {
        public MemberId? OwnerId { get; init; }
        public string? Owner { get; init; }
        public MemberId? ActingId { get; init; }
        public string? Acting { get; init; }
        public DateOnly? Since { get; init; }
        public int? Last { get; init; }
        public int Half { get; init; }
        public IReadOnlyList<Absence> OwnerAway { get; init; } = [];
    }
}

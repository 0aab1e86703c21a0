using AdvPortal.Domain.Portfolios;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Portfolios;

namespace AdvPortal.Application.Portfolios;

/// <summary>Who answers for a client at one half-day, with all that it takes to say so: « qui répond aujourd’hui ? » in the same words everywhere.</summary>
internal sealed class Answering
{
    public ClientId ClientId { get; init; }
    public string Client { get; init; } = "";
    public MemberId? OwnerId { get; init; }
    public string? Owner { get; init; }

    /// <summary>Whether there is an owner whose access is not closed: a client of somebody who has left is everybody's.</summary>
    public bool HasOwnerHere { get; init; }

    /// <summary>Null while the owner answers.</summary>
    public MemberId? ActingId { get; init; }
    public string? Acting { get; init; }
    public DateOnly? Since { get; init; }
    public int? Last { get; init; }
    public int Half { get; init; }
    public IReadOnlyList<Absence> OwnerAway { get; init; } = [];

    public Message Because => this switch
    {
        { OwnerId: null } => new("Responsible.Nobody"),
        { ActingId: not null, Last: { } last } => new("Responsible.Covered", Acting!, Owner!, HalfDay.DayOf(last)),
        _ when OwnerAway.Any(a => a.Overlaps(Half, Half)) => new("Responsible.AwayUncovered", Owner!),
        _ => new("Responsible.Owner", Owner!, Since!),
    };

    /// <param name="db">Where it is asked.</param>
    /// <param name="responsibilities">Of whom: some of <see cref="Responsibilities.ResponsibilitiesAt"/>, which knows archived clients too.</param>
    /// <param name="half">The half-day of those, as <see cref="HalfDay"/> counts them.</param>
    public static IQueryable<Answering> For(AdvDbContext db, IQueryable<Responsibility> responsibilities, int half)
    {
        var day = HalfDay.DayOf(half);

        return
            from responsible in responsibilities
            select new Answering
            {
                ClientId = responsible.ClientId,
                Client = db.Clients.Where(c => c.Id == responsible.ClientId).Select(c => c.Name).First(),
                OwnerId = responsible.OwnerId,
                Owner = db.Members.Where(m => m.Id == responsible.OwnerId).Select(m => m.Name).FirstOrDefault(),
                HasOwnerHere = db.Members.Any(m => m.Id == responsible.OwnerId && !m.IsDisabled),
                ActingId = responsible.ActingOwnerId,
                Acting = db.Members.Where(m => m.Id == responsible.ActingOwnerId).Select(m => m.Name).FirstOrDefault(),
                Since = db.Ownerships.Where(o => o.ClientId == responsible.ClientId && o.From <= day && (o.Until == null || o.Until >= day)).Select(o => (DateOnly?)o.From).FirstOrDefault(),
                Last = db.Covers.Where(c => c.ClientId == responsible.ClientId && c.IsPublished && c.FirstHalf <= half && c.LastHalf >= half).Select(c => (int?)c.LastHalf).FirstOrDefault(),
                OwnerAway = db.Absences.Where(a => a.MemberId == responsible.OwnerId && a.PlanStatus != CoverPlanStatus.Withdrawn && a.From <= day && a.Until >= day).ToList(),
                Half = half,
            };
    }
}

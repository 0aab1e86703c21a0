namespace AdvPortal.Persistence.Portfolios;

/// <summary>Who owns a client, and who answers in the owner's place, at one half-day.</summary>
public sealed class Responsibility
{
    public ClientId ClientId { get; init; }
    public MemberId? OwnerId { get; init; }

    /// <summary>Null while the owner answers.</summary>
    public MemberId? ActingOwnerId { get; init; }
}

public static class Responsibilities
{
    /// <summary>
    /// One row a client, to join on: nobody reads owners or covers in any other way, so that « qui répond aujourd'hui » is
    /// answered alike everywhere. It is answered for archived clients too, and EF lifts their filter from the whole question: whoever
    /// joins this with clients and wants living ones says so.
    /// </summary>
    public static IQueryable<Responsibility> ResponsibilitiesAt(this AdvDbContext db, int halfDay)
    {
        var day = HalfDay.DayOf(halfDay);

        return
            from client in db.Clients.IgnoreQueryFilters([Filters.Archived])
            select new Responsibility
            {
                ClientId = client.Id,
                OwnerId = db.Ownerships.Where(o => o.ClientId == client.Id && o.From <= day && (o.Until == null || o.Until >= day)).Select(o => (MemberId?)o.OwnerId).FirstOrDefault(),
                ActingOwnerId = db.Covers.Where(c => c.ClientId == client.Id && c.IsPublished && c.FirstHalf <= halfDay && c.LastHalf >= halfDay).Select(c => (MemberId?)c.StandInId).FirstOrDefault(),
            };
    }

    /// <summary>The clients that are a member's at one half-day, and those for whom they stand in: whose lists they look at under their name.</summary>
    /// <remarks>From the member to the clients: looking each client of the company up takes longer than the page that asks.</remarks>
    public static IQueryable<ClientId> ClientsOf(this AdvDbContext db, MemberId member, int halfDay)
    {
        var day = HalfDay.DayOf(halfDay);

        return db.Ownerships.Where(o => o.OwnerId == member && o.From <= day && (o.Until == null || o.Until >= day)).Select(o => o.ClientId)
            .Union(db.Covers.Where(c => c.StandInId == member && c.IsPublished && c.FirstHalf <= halfDay && c.LastHalf >= halfDay).Select(c => c.ClientId));
    }
}

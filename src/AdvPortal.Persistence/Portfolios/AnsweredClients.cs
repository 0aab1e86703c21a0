namespace AdvPortal.Persistence.Portfolios;

public static class AnsweredClients
{
    /// <summary>
    /// The clients for whom a member answers at one half-day: their own that nobody covers, and those they cover. One join over the
    /// portfolios, where <see cref="Responsibilities.ResponsibilitiesAt"/> looks each client up.
    /// </summary>
    public static IQueryable<Responsibility> AnsweredBy(this AdvDbContext db, MemberId member, int halfDay)
    {
        var day = HalfDay.DayOf(halfDay);

        return
            from ownership in db.Ownerships
            where ownership.From <= day && (ownership.Until == null || ownership.Until >= day)
            from cover in db.Covers
                .Where(c => c.ClientId == ownership.ClientId && c.IsPublished && c.FirstHalf <= halfDay && c.LastHalf >= halfDay)
                .DefaultIfEmpty()
            where (cover == null ? ownership.OwnerId : cover.StandInId) == member
            select new Responsibility { ClientId = ownership.ClientId, OwnerId = ownership.OwnerId, ActingOwnerId = cover == null ? null : cover.StandInId };
    }
}

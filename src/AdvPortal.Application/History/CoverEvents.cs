using AdvPortal.Persistence;

namespace AdvPortal.Application.History;

/// <summary>
/// When a client's covers began and ended, told with what was done: nobody did it, and nothing ran. Both follow from the dates, and so
/// tells what is so, also when a cover was cut short. One that was published late began when it was, and not at all when it was over by then.
/// </summary>
internal static class CoverEvents
{
    public const string Began = "CoverBegan";
    public const string Ended = "CoverEnded";

    /// <param name="db">Where it is asked.</param>
    /// <param name="clock">What has not come yet is not told.</param>
    /// <param name="client">Whose covers.</param>
    /// <param name="after">Later than this.</param>
    /// <param name="until">Not later than this.</param>
    /// <param name="ct">Stops asking.</param>
    public static async Task<IReadOnlyList<ClientEvent>> OfAsync(AdvDbContext db, TenantClock clock, ClientId client, DateTimeOffset after, DateTimeOffset until, CancellationToken ct)
    {
        var half = HalfDay.Of(clock.Local(clock.Now));
        var covers = await db.Covers.Where(c => c.ClientId == client && c.IsPublished && c.FirstHalf <= half)
            .Select(c => new
            {
                c.AbsenceId,
                c.FirstHalf,
                c.LastHalf,
                c.PublishedAt,
                StandIn = db.Members.Where(m => m.Id == c.StandInId).Select(m => m.Name).FirstOrDefault(),
                Absent = db.Members.Where(m => m.Id == c.AbsentId).Select(m => m.Name).FirstOrDefault(),
            }).ToListAsync(ct);

        return
        [
            .. covers.Select(c => (Cover: c, From: At(c.FirstHalf) is var first && c.PublishedAt > first ? c.PublishedAt.Value : first, Until: At(c.LastHalf + 1))).Where(c => c.From < c.Until)
                .SelectMany(it => new[] { (What: Began, At: it.From), (What: Ended, At: it.Until) }
                .Where(e => e.At > after && e.At <= until && e.At <= clock.Now)
                .Select(e => new ClientEvent(0, clock.Local(e.At), e.What, "Absence", it.Cover.AbsenceId.Value, null, it.Cover.StandIn, null, it.Cover.Absent) { ClientId = client })),
        ];

        DateTimeOffset At(int half) => clock.At(HalfDay.DayOf(half), HalfDay.HalfOf(half) is DayHalf.Morning ? TimeOnly.MinValue : new(12, 0));
    }
}

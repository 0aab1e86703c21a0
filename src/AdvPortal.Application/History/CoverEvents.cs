using AdvPortal.Persistence;

namespace AdvPortal.Application.History;

/// <summary>
/// When a client's covers began and ended, told with what was done: nobody did it, and nothing ran. Both follow from the dates, and so
/// tells what is so, also when a cover was cut short.
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
                StandIn = db.Members.Where(m => m.Id == c.StandInId).Select(m => m.Name).FirstOrDefault(),
                Absent = db.Members.Where(m => m.Id == c.AbsentId).Select(m => m.Name).FirstOrDefault(),
            }).ToListAsync(ct);

        return
        [
            .. covers.SelectMany(c => new[] { Told(Began, c.FirstHalf), Told(Ended, c.LastHalf + 1) }
                .Where(e => e.At > after && e.At <= until && e.At <= clock.Now)
                .Select(e => new ClientEvent(0, clock.Local(e.At), e.What, "Absence", c.AbsenceId.Value, null, c.StandIn, null, c.Absent) { ClientId = client })),
        ];

        (string What, DateTimeOffset At) Told(string what, int at) => (what, clock.At(HalfDay.DayOf(at), HalfDay.HalfOf(at) is DayHalf.Morning ? TimeOnly.MinValue : new(12, 0)));
    }
}

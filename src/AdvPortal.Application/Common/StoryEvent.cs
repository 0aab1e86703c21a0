using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Common;

/// <summary>One thing that happened to something, as the page of it tells.</summary>
/// <param name="At">In the tenant's zone.</param>
/// <param name="By">The member; null when a key or the portal itself acted.</param>
/// <param name="ActingFor">The absent owner on whose behalf it was done.</param>
public sealed record StoryEvent(DateTimeOffset At, string UseCase, string? By, string? Key, string? ActingFor)
{
    private const int Most = 50;

    /// <summary>What happened to any of these, the last first. To be called once the visit is over.</summary>
    internal static Func<IReadOnlyList<StoryEvent>> Ask(AdvDbContext db, Visit visit, TenantClock clock, params Guid[] subjects)
    {
        var events = visit.Ask(Of(db, subjects));

        return () => [.. events.Rows.Select(e => e with { At = clock.Local(e.At) })];
    }

    private static IQueryable<StoryEvent> Of(AdvDbContext db, Guid[] subjects) => (
        from happening in db.History
        where subjects.Contains(happening.SubjectId)
        orderby happening.Position descending
        select new StoryEvent(
            happening.At, happening.UseCase,
            db.Members.Where(m => m.Id == happening.MemberId).Select(m => m.Name).FirstOrDefault(),
            db.ApiKeys.Where(k => k.Id == happening.ApiKeyId).Select(k => k.Name).FirstOrDefault(),
            db.Members.Where(m => m.Id == happening.ActingForId).Select(m => m.Name).FirstOrDefault())).Take(Most);
}

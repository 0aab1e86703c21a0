using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Requirements;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Clients;

/// <summary>What happened around a client, newest first, a page at a time.</summary>
[UseCase]
public sealed class ReadClientHistory(UnitOfWork unitOfWork, TenantClock clock)
{
    public Task<Result<Page<Event>>> ExecuteAsync(ClientId id, string? after = null, int size = 25, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<Page<Event>>(this, Permission.ReadHistory, async db =>
        {
            if (!await db.Clients.IgnoreQueryFilters([Filters.Archived]).AnyAsync(c => c.Id == id, ct))
            {
                return new NoSuchClient();
            }

            var before = Cursor.Read<long, Guid>(after)?.First ?? long.MaxValue;
            var rows = await Events(db, id, before).Take(size + 1).ToListAsync(ct);
            var names = await NamesAsync(db, rows, ct);
            var page = rows.Cut(size, e => Cursor.Write(e.Position, e.SubjectId));

            return new Page<Event>([.. page.Items.Select(e => e with { At = clock.Local(e.At), Subject = names.GetValueOrDefault(e.SubjectId) })], page.Next);
        }, ct);

    private static IQueryable<Event> Events(AdvDbContext db, ClientId id, long before) =>
        from happening in db.History
        where happening.Position < before && (happening.ClientId == id || happening.SubjectId == id.Value)
        orderby happening.Position descending
        select new Event(
            happening.Position, happening.At, happening.UseCase, happening.SubjectKind, happening.SubjectId, null,
            happening.ContactId == null
                ? db.Members.Where(m => m.Id == happening.MemberId).Select(m => m.Name).FirstOrDefault()
                : db.Contacts.Where(c => c.Id == happening.ContactId).Select(c => c.Name).FirstOrDefault(),
            db.ApiKeys.Where(k => k.Id == happening.ApiKeyId).Select(k => k.Name).FirstOrDefault(),
            db.Members.Where(m => m.Id == happening.ActingForId).Select(m => m.Name).FirstOrDefault());

    /// <summary>How people call what was changed: CV26-04518, EX-012.</summary>
    private static async Task<Dictionary<Guid, string>> NamesAsync(AdvDbContext db, List<Event> events, CancellationToken ct)
    {
        var orders = events.Where(e => e.SubjectKind == "Order").Select(e => new OrderId(e.SubjectId)).ToHashSet();
        var requirements = events.Where(e => e.SubjectKind == "Requirement").Select(e => new RequirementId(e.SubjectId)).ToHashSet();
        var numbers = await db.Orders.Where(o => orders.Contains(o.Id)).ToDictionaryAsync(o => o.Id.Value, o => o.Number, ct);

        foreach (var (id, number) in await db.Requirements.Where(r => requirements.Contains(r.Id)).ToDictionaryAsync(r => r.Id.Value, r => r.Number, ct))
        {
            numbers[id] = Requirement.Name(number);
        }

        return numbers;
    }

    /// <param name="At">In the tenant's zone.</param>
    /// <param name="SubjectKind">"Order", "Requirement", "Client"…</param>
    /// <param name="Subject">How people call it; null for what has no number.</param>
    /// <param name="By">The member, or the contact who answered a link; null when a key or the portal itself acted.</param>
    /// <param name="ActingFor">The absent owner on whose behalf it was done.</param>
    public sealed record Event(long Position, DateTimeOffset At, string UseCase, string SubjectKind, Guid SubjectId, string? Subject, string? By, string? Key, string? ActingFor);
}

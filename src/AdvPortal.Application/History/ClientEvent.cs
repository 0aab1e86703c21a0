using AdvPortal.Application.Orders;
using AdvPortal.Domain.History;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.History;

/// <summary>One thing that happened around a client, as people tell it.</summary>
/// <param name="At">In the tenant's zone.</param>
/// <param name="SubjectKind">"Order", "Requirement", "Client"…</param>
/// <param name="Subject">How people call it; null for what has no number.</param>
/// <param name="By">The member, or the contact who answered a link; null when a key or the portal itself acted.</param>
/// <param name="ActingFor">The absent owner on whose behalf it was done.</param>
public sealed record ClientEvent(long Position, DateTimeOffset At, string UseCase, string SubjectKind, Guid SubjectId, string? Subject, string? By, string? Key, string? ActingFor)
{
    public ClientId? ClientId { get; init; }

    /// <summary>From what day to what other, and why; null where no promise was moved.</summary>
    public MovedPromise? Moved { get; init; }

    /// <summary>The newest first, as they are stored: <see cref="NameAsync"/> gives them their names.</summary>
    internal static IQueryable<ClientEvent> Of(AdvDbContext db, IQueryable<Happening> happenings) =>
        from happening in happenings
        orderby happening.Position descending
        select new ClientEvent(
            happening.Position, happening.At, happening.UseCase, happening.SubjectKind, happening.SubjectId, null,
            happening.ContactId == null
                ? db.Members.Where(m => m.Id == happening.MemberId).Select(m => m.Name).FirstOrDefault()
                : db.Contacts.Where(c => c.Id == happening.ContactId).Select(c => c.Name).FirstOrDefault(),
            db.ApiKeys.Where(k => k.Id == happening.ApiKeyId).Select(k => k.Name).FirstOrDefault(),
            db.Members.Where(m => m.Id == happening.ActingForId).Select(m => m.Name).FirstOrDefault())
        {
            ClientId = happening.ClientId,
        };

    internal static async Task<IReadOnlyList<ClientEvent>> NameAsync(AdvDbContext db, TenantClock clock, IReadOnlyList<ClientEvent> events, CancellationToken ct)
    {
        if (events.Count == 0)
        {
            return [];
        }

        var (names, moved) = await NamesAsync(db, events, ct);

        return [.. events.Select(e => e with { At = clock.Local(e.At), Subject = names.GetValueOrDefault(e.SubjectId), Moved = MovedBy(e, moved) })];
    }

    /// <summary>How people call what was changed: CV26-04518, EX-012; and the promises that were moved of it.</summary>
    private static async Task<(Dictionary<Guid, string> Names, IReadOnlyList<MovedPromise> Moved)> NamesAsync(AdvDbContext db, IReadOnlyList<ClientEvent> events, CancellationToken ct)
    {
        var orders = events.Where(e => e.SubjectKind == "Order").Select(e => new OrderId(e.SubjectId)).Distinct().ToList();
        var requirements = events.Where(e => e.SubjectKind == "Requirement").Select(e => new RequirementId(e.SubjectId)).Distinct().ToList();
        var complaints = events.Where(e => e.SubjectKind == "Complaint").Select(e => new ComplaintId(e.SubjectId)).Distinct().ToList();
        var tenders = events.Where(e => e.SubjectKind == "Tender").Select(e => new TenderId(e.SubjectId)).Distinct().ToList();
        var promised = events.Where(e => e.UseCase == nameof(Repromise)).Select(e => new OrderId(e.SubjectId)).Distinct().ToList();
        var visit = new Visit(db);
        var numbers = visit.Ask(db.Orders.Where(o => orders.Contains(o.Id)).Select(o => new { o.Id, o.Number }));
        var complained = visit.Ask(db.Complaints.Where(c => complaints.Contains(c.Id)).Select(c => new { c.Id, c.Number }));
        var tendered = visit.Ask(db.Tenders.Where(t => tenders.Contains(t.Id)).Select(t => new { t.Id, t.Number }));
        var rules = visit.Ask(db.Requirements.Where(r => requirements.Contains(r.Id)).Select(r => new { r.Id, r.Number }));
        var moved = visit.Ask(db.Set<PromiseChange>().Where(p => promised.Contains(EF.Property<OrderId>(p, "OrderId")) && p.Cause != PromiseCause.First && p.Cause != PromiseCause.Amendment)
            .OrderBy(p => p.Id).Select(p => new MovedPromise(EF.Property<OrderId>(p, "OrderId"), p.LineNo, p.Was, p.Now, p.Cause, p.Side, p.At)));
        await visit.GoAsync(ct);
        var names = numbers.Rows.ToDictionary(o => o.Id.Value, o => o.Number);

        foreach (var complaint in complained.Rows)
        {
            names[complaint.Id.Value] = complaint.Number;
        }

        foreach (var tender in tendered.Rows)
        {
            names[tender.Id.Value] = tender.Number;
        }

        foreach (var rule in rules.Rows)
        {
            names[rule.Id.Value] = Requirement.Name(rule.Number);
        }

        return (names, moved.Rows);
    }

    // What was moved in one go bears one moment, a little before that of the line of history.
    private static MovedPromise? MovedBy(ClientEvent happening, IReadOnlyList<MovedPromise> moved) => happening.UseCase != nameof(Repromise) ? null
        : moved.LastOrDefault(each => each.Order.Value == happening.SubjectId && each.At <= happening.At);

    /// <summary>A promise as it was moved: of the first line of those that were.</summary>
    public sealed record MovedPromise(OrderId Order, string LineNo, DateOnly? Was, DateOnly? Now, PromiseCause Cause, PromiseSide Side, DateTimeOffset At);
}

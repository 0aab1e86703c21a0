using AdvPortal.Domain.Requirements;
using AdvPortal.Domain.Tenders;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Tenders;

/// <summary>A tender as somebody works on it: with its journal, whoever may be asked or written to, and what came of it.</summary>
[UseCase]
public sealed class ReadTenderSheet(UnitOfWork unitOfWork, TenantClock clock)
{
    private const int MostEvents = 50;

    public Task<Result<Sheet>> ExecuteAsync(TenderId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<Sheet>(this, Permission.ReadOrders, async db =>
        {
            if (await TenderReading.FindAsync(db, id, ct) is not var (tender, settings))
            {
                return new NoSuchTender();
            }

            var requirement = tender.RequirementId;
            var visit = new Visit(db);
            var around = TenderReading.AskAround(db, visit, clock, [tender]);
            var events = visit.Ask(Events(db, id));
            var members = visit.Ask(db.Members.Where(m => !m.IsDisabled).OrderBy(m => m.Name).Select(m => new Person(m.Id, m.Name)));
            var contacts = visit.Ask(db.Contacts.Where(c => c.ClientId == tender.ClientId && c.ErasedAt == null).OrderBy(c => c.Name).Select(c => new Caller(c.Id, c.Name, c.Email, c.Phone)));
            var learnt = visit.Ask(db.Requirements.Where(r => r.Id == requirement).Select(r => new { r.Id, r.Number, r.Status }));
            await visit.GoAsync(ct);

            return new Sheet(
                TenderView.Of(tender, around()), clock.Today, clock.Now, [.. events.Rows.Select(e => e with { At = clock.Local(e.At) })], members.Rows, contacts.Rows,
                learnt.Only is { } it ? new(it.Id, Requirement.Name(it.Number), it.Status) : null, TenderLimits.Of(settings, tender.Currency), tender.IsWithin(TenderLimits.Of(settings, tender.Currency)));
        }, ct);

    private static IQueryable<Event> Events(AdvDbContext db, TenderId id) => (
        from happening in db.History
        where happening.SubjectId == id.Value
        orderby happening.Position descending
        select new Event(
            happening.At, happening.UseCase,
            db.Members.Where(m => m.Id == happening.MemberId).Select(m => m.Name).FirstOrDefault(),
            db.ApiKeys.Where(k => k.Id == happening.ApiKeyId).Select(k => k.Name).FirstOrDefault(),
            db.Members.Where(m => m.Id == happening.ActingForId).Select(m => m.Name).FirstOrDefault())).Take(MostEvents);

    /// <param name="Members">Who may be asked for something.</param>
    /// <param name="Contacts">Who may be written to.</param>
    /// <param name="Limit">What the desk may submit by itself, in the tender's currency.</param>
    public sealed record Sheet(
        TenderView Tender, DateOnly Today, DateTimeOffset Now, IReadOnlyList<Event> Events, IReadOnlyList<Person> Members, IReadOnlyList<Caller> Contacts, Learnt? Requirement, decimal Limit, bool IsWithinLimit);

    public sealed record Event(DateTimeOffset At, string UseCase, string? By, string? Key, string? ActingFor);

    public sealed record Person(MemberId Id, string Name);

    public sealed record Caller(ContactId Id, string Name, string? Email, string? Phone);

    /// <summary>What the client requires since it was won.</summary>
    public sealed record Learnt(RequirementId Id, string Number, RequirementStatus Status);
}

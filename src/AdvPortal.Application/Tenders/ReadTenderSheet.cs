using AdvPortal.Domain.Requirements;
using AdvPortal.Domain.Tenders;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Tenders;

/// <summary>A tender as somebody works on it: with its journal, whoever may be asked or written to, and what came of it.</summary>
[UseCase]
public sealed class ReadTenderSheet(UnitOfWork unitOfWork, TenantClock clock)
{
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
            var events = StoryEvent.Ask(db, visit, clock, id.Value);
            var members = visit.Ask(db.Members.Where(m => !m.IsDisabled).OrderBy(m => m.Name).Select(m => new Person(m.Id, m.Name)));
            var contacts = visit.Ask(db.Contacts.Where(c => c.ClientId == tender.ClientId && c.ErasedAt == null).OrderBy(c => c.Name).Select(c => new Caller(c.Id, c.Name, c.Email, c.Phone)));
            var learnt = visit.Ask(db.Requirements.Where(r => r.Id == requirement).Select(r => new { r.Id, r.Number, r.Status }));
            await visit.GoAsync(ct);

            var limit = settings.TenderLimitIn(tender.Currency);

            return new Sheet(
                TenderView.Of(tender, around()), clock.Today, clock.Now, events(), members.Rows, contacts.Rows,
                learnt.Only is { } it ? new(it.Id, Requirement.Name(it.Number), it.Status) : null, limit, tender.IsWithin(limit));
        }, ct);

    /// <param name="Members">Who may be asked for something.</param>
    /// <param name="Contacts">Who may be written to.</param>
    /// <param name="Limit">What the desk may submit by itself, in the tender's currency.</param>
    /// <param name="IsWithinLimit">The desk says by itself that it may leave.</param>
    public sealed record Sheet(
        TenderView Tender, DateOnly Today, DateTimeOffset Now, IReadOnlyList<StoryEvent> Events, IReadOnlyList<Person> Members, IReadOnlyList<Caller> Contacts, Learnt? Requirement, decimal Limit, bool IsWithinLimit);

    public sealed record Person(MemberId Id, string Name);

    public sealed record Caller(ContactId Id, string Name, string? Email, string? Phone);

    /// <summary>What the client requires since it was won.</summary>
    public sealed record Learnt(RequirementId Id, string Number, RequirementStatus Status);
}

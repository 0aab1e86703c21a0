using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Portfolios;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Portfolios;

/// <summary>Says who should take a new client, or one that nobody owns: everybody of the desk, the best first, with what it does to their load.</summary>
[UseCase]
public sealed class ProposeOwner(UnitOfWork unitOfWork, TenantClock clock)
{
    /// <param name="client">One that is known already; null for one that is only being taken on.</param>
    /// <param name="language">The client's, ISO 639-1; null for that of the known client, else French.</param>
    /// <param name="ct">Ends the work.</param>
    public Task<Result<Page<Proposal>>> ExecuteAsync(ClientId? client = null, string? language = null, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<Page<Proposal>>(this, Permission.ReadPortfolios, async db =>
        {
            var visit = new Visit(db);
            var today = clock.Today;
            var members = visit.Ask(db.Members.Where(m => !m.IsDisabled));
            var owned = visit.Ask(
                from ownership in db.Ownerships
                join each in db.Clients on ownership.ClientId equals each.Id
                where ownership.From <= today && (ownership.Until == null || ownership.Until >= today)
                select new { each.Id, ownership.OwnerId });
            var asked = visit.Ask(db.Clients.Where(c => c.Id == client).Select(c => c.Language));
            var work = OpenWork.Ask(db, visit);
            var past = PastWork.Ask(db, visit, clock, today, db.Clients.Where(c => c.Id == client).Select(c => c.Id));
            await visit.GoAsync(ct);

            if (client is not null && asked.Rows is [])
            {
                return new NoSuchClient();
            }

            var (of, known) = (work(), past());
            var loads = owned.Rows.Where(c => c.Id != client).ToLookup(c => c.OwnerId, c => of(c.Id).Points);
            var names = members.Rows.ToDictionary(m => m.Id, m => m.Name);

            // Of a client that begins, nobody knows more than that clients are so much work on the average.
            var effort = client is { } id && of(id) is { Orders: > 0 } open ? open.Points
                : Math.Round(loads.SelectMany(each => each).DefaultIfEmpty(ClientWork.None.Points).Average(), 1);
            var desk = members.Rows.Where(m => Roles.AreOfTheDesk(m.Roles))
                .Select(m => new OwnerCandidate(m.Id, m.Speaks, loads[m.Id].Sum(), m.WeeklyCapacity, client is { } it ? known.Of(it, m.Id, today)?.Familiarity ?? 0 : 0)).ToList();

            return new Page<Proposal>([.. OwnerProposal.Rank(language ?? asked.Only ?? "fr", effort, desk).Select(p => new Proposal(p.MemberId, names[p.MemberId], p.Before, p.After, p.Capacity, p.Because))], null);
        }, ct);

    /// <param name="Before">Their load, in points.</param>
    /// <param name="After">The same with the client.</param>
    /// <param name="Capacity">Their 100 %.</param>
    public sealed record Proposal(MemberId MemberId, string MemberName, decimal Before, decimal After, decimal Capacity, IReadOnlyList<Message> Because);
}

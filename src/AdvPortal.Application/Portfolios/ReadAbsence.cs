using AdvPortal.Domain.Portfolios;

namespace AdvPortal.Application.Portfolios;

/// <summary>One absence with its cover plan.</summary>
[UseCase]
public sealed class ReadAbsence(UnitOfWork unitOfWork, TenantClock clock)
{
    public Task<Result<AbsenceView>> ExecuteAsync(AbsenceId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<AbsenceView>(this, Permission.ReadPortfolios, async db =>
            await CoverFacts.ReadAsync(db, clock, id, ct) is (var absence, var facts) ? AbsenceView.Of(absence, absence.Version, facts) : new NoSuchAbsence(), ct);
}

/// <summary>The absences, the latest first, a page at a time.</summary>
[UseCase]
public sealed class ListAbsences(UnitOfWork unitOfWork, TenantClock clock)
{
    public Task<Result<Page<AbsenceView>>> ExecuteAsync(Query query, CancellationToken ct = default) =>
        unitOfWork.ReadAsync(this, Permission.ReadPortfolios, async db =>
        {
            var absences = db.Absences.AsQueryable();
            absences = query.MemberId is { } member ? absences.Where(a => a.MemberId == member) : absences;
            absences = query.From is { } first ? absences.Where(a => a.Until >= first) : absences;
            absences = query.Until is { } last ? absences.Where(a => a.From <= last) : absences;

            if (Cursor.Read<DateOnly, Guid>(query.After) is var (at, id))
            {
                absences = absences.Where(a => EF.Functions.LessThan(ValueTuple.Create(a.From, a.Id), ValueTuple.Create(at, new AbsenceId(id))));
            }

            var found = await absences.OrderByDescending(a => a.From).ThenByDescending(a => a.Id).Take(query.Size + 1)
                .Select(a => new { a.Id, a.From, a.Until }).ToListAsync(ct);

            if (found is [])
            {
                return new Page<AbsenceView>([], null);
            }

            var facts = await CoverFacts.ReadAsync(db, clock, found.Min(a => a.From), found.Max(a => a.Until), ct);
            var byId = facts.Team.SelectMany(c => c.Absences).ToDictionary(a => a.Id);

            return found.Select(a => byId[a.Id]).Select(a => AbsenceView.Of(a, a.Version, facts)).ToList()
                .Cut(query.Size, a => Cursor.Write(a.From, a.Id.Value));
        }, ct);

    public sealed record Query(MemberId? MemberId = null, DateOnly? From = null, DateOnly? Until = null, string? After = null, int Size = 25);
}

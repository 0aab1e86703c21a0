using AdvPortal.Domain.Portfolios;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Portfolios;

/// <summary>Who really stood in for whom while somebody was away, those included who stood in for a stand-in: two visits to the database.</summary>
internal sealed record HandbackFacts(Absence Absence, IReadOnlyDictionary<MemberId, string> Names, IReadOnlyList<Cover> Covers)
{
    public IReadOnlyList<ClientId> Clients { get; } = [.. Covers.Select(k => k.ClientId).Distinct()];

    public static async Task<Result<HandbackFacts>> ReadAsync(AdvDbContext db, AbsenceId id, CancellationToken ct)
    {
        var visit = new Visit(db);
        var absences = visit.Ask(db.Absences.AsNoTracking().Where(a => a.Id == id));
        var members = visit.Ask(db.Members.Select(m => new { m.Id, m.Name }));
        await visit.GoAsync(ct);

        if (absences.Only is not { } absence)
        {
            return new NoSuchAbsence();
        }

        var (owner, first, last) = (absence.MemberId, absence.FirstHalf, absence.LastHalf);
        var covers = await db.Covers.AsNoTracking()
            .Where(k => k.IsPublished && (k.AbsenceId == id || (k.AbsentId == owner && k.FirstHalf <= last && k.LastHalf >= first)))
            .OrderBy(k => k.FirstHalf).ToListAsync(ct);

        return covers.Count == 0 ? new PlanIsNotPublished() : new HandbackFacts(absence, members.Rows.ToDictionary(m => m.Id, m => m.Name), covers);
    }
}

using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Portfolios;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Portfolios;

/// <summary>A client goes to another owner. Where <see cref="Seen"/> is given, only if it is still that member's then; a client seen without an owner is nobody's then.</summary>
internal sealed record Move(ClientId Client, MemberId To, Move.Owner? Seen = null)
{
    public sealed record Owner(MemberId? Id);
}

/// <summary>Hands clients over for good from one day on, all of them or none: the owners, what was foreseen for later, and whoever stood in for the owner until then.</summary>
internal static class Handovers
{
    public static async Task<Result> HandAsync(AdvDbContext db, TenantClock clock, IReadOnlyCollection<Move> moves, DateOnly start, string? reason, CancellationToken ct)
    {
        if (start < clock.Today)
        {
            return new TransferInThePast();
        }

        var (ids, takers, half) = (moves.Select(m => m.Client).ToList(), moves.Select(m => m.To).Distinct().ToList(), HalfDay.Of(start, DayHalf.Morning));
        var visit = new Visit(db);
        var members = visit.Ask(db.Members.Where(m => takers.Contains(m.Id) && !m.IsDisabled));
        var clients = visit.Ask(db.Clients.Where(c => ids.Contains(c.Id)));
        var owners = visit.Ask(db.Ownerships.Where(o => ids.Contains(o.ClientId)));
        var absences = visit.Ask(db.Absences.Where(a => a.Covers.Any(k => ids.Contains(k.ClientId) && k.LastHalf >= half)));
        visit.Ask(
            from cover in db.Covers
            join absence in db.Absences on cover.AbsenceId equals absence.Id
            where absence.Covers.Any(k => ids.Contains(k.ClientId) && k.LastHalf >= half)
            select cover);
        await visit.GoAsync(ct);

        if (Unable(members.Rows, takers) is { } unable)
        {
            return unable;
        }

        if (clients.Rows.Count < ids.Distinct().Count())
        {
            return new NoSuchClient();
        }

        var (known, histories) = (clients.Rows.ToDictionary(c => c.Id), owners.Rows.ToLookup(o => o.ClientId));

        if (moves.FirstOrDefault(m => m.Seen is { } seen && histories[m.Client].SingleOrDefault(o => o.Holds(start))?.OwnerId != seen.Id) is { } other)
        {
            return new OwnersChanged(known[other.Client].Name);
        }

        foreach (var move in moves)
        {
            if (Ownership.Hand([.. histories[move.Client]], move.Client, move.To, start, reason) is { } handover)
            {
                db.Ownerships.RemoveRange(handover.Void);
                db.Ownerships.Add(handover.Begins);
                db.Touch(known[move.Client]);
            }

            foreach (var absence in absences.Rows.Where(a => a.MemberId != move.To))
            {
                absence.Release(move.Client, half, but: move.To);
            }
        }

        return Result.Ok;
    }

    private static Refusal? Unable(IReadOnlyList<Member> found, List<MemberId> takers) =>
        found.Count < takers.Count ? new NoSuchMember()
        : found.FirstOrDefault(m => !Roles.PermissionsOf(m.Roles).Contains(Permission.HandleOrders)) is { } other ? new CannotHandleOrders(other.Name)
        : null;
}

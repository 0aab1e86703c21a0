using System.Reflection;
using AdvPortal.Application.Portfolios;
using AdvPortal.Domain.Portfolios;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Portfolios;

namespace AdvPortal.Application.Common;

/// <summary>
/// Where portfolios are closed, the one who acts changes only what is of clients for whom they answer at this moment: as owner, or in the
/// owner's place. A cover opens that for exactly its half-days: nothing has to run. A client without an owner, or whose owner has left, is everybody's. What a client
/// says or sends is taken in by whoever hears or sorts it, as far as an order: what changes that order, or the client's own table of codes, is the owner's.
/// </summary>
internal static class ClosedPortfolios
{
    /// <summary>Null when all of it is theirs to change; who answers, and what to do, of the first client that is not.</summary>
    public static async Task<Refusal?> RefuseAsync(object useCase, AdvDbContext db, CurrentMember member, TenantClock clock, ChangedRows rows, CancellationToken ct)
    {
        var takesIn = useCase.GetType().GetCustomAttribute<UseCaseAttribute>() is { TakesIn: true };

        if (rows.ClientsTouched(takesIn) is not { Count: > 0 } clients)
        {
            return null;
        }

        var (half, me) = (HalfDay.Of(clock.Local(clock.Now)), member.Id);

        return await Answering.For(db, Others(db, clients, me, half), half).Where(it => it.HasOwnerHere).FirstOrDefaultAsync(ct) is { } it ? new ClientOfAnother(it.Client, it.Because) : null;
    }

    private static IQueryable<Responsibility> Others(AdvDbContext db, List<ClientId> clients, MemberId? me, int half) =>
        from responsible in db.ResponsibilitiesAt(half)
        where clients.Contains(responsible.ClientId) && responsible.OwnerId != me && (responsible.ActingOwnerId == null || responsible.ActingOwnerId != me)
        orderby responsible.ClientId
        select responsible;
}

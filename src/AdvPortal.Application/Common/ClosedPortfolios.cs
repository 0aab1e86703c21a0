using System.Reflection;
using AdvPortal.Application.Portfolios;
using AdvPortal.Domain.Portfolios;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Portfolios;

namespace AdvPortal.Application.Common;

/// <summary>
/// Where portfolios are closed, the one who acts changes only what is of clients for whom they answer at this moment: as owner, or in the
/// owner's place. A cover opens that for exactly its half-days: nothing has to run. A client without an owner, or whose owner has left, is everybody's, and what a client
/// says is taken down by whoever hears it.
/// </summary>
internal static class ClosedPortfolios
{
    /// <summary>Null when all of it is theirs to change; who answers, and what to do, of the first client that is not.</summary>
    public static async Task<Refusal?> RefuseAsync(object useCase, AdvDbContext db, CurrentMember member, TenantClock clock, ChangedRows rows, CancellationToken ct)
    {
        if (!member.IsConfined || useCase.GetType().GetCustomAttribute<UseCaseAttribute>() is { TakesIn: true } || rows.ClientsTouched() is not { Count: > 0 } clients)
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

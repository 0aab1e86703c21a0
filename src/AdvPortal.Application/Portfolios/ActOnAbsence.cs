using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Portfolios;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Portfolios;

/// <summary>What every act on one absence has in common: who may, that it is as the person saw it, and that it is answered as it is afterwards.</summary>
public sealed class ActOnAbsence(UnitOfWork unitOfWork, CurrentMember member, TenantClock clock)
{
    internal Task<Result<AbsenceView>> RunAsync(
        object useCase, AbsenceId id, int? version, Func<Absence, CoverFacts, Refusal?> act, CancellationToken ct, bool ownersMay = false) =>
        RunAsync(useCase, id, version, (_, absence, facts) => Task.FromResult(act(absence, facts)), ct, ownersMay);

    internal Task<Result<AbsenceView>> RunAsync(
        object useCase, AbsenceId id, int? version, Func<AdvDbContext, Absence, CoverFacts, Task<Refusal?>> act, CancellationToken ct, bool ownersMay = false) =>
        unitOfWork.RunAsync<Result<AbsenceView>>(useCase, ownersMay ? Permission.HandleOrders : Permission.ManagePortfolios, id, async db =>
        {
            if (await CoverFacts.ReadAsync(db, clock, id, ct) is not (var absence, var facts))
            {
                return new NoSuchAbsence();
            }

            if (absence.MemberId != member.Id && !member.May(Permission.ManagePortfolios))
            {
                return new NotAllowed();
            }

            if (version is { } seen && seen != absence.Version)
            {
                return new ChangedMeanwhile();
            }

            if (await act(db, absence, facts) is { } refusal)
            {
                return refusal;
            }

            return AbsenceView.Of(absence, db.VersionAfterSaving(absence), facts);
        }, ct);
}

/// <summary>What only becomes clear beside the rest of the team.</summary>
internal static class CoverRefusals
{
    public static Refusal? Refuse(this CoverFacts facts, Absence absence, IReadOnlyList<PlannedCover> plan)
    {
        var toCover = facts.ToCover(absence).ToLookup(c => c.Id);

        foreach (var line in plan)
        {
            if (facts.Clients.FirstOrDefault(c => c.Id == line.ClientId) is not { } client)
            {
                return new NoSuchClient();
            }

            if (facts.Team.SingleOrDefault(c => c.Member.Id == line.StandInId) is not { } standIn)
            {
                return new NoSuchMember();
            }

            if (!toCover[line.ClientId].Any(c => line.FirstHalf >= c.FirstHalf && line.LastHalf <= c.LastHalf) && line.FirstHalf >= absence.FirstHalf && line.LastHalf <= absence.LastHalf)
            {
                return new NotTheirClient(client.Name);
            }

            if (!standIn.MayHandleOrders)
            {
                return new CannotHandleOrders(standIn.Member.Name);
            }

            if (standIn.Member.Id != absence.MemberId && facts.StandInOf(standIn, absence).IsAway(line.FirstHalf, line.LastHalf))
            {
                return new StandInIsAway(standIn.Member.Name);
            }
        }

        return null;
    }

    /// <summary>The same plan, each line saying whether it is one of a stand-in who is away too.</summary>
    public static IReadOnlyList<PlannedCover> Chained(this CoverFacts facts, Absence absence, IReadOnlyList<PlannedCover> plan)
    {
        var toCover = facts.ToCover(absence).ToLookup(c => c.Id);

        return [.. plan.Select(line => line with { Chain = toCover[line.ClientId].FirstOrDefault(c => line.FirstHalf >= c.FirstHalf && line.LastHalf <= c.LastHalf)?.Chain })];
    }
}

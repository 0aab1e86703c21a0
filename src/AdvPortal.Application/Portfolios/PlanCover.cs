using AdvPortal.Domain.Portfolios;

namespace AdvPortal.Application.Portfolios;

/// <summary>Replaces the proposal by what a manager decides. Nothing changes for anybody before it is published.</summary>
[UseCase]
public sealed class PlanCover(ActOnAbsence act)
{
    public Task<Result<AbsenceView>> ExecuteAsync(AbsenceId id, Form form, int? version, CancellationToken ct = default) =>
        act.RunAsync(this, id, version, (absence, facts) =>
        {
            var needs = facts.ToCover(absence).ToLookup(c => c.Id);
            var plan = facts.Chained(absence, [.. (form.Lines ?? []).SelectMany(line => line.ToCovers(absence, facts, needs))]);

            return facts.Refuse(absence, plan) ?? absence.Plan(plan).Refusal;
        }, ct);

    /// <summary>The whole plan: a client that is not named stays uncovered.</summary>
    public sealed record Form(IReadOnlyList<Line>? Lines);

    /// <summary>
    /// Days left out are those of the absence, as far as the colleague works on them. What is not as it was proposed is fixed: a new proposal
    /// leaves it, unless <paramref name="Fixed"/> says otherwise.
    /// </summary>
    public sealed record Line(Guid ClientId, Guid CoverMemberId, DateOnly? From = null, DateOnly? Until = null, DayHalf? FromHalf = null, DayHalf? UntilHalf = null, bool? Fixed = null)
    {
        internal IEnumerable<PlannedCover> ToCovers(Absence absence, CoverFacts facts, ILookup<ClientId, ClientToCover> needs)
        {
            var need = From is null && Until is null ? needs[new(ClientId)].FirstOrDefault() : null;
            var line = new PlannedCover(
                new(ClientId), new(CoverMemberId),
                From is { } from && (from != absence.From || FromHalf is not null) ? HalfDay.Of(from, FromHalf ?? DayHalf.Morning) : Math.Max(need?.FirstHalf ?? 0, absence.FirstOpenHalf),
                Until is { } until && (until != absence.Until || UntilHalf is not null) ? HalfDay.Of(until, UntilHalf ?? DayHalf.Afternoon) : Math.Min(need?.LastHalf ?? int.MaxValue, absence.LastHalf));
            var week = facts.Team.SingleOrDefault(c => c.Member.Id == line.StandInId)?.Week ?? WorkingWeek.Full;

            return (From is null && Until is null && !week.IsFull ? Worked(line, week) : [line]).Select(each => each with { IsFixed = Fixed ?? !IsAsProposed(absence, each) });
        }

        private static bool IsAsProposed(Absence absence, PlannedCover line) => absence.Covers.Any(k =>
            !k.IsFixed && !k.IsPublished && k.ClientId == line.ClientId && k.StandInId == line.StandInId && k.FirstHalf == line.FirstHalf && k.LastHalf == line.LastHalf);

        private static IEnumerable<PlannedCover> Worked(PlannedCover line, WorkingWeek week)
        {
            var first = line.FirstHalf;

            for (var half = line.FirstHalf; half <= line.LastHalf + 1; half++)
            {
                if (half > line.LastHalf || week.IsOff(half))
                {
                    if (first < half)
                    {
                        yield return line with { FirstHalf = first, LastHalf = half - 1 };
                    }

                    first = half + 1;
                }
            }
        }
    }
}

/// <summary>Asks for a fresh proposal, from how things stand now, around what was fixed by hand.</summary>
[UseCase]
public sealed class ProposeCover(UnitOfWork unitOfWork, TenantClock clock, ActOnAbsence act)
{
    /// <param name="id">Whose plan.</param>
    /// <param name="version">As it was seen; null for whatever it is.</param>
    /// <param name="form">Null to weigh as before.</param>
    /// <param name="ct">Ends the work.</param>
    public async Task<Result<AbsenceView>> ExecuteAsync(AbsenceId id, int? version, Form? form = null, CancellationToken ct = default)
    {
        var weights = form?.Weights;

        if (weights is { IsSound: false })
        {
            return new WeightsNotSound(CoverWeights.Most);
        }

        // Sought between two visits to the database: nobody waits behind a transaction that thinks.
        var asked = await unitOfWork.ReadAsync<Asked>(this, Permission.ManagePortfolios, async db =>
        {
            if (await CoverFacts.ReadAsync(db, clock, id, ct) is not (var absence, var facts))
            {
                return new NoSuchAbsence();
            }

            if (version is { } seen && seen != absence.Version)
            {
                return new ChangedMeanwhile();
            }

            // Nobody searches for a plan that is not open.
            if (absence.Weigh(weights ?? absence.Weights ?? CoverWeights.Usual).Refusal is { } closed)
            {
                return closed;
            }

            return new Asked(absence.Version, facts.Problem(absence));
        }, ct);

        if (!asked.IsOk)
        {
            return asked.Refusal;
        }

        var plan = await CoverSolver.SolveAsync(asked.Value.Problem, ct);

        return await act.RunAsync(
            this, id, version ?? asked.Value.Version,
            (absence, facts) => (weights is null ? null : absence.Weigh(weights).Refusal) ?? (facts.Refuse(absence, plan) is null ? null : new ChangedMeanwhile()) ?? absence.Plan(plan).Refusal, ct);
    }

    public sealed record Form(CoverWeights? Weights);

    private sealed record Asked(int Version, CoverProblem Problem);
}

/// <summary>The member is not away after all, or is back already: the owner answers again, from this half-day on.</summary>
[UseCase]
public sealed class WithdrawAbsence(ActOnAbsence act, TenantClock clock)
{
    public Task<Result<AbsenceView>> ExecuteAsync(AbsenceId id, int? version, CancellationToken ct = default) =>
        act.RunAsync(this, id, version, async (db, absence, facts) =>
        {
            await CoverPosting.StopAsync(db, absence, ct);

            return CoverChains.Return(absence, HalfDay.Of(clock.Local(clock.Now)), [.. facts.Others(absence)]).Refusal;
        }, ct, ownersMay: true);
}

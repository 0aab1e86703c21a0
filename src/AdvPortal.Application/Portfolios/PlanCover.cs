using AdvPortal.Domain.Portfolios;

namespace AdvPortal.Application.Portfolios;

/// <summary>Replaces the proposal by what a manager decides. Nothing changes for anybody before it is published.</summary>
[UseCase]
public sealed class PlanCover(ActOnAbsence act)
{
    public Task<Result<AbsenceView>> ExecuteAsync(AbsenceId id, Form form, int? version, CancellationToken ct = default) =>
        act.RunAsync(this, id, version, (absence, facts) =>
        {
            var plan = (form.Lines ?? []).Select(line => line.ToCover(absence)).ToList();

            return facts.Refuse(absence, plan) ?? absence.Plan(plan).Refusal;
        }, ct);

    /// <summary>The whole plan: a client that is not named stays uncovered.</summary>
    public sealed record Form(IReadOnlyList<Line>? Lines);

    /// <summary>Days left out are those of the absence.</summary>
    public sealed record Line(Guid ClientId, Guid CoverMemberId, DateOnly? From = null, DateOnly? Until = null, DayHalf? FromHalf = null, DayHalf? UntilHalf = null)
    {
        internal PlannedCover ToCover(Absence absence) => new(
            new(ClientId), new(CoverMemberId),
            From is { } from && (from != absence.From || FromHalf is not null) ? HalfDay.Of(from, FromHalf ?? DayHalf.Morning) : absence.FirstHalf,
            Until is { } until && (until != absence.Until || UntilHalf is not null) ? HalfDay.Of(until, UntilHalf ?? DayHalf.Afternoon) : absence.LastHalf);
    }
}

/// <summary>Asks for a fresh proposal, from how things stand now.</summary>
[UseCase]
public sealed class ProposeCover(ActOnAbsence act)
{
    public Task<Result<AbsenceView>> ExecuteAsync(AbsenceId id, int? version, CancellationToken ct = default) =>
        act.RunAsync(this, id, version, (absence, facts) => absence.Plan(CoverProposal.For(facts.ToCover(absence), facts.StandIns(absence))).Refusal, ct);
}

/// <summary>Lets the stand-ins answer for the period of the plan. It ends by itself.</summary>
[UseCase]
public sealed class PublishCover(ActOnAbsence act)
{
    public Task<Result<AbsenceView>> ExecuteAsync(AbsenceId id, int? version, CancellationToken ct = default) =>
        act.RunAsync(this, id, version, (absence, facts) =>
            facts.Refuse(absence, [.. absence.Covers.Select(k => new PlannedCover(k.ClientId, k.StandInId, k.FirstHalf, k.LastHalf))]) ?? absence.Publish().Refusal, ct);
}

/// <summary>The member is not away after all, or is back already: the owner answers again, from this half-day on.</summary>
[UseCase]
public sealed class WithdrawAbsence(ActOnAbsence act, TenantClock clock)
{
    public Task<Result<AbsenceView>> ExecuteAsync(AbsenceId id, int? version, CancellationToken ct = default) =>
        act.RunAsync(this, id, version, (absence, _) => absence.ReturnAt(HalfDay.Of(clock.Local(clock.Now))).Refusal, ct, ownersMay: true);
}

using AdvPortal.Domain.Portfolios;

namespace AdvPortal.Application.Portfolios;

/// <summary>Lets the stand-ins answer for the period of the plan, and tells them, and the clients if asked to. It ends by itself.</summary>
[UseCase]
public sealed class PublishCover(ActOnAbsence act, CoverPosting posting, TenantClock clock)
{
    /// <param name="id">Whose plan.</param>
    /// <param name="version">As it was seen; null for whatever it is.</param>
    /// <param name="form">Null to tell nobody but the stand-ins.</param>
    /// <param name="ct">Ends the work.</param>
    public Task<Result<AbsenceView>> ExecuteAsync(AbsenceId id, int? version, Form? form = null, CancellationToken ct = default) =>
        act.RunAsync(this, id, version, async (db, absence, facts) =>
        {
            var opened = absence.Covers.Where(k => !k.IsPublished).ToList();

            if ((facts.Refuse(absence, [.. opened.Select(k => k.AsPlanned)]) ?? CoverChains.Publish(absence, [.. facts.Others(absence)], clock.Now).Refusal) is { } refusal)
            {
                return refusal;
            }

            await posting.PostAsync(db, absence, opened, facts, form?.TellClients is true, ct);

            return null;
        }, ct);

    public sealed record Form(bool? TellClients);
}

/// <summary>Takes a published plan back, to redo it: from this half-day on it is a proposal again, and what nobody has read yet does not leave.</summary>
[UseCase]
public sealed class ReopenCover(ActOnAbsence act, TenantClock clock)
{
    public Task<Result<AbsenceView>> ExecuteAsync(AbsenceId id, int? version, CancellationToken ct = default) =>
        act.RunAsync(this, id, version, async (db, absence, facts) =>
        {
            await CoverPosting.StopAsync(db, absence, ct);

            return CoverChains.Reopen(absence, Math.Max(absence.FirstHalf, HalfDay.Of(clock.Local(clock.Now))), [.. facts.Others(absence)]).Refusal;
        }, ct);
}

using System.Text.Json.Serialization;
using AdvPortal.Domain.Portfolios;

namespace AdvPortal.Application.Portfolios;

/// <summary>What a cover plan weighs against what.</summary>
[UseCase]
public sealed class ReadCoverWeights(UnitOfWork unitOfWork)
{
    public Task<Result<Weighed>> ExecuteAsync(AbsenceId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<Weighed>(this, Permission.ReadPortfolios, async db =>
            await db.Absences.Where(a => a.Id == id).Select(a => new { a.Weights, a.Version }).SingleOrDefaultAsync(ct) is { } found
                ? Weighed.Of(found.Weights ?? CoverWeights.Usual, found.Version)
                : new NoSuchAbsence(), ct);

    /// <summary>In points, each up to <see cref="CoverWeights.Most"/>.</summary>
    public sealed record Weighed(int Familiarity, int Requirements, int Load)
    {
        /// <summary>Of the absence.</summary>
        [JsonIgnore]
        public int Version { get; init; }

        internal static Weighed Of(CoverWeights weights, int version) => new(weights.Familiarity, weights.Requirements, weights.Load) { Version = version };
    }
}

/// <summary>Has the next proposal of a plan weigh differently; the plan stays as it is until one is asked for.</summary>
[UseCase]
public sealed class WeighCover(ActOnAbsence act)
{
    public async Task<Result<ReadCoverWeights.Weighed>> ExecuteAsync(AbsenceId id, CoverWeights weights, int? version, CancellationToken ct = default)
    {
        if (!weights.IsSound)
        {
            return new WeightsNotSound(CoverWeights.Most);
        }

        var weighed = await act.RunAsync(this, id, version, (absence, _) => absence.Weigh(weights).Refusal, ct);

        return weighed.IsOk ? ReadCoverWeights.Weighed.Of(weights, weighed.Value.Version) : weighed.Refusal;
    }
}

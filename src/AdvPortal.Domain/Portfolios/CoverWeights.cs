using System.Text.Json.Serialization;

namespace AdvPortal.Domain.Portfolios;

/// <summary>
/// What a cover plan weighs against what, in points: the prices that <see cref="CoverProblem"/> adds up. A manager may weigh differently
/// for one plan.
/// </summary>
/// <param name="Familiarity">Whoever does not know the client at all; half of it for somebody who knows it by half.</param>
/// <param name="Requirements">Whoever handles none of the client's kinds of requirements with clients of their own.</param>
/// <param name="Load">A unit of work on a full desk costs twice this, on an empty one nothing; above 100 % <see cref="Overload"/> comes on top.</param>
public sealed record CoverWeights(int Familiarity = 50, int Requirements = 30, int Load = 20)
{
    public const int Most = 100;

    /// <summary>Whoever does not speak the client's language.</summary>
    public const int Language = 40;

    /// <summary>A change of hand during the absence: as much as two and a half days with somebody who does not know the client.</summary>
    public const int Change = 250;

    /// <summary>What a unit of work costs above 100 %, on top: nothing at 100 %, a tenth of this at 110 %.</summary>
    public const int Overload = 1_200;

    /// <summary>A half-day on which nobody answers: dearer than anything else together, so that somebody does wherever somebody can.</summary>
    public const int Uncovered = 10_000;

    /// <summary>How many times a sensitive client counts.</summary>
    public const int Sensitive = 2;

    /// <summary>No proposal puts more than this share of their capacity on anybody; a manager's own hand may.</summary>
    public const decimal AbsoluteCapacity = 1.5m;

    public static readonly CoverWeights Usual = new();

    [JsonIgnore]
    public bool IsSound => Familiarity is >= 0 and <= Most && Requirements is >= 0 and <= Most && Load is >= 0 and <= Most;
}

using System.Text.Json.Serialization;

namespace AdvPortal.Domain.Portfolios;

/// <summary>What of a client's work a point stands for.</summary>
[JsonConverter(typeof(CamelCaseEnum<WorkPart>))]
public enum WorkPart { Attention, Orders, Lines, Findings, Requirements, Questions, Complaints }

/// <summary>So many points for so many of one kind.</summary>
public sealed record WorkShare(WorkPart Part, int Count, decimal Points);

/// <summary>What is open with a client, counted: its work is reckoned from this and from nothing else.</summary>
/// <param name="Orders">Open orders.</param>
/// <param name="Lines">Their lines of which something is outstanding.</param>
/// <param name="Findings">What they wait for somebody to decide.</param>
/// <param name="Requirements">What the client insists on: each makes every act a little longer.</param>
/// <param name="Questions">Questions that wait for us.</param>
/// <param name="Complaints">Complaints that are not closed.</param>
public sealed record ClientWork(int Orders, int Lines = 0, int Findings = 0, int Requirements = 0, int Questions = 0, int Complaints = 0)
{
    /// <summary>How many of the requirements block an order or correct it.</summary>
    public int Exacting { get; init; }

    /// <summary>What each of it counts here.</summary>
    [JsonIgnore]
    public WorkWeights Weights { get; init; } = WorkWeights.Usual;

    public static readonly ClientWork None = new(0);

    /// <summary>As <see cref="Workload"/> counts them.</summary>
    public decimal Points => Shares.Sum(share => share.Points);

    /// <summary>Where the points come from, the most first; what counts nothing is left out.</summary>
    [JsonIgnore]
    public IReadOnlyList<WorkShare> Shares => [.. Workload.Of(this, Weights).Where(share => share.Points > 0).OrderByDescending(share => share.Points)];
}

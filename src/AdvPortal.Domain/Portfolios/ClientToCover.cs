namespace AdvPortal.Domain.Portfolios;

/// <summary>A client whose owner, or whose stand-in, is away from one half-day to another, both included.</summary>
public sealed record ClientToCover(ClientId Id, string Language, int FirstHalf, int LastHalf, ClientWork Work)
{
    private static readonly Dictionary<MemberId, Acquaintance> _nobody = [];

    /// <summary>What colleagues have had to do with the client, and with others like it.</summary>
    public IReadOnlyDictionary<MemberId, Acquaintance> Acquainted { get; init; } = _nobody;

    /// <summary>Something is late, threatened or held: a stranger does more harm here.</summary>
    public bool IsSensitive { get; init; }

    /// <summary>Where it is not the absent one's own client, but one they stand in for.</summary>
    public CoverChain? Chain { get; init; }

    public decimal Effort => Work.Points;

    /// <summary>How well a colleague knows the client: from 0 (not at all) to 1.</summary>
    public decimal Familiar(MemberId member) => Acquainted.TryGetValue(member, out var it) ? it.Familiarity : 0;

    /// <summary>From 0 (not at all) to 1.</summary>
    internal decimal Alike(MemberId member) => Acquainted.TryGetValue(member, out var it) ? it.Alike : 0;
}

/// <summary>What a colleague has had to do with a client.</summary>
/// <param name="Stood">How many absences they stood in for it.</param>
/// <param name="Handled">How many of its orders they did something on.</param>
/// <param name="Owned">Whether the client was once in their portfolio.</param>
/// <param name="Alike">The share of its kinds of requirements that they handle with clients of their own, from 0 to 1.</param>
/// <param name="LikeName">The client of their own that resembles it most; null when none does.</param>
public sealed record Acquaintance(int Stood, int Handled, bool Owned, decimal Alike, string? LikeName)
{
    public static readonly Acquaintance None = new(0, 0, Owned: false, 0, null);

    // Having stood in this often, or handled so many orders, is knowing a client.
    private const int CoversToKnow = 3;
    private const int OrdersToKnow = 20;

    /// <summary>From 0 to 1, two decimals.</summary>
    public decimal Familiarity => Math.Round(Math.Min(1m, ((decimal)Stood / CoversToKnow) + ((decimal)Handled / OrdersToKnow) + (Owned ? 0.5m : 0)), 2);
}

/// <summary>A colleague who could stand in, what they have on their desk already, and when they are away themselves.</summary>
/// <param name="Languages">ISO 639-1: what they answer a client in.</param>
/// <param name="Load">As <see cref="Workload"/> counts it.</param>
public sealed record StandIn(MemberId Id, IReadOnlyList<string> Languages, decimal Load, IReadOnlyList<Absence> Absences)
{
    /// <summary>The 100 % of this colleague.</summary>
    public decimal Capacity { get; init; } = Workload.Capacity;

    /// <summary>The half-days of every week that they do not work.</summary>
    public WorkingWeek Week { get; init; } = WorkingWeek.Full;

    public bool IsAway(int firstHalf, int lastHalf) =>
        Absences.Any(a => a.Overlaps(firstHalf, lastHalf)) || (!Week.IsFull && Enumerable.Range(firstHalf, lastHalf - firstHalf + 1).Any(Week.IsOff));

    public bool Speaks(string language) => Languages.Contains(language, StringComparer.Ordinal);
}

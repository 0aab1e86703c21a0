using AdvPortal.Domain.Portfolios;

namespace AdvPortal.Exchange.Briefings;

/// <summary>A briefing pack as it is printed.</summary>
/// <param name="Company">The tenant's legal name, at the foot of every page.</param>
/// <param name="Absent">Whose clients they are.</param>
/// <param name="StandIn">Who reads it; null for the packs of all stand-ins together.</param>
/// <param name="From">The first day of the absence.</param>
/// <param name="Until">Its last day, included.</param>
/// <param name="Minutes">What it takes to read.</param>
/// <param name="PrintedAt">In the tenant's zone.</param>
/// <param name="Language">ISO 639-1, the reader's: French, else English.</param>
/// <param name="Clients">In the order in which they are read.</param>
public sealed record BriefingPaper(string Company, string Absent, string? StandIn, DateOnly From, DateOnly Until, int Minutes, DateTimeOffset PrintedAt, string Language, IReadOnlyList<BriefedClient> Clients);

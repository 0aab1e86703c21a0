using AdvPortal.Exchange.Intake;

namespace AdvPortal.Exchange.Deliveries;

/// <summary>Everything that was learned from a carrier's or a warehouse's file.</summary>
/// <param name="Advices">Every delivery in it that can be used, in its sequence; empty for what is no despatch advice.</param>
/// <param name="Problems">What a person must know before trusting it; worded by <see cref="ProblemText"/>.</param>
public sealed record DespatchReading(DespatchFormat Format, IReadOnlyList<DespatchAdvice> Advices, IReadOnlyList<Problem> Problems);

/// <summary>What a file is, known by its content.</summary>
public enum DespatchFormat { Unknown, EdifactDesadv, UblDespatchAdvice }

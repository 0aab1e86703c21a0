using AdvPortal.Exchange.Intake.Originals;

namespace AdvPortal.Exchange.Intake.Model;

/// <summary>What a language model found where the reader abstained: one value that is missing, or a whole line. A person takes it, or nobody does.</summary>
/// <param name="Line">Which line of the order it completes, counted from 0; null for the head of the order, and for a line that nobody had read.</param>
/// <param name="IsNewLine">A line that nobody had read.</param>
/// <param name="Cited">The words to give back when it is taken.</param>
public sealed record OrderProposal(int? Line, bool IsNewLine, IReadOnlyList<ProposedValue> Values, CitedOrder Cited);

/// <summary>One value, read by the portal in the document's own words. One of the last three has it.</summary>
/// <param name="Field">As the <c>document</c> of the REST contract names it, without what it belongs to: <c>quantity</c>.</param>
/// <param name="Words">As they stand in the document.</param>
/// <param name="At">Where they stand; null for what is shown but has no place, the subject of a message.</param>
public sealed record ProposedValue(string Field, string Words, Spot? At)
{
    public string? Text { get; init; }

    public decimal? Number { get; init; }

    public RequestedDelivery? Wanted { get; init; }
}

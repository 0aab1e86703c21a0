using AdvPortal.Domain.Requirements;

namespace AdvPortal.Exchange.Requirements;

/// <summary>A part of a rule that some words state, before what else is said of the same thing joins it.</summary>
/// <param name="At">The words, in characters of the folded text.</param>
/// <param name="Unresolved">Words that belong to it and that no field holds.</param>
/// <param name="JoinsBefore">Whether it only completes what a sentence before said (« Il doit contenir … »).</param>
internal sealed record Found(Rule Rule, (int From, int Until) At, IReadOnlyList<Because> Because, IReadOnlyList<string>? Unresolved = null, bool JoinsBefore = false)
{
    public static Found By(Rule rule, Hit hit, params Because[] because) => new(rule, hit.Clause.FoldedOf(hit.Index, hit.Match.Length), because);
}

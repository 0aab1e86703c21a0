using AdvPortal.Domain.Requirements;
using AdvPortal.Exchange.Requirements;

namespace AdvPortal.Application.Requirements;

/// <summary>What a client's text asks for, as a page shows it: the text, and each proposal with its words.</summary>
/// <param name="Text">As it was read.</param>
/// <param name="Unresolved">Parts of it, verbatim, that belong to no proposal.</param>
public sealed record InterpretationView(string Text, IReadOnlyList<InterpretationView.Proposed> Proposals, IReadOnlyList<string> Unresolved)
{
    internal static InterpretationView Of(string text, Interpretation read, Dictionary<string, SiteId> sites) => new(
        text,
        [.. read.Proposals.Select(it => new Proposed(
            it.SiteName, it.SiteName is { } name && sites.TryGetValue(name, out var site) ? site : null, it.ValidFrom, it.ValidUntil, it.Rule, it.Confidence, it.Because, it.Unresolved,
            text.Substring(it.Sentence.Offset, it.Sentence.Length)))],
        read.Unresolved);

    /// <param name="Confidence">0 to 1: how surely the words were understood, see <see cref="Proposal"/>.</param>
    /// <param name="Unresolved">Parts of its sentence, verbatim, that no field holds.</param>
    /// <param name="Sentence">The client's words that state it.</param>
    public sealed record Proposed(
        string? SiteName, SiteId? SiteId, DateOnly? ValidFrom, DateOnly? ValidUntil, Rule Rule, double Confidence, IReadOnlyList<Because> Because, IReadOnlyList<string> Unresolved, string Sentence);
}

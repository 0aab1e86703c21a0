using System.Text.Json.Serialization;
using AdvPortal.Domain.Requirements;
using AdvPortal.Exchange.Requirements;

namespace AdvPortal.Application.Requirements;

/// <summary>What a client's text asks for, as a page shows it: the text, and each proposal with its words.</summary>
/// <param name="Text">As it was read.</param>
/// <param name="Unresolved">Parts of it, verbatim, that belong to no proposal.</param>
public sealed record InterpretationView(string Text, IReadOnlyList<InterpretationView.Proposed> Proposals, IReadOnlyList<string> Unresolved)
{
    /// <summary>Character from which the text is too long to be read; null when all of it was.</summary>
    public int? UnreadFrom { get; init; }

    /// <summary>A language model is set up and has not been asked about what is left.</summary>
    public bool CanAskModel { get; init; }

    /// <summary>Why the language model that was asked proposes nothing; null when it does, or was not asked.</summary>
    public ModelSilence? Silence { get; init; }

    internal static InterpretationView Of(string text, Interpretation read, Dictionary<string, SiteId> sites) =>
        new(text, [.. read.Proposals.Select(it => Of(text, it, sites, ProposalOrigin.Grammar))], read.Unresolved) { UnreadFrom = read.UnreadFrom };

    /// <summary>The same with what a language model proposes behind it. Its words stay unresolved: a person has looked at none of them.</summary>
    internal InterpretationView With(IReadOnlyList<Proposal> proposals, Dictionary<string, SiteId> sites)
    {
        var more = proposals.Select(it => Of(Text, it, sites, ProposalOrigin.Model)).ToList();
        var open = Unresolved.Concat(Proposals.SelectMany(it => it.Unresolved)).ToList();

        return this with
        {
            Proposals = [.. Proposals, .. more],
            Unresolved = [.. Unresolved, .. more.Select(it => it.Sentence).Distinct(StringComparer.Ordinal).Where(sentence => !open.Exists(words => sentence.Contains(words, StringComparison.Ordinal)))],
            Silence = more.Count == 0 ? ModelSilence.NothingMore : null,
        };
    }

    private static Proposed Of(string text, Proposal it, Dictionary<string, SiteId> sites, ProposalOrigin origin) => new(
        it.SiteName, it.SiteName is { } name && sites.TryGetValue(name, out var site) ? site : null, it.ValidFrom, it.ValidUntil, it.Rule, it.Confidence, it.Because, it.Unresolved,
        text.Substring(it.Sentence.Offset, it.Sentence.Length), origin);

    /// <param name="Confidence">0 to 1: how surely the words were understood, see <see cref="Proposal"/>.</param>
    /// <param name="Unresolved">Parts of its sentence, verbatim, that no field holds.</param>
    /// <param name="Sentence">The client's words that state it.</param>
    public sealed record Proposed(
        string? SiteName, SiteId? SiteId, DateOnly? ValidFrom, DateOnly? ValidUntil, Rule Rule, double Confidence, IReadOnlyList<Because> Because, IReadOnlyList<string> Unresolved, string Sentence,
        ProposalOrigin Origin = ProposalOrigin.Grammar);
}

/// <summary>Who understood the words: the portal's own grammar, or a language model, whose proposals a person takes one by one or not at all.</summary>
[JsonConverter(typeof(CamelCaseEnum<ProposalOrigin>))]
public enum ProposalOrigin { Grammar, Model }

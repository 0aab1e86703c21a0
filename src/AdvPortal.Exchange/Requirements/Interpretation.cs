using AdvPortal.Domain.Requirements;

namespace AdvPortal.Exchange.Requirements;

/// <summary>What is known beside the text: it decides which site a loose name means and which year a date falls in.</summary>
/// <param name="Client">The client's name; a mention of it is no site.</param>
/// <param name="Sites">The names of the client's sites, as they are kept.</param>
/// <param name="ReceivedOn">The day the text came in: a date without a year is the next one from here.</param>
public sealed record InterpretationContext(string? Client, IReadOnlyList<string> Sites, DateOnly ReceivedOn);

/// <summary>What a client's text asks for, as requirements to be looked at by a person: nothing is guessed silently.</summary>
/// <param name="Unresolved">Parts of the text, verbatim, that were understood to matter and belong to no proposal.</param>
/// <param name="UnreadFrom">Character from which the text was left unread because it is too long; null when all was read.</param>
public sealed record Interpretation(IReadOnlyList<Proposal> Proposals, IReadOnlyList<string> Unresolved, int? UnreadFrom = null)
{
    /// <summary>The sentences of which something is unresolved, in order: what a language model may be asked about.</summary>
    public IReadOnlyList<Span> Left { get; init; } = [];
}

/// <summary>One requirement as the text states it.</summary>
/// <param name="SiteName">One of the names of the context; null for all sites, or when the site named is in <paramref name="Unresolved"/>.</param>
/// <param name="ValidFrom">First day on which it holds; null when the text does not say.</param>
/// <param name="ValidUntil">Last day on which it holds; null when the text does not say.</param>
/// <param name="Rule">What is asked for; a field that the text does not state is left at its default.</param>
/// <param name="Confidence">
/// 0 to 1: 0.95 for a requirement read from words known exactly, less 0.05 for each word taken for another one (a typing error), 0.1 for each part left unresolved and 0.05 for a site named loosely; never below 0.2.
/// </param>
/// <param name="Because">The words behind each field.</param>
/// <param name="Unresolved">Parts of its sentence, verbatim, that no field holds: the requirement is not complete without them.</param>
/// <param name="Sentence">Where it comes from: the first sentence that states it.</param>
public sealed record Proposal(
    string? SiteName, DateOnly? ValidFrom, DateOnly? ValidUntil, Rule Rule, double Confidence, IReadOnlyList<Because> Because, IReadOnlyList<string> Unresolved, Span Sentence);

/// <summary>The words of the text behind some fields of a proposal.</summary>
/// <param name="Fields">Names as in JSON: those of the rule, <c>siteName</c>, <c>validFrom</c>, <c>validUntil</c>.</param>
/// <param name="Words">Verbatim.</param>
/// <param name="At">Where they stand, so that a page can highlight them.</param>
public sealed record Because(IReadOnlyList<string> Fields, string Words, Span At);

/// <summary>A part of the text, in UTF-16 code units from its beginning.</summary>
public readonly record struct Span(int Offset, int Length)
{
    public int End => Offset + Length;

    internal string Of(string text) => text.Substring(Offset, Length);

    internal bool Overlaps(Span other) => Offset < other.End && other.Offset < End;

    internal Span Through(Span last) => new(Math.Min(Offset, last.Offset), Math.Max(End, last.End) - Math.Min(Offset, last.Offset));
}

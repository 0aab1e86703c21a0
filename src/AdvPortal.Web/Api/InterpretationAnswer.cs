using System.Text.Json.Serialization;
using AdvPortal.Application.Requirements;
using AdvPortal.Domain.Requirements;
using AdvPortal.Web.Components.Requirements;
using Microsoft.Extensions.Localization;
using Severity = AdvPortal.Domain.Requirements.Severity;

namespace AdvPortal.Web.Api;

/// <summary>What was understood of a client's text, as programs read it: nothing of it is kept.</summary>
/// <param name="Unresolved">Verbatim.</param>
/// <param name="Note">Why the language model that was asked proposes nothing; absent when it does, or none was asked.</param>
/// <param name="UnreadFrom">Character (UTF-16) from which the text is too long to be read; absent when all of it was.</param>
internal sealed record InterpretationAnswer(IReadOnlyList<InterpretationAnswer.Proposal> Proposals, IReadOnlyList<string> Unresolved, string? Note = null, int? UnreadFrom = null)
{
    public static InterpretationAnswer Of(InterpretationView view, IStringLocalizer text) => new(
        [.. view.Proposals.Select(it => new Proposal(
            new(it.SiteName, it.SiteId, null, it.ValidFrom, it.ValidUntil, it.Rule), it.Confidence,
            [.. it.Because.Select(why => text.Because(why))], it.Unresolved,
            it.Sentence, [.. it.Because.Select(why => new Highlight(why.Fields, why.At.Offset, why.At.Length))], it.Origin))],
        view.Unresolved,
        view.Silence is { } silence ? text.Word(silence) : null,
        view.UnreadFrom);

    /// <param name="Confidence">0 to 1.</param>
    /// <param name="Because">The words behind each field, worded for a person.</param>
    /// <param name="Highlights">The same for a program.</param>
    /// <param name="Origin">What a language model proposes is nobody's word yet: only a person may take it.</param>
    internal sealed record Proposal(
        Requirement Requirement, double Confidence, IReadOnlyList<string> Because, IReadOnlyList<string> Unresolved, string Sentence, IReadOnlyList<Highlight> Highlights, ProposalOrigin Origin);

    /// <param name="Severity">Null: no sentence says how grave it is, a person does.</param>
    internal sealed record Requirement(
        [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? SiteName,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] SiteId? SiteId,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] Severity? Severity,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateOnly? ValidFrom,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateOnly? ValidUntil,
        Rule Rule);

    /// <param name="Offset">In UTF-16 code units from the beginning of the text.</param>
    internal sealed record Highlight(IReadOnlyList<string> Fields, int Offset, int Length);
}

using AdvPortal.Domain.Requirements;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Requirements;

/// <summary>One field of a requirement, named as in JSON, in the words of the page.</summary>
internal static class ContentWords
{
    public static string LabelOf(string field, IStringLocalizer text) => field switch
    {
        "sentence" => text["Requirement.Sentence"],
        "source" => text["Requirement.Source"],
        "severity" => text["Requirement.Severity"],
        "moments" => text["Requirement.Moments"],
        "validFrom" => text["Requirement.ValidFrom"],
        "validUntil" => text["Requirement.ValidUntil"],
        "reviewOn" => text["Requirement.ReviewOn"],
        _ => text["Requirement.Rule"],
    };

    /// <param name="content">Whose field it is.</param>
    /// <param name="field">A field of the rule is told by the sentences that it alone adds.</param>
    /// <param name="other">What it stands beside.</param>
    /// <param name="text">The words.</param>
    public static string Of(RequirementContent content, string field, RequirementContent other, IStringLocalizer text) => field switch
    {
        "sentence" => text["Quoted", content.Sentence],
        "source" => Of(content.Source, text),
        "severity" => text.Word(content.Severity),
        "moments" => text.Word(content.Moments),
        "validFrom" => text.Word(content.ValidFrom),
        "validUntil" => Day(content.ValidUntil, text),
        "reviewOn" => Day(content.ReviewOn, text),
        "rule" => $"{text[$"Rule.{content.Rule.Kind}"].Value} – {RuleWords.Of(content.Rule, text)}",
        _ => OfRule(content, field, other, text),
    };

    /// <summary>« E-mail, Karim Haddad, ven. 20 nov. 2026 »</summary>
    public static string Of(RequirementSource source, IStringLocalizer text) =>
        string.Join(", ", new[] { text.Word(source.Kind), source.Who, text.Word(source.On), source.Note ?? "" }.Where(part => part.Length > 0));

    private static string OfRule(RequirementContent content, string field, RequirementContent other, IStringLocalizer text)
    {
        var own = RuleWords.LinesOf(content.Rule, text).Except(RuleWords.LinesOf(RequirementMerge.Take(content, field, other).Rule, text), StringComparer.Ordinal).ToList();

        return own.Count > 0 ? string.Join(' ', own) : text["Requirement.SaysNothingThere"];
    }

    private static string Day(DateOnly? day, IStringLocalizer text) => day is { } known ? text.Word(known) : text["Requirement.NoDay"];
}

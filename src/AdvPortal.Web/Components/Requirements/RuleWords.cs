using AdvPortal.Domain.Requirements;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Requirements;

/// <summary>« En clair »: a rule read back in whole sentences, so that a person sees what the portal will do.</summary>
internal static class RuleWords
{
    /// <summary>A code of ours to show a rule on.</summary>
    public const string Sample = "VH-M8-30-ZN";

    public static string Of(Rule rule, IStringLocalizer text) => string.Join(' ', LinesOf(rule, text).DefaultIfEmpty(text["Rule.Nothing"]));

    /// <summary>Each thing that it says, for itself.</summary>
    public static IReadOnlyList<string> LinesOf(Rule rule, IStringLocalizer text) => [.. RuleKinds.Of(rule).Read(rule, text)];

    public static string Hours(ReceivingWindow window, IStringLocalizer text) => window switch
    {
        { From: { } from, Until: { } until } => text["Rule.Between", text.Word(from), text.Word(until)],
        { From: { } from } => text["Rule.After", text.Word(from)],
        _ => text["Rule.Before", text.Word(window.Until)],
    };
}
